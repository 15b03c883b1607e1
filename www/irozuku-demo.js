// <irozuku-demo>: the element, and the only place where the journey and the views meet.
//
// Properties   state (get, set)   a plain object, see state.js; what is wrong in a given one is told, not thrown
//              ready              a promise, settled when the element can be used
// Methods      forward(), back()  one step of the walk
//              train(steps)       a promise of the summary after so many updates
//              value(address)     one number of the pass: value('affine1.out[0,7]')
//              tensor(address)    { shape, data } of a tensor or a part of it: tensor('affine2.w')
//              explain(address)   { address, value, operation, sentence, terms, code }: how a number came about
//              reset()            the same seed from its beginning
// Event        statechange        after every change; its detail is the state
// Attribute    fill               the element fills the window, and keys work wherever the focus is
import { CoreError, load, understood } from './core.js';
import { Journey } from './journey.js';
import { action } from './keys.js';
import { createPlayer } from './player.js';
import { cleaned, initial } from './state.js';
import { namedIn, sentenceOf } from './story.js';
import { TEXT, languageFor } from './text/index.js';
import { HUES } from './tint.js';
import { createViews } from './view/index.js';
import { h } from './view/dom.js';

/** Where the chosen language is remembered. */
const REMEMBERED = 'irozuku.lang';
/** How long `train` computes before the page gets a turn, ms. */
const TURN = 30;
/** The most updates of one turn. */
const CHUNK = 1e6;
/** How long an undo is offered, ms. */
const OFFER = 12_000;
/** How often a held key steps, ms. */
const REPEAT = 300;

