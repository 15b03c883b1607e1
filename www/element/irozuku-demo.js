// <irozuku-demo>: the element. It hosts one session and its display: this file is its life on a page and its interface.
//
// Properties   state (get, set)   a plain object, see state/schema.js; what is wrong in a given one is told, not thrown
//              ready              a promise, settled when the element can be used; who asks for it has it begin
// Methods      forward(), back()  one step of the walk
//              reset()            the same seed from its beginning
//              predict(colours)   a promise of [{ label, probabilities }, …] for [[r, g, b], …]
//              train(steps)       a promise of the summary after so many updates
//              link(but)          the address of the page as it is now, but for what is given; throws where that is wrong
//              notify(code, act)  tells of the page around the element, with a button
//              goto(step)         a promise of the summary there: exactly as it was, or on by training
//              value(address)     one number of the pass: value('affine1.out[0,7]')
//              tensor(address)    { shape, data } of a tensor or a part of it: tensor('affine2.w')
//              explain(address)   { address, value, operation, sentence, terms, code }: how a number came about
//              rest()             ends what plays
//              draw()             draws it although it is out of sight, for a picture or for paper
//              step               how many updates have been made
//              stops              how many stops the walk of the scene has
//              stop (get, set)    on which of them it stands, from 0
//              data (get, set)    the colours: [{ r, g, b, label }, …]; those that are set are the learner's own
// Event        statechange        after every change; its detail is the state
// Attributes   fill               the element fills the window, and keys work wherever the focus is
//              lang, theme, chapter, scene, controls, color, seed, step, at, state: see attributes.js
//              allow-origin       with fill: the only page around that may lead it by messages, see embed/frame.js
//
// It begins when it is seen for the first time, and rests while it can't be seen: nothing plays and nothing is drawn. What
// was asked for by number (a step, a stop, so many updates) is finished first.
import { changeOf } from '../app/intake.js';
import { createKeyboard, keeps } from '../app/keyboard.js';
import { stylesheets } from '../assets.js';
import { CoreError, load, understood } from '../core/wasm.js';
import { attend } from '../embed/frame.js';
import { problemOf } from '../explain/narration.js';
import { listed } from '../state/schema.js';
import { givenBy } from '../state/url.js';
import { TEXT } from '../text/index.js';
import { h } from '../view/dom.js';
import { NAMES, WRITTEN, changeIn } from './attributes.js';
import { createDisplay } from './display.js';
import { createDraft } from './draft.js';
import * as scripted from './interface.js';
import { startSession } from './startup.js';
import { createVisibility } from './visibility.js';

/** @typedef {import('../app/session.js').Session} Session */

