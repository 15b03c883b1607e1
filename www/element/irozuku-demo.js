// <irozuku-demo>: the element, as other pages see it. Its life on a page is in host.js.
//
// Properties   state (get, set)   a plain object, see state/schema.js, or the text of a link; wrong keys in a given one are
//                                 reported, not thrown
//              ready              a promise, settled when the element can be used; reading it begins the loading
// Methods      forward(), back()  to the next position or stop, and back
//              reset()            the same seed from its beginning
//              predict(inputs)    a promise of [{ label, probabilities }, …] for [[r, g, b], …], or for pictures
//              train(steps)       a promise of the summary after so many updates
//              link(but)          the address of the page as it is now, but for a change; throws where that is wrong
//              notify(code, act)  shows an offer of the page around the element, with a button
//              goto(step)         a promise of the summary there: exactly as it was, or on by training
//              value(address)     one number of the pass: value('affine1.out[0,7]')
//              tensor(address)    { shape, data } of a tensor or a part of it: tensor('affine2.w')
//              explain(address)   { address, from, mean, value, operation, sentence, terms, code }: how a number came about
//              rest()             ends the running job
//              draw()             draws it although it is out of sight, for a picture or for paper
//              stops              how many stops the scene has
//              stop (get, set)    on which of them it stands, from 0
//              data (get, set)    the colours: [{ r, g, b, label }, …]; those that are set are the learner's own
// Event        statechange        after every change; its detail is the state
// Attributes   fill               the element fills the window, and keys work wherever the focus is
//              lang, theme, chapter, scene, controls, color, seed, step, at, state: see attributes.js. Each is a property,
//                                 too: setting it does what the attribute does, reading it says what is
//              allow-origin       with fill: the only page around that may lead it by messages, see embed/frame.js
//
// It begins when it is seen for the first time, and rests while it can't be seen: nothing plays and nothing is drawn. What
// was asked for by number (a step, a stop, so many updates) is finished first.
import { NAMES, changeOf, wordOf } from './attributes.js';
import { createHost } from './host.js';
import * as scripted from './interface.js';
import { hex } from '../util/format.js';

