// The host: the life of an element on a page. It starts one session when the element is seen for the first time, shows
// and stores its changes, gives it the keys, and follows the address of a page that the element fills.
import { changeOf, suited } from '../app/intake.js';
import { createKeyboard, keeps } from '../app/keyboard.js';
import { APART, stylesheets } from '../assets.js';
import { fetched, isAtHand } from '../core/data-file.js';
import { CoreError, load, loaded, understood } from '../core/wasm.js';
import { attend, isForOthers } from '../embed/frame.js';
import { alone } from '../embed/scenes.js';
import { problemOf } from '../explain/narration.js';
import { listed } from '../state/schema.js';
import { givenBy } from '../state/url.js';
import { fetchWords, firstWords, hasWords, textFor } from '../text/index.js';
import { h, say } from '../view/dom.js';
import { ALL, fetchParts, part, partsIn } from '../view/parts.js';
import { WRITTEN } from './attributes.js';
import { createDisplay } from './display.js';
import { createDraft } from './draft.js';
import { prepared, startSession } from './startup.js';
import { announce, follows } from './room.js';
import { createVisibility } from './visibility.js';

/** @typedef {import('../app/session.js').Session} Session */

/** After how long a download that doesn't come is spoken of, ms. */
const SLOW = 5000;
/** How long a scene may compute at once for a picture, and for paper, which does not wait, ms. */
const [AT_ONCE, ON_PAPER] = [1500, 6000];

/** After how long on a page that is there the parts that may be wanted are fetched, ms. */
const LATER = 2000;
/** Does something later, when nothing else is to be done. @type {(work: () => void) => void} */
const whenIdle = (work) => void setTimeout(() => (globalThis.requestIdleCallback ?? setTimeout)(work), LATER);

/**
 * @param {import('./irozuku-demo.js').IrozukuDemo} element
 * @param {import('./attributes.js').Asked} asked what attributes and properties have asked for
 */
