// <irozuku-demo>: the element, and the only place where the journey and the views meet.
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
import { UNDONE, createActs } from '../app/actions.js';
import { stylesheets } from '../assets.js';
import { NAMES, WRITTEN, changeIn } from './attributes.js';
import { same } from '../core/workbench.js';
import { createClassroom } from '../lesson/controller.js';
import { CoreError, load, understood } from '../core/wasm.js';
import { Journey } from '../app/session.js';
import { badRows, channelsOf, dataOf, ownFrom } from '../colours/records.js';
import { attend } from '../embed/frame.js';
import { changeOf } from '../state/intake.js';
import { createKeys, keeps } from '../app/keyboard.js';
import { unknownIn } from '../lesson/index.js';
import { givenBy, textOf } from '../state/url.js';
import { addressIn } from '../state/readers.js';
import { answersOf } from '../colours/regions.js';
import { alone, stopOf, stopsOf } from '../embed/scenes.js';
import { createSight } from './visibility.js';
import { language } from '../state/language.js';
import { createPersistence } from '../state/persistence.js';
import { cleaned, initial, listed } from '../state/schema.js';
import { createStops } from '../app/stops.js';
import { namedIn, problemOf, sentenceOf } from '../explain/narration.js';
import { TEXT, languageFor } from '../text/index.js';
import { HUES } from '../util/tint.js';
import { createViews } from '../view/index.js';
import { h } from '../view/dom.js';
import { createWork } from '../app/work.js';
import { notebookFor } from '../export/notebook/index.js';

