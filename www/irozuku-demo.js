// <irozuku-demo>: the element, and the only place where the journey and the views meet.
//
// Properties   state (get, set)   a plain object, see state.js; what is wrong in a given one is told, not thrown
//              ready              a promise, settled when the element can be used
// Methods      forward(), back()  one step of the walk
//              train(steps)       a promise of the summary after so many updates
//              value(address)     one number of the pass: value('affine1.out[0,7]')
//              tensor(address)    { shape, data } of a tensor or a part of it: tensor('affine2.w')
//              reset()            the same seed from its beginning
// Event        statechange        after every change; its detail is the state
// Attribute    fill               the element fills the window, and keys work wherever the focus is
import { CoreError, load, understood } from './core.js';
import { Journey } from './journey.js';
import { action } from './keys.js';
import { createPlayer } from './player.js';
import { cleaned, initial } from './state.js';
import { TEXT, languageFor } from './text/index.js';
import { HUES } from './tint.js';
import { createViews } from './view/index.js';
import { h } from './view/dom.js';

/** Where the chosen language is remembered. */
const REMEMBERED = 'irozuku.lang';
/** How long `train` computes before the page gets a turn, ms. */
const TURN = 30;

export class IrozukuDemo extends HTMLElement {
  /** @type {Journey | null} */
  #journey = null;
  /** The state before there is a journey. */
  #first = { ...initial(), lang: languageFor(remembered(), navigator.languages) };
  /** @type {ReturnType<typeof createViews> | null} */
  #views = null;
  /** The address under the pointer or the keyboard. @type {string | null} */
  #pointed = null;
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
    const styled = new Promise((done) => ['load', 'error'].forEach((end) => sheet.addEventListener(end, done)));
    this.attachShadow({ mode: 'open' }).append(sheet, this.#app);
    this.#app.append(h('p', { class: 'loading', role: 'status' }, TEXT[this.#first.lang].loading));
    Promise.all([load(), styled]).then(([bindings]) => this.#start(bindings)).catch((problem) => this.#fail(problem));
  }

  connectedCallback() {
    this.#keyTarget().addEventListener('keydown', this.#key);
    this.#dark.addEventListener('change', this.#render);
  }

  disconnectedCallback() {
    this.#player.stop();
    this.#keyTarget().removeEventListener('keydown', this.#key);
    this.#dark.removeEventListener('change', this.#render);
  }

  /** A copy of the state. */
  get state() {
    return structuredClone(this.#journey?.state ?? this.#first);
  }

  /** Puts what of the given object is allowed into the state; the rest is named in a message. */
  set state(given) {
    const { change, wrong } = cleaned(given);
    if (!this.#journey) {
      Object.assign(this.#first, change);
      return;
    }
    if (change.settings || change.step !== undefined) this.#player.stop();
    this.#do((journey) => {
      journey.put(change);
      if (wrong.length > 0) journey.problem = new CoreError('badState', { keys: wrong.join(', ') });
    });
  }

  /** One place on in the walk: the next layer, the update, and then the next pass. */
  forward() {
    this.#player.stop();
    this.#do((journey) => journey.forward());
  }

  /** One place back in the walk; from the beginning of a pass, to the end of the one before it. */
  back() {
    this.#player.stop();
    this.#do((journey) => journey.back());
  }

  /**
   * Trains for so many updates, and lets the page breathe meanwhile. Ends early where training diverges.
   * @param {number} steps
   * @returns {Promise<import('./core.js').Summary>} where training stands then
   */
  async train(steps) {
    await this.ready;
    this.#player.stop();
    for (let left = Math.max(0, Math.floor(steps) || 0); left > 0; ) {
      const made = this.#open().train(left, TURN);
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

  /** Begins again with the same seed and settings. */
  reset() {
    this.#player.stop();
    this.#do((journey) => journey.reset());
  }

  /** @param {import('./core.js').Bindings} bindings */
  #start(bindings) {
    this.#journey = new Journey(bindings, this.#first);
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
        this.#player.stop();
        this.#do((journey) => journey.phase(phase));
      },
      forward: () => this.forward(),
      back: () => this.back(),
      select: (selected) => put({ selected }),
      hover: (address) => {
        if (this.#pointed === address) return;
        this.#pointed = address;
        this.#render();
      },
      play: () => this.#play(),
      one: () => this.train(1),
      speed: (speed) => put({ speed }),
      reset: () => this.reset(),
      newSeed: () => {
        this.#player.stop();
        this.#do((journey) => journey.newSeed());
      },
      log: (log) => put({ log }),
      dismiss: () => this.#do((journey) => (journey.problem = null)),
    });
    this.#app.replaceChildren(...this.#views.elements);
    // A click leaves the focus nowhere, so that the space bar goes on walking; numbers keep it for the arrows.
    this.#app.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (event.detail > 0 && button && !button.matches('[data-address], .tile')) button.blur();
    });
    this.#render();
    this.#settle();
  }

  #play() {
    if (this.#player.playing()) this.#player.stop();
    else this.#player.play();
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
    this.#views.update({
      ...this.#journey.describe(this.#pointed),
      text,
      dark,
      playing: this.#player.playing(),
      message: problem ? wordsOf(text, problem) : null,
    });
    this.dispatchEvent(new CustomEvent('statechange', { detail: this.state }));
  };

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

  /** Where keys are heard: everywhere for an element that fills the window, else inside it. */
  #keyTarget() {
    return this.hasAttribute('fill') ? document : this;
  }

  /** @param {Event} event */
  #key = (event) => {
    if (!this.#views || !(event instanceof KeyboardEvent) || this.#app.querySelector('dialog[open]')) return;
    const found = action(event, this.shadowRoot?.activeElement ?? null);
    if (!found) return;
    event.preventDefault();
    const actions = {
      forward: () => this.forward(),
      back: () => this.back(),
      play: () => this.#play(),
      reset: () => this.reset(),
      help: () => this.#views?.help(),
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
