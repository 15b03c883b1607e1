// Scenes in slides: a plugin for reveal.js, so that the deck's own "next" leads through the walk of each
// <irozuku-demo> before it goes on to the next slide.
//
//   import IrozukuReveal from './slides.js';
//   Reveal.initialize({ plugins: [IrozukuReveal] });
//
// Every stop of a scene after the one it begins on becomes an invisible fragment. The deck then handles them whatever it
// does: keys, remote, touch, addresses, overview, speaker view, autoslide. How many of them are shown says where
// the scene stands, however the deck came there. Several elements on a slide have their turns in the order in which
// they stand in it.
//
// data-steps="none"       on an element: the deck leaves it to the audience
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
 * @property {(type: string, listener: () => void) => void} on
 * @property {(type: string, listener: () => void) => void} off
 */

/** The plugin, as reveal.js wants it: a function that makes one for a deck. */
export default function IrozukuReveal() {
  /** Undoes what has been done to the deck. @type {(() => void)[]} */
  let undo = [];
  const destroy = () => {
    for (const one of undo) one();
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
        if (scene.dataset.steps !== 'none') undo.push(lead(scene));
      }
      const leave = () => {
        const here = deck.getCurrentSlide();
        for (const scene of scenesIn(deck)) if (!here?.contains(scene)) scene.rest();
      };
      deck.on('slidechanged', leave);
      undo.push(() => deck.off('slidechanged', leave));
    },
  };
}

/** @param {Deck} deck */
function scenesIn(deck) {
  return /** @type {Scene[]} */ ([...deck.getSlidesElement().querySelectorAll('irozuku-demo')]);
}

/**
 * Lets the deck lead a scene.
 * @param {Scene} scene
 * @returns {() => void} undoes it
 */
function lead(scene) {
  // A scene can begin on a later stop.
  const first = scene.stop;
  // They stand inside the element, where nothing is drawn but its shadow.
  const steps = Array.from({ length: scene.stops - 1 - first }, () => {
    const step = document.createElement('span');
    step.className = 'fragment';
    step.dataset.irozuku = '';
    return step;
  });
  scene.append(...steps);
  // A finger that turns a cube or pulls a slider does not turn the page.
  const held = scene.getAttribute('controls') === 'none' || scene.hasAttribute('data-prevent-swipe');
  if (!held) scene.setAttribute('data-prevent-swipe', '');

  let told = 0;
  const follow = () => {
    const shown = steps.filter((step) => step.classList.contains('visible')).length;
    // Where the audience has gone by itself it may stay, until the deck moves.
    if (shown === told) return;
    told = shown;
    scene.stop = first + shown;
  };
  // The deck marks its fragments in many ways, and has no event for some of them.
  const observer = new MutationObserver(follow);
  for (const step of steps) observer.observe(step, { attributes: true, attributeFilter: ['class'] });
  return () => {
    observer.disconnect();
    for (const step of steps) step.remove();
    scene.stop = first;
    if (!held) scene.removeAttribute('data-prevent-swipe');
  };
}

/** How long paper waits for a scene that does not come to its last stop, ms. */
const PATIENCE = 30_000;

/**
 * On paper every scene is at its last stop, without anything to press, and is there although it is out of sight.
 * @param {Deck} deck
 * @param {(() => void)[]} undo
 */
function print(deck, undo) {
  const still = () => Promise.allSettled(scenesIn(deck).map(end));
  // The deck copies slides for its pages, and a copy begins anew.
  deck.on('pdf-ready', still);
  undo.push(() => deck.off('pdf-ready', still));
  return still();
}

/**
 * Brings a scene to its end.
 * @param {Scene} scene
 */
async function end(scene) {
  scene.setAttribute('controls', 'none');
  // Where its author has said where it stands, it stays there.
  const last = scene.hasAttribute('at') || scene.hasAttribute('step') ? scene.stop : scene.stops - 1;
  scene.stop = last;
  const late = AbortSignal.timeout(PATIENCE);
  await scene.ready;
  while (scene.stop !== last && !late.aborted) await new Promise((done) => setTimeout(done, 50));
  scene.draw();
}