export function createHost(element, asked) {
  const draft = createDraft();
  const system = matchMedia('(prefers-color-scheme: dark)');
  const app = h('div', { class: 'app' });
  /** @type {Session | null} */
  let session = null;
  /** @type {import('./display.js').Display | null} */
  let display = null;
  /** What the session begins with, once that has been brought together. @type {import('./startup.js').Prepared | null} */
  let begins = null;
  /** Listens to other tabs until a signal. @type {((signal: AbortSignal) => void) | undefined} */
  let listen;
  /** @type {ReturnType<typeof createKeyboard> | null} */
  let press = null;
  /** Ends the listening of this connection to the document. */
  let connection = new AbortController();
  /** The state of the last `statechange`. */
  let told = '';
  let begun = false;
  /** Whether the element was taken out of its page. */
  let removed = false;
  /** Whether its stylesheets are there. */
  let dressed = false;
  /** Whether it was led to its last stop for paper alone. */
  let lent = false;
  /** Whether the present change is one that was drawn already. */
  let drawn = false;
  /** Whether the first replay has ended. */
  let arrived = false;
  /** @type {(problem?: CoreError) => void} */
  let settle = () => {};
  const ready = new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
    settle = (problem) => (problem ? reject(problem) : resolve());
  });
  const fills = () => element.hasAttribute('fill');
  const framed = window.parent !== window;
  /** Gives a key to the window around a frame. @type {(key: string) => void} */
  let handUp = () => {};
  const visibility = createVisibility({
    shown() {
      begin();
      session?.runner.wake();
    },
    hidden() {
      session?.runner.rest();
      display?.rest();
    },
    draw: () => display?.draw(),
  });

  // A failure is shown on the page, also where nobody waits for it.
  ready.catch(() => {});
  // Nothing is shown before it has its style.
  app.hidden = true;
  const root = element.attachShadow({ mode: 'open' });
  root.append(h('div', { class: 'ground' }, app));
  const styled = stylesheets()
    .then((sheets) => {
      root.adoptedStyleSheets = sheets;
      dressed = true;
    })
    .finally(() => (app.hidden = false));
  // A failure is reported by `ready`, once that was begun.
  styled.catch(() => {});
  const patience = h('p', { class: 'loading', role: 'status' }, firstWords(draft.state.lang).loading);
  app.append(patience);

  /** Loads the core and starts, once. */
  function begin() {
    if (begun) return;
    begun = true;
    const slow = setTimeout(() => {
      // Words without a style are better than none.
      app.hidden = false;
      say(patience, firstWords(draft.state.lang).loadingSlow);
    }, SLOW);
    // Asked for before the core, which takes longer.
    const words = fetchWords(draft.state.lang);
    Promise.all([load(), styled, words])
      .then(async ([bindings]) => {
        await data();
        await shown();
        start(bindings);
      })
      .catch(fail)
      .finally(() => clearTimeout(slow));
  }

  /** Brings together what the session begins with. */
  function prepare() {
    return (begins ??= prepared(draft, fills() && !follows(element) ? location.hash.slice(1) : null, follows(element)));
  }

  /** Settled when the data that the session begins with are at hand, or can't be had. What a script asks for meanwhile counts. */
  async function data() {
    prepare();
    const { state } = draft;
    for (let tried = ''; !isAtHand(state.settings.data) && state.settings.data !== tried;) {
      tried = state.settings.data;
      // Opening the session says that they are missing.
      await fetched(tried).catch(() => {});
    }
  }

  /** Whether the words and the parts are there that the present state shows. */
  const isShown = () => hasWords(draft.state.lang) && partsIn(draft.state).every(part);

  /** Settled when they are. What a script asks for meanwhile counts. */
  async function shown() {
    while (!isShown()) await Promise.all([fetchWords(draft.state.lang), fetchParts(partsIn(draft.state), draft.state.lang)]);
  }

  /** @param {import('../core/wasm.js').Bindings} bindings */
  function start(bindings) {
    // For paper it may have been started before.
    if (session) return;
    const started = startSession(bindings, draft, prepare(), called);
    ({ listen } = started);
    const present = (session = started.session);
    present.navigation.expect(draft.expected());
    announce(element, present, fills() && !framed);
    display = createDisplay(app, present, { fills, framed, link: (but) => element.link(but), dark: system });
    press = createKeyboard(present, { fills, framed, help: display.help, black: display.black });
    present.subscribe(changed);
    listen?.(connection.signal);
    changed();
    const replayed = present.changes.progress() !== null;
    present.changes.arrival().then(() => {
      drawn = !replayed && draft.expected() === null;
      present.commit(() => present.navigation.arrive());
      drawn = false;
      arrived = true;
      settle();
      if (fills() && APART) whenIdle(() => void fetchParts(ALL, present.state.lang).catch(() => {}));
    });
  }

  /** Finishes what was asked for by number, and draws what has changed out of sight. */
  function draw() {
    session?.runner.finish(AT_ONCE);
    visibility.catchUp();
  }

  /** Whether a place of the scene was asked for: that one is printed. */
  function isPlaced() {
    const links = [asked.get('state') ?? '', fills() ? location.hash : ''];
    return draft.expected() !== null || ['at', 'step'].some((name) => typeof asked.get(name) === 'string' || links.some((link) => new RegExp(`(^|[#&])${name}=`).test(link)));
  }

  /** Gets it ready for paper, also where it was never seen: nothing can be waited for. A scene that nobody has led is at its last stop. */
  function toPaper() {
    begin();
    if (loaded && dressed && hasWords(draft.state.lang)) start(loaded);
    if (!session || !display) return;
    const { runner, navigation, state, dispatch } = session;
    runner.finish(ON_PAPER);
    navigation.arrive();
    lent = alone(state) && navigation.stop() === 0 && navigation.stops() > 1 && !isPlaced();
    if (lent) dispatch('stop', navigation.stops() - 1);
    runner.finish(ON_PAPER);
    display.print(true);
  }

  function fromPaper() {
    if (lent) session?.dispatch('stop', 0);
    lent = false;
    display?.print(false);
  }

  /** @param {unknown} problem why the core could not be loaded */
  function fail(problem) {
    const known = understood(problem);
    const { lang } = draft.state;
    const tell = (/** @type {string} */ words) => app.replaceChildren(h('p', { class: 'loading', role: 'alert' }, words));
    const told = () => tell(problemOf(textFor(lang, [3]), known));
    // The words may have come all the same.
    fetchWords(lang).then(told, () => tell(firstWords(lang).notLoaded)).finally(() => settle(known));
  }

  /** Shows the session as it is now, where it can be seen, and dispatches `statechange`. */
  function changed() {
    if (!session || !display) return;
    const { lang } = session.state;
    // Until its words have come, the page speaks on in the language before.
    if (!hasWords(lang)) fetchWords(lang).then(changed, () => {});
    const now = JSON.stringify(session.state);
    const differs = now !== told;
    // A learner who goes on has seen where they are.
    if (differs && arrived) session.notices.withdraw('left');
    if (!drawn) visibility.show();
    if (!differs) return;
    told = now;
    element.dispatchEvent(new CustomEvent('statechange', { detail: element.state }));
  }

  /**
   * Puts the allowed part of a given object into the state, and names the rest.
   * @param {unknown} given
   * @param {'attributes' | 'link' | 'script'} [by] a script gives a part of the settings, the others all of them
   */
  function take(given, by = 'attributes') {
    const asked = by === 'script' ? suited(given, session?.store.state ?? draft.state) : given;
    if (!session) {
      draft.take(asked);
      return;
    }
    const { store, dispatch } = session;
    const intake = changeOf(asked, { ...store.state, step: store.lab.step() });
    if (by === 'link' && intake.change.own) begins?.persistence?.lend(intake.change.own);
    if (by === 'link' && intake.change.drawn) begins?.persistence?.lendDrawn(intake.change.drawn);
    dispatch('take', intake, called);
  }

  /** Opens the state that the address holds, if it does. */
  function follow() {
    const given = givenBy(location.hash.slice(1));
    if (given) take(given, 'link');
  }

  /**
   * The names of keys of the state, as they are called where they were written.
   * @param {string[]} keys
   */
  function called(keys) {
    return listed(keys.map((key) => (Object.hasOwn(WRITTEN, key) && typeof asked.get(WRITTEN[key]) === 'string' ? WRITTEN[key] : key)));
  }

  /** @param {Event} event */
  function onKey(event) {
    if (!(event instanceof KeyboardEvent)) return;
    const [focus] = event.composedPath();
    const control = focus instanceof Element && focus !== element ? focus : null;
    // Escape closes an open menu, and nothing else.
    const inMenu = event.key === 'Escape' && app.querySelector('.run-menu:popover-open') !== null;
    const inDialog = inMenu || app.querySelector('dialog[open]') !== null;
    const beyond = !inDialog && press?.(event, control) === 'end';
    const used = inDialog || event.defaultPrevented || keeps(control, event);
    // A deck of slides around must not act on the same key a second time.
    if (!fills() && used) event.stopPropagation();
    else if (fills() && (beyond || !used) && isForOthers(event)) handUp(event.key);
  }

  return {
    draft,
    take,
    changed,
    draw,
    addressAt: (/** @type {number} */ clientX, /** @type {number} */ clientY) => display?.addressAt(clientX, clientY) ?? null,
    session: () => session,
    /** @returns {Session} the session, once it has begun */
    open() {
      if (!session) throw new CoreError('notReady', {}, 'the element is still loading; await its promise `ready` first');
      return session;
    },
    /** Settled when the element can be used; rejected where the core could not be loaded. */
    ready() {
      begin();
      return ready;
    },
    /**
     * What was trained, unless the element was taken out of its page before the end.
     * @param {Promise<import('./interface.js').Trained>} training
     */
    async whole(training) {
      const { summary, finished } = await training;
      if (!finished && removed) throw new CoreError('removed', {}, `the element was removed from its page, so training ended at step ${summary.step}`);
      return summary;
    },
    connect() {
      removed = false;
      connection.abort();
      connection = new AbortController();
      const { signal } = connection;
      // For an element that fills the window keys work wherever the focus is.
      (fills() ? document : element).addEventListener('keydown', onKey, { signal });
      // A paste goes to what has the focus, which may be nothing.
      (fills() ? document : element).addEventListener('paste', (event) => display?.paste(/** @type {ClipboardEvent} */ (event)), { signal });
      system.addEventListener('change', changed, { signal });
      // An element out of sight is on paper all the same.
      window.addEventListener('beforeprint', toPaper, { signal });
      window.addEventListener('afterprint', fromPaper, { signal });
      if (fills()) {
        // The words for the case that this script isn't loaded.
        element.replaceChildren();
        if (!follows(element)) window.addEventListener('hashchange', follow, { signal });
        // A frame out of sight may be printed, and then it can wait for nothing. What is wrong is told when it begins.
        if (framed) Promise.all([load(), fetchWords(draft.state.lang), fetchParts(partsIn({ ...draft.state, ...changeOf(givenBy(location.hash.slice(1)), draft.state).change }), draft.state.lang)]).catch(() => {});
        if (framed) handUp = attend(element, window.parent, signal);
        listen?.(signal);
      } else if (!begun) draft.inherit(element.parentElement?.closest('[lang]')?.getAttribute('lang')?.slice(0, 2) ?? null);
      // A window that it fills is what is seen first.
      if (fills() && !framed) begin();
      visibility.watch(element);
      changed();
    },
    disconnect() {
      // One that is only moved goes on.
      queueMicrotask(() => {
        removed = !element.isConnected;
        if (removed) element.rest();
      });
      visibility.end();
      connection.abort();
    },
  };
}