export class IrozukuDemo extends HTMLElement {
  /** @type {Journey | null} */
  #journey = null;
  /** The state before there is a journey. */
  #first = { ...initial(), lang: languageFor(remembered(), navigator.languages) };
  /** @type {ReturnType<typeof createViews> | null} */
  #views = null;
  /** What is under the pointer or the keyboard. @type {import('./model.js').Target} */
  #pointed = null;
  /** Names of what was wrong in a state that was given before there was a journey. @type {string[]} */
  #wrong = [];
  /** Counts whatever ends a `train` that is under way. */
  #run = 0;
  /** Ends the listening of this connection to the document. */
  #connection = new AbortController();
  /** The state as it was last told. */
  #told = '';
  /** When a held key last did something, ms. */
  #repeated = 0;
  /** @type {import('./model.js').Model | null} */
  #moment = null;
  /** How far the gradient check nudges; null while it is closed. @type {number | null} */
  #nudge = null;
  #app = h('div', { class: 'app' });
  #dark = matchMedia('(prefers-color-scheme: dark)');
  #player = createPlayer({
    train: (steps, milliseconds) => this.#open().train(steps, milliseconds),
    speed: () => this.#open().state.speed,
    shown: () => this.#do((journey) => journey.look()),
  });
  /** @type {(problem?: CoreError) => void} */
  #settle = () => {};

  /** Settled when the element can be used; rejected where the core could not be loaded. */
  ready = new Promise((resolve, reject) => {
    this.#settle = (problem) => (problem ? reject(problem) : resolve(undefined));
  });

  constructor() {
    super();
    // Whoever waits for `ready` hears of a failure; whoever does not reads it on the page.
    this.ready.catch(() => {});
    const sheet = h('link', { rel: 'stylesheet', href: new URL('irozuku.css', import.meta.url).href });
    // Nothing is shown before it has its style; an element outside a document never gets one, and is ready all the same.
    const styled = new Promise((done) => ['load', 'error'].forEach((end) => sheet.addEventListener(end, done)));
    this.#app.hidden = true;
    styled.then(() => (this.#app.hidden = false));
    this.attachShadow({ mode: 'open' }).append(sheet, this.#app);
    this.#app.append(h('p', { class: 'loading', role: 'status' }, TEXT[this.#first.lang].loading));
    if (Object.hasOwn(this, 'state')) this.#upgrade();
    const parts = this.isConnected ? [load(), styled] : [load()];
    Promise.all(parts)
      .then(([bindings]) => this.#start(/** @type {import('./core.js').Bindings} */ (bindings)))
      .catch((problem) => this.#fail(problem));
  }

  static observedAttributes = ['fill'];

  attributeChangedCallback() {
    if (this.isConnected) this.connectedCallback();
  }

  connectedCallback() {
    this.#connection.abort();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    // For an element that fills the window keys work wherever the focus is.
    const target = this.hasAttribute('fill') ? document : this;
    target.addEventListener('keydown', this.#key, { signal });
    this.#dark.addEventListener('change', this.#render, { signal });
    this.#render();
  }

  disconnectedCallback() {
    this.#stop();
    this.#connection.abort();
  }

  /** A copy of the state. */
  get state() {
    return structuredClone(this.#journey?.state ?? this.#first);
  }

  /** Puts what of the given object is allowed into the state; the rest is named in a message. */
  set state(given) {
    const { change, wrong } = cleaned(given, this.#journey?.state ?? this.#first);
    if (!this.#journey) {
      Object.assign(this.#first, change);
      this.#wrong = wrong;
      return;
    }
    if (change.settings || change.step !== undefined || change.at !== undefined) this.#stop();
    this.#do((journey) => {
      journey.put(change);
      const { at, label, selected } = journey.state;
      if (change.at !== undefined && at !== change.at) wrong.push('at');
      if (change.label !== undefined && label !== change.label) wrong.push('label');
      if (change.selected !== undefined && selected !== change.selected) wrong.push('selected');
      if (wrong.length > 0) journey.problem = new CoreError('badState', { keys: wrong.join(', ') });
    });
  }

  /** One place on in the walk: the next layer, the update, and then the next pass. */
  forward() {
    this.#stop();
    this.#do((journey) => journey.forward());
  }

  /** One place back in the walk; from the beginning of a pass, to the end of the one before it. */
  back() {
    this.#stop();
    this.#do((journey) => journey.back());
  }

  /**
   * Trains for so many updates, and lets the page breathe meanwhile. Ends early where training diverges, and
   * where the learner does something else.
   * @param {number} steps
   * @returns {Promise<import('./core.js').Summary>} where training stands then
   * @throws {Error} where `steps` is not a finite number
   */
  async train(steps) {
    if (!Number.isFinite(steps)) throw new CoreError('setting', { field: 'steps', allowed: 'a finite number' }, 'train needs a finite number of steps');
    await this.ready;
    this.#stop();
    const run = this.#run;
    for (let left = Math.floor(steps); left > 0 && run === this.#run; ) {
      const made = this.#open().train(Math.min(left, CHUNK), TURN);
      this.#do((journey) => journey.look());
      if (made === 0) break;
      left -= made;
      await new Promise((done) => setTimeout(done));
    }
    return this.#open().lab.summary();
  }

  /**
   * One number of the pass.
   * @param {string} address `affine1.out[0,7]`
   * @returns {number}
   * @throws {Error} with a sentence, where there is no such number
   */
  value(address) {
    return this.#open().lab.value(address);
  }

  /**
   * A tensor of the pass, or a part of it.
   * @param {string} address `affine2.w`, `affine1.out[0]`
   * @returns {{ shape: number[], data: Float32Array }} `data` in row order
   * @throws {Error} with a sentence, where there is no such tensor
   */
  tensor(address) {
    const { lab } = this.#open();
    return { shape: [...lab.shape(address)], data: lab.tensor(address) };
  }

  /**
   * How a number of the pass came about. In a sum, every term has its `part`, and the parts add up to `value`.
   * @param {string} address
   * @throws {Error} with a sentence, where there is no such number
   */
  explain(address) {
    const journey = this.#open();
    const { value, operation, terms, numpy, rust } = journey.explain(address);
    const { kind, ...more } = operation;
    const sentence = sentenceOf(TEXT[journey.state.lang], { address, value, operation, terms, numpy, rust });
    return { address, value, operation: kind, ...more, sentence, terms, code: { numpy, ...rust } };
  }

  /** Begins again with the same seed and settings. */
  reset() {
    this.#stop();
    this.#do((journey) => journey.reset());
    this.#forgetSoon();
  }

  /** @param {import('./core.js').Bindings} bindings */
  #start(bindings) {
    this.#journey = new Journey(bindings, this.#first);
    if (this.#wrong.length > 0) this.#journey.problem = new CoreError('badState', { keys: this.#wrong.join(', ') });
    const put = (/** @type {Partial<import('./state.js').State>} */ change) => this.#do((journey) => journey.put(change));
    this.#views = createViews({
      lang: (lang) => {
        remember(lang);
        put({ lang });
      },
      theme: (theme) => put({ theme }),
      color: (rgb) => put({ color: /** @type {[number, number, number]} */ (rgb), label: null, scope: 'one' }),
      label: (label) => put({ label }),
      scope: (scope) => put({ scope }),
      row: (row) => put({ row }),
      sample: (sample) => this.#do((journey) => journey.sample(sample)),
      phase: (phase) => {
        this.#stop();
        this.#do((journey) => journey.phase(phase));
      },
      forward: () => this.forward(),
      back: () => this.back(),
      select: (selected) => put({ selected }),
      trail: (by) => this.#do((journey) => journey.follow(by)),
      blame: () => this.#do((journey) => journey.blame()),
      nudge: (size) => {
        this.#nudge = size;
        this.#render();
      },
      hover: (target) => {
        this.#pointed = target;
        this.#point();
      },
      play: () => this.#play(),
      one: () => this.train(1),
      speed: (speed) => put({ speed }),
      reset: () => this.reset(),
      newSeed: () => {
        this.#stop();
        this.#do((journey) => journey.newSeed());
        this.#forgetSoon();
      },
      undo: () => {
        this.#stop();
        this.#do((journey) => journey.undo());
      },
      log: (log) => put({ log }),
      dismiss: () => this.#do((journey) => (journey.problem = null)),
    });
    this.#app.replaceChildren(...this.#views.elements);
    // A click leaves the focus nowhere, so that the space bar goes on walking; numbers keep it for the arrows.
    this.#app.addEventListener('click', (event) => {
      const control = event.target instanceof Element ? event.target.closest('button, input[type=checkbox]') : null;
      if (event.detail > 0 && control instanceof HTMLElement && !control.matches('[data-address], .tile')) control.blur();
    });
    // A choice made in a menu leaves the keys to the walk again.
    this.#app.addEventListener('change', (event) => {
      if (event.target instanceof HTMLSelectElement) event.target.blur();
    });
    this.#render();
    this.#settle();
  }

  #play() {
    const playing = this.#player.playing();
    this.#stop();
    if (!playing) this.#player.play();
    this.#render();
  }

  /** Ends whatever trains. */
  #stop() {
    this.#run += 1;
    this.#player.stop();
  }

  /** Lets the offer to undo go after a while. */
  #forgetSoon() {
    const { problem } = this.#open();
    setTimeout(() => {
      if (problem && this.#journey?.problem === problem) this.#do((journey) => (journey.problem = null));
    }, OFFER);
  }

  /** A state that was set before the element was known, on the bare element. */
  #upgrade() {
    const given = this.state;
    Reflect.deleteProperty(this, 'state');
    this.state = given;
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
    this.#render();
  }

  /** Gives the views the moment as it is. */
  #render = () => {
    if (!this.#journey || !this.#views) return;
    const { state, problem } = this.#journey;
    const text = TEXT[state.lang];
    const dark = state.theme === 'dark' || (state.theme === 'auto' && this.#dark.matches);
    const hues = dark ? HUES.dark : HUES.light;
    this.#app.dataset.theme = state.theme;
    this.#app.lang = state.lang;
    this.#app.style.setProperty('--plus', `rgb(${hues.plus})`);
    this.#app.style.setProperty('--minus', `rgb(${hues.minus})`);
    if (this.hasAttribute('fill')) document.documentElement.lang = state.lang;
    const moment = this.#journey.describe(this.#pointed);
    const { selected, explanation } = moment;
    const shown = {
      ...moment,
      sentence: explanation ? sentenceOf(text, explanation) : '',
      check: selected && this.#nudge !== null ? this.#journey.check(selected, this.#nudge) : null,
      nudge: this.#nudge,
      text,
      dark,
      playing: this.#player.playing(),
      message: problem ? wordsOf(text, problem) : null,
      canUndo: problem?.code === 'restarted',
    };
    this.#moment = { ...shown, named: namedIn(shown) };
    this.#views.update(this.#moment);
    const now = JSON.stringify(state);
    if (now === this.#told) return;
    this.#told = now;
    this.dispatchEvent(new CustomEvent('statechange', { detail: this.state }));
  };

  /** Shows what is pointed at; nothing else has changed. */
  #point() {
    if (!this.#moment || !this.#views || !this.#journey) return;
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
    this.#app.replaceChildren(h('p', { class: 'loading', role: 'alert' }, wordsOf(TEXT[this.#first.lang], known)));
    this.#settle(known);
  }

  /** @param {Event} event */
  #key = (event) => {
    if (!this.#views || !(event instanceof KeyboardEvent) || this.#app.querySelector('dialog[open]')) return;
    const [focus] = event.composedPath();
    const found = action(event, focus instanceof Element ? focus : null, this.#journey?.state.selected !== null);
    if (!found) return;
    event.preventDefault();
    if (event.repeat && (event.timeStamp - this.#repeated < REPEAT || this.#journey?.nextUpdates())) return;
    this.#repeated = event.timeStamp;
    if (found === 'forward' && this.#player.playing()) {
      this.#stop();
      return;
    }
    const actions = {
      forward: () => this.forward(),
      back: () => this.back(),
      play: () => this.#play(),
      reset: () => this.reset(),
      help: () => this.#views?.help(),
      blame: () => this.#do((journey) => journey.blame()),
      return: () => this.#do((journey) => journey.follow(-1)),
      close: () => this.#do((journey) => journey.put({ selected: null })),
    };
    actions[found]();
  };
}

/**
 * The sentence for a problem.
 * @param {import('./text/index.js').Text} text
 * @param {CoreError} problem
 */
function wordsOf(text, problem) {
  const known = Object.hasOwn(text.problems, problem.code);
  const sentence = text.problems[/** @type {'unknown'} */ (known ? problem.code : 'unknown')];
  return sentence(known ? problem.details : { problem: problem.message });
}

/** The language chosen before; null where none was, or where the browser keeps nothing. */
function remembered() {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

/** @param {string} lang */
function remember(lang) {
  try {
    localStorage.setItem(REMEMBERED, lang);
  } catch {
    // A browser that keeps nothing shows its own language next time.
  }
}

customElements.define('irozuku-demo', IrozukuDemo);
