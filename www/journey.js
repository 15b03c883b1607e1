// The learner's journey: the state, the core, and where they stand. Every change goes through here; it knows
// no element and draws nothing.
import { CoreError } from './core.js';
import { blame } from './explanation.js';
import * as model from './model.js';
import { createTrail } from './trail.js';
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
  #trail = createTrail();
  /** What the last reset put away. @type {{ lab: Lab, state: State, mood: 'start' | 'walk' | 'trained' } | null} */
  #old = null;
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
    Object.assign(state, { settings: this.#lab.settings(), step: 0 });
    this.#pass();
    this.#walk = model.walkOf(this.#lab);
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
    if (this.#state.label !== null) this.#state.label = Math.min(this.#state.label, this.#data.classes.length - 1);
    if (change.step !== undefined && change.step !== this.#state.step) this.#reach(change.step);
    const keys = /** @type {const} */ (['color', 'label', 'scope', 'step']);
    const moved = settled || keys.some((key) => change[key] !== undefined && !same(change[key], before[key]));
    const left = before.at === 'update' && this.#state.at !== 'update';
    if (moved || left) {
      const updating = this.#state.at === 'update';
      this.#pass();
      if (updating && change.at === undefined) this.#state.at = 'forward:data';
    }
    this.#state.row = Math.min(this.#state.row, this.#samples.length - 1);
    if (!this.#walk.some((place) => place.at === this.#state.at)) this.#state.at = 'forward:data';
    if (change.at !== undefined && change.at !== before.at) this.#mood = 'walk';
    if (this.#state.at === 'update' && !this.#effect) this.#standOnUpdate();
    this.#notice();
    if (change.selected && !this.has(change.selected)) this.#state.selected = null;
    else if (change.selected) this.#trail.go(change.selected);
    else if (change.selected === null) this.#trail.clear();
  }

  /**
   * Back or forward along the way from number to number.
   * @param {number} by −1 one back, 1 one on
   */
  follow(by) {
    if (by < 0 && !this.#trail.canGoBack()) {
      this.put({ selected: null });
      return;
    }
    this.#trail.move(by);
    this.#state.selected = this.#trail.current();
  }

  /** From the selected number to its largest cause; from nothing, to the loss. */
  blame() {
    const { selected } = this.#state;
    const explanation = selected === null ? null : this.explain(selected);
    const next = explanation ? blame(explanation) : 'loss.out';
    if (next) this.put({ selected: next });
  }

  /**
   * A gradient against a nudge of its number.
   * @param {import('./model.js').Selected} number
   * @param {number} h
   * @returns {import('./core.js').Check | null} null for a number that is no gradient
   */
  check({ address, tensor }, h) {
    return ['dout', 'dx', 'dw', 'db'].includes(tensor) ? this.#lab.checkGradient(address, h) : null;
  }

  /**
   * How a number of the pass came about.
   * @param {string} address
   * @returns {import('./explanation.js').Explanation}
   * @throws {Error} where there is no such number
   */
  explain(address) {
    return this.#lab.explain(address);
  }

  /** One place on in the walk: the next layer, the update, and then the next pass. */
  forward() {
    if (this.#mood === 'trained') {
      this.#go('forward:data');
      return;
    }
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
    if (index === 0 || this.#mood === 'trained') {
      if (this.#state.step > 0) this.#standOnUpdate();
      return;
    }
    this.#takeBack();
    this.#go(this.#walk[index - 1].at);
  }

  /** Whether there is anything to go back to. */
  canGoBack() {
    return indexOf(this.#walk, this.#state.at) > 0 || this.#state.step > 0;
  }

  /** Whether the next step on would change the weights. */
  nextUpdates() {
    return this.#mood !== 'trained' && this.#walk[indexOf(this.#walk, this.#state.at) + 1]?.phase === 'update';
  }

  /**
   * Goes to the end of a phase of the present pass; to the update by making it, and from an update to the
   * next one by another pass.
   * @param {Phase} phase
   */
  phase(phase) {
    if (phase !== 'update') {
      this.#takeBack();
      this.#go(this.#walk[endOf(this.#walk, phase)].at);
      return;
    }
    if (this.#effect) this.#pass();
    this.#update();
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

  /** Begins again with the same seed and settings. What was learned can be had back by `undo`. */
  reset() {
    this.#begin(this.#state.settings);
  }

  /** Begins again with other first weights and other colours. */
  newSeed() {
    this.#begin({ ...this.#state.settings, seed: this.#bindings.freshSeed() });
  }

  /** Takes the last `reset` or `newSeed` back. */
  undo() {
    if (!this.#old) return;
    const { lab, state, mood } = this.#old;
    this.#old = null;
    this.#lab.free();
    this.#lab = lab;
    this.#data = lab.data();
    this.#state = { ...this.#state, settings: state.settings, at: state.at === 'update' ? 'forward:data' : state.at };
    this.#pass();
    this.#walk = model.walkOf(lab);
    this.#mood = mood;
    this.problem = null;
  }

  /**
   * The number at a target, as it is now.
   * @param {import('./model.js').Target} target
   * @param {import('./model.js').ColumnModel[]} columns
   */
  target(target, columns) {
    return model.number(this.#lab, model.addressOf(target, columns, this.#state.row));
  }

  /**
   * Whether the pass has a number of that address.
   * @param {string} address
   */
  has(address) {
    return model.number(this.#lab, address) !== null;
  }

  /**
   * Everything of the moment that does not depend on the reader.
   * @param {import('./model.js').Target} pointed what is under the pointer or the keyboard
   */
  describe(pointed) {
    const [lab, state] = [this.#lab, this.#state];
    const shown = this.#samples[state.row];
    const { batch } = state.settings;
    const n = this.#data.train.length;
    const probabilities = lab.predict(Uint8Array.from(shown.rgb));
    const selected = model.number(lab, state.selected);
    const columns = model.columns(lab, state, this.#walk, state.row);
    return {
      state,
      summary: /** @type {import('./core.js').Summary} */ (lab.summary()),
      data: this.#data,
      answers: lab.answers(),
      curve: lab.curve(),
      walk: this.#walk,
      index: indexOf(this.#walk, state.at),
      columns,
      samples: this.#samples,
      row: state.row,
      shown,
      best: probabilities.indexOf(Math.max(...probabilities)),
      tie: state.scope === 'one' && state.label === null && this.#teacher() === undefined,
      probabilities,
      pointed: this.target(pointed, columns),
      selected,
      explanation: selected ? this.explain(selected.address) : null,
      path: this.#trail.path(),
      canGoBack: this.#trail.canGoBack(),
      canStepBack: this.canGoBack(),
      canGoOn: this.#trail.canGoOn(),
      mood: this.#mood,
      effect: this.#effect,
      largestBatch: batch === 'full' ? n : Math.min(batch, n),
    };
  }

  /** @param {import('./core.js').Settings} settings */
  #begin(settings) {
    const [lab, state, mood] = [this.#lab, { ...this.#state }, this.#mood];
    const worth = state.step > 0;
    this.#build(settings, worth);
    this.#state.at = 'forward:data';
    this.#state.selected = null;
    this.#trail.clear();
    this.#mood = 'start';
    if (!worth) return;
    this.#old?.lab.free();
    this.#old = { lab, state, mood };
    this.problem = new CoreError('restarted', { steps: String(state.step) });
  }

  /**
   * A new lab; colour, label, language and the like stay.
   * @param {import('./core.js').Settings} settings
   * @param {boolean} [keep] whether the old one lives on
   */
  #build(settings, keep = false) {
    const lab = new this.#bindings.Lab(settings);
    if (!keep) this.#lab.free();
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
    this.#state.step = this.#lab.step();
    // A number that is not in this pass can't stay open.
    const { selected } = this.#state;
    if (selected !== null && !this.has(selected)) {
      this.#state.selected = null;
      this.#trail.clear();
    }
  }

  /** The teacher's class for the picked colour; `undefined` where channels share the largest value. */
  #teacher() {
    const [r, g, b] = this.#state.color;
    return this.#bindings.teacherLabel(r, g, b);
  }

  /** The right class of the picked colour: the learner's word, else the teacher's, else the first of equals. */
  #label() {
    const { color, label } = this.#state;
    if (label !== null) return label;
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
    const now = this.#lab.step();
    if (step < now) this.#lab.goto(step);
    else this.#lab.train(step - now, Infinity);
    this.#state.step = this.#lab.step();
  }

  /** Stands on the update that led to the present step, with the pass it was made from. */
  #standOnUpdate() {
    const before = this.#state.step - 1;
    const lesson = before < 0 ? undefined : this.#lab.lesson(before);
    if (!lesson) {
      this.#go(this.#walk[this.#walk.length - 2].at);
      return;
    }
    this.#lab.goto(before);
    if (lesson.kind === 'batch') this.#state.scope = 'batch';
    else {
      Object.assign(this.#state, { scope: 'one', color: lesson.rgb, label: null });
      if (this.#teacher() !== lesson.label) this.#state.label = lesson.label;
    }
    this.#pass();
    this.#update();
  }

  /** Undoes the update the learner stands on; the pass it was made from is still there. */
  #takeBack() {
    if (!this.#effect) return;
    this.#lab.goto(this.#state.step - 1);
    this.#effect = null;
  }

  /**
   * Stands at a place.
   * @param {string} at
   */
  #go(at) {
    this.#state.at = at;
    this.#state.step = this.#lab.step();
    this.#mood = 'walk';
  }

  /** Makes the update that the pass leads to, and stands on it. */
  #update() {
    this.#effect = this.#lab.update();
    if (this.#effect) this.#go('update');
    else {
      this.#pass();
      this.#go(this.#walk[this.#walk.length - 2].at);
    }
    this.#notice();
  }

  /** Tells of divergence, once. */
  #notice() {
    const { diverged, trainLoss, step } = this.#lab.summary();
    if (step === 0 && !Number.isFinite(trainLoss)) this.problem = new CoreError('tooLarge');
    else if (diverged !== undefined) this.problem = new CoreError('diverged', { step: String(diverged) });
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
