// The learner's journey: the state, the core, and where they stand. Every change goes through here; it knows
// no element and draws nothing.
import { CoreError } from './core.js';
import * as model from './model.js';
import { SETTINGS } from './state.js';
import { endOf, indexOf } from './walk.js';

/** @typedef {import('./core.js').Lab} Lab */
/** @typedef {import('./core.js').Sample} Sample */
/** @typedef {import('./state.js').State} State */
/** @typedef {import('./walk.js').Phase} Phase */

export class Journey {
  /** @type {import('./core.js').Bindings} */
  #bindings;
  /** @type {Lab} */
  #lab;
  /** @type {State} */
  #state;
  /** @type {import('./core.js').Data} */
  #data;
  /** @type {import('./walk.js').Place[]} */
  #walk = [];
  /** @type {Sample[]} */
  #samples = [];
  /** @type {'start' | 'walk' | 'trained'} */
  #mood = 'start';
  /** @type {import('./core.js').Effect | null} */
  #effect = null;
  /** @type {import('./core.js').CoreError | null} what the learner should be told */
  problem = null;

  /**
   * @param {import('./core.js').Bindings} bindings
   * @param {State} state
   */
  constructor(bindings, state) {
    this.#bindings = bindings;
    this.#state = state;
    this.#lab = new bindings.Lab(state.settings);
    this.#data = this.#lab.data();
    const { at, selected, step } = state;
    this.#build(state.settings);
    this.put({ at, selected, step });
    this.#mood = step === 0 && this.#state.at === 'forward:data' ? 'start' : 'walk';
  }

  /** The state; not to be changed from outside. */
  get state() {
    return this.#state;
  }

  /** The core, to read numbers from. */
  get lab() {
    return this.#lab;
  }

