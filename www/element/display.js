// The display of a session: it draws the view model into an element, and keeps the focus where the keys need it.
import { pointedIn, present } from '../app/present.js';
import { spotlightOf } from '../app/spotlight.js';
import { fetchWords, textFor } from '../text/index.js';
import { HUES } from '../util/tint.js';
import { attribute, style } from '../view/dom.js';
import { createViews } from '../view/index.js';
import { listenForTables } from '../view/page/incoming-tables.js';
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
    qrCode: (text) => bindings.qrCode(text),
    async file(kind) {
      const [{ fileFor }] = await Promise.all([import('../export/index.js'), fetchWords(store.state.lang, true)]);
      return fileFor(session, kind, textFor(store.state.lang, store.data.shape).notebook);
    },
  });
  app.replaceChildren(...views.elements);
  const paste = listenForTables(app, {
    takes: () => model !== null && model.solo === null,
    reads: () => store.state.room === 'colours',
    open: (file) => views.importer((view) => view.open(file)),
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

  function draw() {
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
   * Shows what is pointed at; nothing else has changed.
   * @param {import('../app/view-model.js').Target} target
   */
  function point(target) {
    store.pointed = target;
    if (!model) return;
    model.spot = target;
    model.pointed = pointedIn(session, model.columns);
    model.spotlight = spotlightOf(store.lab, model);
    views.point(model);
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
