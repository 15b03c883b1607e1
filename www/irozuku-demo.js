// The element, at the address that other pages load it from. Its code is in element/.
export { IrozukuDemo } from './element/irozuku-demo.js';
