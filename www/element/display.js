// The display of a session: it draws the view model into an element, and keeps the focus where the keys need it.
import { pointedIn, present } from '../app/present.js';
import { spotlightOf } from '../app/spotlight.js';
import { trapped, understood } from '../core/wasm.js';
import { problemOf } from '../explain/narration.js';
import { fetchWords, textFor } from '../text/index.js';
import { HUES } from '../util/tint.js';
import { attribute, style } from '../view/dom.js';
import { createViews } from '../view/index.js';
import { listenForArrivals } from '../view/page/arrivals.js';
import { roomAddress, sharedAddress } from './shared-address.js';

/** How long words stay while it trains, ms, and at fastest for how many frames: nobody can read sixty numbers a second, and
    each is a layout of its line. */
const [STAYS, FRAMES] = [120, 20];

/**
 * @param {HTMLElement} app
 * @param {import('../app/session.js').Session} session
 * @param {object} element
 * @param {() => boolean} element.fills whether the element fills the window
 * @param {boolean} element.framed whether that window is a frame of another
 * @param {(but?: import('../state/schema.js').Change) => string} element.link the address of the page as it is now
 * @param {MediaQueryList} element.dark whether the system is dark
 */
export function createDisplay(app, session, { fills, framed, link, dark: system }) {
  const { store, bindings, act: dispatch } = session;
  /** @type {import('../app/view-model.js').Model | null} */
  let model = null;
  /** When everything was drawn last, ms, and how many frames ago. */
  let [written, frames] = [-Infinity, 0];
  /** The turn of the words. */
  const words = store.workbench.turns.pace(0, 1);
  /** Whether it is drawn for paper: light, and without a movement. */
  let paper = false;
  const views = createViews(dispatch, {
    point,
    link(but) {
      const [here, state] = link(but).split('#');
      return `${sharedAddress(here, roomAddress()).address}#${state}`;
    },
    reach: () => sharedAddress(location.href, roomAddress()).reach,
    arrived: () => draw(),
    qrCode(text) {
      /** @type {Uint8Array} */
      let modules = new Uint8Array();
      if (!kept(() => (modules = bindings.qrCode(text)))) lose();
      return modules;
    },
    async file(kind) {
      const [{ fileFor }] = await Promise.all([import('../export/index.js'), fetchWords(store.state.lang, true)]);
      return fileFor(session, kind, textFor(store.state.lang, store.data.shape).notebook);
    },
    restart: () => session.dispatch('restart'),
    async openWeights(file) {
      try {
        await beginWith(file);
        return '';
      } catch (problem) {
        return problemOf(textFor(store.state.lang, store.data.shape), understood(problem));
      }
    },
  });
  app.replaceChildren(...views.elements);
  const paste = listenForArrivals(app, {
    takes: () => model !== null && model.solo === null,
    reads: () => store.state.room === 'colours',
    open,
    show: (text) => views.importer((view) => view.show(text)),
  });

  // A click leaves the focus nowhere, so that the space bar goes on stepping; numbers keep it for the arrows.
  app.addEventListener('click', (event) => {
    // The keys of a deck around go on, whatever was clicked.
    const led = framed && Boolean(model?.solo);
    const focus = /** @type {ShadowRoot} */ (app.getRootNode()).activeElement;
    const control = led && focus?.matches('[role=gridcell], button') ? focus : event.target instanceof Element ? event.target.closest('button, input[type=checkbox]') : null;
    const kept = fills() && !led ? '[data-address], .tile, dialog *' : 'dialog *';
    if (event.detail > 0 && control instanceof HTMLElement && !control.matches(kept)) control.blur();
  });
  // After a choice in a menu the keys step again; in a dialog they have nothing to step.
  app.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement && !event.target.closest('dialog')) event.target.blur();
  });

  /**
   * Opens a file that was dropped: weights, or else a table of colours.
   * @param {File} file
   */
  async function open(file) {
    try {
      // Only these can be weights.
      const weights = /\.(np[yz]|json)$/i.test(file.name) && (await (await import('../weights/open.js')).isOfWeights(file));
      if (weights) await beginWith(file);
      else views.importer((view) => view.open(file));
    } catch (problem) {
      session.commit(() => {
        throw problem;
      });
    }
  }

  /**
   * Begins anew with the weights of a file.
   * @param {File} file
   * @throws {Error} where they can't be read, or fit no network here; then nothing has changed
   */
  async function beginWith(file) {
    const { beginningWith } = await import('../weights/index.js');
    const { settings, told } = await beginningWith(file, store);
    dispatch('beginWith', settings, told);
  }

  /** Draws all of it; where the core has lost the network, what was drawn last stays, and the message says so. */
  function draw() {
    if (!kept(drawAll)) lose();
  }

  function drawAll() {
    const { theme: wanted, lang } = store.state;
    const theme = paper && wanted !== 'projector' ? 'light' : wanted;
    const dark = theme === 'dark' || (theme === 'auto' && system.matches);
    const hues = dark ? HUES.dark : HUES.light;
    attribute(app, 'data-theme', theme);
    attribute(app, 'lang', lang);
    style(app, '--plus', `rgb(${hues.plus.join(', ')})`);
    style(app, '--minus', `rgb(${hues.minus.join(', ')})`);
    if (fills()) attribute(document.documentElement, 'lang', lang);
    store.workbench.turns.begin();
    const now = performance.now();
    // What words say is measured at the step that is seen.
    const soon = now - written < STAYS || (store.state.speed === 'fast' && frames < FRAMES) || !store.workbench.measurement.fresh || !words.due();
    // At the slowest speed each update is seen whole.
    const lively = !paper && session.working && session.runner.playing() && soon && store.state.speed !== 'slow';
    const show = () => {
      model = present(session, { dark, paper, lively });
      views.update(model, lively);
    };
    if (lively) show();
    else words.run(show);
    [written, frames] = lively ? [written, frames + 1] : [now, 0];
  }

  /**
   * Does something with the core.
   * @param {() => void} work
   * @returns {boolean} whether the network is there still
   */
  function kept(work) {
    if (session.lost) return false;
    try {
      work();
    } catch (problem) {
      if (!session.lost) throw problem;
      store.problem = understood(problem);
    }
    return !session.lost;
  }

  function lose() {
    const text = textFor(store.state.lang, store.data.shape);
    // It must not be hidden by a dialog.
    for (const dialog of app.querySelectorAll('dialog[open]')) /** @type {HTMLDialogElement} */ (dialog).close();
    views.lose(text, problemOf(text, trapped()));
  }

  /**
   * Shows what is pointed at; nothing else has changed.
   * @param {import('../app/view-model.js').Target} target
   */
  function point(target) {
    store.pointed = target;
    const now = model;
    if (!now) return;
    const shown = kept(() => {
      now.spot = target;
      now.pointed = pointedIn(session, now.columns);
      now.spotlight = spotlightOf(store.lab, now);
      views.point(now);
    });
    if (!shown) lose();
  }

  /** @param {boolean} on */
  function print(on) {
    paper = on;
    draw();
    // Paper has no time for what begins to move now.
    for (const one of app.getAnimations({ subtree: true })) if (on && Number.isFinite(one.effect?.getComputedTiming().endTime)) one.finish();
  }

  return { draw, print, paste, help: views.help, black: views.black, rest: views.rest, addressAt: views.addressAt };
}

/** @typedef {ReturnType<typeof createDisplay>} Display */
