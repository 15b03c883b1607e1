// The plugin for reveal.js, at the address that decks load it from. Its code is in embed/.
export { default } from './embed/slides.js';