export class IrozukuDemo extends HTMLElement {
  /** @type {Journey | null} */
  #journey = null;
  /** The state before there is a journey. */
  #first = { ...initial(), lang: languageFor(language(), navigator.languages) };
  /** @type {import('../app/actions.js').Acts | null} */
  #acts = null;
  /** @type {import('../lesson/controller.js').Classroom | null} */
  #classroom = null;
  /** @type {ReturnType<typeof createViews> | null} */
  #views = null;
  /** What is under the pointer or the keyboard. @type {import('../app/view-model.js').Target} */
  #pointed = null;
  /** What was asked for before there was a journey. @type {Partial<import('../state/schema.js').State>} */
  #given = {};
  /** Names of what was wrong in a state that was given before there was a journey. @type {string[]} */
  #wrong = [];
  /** Ends the listening of this connection to the document. */
  #connection = new AbortController();
  /** The state as it was last told. */
  #told = '';
  /** What outlives the page, where it is the learner's own. A scene on a slide keeps nothing. @type {import('../state/persistence.js').Persistence | null} */
  #persistence = null;
  /** Why something can't be kept, until it is told. @type {import('../state/storage.js').Problem | null} */
  #lost = null;
  #press = createKeys({ fills: () => this.hasAttribute('fill'), playing: () => this.#work.playing(), stop: () => this.#stop(), help: () => this.#views?.help() });
  /** @type {import('../app/view-model.js').Model | null} */
  #moment = null;
  /** How far the gradient check nudges; null while it is closed. @type {number | null} */
  #nudge = null;
  /** What the page has to tell, and offers to do; the last is told first. @type {{ code: 'updated' | 'left', act: () => void }[]} */
  #notices = [];
  #app = h('div', { class: 'app' });
  #dark = matchMedia('(prefers-color-scheme: dark)');
  #work = createWork({ open: () => this.#open(), act: (work) => this.#do(work) });
  #stops = createStops({ open: () => this.#open(), act: (work) => this.#do(work), halt: () => this.#stop(), travel: () => this.#work.travel() });
  /** The stop that was asked for before there was a journey. @type {number | null} */
  #wanted = null;
  #sight = createSight({
    come: () => {
      this.#begin();
      this.#work.wake();
    },
    go: () => {
      this.#work.rest();
      this.#views?.rest();
    },
    draw: () => this.#show(),
  });
  #begun = false;
  /** Whether it stands where it was to begin. */
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
    // Whoever waits for `ready` hears of a failure; whoever does not reads it on the page.
    this.#ready.catch(() => {});
    // Nothing is shown before it has its style.
    this.#app.hidden = true;
    const root = this.attachShadow({ mode: 'open' });
    root.append(h('div', { class: 'ground' }, this.#app));
    this.#styled = stylesheets()
      .then((sheets) => (root.adoptedStyleSheets = sheets))
      .finally(() => (this.#app.hidden = false));
    // Who has begun to wait for it is told below.
    this.#styled.catch(() => {});
    this.#app.append(h('p', { class: 'loading', role: 'status' }, TEXT[this.#first.lang].loading));
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
    this.#dark.addEventListener('change', this.#render, { signal });
    // What is out of sight is on paper all the same.
    window.addEventListener('beforeprint', () => this.draw(), { signal });
    if (this.hasAttribute('fill')) {
      // What stands there for the case that this script does not come.
      this.replaceChildren();
      window.addEventListener('hashchange', this.#follow, { signal });
      if (window.parent !== window) attend(this, window.parent, signal);
      this.#persistence?.attend(signal);
    } else if (!this.#begun) this.#inherit();
    this.#sight.watch(this);
    this.#render();
  }

  disconnectedCallback() {
    // One that is only moved goes on.
    queueMicrotask(() => this.isConnected || this.#stop());
    this.#sight.end();
    this.#connection.abort();
  }

  /** Settled when the element can be used; rejected where the core could not be loaded. */
  get ready() {
    this.#begin();
    return this.#ready;
  }

  /** A copy of the state. */
  get state() {
    const journey = this.#journey;
    return structuredClone(journey ? { ...journey.state, moves: journey.moves() } : this.#first);
  }

  /** Puts what of the given object is allowed into the state; the rest is named in a message. */
  set state(given) {
    this.#take(given, false);
  }

  /** One place on in the walk: the next layer, the update, and then the next pass; in a scene, its next stop. */
  forward() {
    this.#walk(1);
  }

  /** One place back in the walk; from the beginning of a pass, to the end of the one before it. */
  back() {
    this.#walk(-1);
  }

  /** Ends what plays. */
  rest() {
    this.#stop();
  }

  /** Draws what has changed out of sight, for a picture or for paper. */
  draw() {
    this.#sight.catchUp();
  }

  /** How many stops the walk of the scene has; at least one. */
  get stops() {
    return stopsOf(this.#journey?.state ?? this.#first).length;
  }

  /** On which stop of the scene's walk it stands, from 0; between two, the one before. */
  get stop() {
    return this.#wanted ?? stopOf(this.#journey?.state ?? this.#first);
  }

  /** Goes to a stop of the scene's walk, on or back; also before it is ready. What is no number is left alone. */
  set stop(index) {
    if (!Number.isFinite(index)) return;
    if (this.#journey) {
      this.#wanted = null;
      this.#stops.go(Math.round(index));
    } else this.#wanted = Math.min(this.stops - 1, Math.max(0, Math.round(index)));
  }

  /**
   * Trains for so many updates, and lets the page breathe meanwhile. Ends early where training diverges, and
   * where the learner does something else.
   * @param {number} steps
   * @returns {Promise<import('../core/wasm.js').Summary>} where training stands then
   * @throws {Error} where `steps` is not a finite number
   */
  async train(steps) {
    if (!Number.isFinite(steps)) throw new CoreError('setting', { field: 'steps', allowed: 'a finite number' }, 'train needs a finite number of steps');
    await this.ready;
    await this.#work.train(steps);
    return this.#open().summary();
  }

  /**
   * The address that opens the page as it is now, in any browser.
   * @param {import('../state/schema.js').Change} [but] what is to be otherwise there; settings that are left out stay
   * @throws {Error} where something of it is not allowed in a state
   */
  link(but = {}) {
    const { state } = this;
    const { change, wrong } = cleaned(but, state);
    wrong.push(...unknownIn(change));
    if (wrong.length > 0) throw new CoreError('badState', { keys: listed(wrong) }, `link can't be given these values: ${listed(wrong)}`);
    return `${location.href.split('#')[0]}#${textOf({ ...state, ...change })}`;
  }

  /** How many updates have been made. */
  get step() {
    return this.#open().state.step;
  }

  /**
   * Goes to a training step: exactly where this run has been there, else on by training.
   * @param {number} step
   * @returns {Promise<import('../core/wasm.js').Summary>} where training stands then
   * @throws {Error} where `step` is not a number of 0 or more
   */
  async goto(step) {
    if (!Number.isInteger(step) || step < 0) throw new CoreError('setting', { field: 'step', allowed: '0, 1, 2, …' }, 'goto needs a whole number of 0 or more');
    await this.ready;
    this.#stop();
    const furthest = this.#open().lab.furthest();
    this.#do((journey) => journey.put({ step: Math.min(step, furthest) }));
    return this.train(step - this.step);
  }

  /**
   * One number of the pass.
   * @param {string} address `affine1.out[0,7]`
   * @returns {number}
   * @throws {Error} with a sentence, where there is no such number
   */
  value(address) {
    return this.#open().lab.value(addressIn(address));
  }

  /**
   * A tensor of the pass, or a part of it.
   * @param {string} address `affine2.w`, `affine1.out[0]`
   * @returns {{ shape: number[], data: Float32Array }} `data` in row order
   * @throws {Error} with a sentence, where there is no such tensor
   */
  tensor(address) {
    const { lab } = this.#open();
    const named = addressIn(address);
    return { shape: [...lab.shape(named)], data: lab.tensor(named) };
  }

  /**
   * How a number of the pass came about. In a sum, every term has its `part`, and the parts add up to `value`.
   * @param {string} address
   * @throws {Error} with a sentence, where there is no such number
   */
  explain(address) {
    const journey = this.#open();
    const { value, operation, terms, numpy, rust } = journey.explain(addressIn(address));
    const { kind, ...more } = operation;
    const sentence = sentenceOf(TEXT[journey.state.lang], { address, value, operation, terms, numpy, rust });
    return { address, value, operation: kind, ...more, sentence, terms, code: { numpy, ...rust } };
  }

  /** Begins again with the same seed and settings. */
  reset() {
    this.#open();
    this.#acts?.reset();
  }

  /** The colours, to learn from and to test with; one's own in the order in which they came. */
  get data() {
    const { state, data } = this.#open();
    return dataOf(state, data);
  }

  /** Sets one's own colours and lets the network begin to learn them. What can't be used is told, not thrown. */
  set data(given) {
    this.#open();
    const { own, bad } = ownFrom(given);
    if (own) this.#acts?.replace(own);
    if (bad.length > 0) this.#do((journey) => (journey.problem = new CoreError(own ? 'badData' : 'noData', { rows: badRows(bad) })));
  }

  /**
   * The network's answers to any colours, with its present weights.
   * @param {number[][]} colours `[[r, g, b], …]`, 0 to 255 each
   * @returns {Promise<{ label: string, probabilities: number[] }[]>} probabilities in the order of the classes
   * @throws {Error} where something is no colour
   */
  async predict(colours) {
    const channels = channelsOf(colours);
    if (!channels) throw new CoreError('setting', { field: 'colours', allowed: '[[r, g, b], …], 0 to 255' }, 'predict needs [[r, g, b], …] with whole numbers from 0 to 255');
    await this.ready;
    const { lab, data } = this.#open();
    const [flat, n] = [lab.predict(channels), data.classes.length];
    const answers = answersOf(flat, n);
    return Array.from({ length: channels.length / 3 }, (_, row) => {
      const probabilities = [...flat.subarray(row * n, (row + 1) * n)];
      return { label: data.classes[answers[row]], probabilities };
    });
  }

  /**
   * Tells the learner something of the page around the element, with a button to do it; it waits until nothing else is told.
   * @param {'updated' | 'left'} code by which its words are found
   * @param {() => void} act what the button does
   */
  notify(code, act) {
    this.#withdraw(code);
    // Where the page was left is told first: it goes with the first step on.
    const place = code === 'left' ? this.#notices.length : 0;
    this.#notices.splice(place, 0, { code, act });
    this.#render();
  }

  /** @param {import('../core/wasm.js').Bindings} bindings */
  #start(bindings) {
    const fills = this.hasAttribute('fill');
    const linked = fills ? givenBy(location.hash.slice(1)) : null;
    if (fills && !alone({ ...this.#first, ...this.#given, ...linked })) this.#persistence = this.#persist();
    const recalled = this.#persistence?.recall(this.#first, linked !== null);
    this.#wrong.push(...(recalled?.wrong ?? []));
    const { own } = this.#first;
    if (this.#given.own) this.#persistence?.lend(this.#given.own);
    Object.assign(this.#first, this.#given);
    if (fills) this.#follow();
    const wanted = { ...this.#first };
    this.#journey = this.#setOut(bindings);
    // A link has brought other colours: one's own can be had back.
    const spare = recalled?.spare ?? [];
    if (!same(own, this.#journey.state.own) && own.colours !== '') spare.push(own);
    spare.forEach(this.#journey.past.remember);
    if (this.#journey.progress() === null) this.#wrong.push(...this.#journey.missed(wanted));
    if (this.#wrong.length > 0) this.#journey.problem = new CoreError('badState', { keys: this.#called(this.#wrong) });
    this.#acts = createActs({
      open: () => this.#open(),
      do: (work) => this.#do(work),
      stop: () => this.#stop(),
      on: (by) => this.#walk(by, true),
      travel: () => this.#work.travel(),
      train: (steps) => this.#work.train(steps),
      play: () => {
        this.#work.play();
        this.#render();
      },
      link: (but) => this.link(but),
      code: (text) => bindings.qrCode(text),
      nudge: (size) => {
        this.#nudge = size;
        this.#render();
      },
      hover: (target) => {
        this.#pointed = target;
        this.#point();
      },
      later: (work, milliseconds) => void setTimeout(work, milliseconds),
      accept: () => this.#notice()?.act(),
      decline: () => this.#notices.pop(),
    });
    this.#classroom = createClassroom({
      open: () => this.#open(),
      do: (work) => this.#do(work),
      stop: () => this.#stop(),
      travel: () => this.#work.travel(),
      refresh: () => this.#render(),
      acts: this.#acts,
      train: (steps) => this.#work.train(steps),
      bindings,
      storage: this.#persistence?.storage ?? null,
      lost: (problem) => (this.#lost = problem),
      notebook: () => notebookFor(this.#open(), TEXT[this.#open().state.lang].notebook),
    });
    this.#views = createViews(this.#acts, this.#classroom.lesson);
    this.#app.replaceChildren(...this.#views.elements);
    // A click leaves the focus nowhere, so that the space bar goes on walking; numbers keep it for the arrows.
    this.#app.addEventListener('click', (event) => {
      const control = event.target instanceof Element ? event.target.closest('button, input[type=checkbox]') : null;
      // In somebody's deck its keys go on, whatever was pointed at.
      const kept = this.hasAttribute('fill') ? '[data-address], .tile, dialog *' : 'dialog *';
      if (event.detail > 0 && control instanceof HTMLElement && !control.matches(kept)) control.blur();
    });
    // A choice made in a menu leaves the keys to the walk again.
    this.#app.addEventListener('change', (event) => {
      if (event.target instanceof HTMLSelectElement) event.target.blur();
    });
    this.#persistence?.attend(this.#connection.signal);
    if (recalled?.left) this.notify('left', () => this.#startAnew());
    this.#render();
    this.#work.travel().finally(() => {
      if (this.#wanted !== null) this.#stops.go(this.#wanted);
      this.#wanted = null;
      this.#arrived = true;
      this.#settle();
    });
  }

  /**
   * One place on in the walk, or back; a stop that was asked for early gives way to it.
   * @param {number} by 1 or −1
   * @param {boolean} [around] whether the last stop is followed by the first
   */
  #walk(by, around) {
    this.#wanted = null;
    this.#stops.on(by, around);
  }

  /** The stores of the learner's own page, which hear of other tabs. */
  #persist() {
    return createPersistence({
      open: () => this.#open(),
      act: (work) => this.#do(work),
      hear: (key, value) => this.#classroom?.hear(key, value) && this.#render(),
    });
  }

  /** What is to be told now. On the way to a step that is only where the page was left, which can be declined. */
  #notice() {
    const last = this.#notices.at(-1) ?? null;
    const going = this.#journey?.progress() !== null;
    return going && last?.code !== 'left' ? null : last;
  }

  /** @param {'updated' | 'left'} code of what need not be told any more */
  #withdraw(code) {
    this.#notices = this.#notices.filter((notice) => notice.code !== code);
  }

  /** Begins as on the first visit. What was learned is kept as a run, the colours and the progress of the lesson as they are. */
  #startAnew() {
    this.#withdraw('left');
    this.#stop();
    const { settings, own, lang, theme, step, ...first } = initial();
    this.#do((journey) => {
      journey.past.begin(settings);
      journey.put(first);
    });
  }

  /** Loads the core and starts, once. */
  #begin() {
    if (this.#begun) return;
    this.#begun = true;
    Promise.all([load(), this.#styled])
      .then(([bindings]) => this.#start(bindings))
      .catch((problem) => this.#fail(problem));
  }

  /** The element speaks the language of the text around it, unless it was told another. */
  #inherit() {
    const around = this.parentElement?.closest('[lang]')?.getAttribute('lang')?.slice(0, 2) ?? null;
    if (this.#given.lang === undefined) this.#first.lang = languageFor(around, [this.#first.lang]);
  }

  /**
   * The journey from the first state; where the core refuses its settings, from the lecture's.
   * @param {import('../core/wasm.js').Bindings} bindings
   */
  #setOut(bindings) {
    try {
      return new Journey(bindings, { ...this.#first });
    } catch (problem) {
      const { lang, theme, own } = this.#first;
      const journey = new Journey(bindings, { ...initial(), lang, theme, own });
      journey.problem = understood(problem);
      return journey;
    }
  }

  /** Ends whatever is under way. */
  #stop() {
    if (this.#journey) this.#work.stop();
  }

  /** Opens the state that the address tells of, if it does. */
  #follow = () => {
    const given = givenBy(location.hash.slice(1));
    if (!given) return;
    this.#take(given, true);
  };

  /**
   * Puts what of a given object is allowed into the state, and names the rest.
   * @param {unknown} given
   * @param {boolean} linked whether it came with a link
   */
  #take(given, linked) {
    const present = this.#journey?.state ?? this.#first;
    const { change, wrong, asked } = changeOf(given, { ...present, step: this.#journey?.lab.step() ?? present.step });
    if (linked && change.own) this.#persistence?.lend(change.own);
    if (!this.#journey) {
      Object.assign(this.#first, change);
      Object.assign(this.#given, change);
      // What was given anew is no longer wrong.
      this.#wrong = [...this.#wrong.filter((key) => !Object.hasOwn(Object(asked), key)), ...wrong];
      return;
    }
    if (change.settings || change.own || change.step !== undefined || change.moves !== undefined || change.at !== undefined) this.#stop();
    this.#do((journey) => {
      journey.put(change);
      // On a way that is still to be made nothing can be compared yet.
      if (journey.progress() === null) wrong.push(...journey.missed(change));
      if (wrong.length > 0) journey.problem = new CoreError('badState', { keys: this.#called(wrong) });
    });
    this.#work.travel();
  }

  /**
   * What was wrong, as it is called where it was written.
   * @param {string[]} keys of the state
   */
  #called(keys) {
    const names = keys.map((key) => (Object.hasOwn(WRITTEN, key) && this.hasAttribute(WRITTEN[key]) ? WRITTEN[key] : key));
    return listed(names);
  }

  /** What was set before the element was known, on the bare element. */
  #upgrade() {
    for (const key of /** @type {const} */ (['state', 'stop'])) {
      if (!Object.hasOwn(this, key)) continue;
      const given = this[key];
      Reflect.deleteProperty(this, key);
      Object.assign(this, { [key]: given });
    }
  }

  /**
   * Does something with the journey, tells the learner if it fails, and shows what has become of it.
   * @param {(journey: Journey) => void} work
   */
  #do(work) {
    const journey = this.#open();
    try {
      work(journey);
    } catch (problem) {
      journey.problem = understood(problem);
    }
    this.#lost = this.#persistence?.keep(journey) ?? this.#lost;
    // What can still be taken back is offered first.
    if (this.#lost && !journey.problem) {
      journey.problem = new CoreError(this.#lost);
      this.#lost = null;
    }
    this.#render();
  }

  /** Shows the moment as it is, where it can be seen, and tells of it. */
  #render = () => {
    if (!this.#journey || !this.#views) return;
    const now = JSON.stringify(this.#journey.state);
    const changed = now !== this.#told;
    // Who goes on has seen where they are.
    if (changed && this.#arrived) this.#withdraw('left');
    this.#sight.show();
    if (!changed) return;
    this.#told = now;
    this.dispatchEvent(new CustomEvent('statechange', { detail: this.state }));
  };

  /** Gives the views the moment as it is. */
  #show() {
    if (!this.#journey || !this.#views) return;
    const { state, problem } = this.#journey;
    const notice = problem ? null : this.#notice();
    const told = problem ?? (notice && new CoreError(notice.code));
    const text = TEXT[state.lang];
    const dark = state.theme === 'dark' || (state.theme === 'auto' && this.#dark.matches);
    const hues = dark ? HUES.dark : HUES.light;
    this.#app.dataset.theme = state.theme;
    this.#app.lang = state.lang;
    this.#app.style.setProperty('--plus', `rgb(${hues.plus})`);
    this.#app.style.setProperty('--minus', `rgb(${hues.minus})`);
    if (this.hasAttribute('fill')) document.documentElement.lang = state.lang;
    const playing = this.#work.playing();
    const moment = this.#journey.describe(this.#pointed, { dark, playing });
    const { selected, explanation } = moment;
    const shown = {
      ...moment,
      sentence: explanation ? sentenceOf(text, explanation) : '',
      check: selected && this.#nudge !== null ? this.#journey.check(selected, this.#nudge) : null,
      nudge: this.#nudge,
      text,
      dark,
      playing,
      message: told ? problemOf(text, told) : null,
      canUndo: UNDONE.includes(problem?.code ?? ''),
      offer: notice ? text.offers[notice.code] : null,
      lesson: null,
      neuron: null,
      written: {},
      solo: alone(state) ? { stop: stopOf(state), stops: stopsOf(state).length } : null,
    };
    this.#moment = { ...shown, named: namedIn(shown) };
    this.#classroom?.attend(this.#moment);
    this.#views.update(this.#moment);
  }

  /** Shows what is pointed at; nothing else has changed. */
  #point() {
    if (!this.#moment || !this.#views || !this.#journey) return;
    this.#moment.spot = this.#pointed;
    this.#moment.pointed = this.#journey.target(this.#pointed, this.#moment.columns);
    this.#views.point(this.#moment);
  }

  /** @returns {Journey} the journey, once it has begun */
  #open() {
    if (!this.#journey) throw new CoreError('notReady', {}, 'the element is still loading; await its promise `ready` first');
    return this.#journey;
  }

  /** @param {unknown} problem what kept the core from loading */
  #fail(problem) {
    const known = understood(problem);
    this.#app.replaceChildren(h('p', { class: 'loading', role: 'alert' }, problemOf(TEXT[this.#first.lang], known)));
    this.#settle(known);
  }

  /** @param {Event} event */
  #key = (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    const [focus] = event.composedPath();
    const control = focus instanceof Element && focus !== this ? focus : null;
    const inDialog = this.#app.querySelector('dialog[open]') !== null;
    if (this.#acts && this.#classroom && this.#journey && !inDialog) this.#press(event, control, this.#journey, this.#acts, this.#classroom.lesson);
    // What is done here is not done a second time by the page around, such as a deck of slides.
    if (!this.hasAttribute('fill') && (inDialog || event.defaultPrevented || keeps(control, event))) event.stopPropagation();
  };
}

// Two scripts of one page may both bring it.
if (!customElements.get('irozuku-demo')) customElements.define('irozuku-demo', IrozukuDemo);