export class IrozukuDemo extends HTMLElement {
  /** @type {Session | null} */
  #session = null;
  #draft = createDraft();
  /** @type {import('./display.js').Display | null} */
  #display = null;
  /** @type {import('../app/persistence.js').Persistence | null} */
  #persistence = null;
  /** Listens to other tabs until a signal. @type {((signal: AbortSignal) => void) | undefined} */
  #listen;
  /** @type {ReturnType<typeof createKeyboard> | null} */
  #press = null;
  /** Ends the listening of this connection to the document. */
  #connection = new AbortController();
  /** The state of the last `statechange`. */
  #told = '';
  #app = h('div', { class: 'app' });
  #dark = matchMedia('(prefers-color-scheme: dark)');
  #visibility = createVisibility({
    shown: () => {
      this.#begin();
      this.#session?.runner.wake();
    },
    hidden: () => {
      this.#session?.runner.rest();
      this.#display?.rest();
    },
    draw: () => this.#display?.draw(),
  });
  #begun = false;
  /** Whether the first replay has ended. */
  #arrived = false;
  /** @type {(problem?: CoreError) => void} */
  #settle = () => {};
  #ready = new Promise((resolve, reject) => {
    this.#settle = (problem) => (problem ? reject(problem) : resolve(undefined));
  });
  /** Its style. @type {Promise<unknown>} */
  #styled;

  constructor() {
    super();
    // A failure is shown on the page, also where nobody waits for `ready`.
    this.#ready.catch(() => {});
    // Nothing is shown before it has its style.
    this.#app.hidden = true;
    const root = this.attachShadow({ mode: 'open' });
    root.append(h('div', { class: 'ground' }, this.#app));
    this.#styled = stylesheets()
      .then((sheets) => (root.adoptedStyleSheets = sheets))
      .finally(() => (this.#app.hidden = false));
    // A failure is reported by `ready`, once that was begun.
    this.#styled.catch(() => {});
    this.#app.append(h('p', { class: 'loading', role: 'status' }, TEXT[this.#draft.state.lang].loading));
    this.#upgrade();
  }

  static observedAttributes = ['fill', ...NAMES];

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} value
   */
  attributeChangedCallback(name, before, value) {
    if (name === 'fill') {
      if (this.isConnected) this.connectedCallback();
    } else if (before !== value) this.#take(changeIn(this, name), false);
  }

  connectedCallback() {
    this.#connection.abort();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    // For an element that fills the window keys work wherever the focus is.
    const target = this.hasAttribute('fill') ? document : this;
    target.addEventListener('keydown', this.#key, { signal });
    this.#dark.addEventListener('change', this.#changed, { signal });
    // An element out of sight is on paper all the same.
    window.addEventListener('beforeprint', () => this.draw(), { signal });
    if (this.hasAttribute('fill')) {
      // The words for the case that this script isn't loaded.
      this.replaceChildren();
      window.addEventListener('hashchange', this.#follow, { signal });
      if (window.parent !== window) attend(this, window.parent, signal);
      this.#listen?.(signal);
    } else if (!this.#begun) this.#draft.inherit(this.parentElement?.closest('[lang]')?.getAttribute('lang')?.slice(0, 2) ?? null);
    this.#visibility.watch(this);
    this.#changed();
  }

  disconnectedCallback() {
    // One that is only moved goes on.
    queueMicrotask(() => this.isConnected || this.rest());
    this.#visibility.end();
    this.#connection.abort();
  }

  /** Settled when the element can be used; rejected where the core could not be loaded. */
  get ready() {
    this.#begin();
    return this.#ready;
  }

  /** A copy of the state. */
  get state() {
    return this.#session?.snapshot() ?? structuredClone(this.#draft.state);
  }

  /** Puts what of the given object is allowed into the state; the rest is named in a message. */
  set state(given) {
    this.#take(given, false);
  }

  /** One place on: the next layer, the update, and then the next pass; in a scene, its next stop. */
  forward() {
    this.#draft.expect(null);
    this.#open().dispatch('forward', false);
  }

  /** One place back; from the beginning of a pass, to the end of the one before it. */
  back() {
    this.#draft.expect(null);
    this.#open().dispatch('back');
  }

  /** Ends whatever is running. */
  rest() {
    this.#session?.dispatch('rest');
  }

  /** Draws what has changed out of sight, for a picture or for paper. */
  draw() {
    this.#visibility.catchUp();
  }

  /** How many stops the scene has; at least one. */
  get stops() {
    return this.#session?.navigation.stops() ?? this.#draft.stops();
  }

  /** On which stop of the scene it stands, from 0; between two, the one before. */
  get stop() {
    return this.#session?.navigation.stop() ?? this.#draft.stop();
  }

  /** Goes to a stop of the scene, on or back; also before it is ready. Anything but a number is ignored. */
  set stop(index) {
    if (!Number.isFinite(index)) return;
    if (this.#session) this.#session.dispatch('stop', Math.round(index));
    else this.#draft.expect(Math.round(index));
  }

  /**
   * Trains for so many updates, in slices. Ends early where training diverges, and where something else is done.
   * @param {number} steps
   * @returns {Promise<import('../core/wasm.js').Summary>} where training stands then
   * @throws {Error} where `steps` is not a finite number
   */
  async train(steps) {
    scripted.checkSteps(steps);
    await this.ready;
    return scripted.train(this.#open(), steps);
  }

  /**
   * Goes to a training step: exactly where this run has been there, else on by training.
   * @param {number} step
   * @returns {Promise<import('../core/wasm.js').Summary>} where training stands then
   * @throws {Error} where `step` is not a whole number of 0 or more
   */
  async goto(step) {
    scripted.checkStep(step);
    await this.ready;
    return scripted.goto(this.#open(), step);
  }

  /**
   * The address that opens the page as it is now, in any browser.
   * @param {import('../state/schema.js').Change} [but] what is to be otherwise there; settings that are left out stay
   * @throws {Error} where something of it is not allowed in a state
   */
  link(but = {}) {
    return `${location.href.split('#')[0]}#${scripted.linkText(this.state, but)}`;
  }

  /** How many updates have been made. */
  get step() {
    return this.#open().state.step;
  }

  /**
   * One number of the pass.
   * @param {string} address `affine1.out[0,7]`
   * @throws {Error} with a sentence, where there is no such number
   */
  value(address) {
    return scripted.value(this.#open(), address);
  }

  /**
   * A tensor of the pass, or a part of it.
   * @param {string} address `affine2.w`, `affine1.out[0]`
   * @throws {Error} with a sentence, where there is no such tensor
   */
  tensor(address) {
    return scripted.tensor(this.#open(), address);
  }

  /**
   * How a number of the pass came about. In a sum, every term has its `part`, and the parts add up to `value`.
   * @param {string} address
   * @throws {Error} with a sentence, where there is no such number
   */
  explain(address) {
    return scripted.explain(this.#open(), address);
  }

  /** Begins again with the same seed and settings. */
  reset() {
    this.#open().dispatch('reset');
  }

  /** The colours, to learn from and to test with; those of a custom set in the order in which they came. */
  get data() {
    return scripted.data(this.#open());
  }

  /** Sets a custom set and lets the network begin to learn it. Rows that can't be used are named in a message. */
  set data(given) {
    scripted.setData(this.#open(), given);
  }

  /**
   * The network's answers to any colours, with its present weights.
   * @param {number[][]} colours `[[r, g, b], …]`, 0 to 255 each
   * @returns {Promise<{ label: string, probabilities: number[] }[]>} probabilities in the order of the classes
   * @throws {Error} where something is no colour
   */
  async predict(colours) {
    const channels = scripted.checkColours(colours);
    await this.ready;
    return scripted.predict(this.#open(), channels);
  }

  /**
   * Shows an offer of the page around the element, with a button; it waits until no problem is shown.
   * @param {'updated' | 'left'} code by which its words are found
   * @param {() => void} act what the button does
   */
  notify(code, act) {
    this.#session?.notices.add({ code, act });
    this.#changed();
  }

  /** Loads the core and starts, once. */
  #begin() {
    if (this.#begun) return;
    this.#begun = true;
    Promise.all([load(), this.#styled])
      .then(([bindings]) => this.#start(bindings))
      .catch((problem) => this.#fail(problem));
  }

  /** @param {import('../core/wasm.js').Bindings} bindings */
  #start(bindings) {
    const fills = () => this.hasAttribute('fill');
    const { session, persistence, listen } = startSession(bindings, this.#draft, fills() ? location.hash.slice(1) : null, this.#called);
    [this.#session, this.#persistence, this.#listen] = [session, persistence, listen];
    session.navigation.expect(this.#draft.expected());
    this.#display = createDisplay(this.#app, session, { fills, link: (but) => this.link(but), dark: this.#dark });
    this.#press = createKeyboard(session, { fills, help: this.#display.help });
    session.subscribe(this.#changed);
    listen?.(this.#connection.signal);
    this.#changed();
    session.changes.arrival().then(() => {
      session.commit(() => session.navigation.arrive());
      this.#arrived = true;
      this.#settle();
    });
  }

  /** @param {unknown} problem what kept the core from loading */
  #fail(problem) {
    const known = understood(problem);
    this.#app.replaceChildren(h('p', { class: 'loading', role: 'alert' }, problemOf(TEXT[this.#draft.state.lang], known)));
    this.#settle(known);
  }

  /** Opens the state that the address holds, if it does. */
  #follow = () => {
    const given = givenBy(location.hash.slice(1));
    if (given) this.#take(given, true);
  };

  /**
   * Puts what of a given object is allowed into the state, and names the rest.
   * @param {unknown} given
   * @param {boolean} linked whether it came with a link
   */
  #take(given, linked) {
    if (!this.#session) {
      this.#draft.take(given);
      return;
    }
    const { store, dispatch } = this.#session;
    const intake = changeOf(given, { ...store.state, step: store.lab.step() });
    if (linked && intake.change.own) this.#persistence?.lend(intake.change.own);
    dispatch('take', intake, this.#called);
  }

  /**
   * The names of keys of the state, as they are called where they were written.
   * @param {string[]} keys
   */
  #called = (keys) => listed(keys.map((key) => (Object.hasOwn(WRITTEN, key) && this.hasAttribute(WRITTEN[key]) ? WRITTEN[key] : key)));

  /** Takes over the properties that were set before the element was defined. */
  #upgrade() {
    for (const key of /** @type {const} */ (['state', 'stop'])) {
      if (!Object.hasOwn(this, key)) continue;
      const given = this[key];
      Reflect.deleteProperty(this, key);
      Object.assign(this, { [key]: given });
    }
  }

  /** Shows the session as it is now, where it can be seen, and dispatches `statechange`. */
  #changed = () => {
    if (!this.#session || !this.#display) return;
    const now = JSON.stringify(this.#session.state);
    const changed = now !== this.#told;
    // A learner who goes on has seen where they are.
    if (changed && this.#arrived) this.#session.notices.withdraw('left');
    this.#visibility.show();
    if (!changed) return;
    this.#told = now;
    this.dispatchEvent(new CustomEvent('statechange', { detail: this.state }));
  };

  /** @returns {Session} the session, once it has begun */
  #open() {
    if (!this.#session) throw new CoreError('notReady', {}, 'the element is still loading; await its promise `ready` first');
    return this.#session;
  }

  /** @param {Event} event */
  #key = (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    const [focus] = event.composedPath();
    const control = focus instanceof Element && focus !== this ? focus : null;
    const inDialog = this.#app.querySelector('dialog[open]') !== null;
    if (!inDialog) this.#press?.(event, control);
    // A deck of slides around must not act on the same key a second time.
    if (!this.hasAttribute('fill') && (inDialog || event.defaultPrevented || keeps(control, event))) event.stopPropagation();
  };
}

// Two scripts of one page may both bring it.
if (!customElements.get('irozuku-demo')) customElements.define('irozuku-demo', IrozukuDemo);