/** Without a page, on a server, there is no such class, and no element is made. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

export class IrozukuDemo extends Base {
  /** @type {import('./attributes.js').Asked} */
  #asked = new Map();
  #host = createHost(this, this.#asked);

  constructor() {
    super();
    // Takes over the properties that were set before the element was defined.
    for (const key of ['fill', ...NAMES, 'stop']) {
      if (!Object.hasOwn(this, key)) continue;
      const given = this[/** @type {'stop'} */ (key)];
      Reflect.deleteProperty(this, key);
      Object.assign(this, { [key]: given });
    }
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
    } else if (before !== value) this.#ask(name, value);
  }

  /**
   * @param {string} name of an attribute, or of its property
   * @param {string | null} value
   */
  #ask(name, value) {
    this.#asked.set(name, value);
    this.#host.take(changeOf(this.#asked, name));
  }

  /** The state before the element is ready, too. */
  get #state() {
    return this.#host.session()?.state ?? this.#host.draft.state;
  }

  connectedCallback() {
    this.#host.connect();
  }

  disconnectedCallback() {
    this.#host.disconnect();
  }

  /** Settled when the element can be used; rejected where the core could not be loaded. */
  get ready() {
    return this.#host.ready();
  }

  /** A copy of the state. */
  get state() {
    return this.#host.session()?.snapshot() ?? structuredClone(this.#host.draft.state);
  }

  /** Puts the allowed part of the given object, or of the text of a link, into the state; the rest is named in a message. */
  set state(given) {
    if (typeof given === 'string' || !given) this.#ask('state', wordOf(given));
    else this.#host.take(given, 'script');
  }

  /** Whether the element fills the window. */
  get fill() {
    return this.hasAttribute('fill');
  }

  set fill(on) {
    this.toggleAttribute('fill', Boolean(on) || String(on) === '');
  }

  /** The language, `ja` or `en`. */
  get lang() {
    return this.#state.lang;
  }

  set lang(value) {
    this.#ask('lang', wordOf(value));
  }

  get theme() {
    return this.#state.theme;
  }

  set theme(value) {
    this.#ask('theme', wordOf(value));
  }

  /** The step of the lesson that is open; empty where none is. */
  get chapter() {
    return this.#state.lesson;
  }

  set chapter(value) {
    this.#ask('chapter', wordOf(value));
  }

  get scene() {
    return this.#state.scene;
  }

  set scene(value) {
    this.#ask('scene', wordOf(value));
  }

  get controls() {
    return this.#state.controls;
  }

  set controls(value) {
    this.#ask('controls', wordOf(value));
  }

  /** The picked colour: read as `#e93f7f`. */
  get color() {
    return hex(this.#state.color);
  }

  set color(value) {
    this.#ask('color', wordOf(value));
  }

  get seed() {
    return this.#state.settings.seed;
  }

  set seed(value) {
    this.#ask('seed', wordOf(value));
  }

  /** How many updates have been made. */
  get step() {
    return this.#state.step;
  }

  set step(value) {
    this.#ask('step', wordOf(value));
  }

  /** The place in the pass: `forward:affine1`. A layer or the address of a number can be set, too. */
  get at() {
    return this.#state.at;
  }

  set at(value) {
    this.#ask('at', wordOf(value));
  }

  /** One place on: the next layer, the update, and then the next pass; in a scene, its next stop. */
  forward() {
    this.#host.draft.expect(null);
    this.#host.open().dispatch('forward', false);
  }

  /** One place back; from the beginning of a pass, to the end of the one before it. */
  back() {
    this.#host.draft.expect(null);
    this.#host.open().dispatch('back');
  }

  /** Ends whatever is running. */
  rest() {
    this.#host.session()?.dispatch('rest');
  }

  /** Finishes what was asked for by number, and draws what has changed out of sight, for a picture or for paper. */
  draw() {
    this.#host.draw();
  }

  /** How many stops the scene has; at least one. */
  get stops() {
    return this.#host.session()?.navigation.stops() ?? this.#host.draft.stops();
  }

  /** On which stop of the scene it stands, from 0; between two, the one before. */
  get stop() {
    return this.#host.session()?.navigation.stop() ?? this.#host.draft.stop();
  }

  /** Goes to a stop of the scene, on or back; also before it is ready. Anything but a number is ignored. */
  set stop(index) {
    if (!Number.isFinite(index)) return;
    const session = this.#host.session();
    if (session) session.dispatch('stop', Math.round(index));
    else this.#host.draft.expect(Math.round(index));
  }

  /**
   * Trains for so many updates, in slices. Ends early where training diverges, and where something else is done.
   * @param {number} steps
   * @returns {Promise<import('../core/wasm.js').Summary>} where training stands then
   * @throws {Error} where `steps` is not a finite number, and where the element is taken out of its page before the end
   */
  async train(steps) {
    scripted.checkSteps(steps);
    await this.ready;
    return this.#host.whole(scripted.train(this.#host.open(), steps));
  }

  /**
   * Goes to a training step: exactly where this run has been there, else on by training.
   * @param {number} step
   * @returns {Promise<import('../core/wasm.js').Summary>} where training stands then
   * @throws {Error} where `step` is not a whole number of 0 or more, and where the element is taken out of its page on the way
   */
  async goto(step) {
    scripted.checkStep(step);
    await this.ready;
    return this.#host.whole(scripted.goto(this.#host.open(), step));
  }

  /**
   * The address that opens the page as it is now, in any browser.
   * @param {import('../state/schema.js').Change} [but] the change; settings that are left out stay
   * @throws {Error} where something of it is not allowed in a state
   */
  link(but = {}) {
    return `${location.href.split('#')[0]}#${scripted.linkText(this.state, but)}`;
  }

  /**
   * One number of the pass.
   * @param {string} address `affine1.out[0,7]`
   * @throws {Error} with a sentence, where there is no such number
   */
  value(address) {
    return scripted.value(this.#host.open(), address);
  }

  /**
   * A tensor of the pass, or a part of it.
   * @param {string} address `affine2.w`, `affine1.out[0]`
   * @throws {Error} with a sentence, where there is no such tensor
   */
  tensor(address) {
    return scripted.tensor(this.#host.open(), address);
  }

  /**
   * How a number of the pass came about. In a sum, every term has its `part`, and the parts add up to `value`.
   * @param {string} address
   * @throws {Error} with a sentence, where there is no such number
   */
  explain(address) {
    return scripted.explain(this.#host.open(), address);
  }

  /**
   * The address of the number that the stage shows at a point of the window.
   * @param {number} clientX px, as an event has it
   * @param {number} clientY px
   * @returns {string | null} null where there is none
   */
  addressAt(clientX, clientY) {
    return this.#host.addressAt(clientX, clientY);
  }

  /** Begins again with the same seed and settings. */
  reset() {
    this.#host.open().dispatch('reset');
  }

  /**
   * The colours or pictures, to learn from and to test with; those of a custom set in the order in which they came.
   * @returns {(import('../colours/records.js').Labelled & Partial<import('../colours/records.js').LabelledPicture>)[]} of pictures without `r`, `g` and `b`
   */
  get data() {
    return /** @type {any} */ (scripted.data(this.#host.open()));
  }

  /** Sets a custom set and lets the network begin to learn it. Rows that can't be used are named in a message. */
  set data(given) {
    scripted.setData(this.#host.open(), given);
  }

  /**
   * Reads a table of colours in any usual form, and changes nothing: `demo.data = (await demo.readTable(text)).data`.
   * @param {string | ArrayBuffer | ArrayBufferView} table a text, or the bytes of a file
   * @param {import('../colours/table/told.js').Given} [options] what would be found or asked otherwise
   * @returns {Promise<import('../colours/table/told.js').Table>} rejected where it is neither a text nor bytes
   */
  async readTable(table, options) {
    return scripted.readTable(table, options ?? {}, this.state.lang);
  }

  /**
   * The network's answers to any colours or pictures, with its present weights.
   * @param {ArrayLike<number>[]} inputs `[[r, g, b], …]`, 0 to 255 each; where the data are pictures, lists of all their numbers
   * @returns {Promise<{ label: string, probabilities: number[] }[]>} probabilities in the order of the classes
   * @throws {Error} where something is no input of the data set
   */
  async predict(inputs) {
    await this.ready;
    return scripted.predict(this.#host.open(), inputs);
  }

  /**
   * Shows an offer of the page around the element, with a button; it waits until no problem is shown.
   * @param {'updated' | 'left'} code by which its words are found
   * @param {() => void} act the action of the button
   */
  notify(code, act) {
    this.#host.session()?.notices.add({ code, act });
    this.#host.changed();
  }
}

// Two scripts of one page may both bring it.
if (globalThis.customElements && !customElements.get('irozuku-demo')) customElements.define('irozuku-demo', IrozukuDemo);
