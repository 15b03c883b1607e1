// Scenes in slides: a plugin for reveal.js, so that the deck's own "next" goes through the stops of each
// <irozuku-demo> before the next slide.
//
//   import IrozukuReveal from './slides.js';
//   Reveal.initialize({ plugins: [IrozukuReveal] });
//
// Every stop of a scene after the one it begins on becomes an invisible fragment. The deck then handles them in all its
// modes: keys, remote, touch, addresses, overview, speaker view, autoslide. The number of shown fragments is the stop
// of the scene, however the deck came there. Several elements on a slide run in document order.
//
// A scene in a frame (`<iframe src="irozuku.html#scene=forward&controls=step">`) takes the keys once it was clicked. Those that
// it does not use, and those at its ends, come back as messages, and the deck acts on them as on its own.
//
// data-steps="none"       on an element: the deck does not control it
// fragments: false        of a deck, and where it is printed: every scene is at its last stop
import '../irozuku-demo.js';

/**
 * The interface of a scene that the plugin needs.
 * @typedef {HTMLElement & { stop: number, readonly stops: number, ready: Promise<unknown>, rest(): void, draw(): void }} Scene
 */

/**
 * The part of a deck that is used; `isPrintingPDF` in reveal.js 4.
 * @typedef {object} Deck
 * @property {() => HTMLElement} getSlidesElement
 * @property {() => HTMLElement | undefined} getCurrentSlide
 * @property {() => boolean} [isPrintView]
 * @property {() => boolean} [isPrintingPDF]
 * @property {(keyCode: number) => void} triggerKey
 * @property {(type: string, listener: () => void) => void} on
 * @property {(type: string, listener: () => void) => void} off
 */

/** The plugin, as reveal.js expects it: a function that makes one for a deck. */
export default function IrozukuReveal() {
  /** Undo the changes to the deck. @type {(() => void)[]} */
  let undo = [];
  const destroy = () => {
    for (const revert of undo) revert();
    undo = [];
  };
  return {
    id: 'irozuku',
    destroy,
    /**
     * @param {Deck} deck
     * @returns {Promise<unknown> | void} a promise that the deck waits for before it begins
     */
    init(deck) {
      destroy();
      if (deck.isPrintView?.() ?? deck.isPrintingPDF?.()) return print(deck, undo);
      for (const scene of scenesIn(deck)) {
        if (scene.dataset.steps !== 'none') undo.push(control(scene));
      }
      const restOthers = () => {
        const here = deck.getCurrentSlide();
        for (const scene of scenesIn(deck)) if (!here?.contains(scene)) scene.rest();
      };
      deck.on('slidechanged', restOthers);
      undo.push(() => deck.off('slidechanged', restOthers));
      const onMessage = (/** @type {MessageEvent} */ { source, data }) => {
        if (data?.irozuku !== 1 || data.event !== 'key' || ![...document.querySelectorAll('iframe')].some((frame) => frame.contentWindow === source)) return;
        const code = codeOf(String(data.key));
        if (code) deck.triggerKey(code);
      };
      addEventListener('message', onMessage);
      undo.push(() => removeEventListener('message', onMessage));
    },
  };
}

/** The codes of keys, by which reveal.js knows them. @type {Record<string, number>} */
const CODES = { Enter: 13, Escape: 27, ' ': 32, PageUp: 33, PageDown: 34, End: 35, Home: 36, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40, '.': 190, '/': 191, '?': 63 };

/**
 * @param {string} key as in a KeyboardEvent
 * @returns {number | undefined} that of letters and digits is their capital's
 */
function codeOf(key) {
  return CODES[key] ?? (/^[a-z0-9]$/i.test(key) ? key.toUpperCase().charCodeAt(0) : undefined);
}

/** @param {Deck} deck */
function scenesIn(deck) {
  return /** @type {Scene[]} */ ([...deck.getSlidesElement().querySelectorAll('irozuku-demo')]);
}

/**
 * Lets the deck control a scene.
 * @param {Scene} scene
 * @returns {() => void} undoes it
 */
function control(scene) {
  // A scene can begin on a later stop.
  const first = scene.stop;
  // Inside the element they are not drawn: only its shadow is.
  const steps = Array.from({ length: scene.stops - 1 - first }, () => {
    const step = document.createElement('span');
    step.className = 'fragment';
    step.dataset.irozuku = '';
    return step;
  });
  scene.append(...steps);
  // Keep a swipe that turns a cube or drags a slider from changing the slide.
  const swipeBlocked = scene.getAttribute('controls') === 'none' || scene.hasAttribute('data-prevent-swipe');
  if (!swipeBlocked) scene.setAttribute('data-prevent-swipe', '');

  let shownBefore = 0;
  const follow = () => {
    const shown = steps.filter((step) => step.classList.contains('visible')).length;
    // Leave the scene where the audience has moved it until the deck moves.
    if (shown === shownBefore) return;
    shownBefore = shown;
    scene.stop = first + shown;
  };
  // The deck marks its fragments in many ways, and has no event for some of them.
  const observer = new MutationObserver(follow);
  for (const step of steps) observer.observe(step, { attributes: true, attributeFilter: ['class'] });
  return () => {
    observer.disconnect();
    for (const step of steps) step.remove();
    scene.stop = first;
    if (!swipeBlocked) scene.removeAttribute('data-prevent-swipe');
  };
}

/** How long printing waits for a scene to reach its last stop, ms. */
const PATIENCE = 30_000;

/**
 * In print every scene is at its last stop, without controls, light, and is drawn even while out of sight. Until then the page
 * says that it is loading.
 * @param {Deck} deck
 * @param {(() => void)[]} undo
 */
function print(deck, undo) {
  const sign = document.createElement('div');
  // The page is empty meanwhile; the words are those of a scene that waits.
  sign.textContent = scenesIn(deck)[0]?.shadowRoot?.querySelector('.loading')?.textContent ?? '';
  sign.role = 'status';
  sign.style.cssText = 'position: fixed; inset: 0; z-index: 99; display: grid; place-items: center; font: 1.5rem sans-serif; color: #555; background: #fff';
  document.body.append(sign);
  const finishAll = () => Promise.allSettled(scenesIn(deck).map(finish)).then(() => sign.remove());
  // The deck copies slides for its pages, and a copy starts from the beginning.
  deck.on('pdf-ready', finishAll);
  undo.push(() => deck.off('pdf-ready', finishAll));
  return finishAll();
}

/**
 * Moves a scene to its last stop.
 * @param {Scene} scene
 */
async function finish(scene) {
  scene.setAttribute('controls', 'none');
  if (scene.getAttribute('theme') !== 'projector') scene.setAttribute('theme', 'light');
  // Keep a stop that the author has set.
  const last = scene.hasAttribute('at') || scene.hasAttribute('step') ? scene.stop : scene.stops - 1;
  scene.stop = last;
  const timeout = AbortSignal.timeout(PATIENCE);
  await scene.ready;
  for (scene.draw(); scene.stop !== last && !timeout.aborted; scene.draw()) await new Promise((done) => setTimeout(done));
}