  /**
   * Changes the state, and whatever follows from the change.
   * @param {Partial<State>} change every value of it allowed
   * @throws {Error} where the core refuses; then the rest of the state stands
   */
  put(change) {
    const before = this.#state;
    this.#state = { ...before, ...change, step: before.step, settings: before.settings };
    const settled = change.settings !== undefined && this.#set(change.settings);
    if (change.step !== undefined && change.step !== this.#state.step) this.#reach(change.step);
    const keys = /** @type {const} */ (['color', 'label', 'scope', 'step']);
    const moved = settled || keys.some((key) => change[key] !== undefined && !same(change[key], before[key]));
    if (moved) {
      this.#pass();
      if (this.#state.at === 'update' && change.at === undefined) this.#state.at = 'forward:data';
      if (this.#mood === 'trained' && change.step === undefined) this.#mood = 'walk';
    }
    this.#state.row = Math.min(this.#state.row, this.#samples.length - 1);
    if (!this.#walk.some((place) => place.at === this.#state.at)) this.#state.at = 'forward:data';
    if (change.at !== undefined && change.at !== before.at) this.#mood = 'walk';
    if (change.at === 'update' && !this.#effect) this.#redoUpdate();
  }

  /** One place on in the walk: the next layer, the update, and then the next pass. */
  forward() {
    const next = this.#walk[indexOf(this.#walk, this.#state.at) + 1];
    if (!next) {
      this.#pass();
      this.#go('forward:data');
    } else if (next.phase === 'update') this.#update();
    else this.#go(next.at);
  }

  /** One place back in the walk; from the beginning of a pass, to the end of the one before it. */
  back() {
    const index = indexOf(this.#walk, this.#state.at);
    if (this.#walk[index].phase === 'update') this.#lab.rewind(this.#state.step - 1);
    else if (index === 0) {
      if (this.#state.step === 0) return;
      this.#lab.rewind(this.#state.step - 1);
      this.#pass();
      this.#go(this.#walk[this.#walk.length - 2].at);
      return;
    }
    this.#effect = null;
    this.#go(this.#walk[index - 1].at);
  }

  /**
   * Goes to the end of a phase; to the update by making it, and from an update on to the next pass.
   * @param {Phase} phase
   */
  phase(phase) {
    if (this.#walk[indexOf(this.#walk, this.#state.at)].phase === 'update') this.#pass();
    if (phase === 'update') this.#update();
    else this.#go(this.#walk[endOf(this.#walk, phase)].at);
  }

  /**
   * A colour of the data: the row of the batch where it is in it, else the picked colour.
   * @param {Sample} sample
   */
  sample({ rgb }) {
    const row = this.#samples.findIndex((sample) => same(sample.rgb, rgb));
    if (this.#state.scope === 'batch' && row >= 0) this.put({ row });
    else this.put({ color: /** @type {[number, number, number]} */ ([...rgb]), label: null, scope: 'one' });
  }

  /**
   * Trains, at least one update, and notices divergence. The pass on display stays until `look`.
   * @param {number} steps
   * @param {number} milliseconds
   * @returns {number} how many updates were made
   */
  train(steps, milliseconds) {
    const made = this.#lab.train(steps, milliseconds);
    this.#notice();
    return made;
  }

  /** After training: a new pass, forward done, for the learner to look at. */
  look() {
    this.#pass();
    this.#state.at = 'forward:loss';
    this.#mood = 'trained';
  }

  /** Begins again with the same seed and settings. */
  reset() {
    this.#begin(this.#state.settings);
  }

  /** Begins again with other first weights and other colours. */
  newSeed() {
    this.#begin({ ...this.#state.settings, seed: this.#bindings.freshSeed() ?? SETTINGS.seed });
  }

  /**
   * Everything of the moment that does not depend on the reader.
   * @param {string | null} pointed the address under the pointer or the keyboard
   */
  describe(pointed) {
    const [lab, state] = [this.#lab, this.#state];
    const shown = this.#samples[state.row];
    const { batch } = state.settings;
    const n = this.#data.train.length;
    return {
      state,
      summary: /** @type {import('./core.js').Summary} */ (lab.summary()),
      data: this.#data,
      answers: lab.answers(),
      curve: lab.curve(),
      walk: this.#walk,
      index: indexOf(this.#walk, state.at),
      columns: model.columns(lab, state, this.#walk, state.row),
      samples: this.#samples,
      row: state.row,
      shown,
      tie: state.scope === 'one' && state.label === null && this.#teacher() === undefined,
      probabilities: lab.predict(Uint8Array.from(shown.rgb)),
      selected: model.number(lab, pointed) ?? model.number(lab, state.selected),
      mood: this.#mood,
      effect: this.#effect,
      largestBatch: batch === 'full' ? n : Math.min(batch, n),
    };
  }

  /** Frees the core's memory. */
  end() {
    this.#lab.free();
  }

  /** @param {import('./core.js').Settings} settings */
  #begin(settings) {
    this.#build(settings);
    this.#state.at = 'forward:data';
    this.#mood = 'start';
  }

  /**
   * A new lab; colour, label, language and the like stay.
   * @param {import('./core.js').Settings} settings
   */
  #build(settings) {
    const lab = new this.#bindings.Lab(settings);
    this.#lab.free();
    this.#lab = lab;
    this.#data = lab.data();
    this.problem = null;
    Object.assign(this.#state, { settings: lab.settings(), step: 0 });
    this.#pass();
    this.#walk = model.walkOf(lab);
  }

  /** Records a pass of the picked colour or of the batch, with the present weights. */
  #pass() {
    const { scope, color } = this.#state;
    this.#effect = null;
    this.#lab.makePass(scope === 'batch' ? { kind: 'batch' } : { kind: 'colour', rgb: color, label: this.#label() });
    this.#samples = this.#lab.samples();
    this.#state.row = Math.min(this.#state.row, this.#samples.length - 1);
    this.#state.step = this.#lab.summary().step;
  }

  /** The teacher's class for the picked colour; `undefined` where channels share the largest value. */
  #teacher() {
    const [r, g, b] = this.#state.color;
    return this.#bindings.teacherLabel(r, g, b);
  }

  /** The right class of the picked colour: the learner's word, else the teacher's, else the first of equals. */
  #label() {
    const { color, label } = this.#state;
    if (label !== null) return Math.min(label, this.#data.classes.length - 1);
    return this.#teacher() ?? color.indexOf(Math.max(...color));
  }

  /**
   * Puts settings in force: at once where only learning rate or batch differ, else by beginning anew.
   * @param {import('./core.js').Settings} settings
   * @returns {boolean} whether anything changed
   */
  #set(settings) {
    const old = this.#state.settings;
    const { learningRate, batch } = settings;
    const frozen = (/** @type {import('./core.js').Settings} */ { learningRate: _, batch: __, ...rest }) => rest;
    if (!same(frozen(settings), frozen(old))) {
      this.#build(settings);
      this.#mood = 'start';
      return true;
    }
    if (learningRate === old.learningRate && batch === old.batch) return false;
    this.#lab.tune(learningRate, batch);
    this.#state.settings = this.#lab.settings();
    return true;
  }

  /**
   * Goes to a training step: back exactly, or on by training.
   * @param {number} step
   */
  #reach(step) {
    const now = this.#lab.summary().step;
    if (step < now) this.#lab.rewind(step);
    else this.#lab.train(step - now, Infinity);
    this.#notice();
  }

  /** Stands after an update that a given state says was just made: the same update, made again. */
  #redoUpdate() {
    if (this.#state.step > 0) this.#lab.rewind(this.#state.step - 1);
    this.#pass();
    this.#update();
  }

  /**
   * Stands at a place.
   * @param {string} at
   */
  #go(at) {
    this.#state.at = at;
    this.#state.step = this.#lab.summary().step;
    this.#mood = 'walk';
  }

  /** Makes the update that the pass leads to, and stands on it. */
  #update() {
    this.#effect = this.#lab.update();
    this.#notice();
    if (this.#effect) this.#go('update');
  }

  /** Tells of divergence, once. */
  #notice() {
    const { diverged } = this.#lab.summary();
    if (diverged !== undefined) this.problem = new CoreError('diverged', { step: String(diverged) });
    else if (this.problem?.code === 'diverged') this.problem = null;
  }
}

/**
 * Whether two plain values are written the same, keys in any order.
 * @param {unknown} a
 * @param {unknown} b
 * @returns {boolean}
 */
function same(a, b) {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => right.has(key) && same(value, right.get(key)));
}
