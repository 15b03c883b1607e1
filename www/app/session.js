// The learner's journey: every change of the state goes through here. It knows no element and draws nothing.
// Steps of the walk are in `steps`, runs and new beginnings in `past`.
import { same } from '../core/workbench.js';
import { CoreError, isMeasured } from '../core/wasm.js';
import { blame } from '../explain/terms.js';
import * as model from './view-model.js';
import { momentOf } from './moment.js';
import { createPast } from './run-history.js';
import { plain, read, written } from '../state/moves.js';
import { settingsFor } from '../colours/datasets.js';
import { Stand } from './stand.js';
import { createSteps } from './steps.js';
import { createWay } from './way.js';

/** @typedef {import('../core/wasm.js').Sample} Sample */
/** @typedef {import('../core/wasm.js').Settings} Settings */
/** @typedef {import('../state/schema.js').State} State */

/**
 * A way to a step that is still to be made: how it was told, what to put into the state at its end, and what to do
 * then.
 * @typedef {{ way: import('./way.js').Way, step: number, moves: string | undefined, then: Partial<State>, done: () => void }} Ahead
 */

/** What is put into the state at the end of a way, as it was last chosen. */
const LASTING = /** @type {const} */ (['at', 'selected', 'row', 'label']);
/** How long a way to a step is made at once before the page gets a turn, ms. */
const AT_ONCE = 250;

export class Journey {
  /** @type {Stand} */
  #stand;
  /** @type {import('./run-history.js').Past} */
  past;
  /** @type {import('./steps.js').Steps} */
  steps;
  /** @type {Ahead | null} */
  #ahead = null;

  /**
   * @param {import('../core/wasm.js').Bindings} bindings
   * @param {State} state
   */
  constructor(bindings, state) {
    const { at, selected, step, moves, row } = state;
    this.#stand = new Stand(bindings, state);
    this.past = createPast(this.#stand);
    this.steps = createSteps(this.#stand, this.past);
    this.put({ at, selected, step, moves, row });
    this.#stand.mood = step === 0 && this.state.at === 'forward:data' ? 'start' : 'walk';
  }

  /** The state; not to be changed from outside. */
  get state() {
    return this.#stand.state;
  }

  /** The core, to read numbers from. */
  get lab() {
    return this.#stand.lab;
  }

  /** The colours. */
  get data() {
    return this.#stand.data;
  }

  /** Where training stands. */
  summary() {
    return this.#stand.bench.summary();
  }

  /** The colour on display, with its right class. */
  get shown() {
    return this.#stand.bench.samples[this.state.row];
  }

  /** What the learner should be told. */
  get problem() {
    return this.#stand.problem;
  }

  set problem(problem) {
    this.#stand.problem = problem;
  }

  /**
   * Changes the state, and whatever follows from the change.
   * @param {Partial<State>} change every value of it allowed
   * @throws {Error} where the core refuses; then nothing has changed
   */
  put(change) {
    const stand = this.#stand;
    const before = stand.state;
    const { own, settings } = before;
    stand.state = { ...before, ...change, own, settings, step: before.step, moves: '' };
    let settled = false;
    try {
      settled = this.#set(change.settings ?? settings, change.own ?? own);
    } catch (problem) {
      stand.state = before;
      throw problem;
    }
    stand.state.label = stand.labelled(stand.state.label);
    if (change.step !== undefined || change.moves !== undefined) {
      const { at, label, selected, row } = stand.state;
      const then = { at: at === 'update' && change.at === undefined ? 'forward:data' : at, selected, row, ...(change.label === undefined ? {} : { label }) };
      if (this.#depart(change.step ?? before.step, change.moves, then)) {
        Object.assign(stand.state, { at: 'forward:data', selected: null, row: 0 });
        this.travel(AT_ONCE);
        return;
      }
      stand.state.step = stand.bench.step;
    }
    // What is opened on the way stays open at its end.
    if (this.#ahead) for (const key of LASTING) if (change[key] !== undefined) Object.assign(this.#ahead.then, { [key]: stand.state[key] });
    this.#follow(change, before, settled);
  }

  /**
   * What of a change has not come about, because there is no such thing here: a class, a place, a number.
   * @param {Partial<State>} change
   * @returns {string[]} the keys
   */
  missed(change) {
    const keys = /** @type {const} */ (['label', 'at', 'selected']);
    const missed = keys.filter((key) => change[key] !== undefined && this.state[key] !== change[key]);
    return change.moves && this.moves() !== change.moves ? ['moves', ...missed] : missed;
  }

  /**
   * Goes on with the way to a step, for a while.
   * @param {number} milliseconds
   */
  travel(milliseconds) {
    const ahead = this.#ahead;
    const { bench } = this.#stand;
    const make = (/** @type {import('../state/moves.js').Stretch} */ stretch, /** @type {number} */ time) => bench.make(stretch, time);
    const arrived = ahead?.way.travel(make, milliseconds);
    this.#stand.keepRow();
    if (ahead && arrived) this.#arrive(ahead);
  }

  /** Breaks the way to a step off, wherever it has led. */
  halt() {
    if (this.#ahead) this.#arrive(null);
  }

  /** How much of the way to a step has been made, 0 to 1; null where there is none to make. */
  progress() {
    return this.#ahead?.way.progress() ?? null;
  }

  /** How the present step was reached, as a short text. */
  moves() {
    return written(this.stretches());
  }

  /** How the present step was reached, as stretches. */
  stretches() {
    return this.#stand.bench.stretches(this.state.step);
  }

  /** The weights and biases of the Affine layers before the first update. */
  firstWeights() {
    return this.#stand.bench.firstWeights();
  }

  /**
   * Goes back to a run that has ended, to its furthest step; the present one is kept. The run is on the list until
   * the way to its end has been made.
   * @param {number} id
   */
  resume(id) {
    const run = this.past.runs().kept.find((one) => one.id === id);
    if (!run) return;
    this.past.open(id);
    this.past.begin(run.settings, run.settings.data === 'own' ? run.own : this.state.own);
    this.past.rename(0, run.name);
    this.problem = null;
    this.put({ step: run.summary.step, moves: run.moves });
    const drop = () => this.past.release(id);
    if (this.#ahead) this.#ahead.done = drop;
    else {
      this.past.open(0);
      if (this.moves() === run.moves) drop();
    }
  }

  /**
   * Back or forward along the way from number to number, past those that are not in this pass.
   * @param {number} by −1 one back, 1 one on
   */
  follow(by) {
    const { trail, state } = this.#stand;
    let stride = by;
    while (by < 0 ? trail.canGoBack() : trail.canGoOn()) {
      trail.move(stride);
      stride = Math.sign(by);
      const address = trail.current();
      if (address === null || !this.has(address)) continue;
      state.selected = address;
      if (this.#ahead) this.#ahead.then.selected = address;
      return;
    }
    if (by < 0) this.put({ selected: null });
    else if (state.selected) trail.go(state.selected);
  }

  /** From the selected number to its largest cause; from nothing, to the loss. */
  blame() {
    const { selected } = this.state;
    const explanation = selected === null ? null : this.explain(selected);
    const next = explanation ? blame(explanation) : 'loss.out';
    if (next) this.put({ selected: next });
  }

  /**
   * A gradient against a nudge of its number.
   * @param {import('./view-model.js').Selected} number
   * @param {number} h
   * @returns {import('../core/wasm.js').Check | null} null for a number that is no gradient
   */
  check({ address, tensor }, h) {
    return ['dout', 'dx', 'dw', 'db'].includes(tensor) ? this.lab.checkGradient(address, h) : null;
  }

  /**
   * How a number of the pass came about.
   * @param {string} address
   * @returns {import('../explain/terms.js').Explanation}
   * @throws {Error} where there is no such number
   */
  explain(address) {
    return this.lab.explain(address);
  }

  /**
   * A colour of the data: the row of the batch where it is in it, else the picked colour.
   * @param {Sample} sample
   */
  sample({ rgb }) {
    const row = this.#stand.bench.samples.findIndex((sample) => same(sample.rgb, rgb));
    if (this.state.scope === 'batch' && row >= 0) this.put({ row });
    else this.put({ color: /** @type {[number, number, number]} */ ([...rgb]), label: null, scope: 'one' });
  }

  /**
   * Trains, at least one update, and notices divergence. The pass on display stays until `look`.
   * @param {number} steps
   * @param {number} milliseconds
   * @returns {number} how many updates were made
   */
  train(steps, milliseconds) {
    if (this.lab.forks(false)) this.past.record();
    const made = this.lab.train(steps, milliseconds);
    this.#stand.notice(made === 0);
    if (this.data.train.length === 0) this.problem = new CoreError('noColours');
    return made;
  }

  /**
   * How an experiment went, for its judgement.
   * @param {Settings} settings that it was begun with
   * @param {number} steps that it should make
   * @returns {import('../experiments/catalogue.js').Course | null} null where it was not carried to its end under these settings alone
   */
  course(settings, steps) {
    const { lab, data, state } = this;
    const summary = this.summary();
    const ended = summary.step === steps || summary.diverged !== undefined;
    const alone = same(state.settings, settings) && this.moves() === written(plain(summary.step, settings));
    return ended && alone && isMeasured(summary) ? { summary, curve: lab.curve(), diagnosis: lab.diagnose(), classes: data.classes.length } : null;
  }

  /** After training: a new pass, forward done, for the learner to look at. */
  look() {
    this.#stand.pass();
    this.state.at = 'forward:loss';
    this.#stand.mood = 'trained';
  }

  /** Withdraws what was offered long enough, and tells what is wrong besides. */
  withdraw() {
    this.problem = null;
    if (this.state.step === 0) this.#stand.notice();
  }

  /**
   * The colours of a built-in set as one's own.
   * @param {Settings['data']} set
   */
  coloursOf(set) {
    return this.#stand.bench.coloursOf(settingsFor(set, this.state.settings));
  }

  /**
   * The number at a target, as it is now.
   * @param {import('./view-model.js').Target} target
   * @param {import('./view-model.js').ColumnModel[]} columns
   */
  target(target, columns) {
    return model.number(this.lab, model.addressOf(target, columns, this.state.row));
  }

  /**
   * Whether the pass has a number of that address.
   * @param {string} address
   */
  has(address) {
    return this.#stand.has(address);
  }

  /**
   * Everything of the moment that does not depend on the reader's language.
   * @param {import('./view-model.js').Target} pointed what is under the pointer or the keyboard
   * @param {{ dark: boolean, playing: boolean }} page
   */
  describe(pointed, page) {
    const { bench, state, trail, mood } = this.#stand;
    return {
      ...momentOf(bench, state, page, pointed),
      progress: this.progress(),
      runs: this.past.runs(),
      path: trail.path(),
      canGoBack: trail.canGoBack(),
      canStepBack: this.steps.canGoBack(),
      canGoOn: trail.canGoOn(),
      canUnedit: this.past.canUnedit(),
      mood,
    };
  }

  /**
   * What follows from a change: a pass, a place in the walk, a number that is open.
   * @param {Partial<State>} change
   * @param {State} before
   * @param {boolean} settled whether settings have changed
   */
  #follow(change, before, settled) {
    const stand = this.#stand;
    const { state, bench } = stand;
    const keys = /** @type {const} */ (['color', 'label', 'scope', 'step']);
    const moved = settled || keys.some((key) => change[key] !== undefined && !same(change[key], before[key]));
    const left = before.at === 'update' && state.at !== 'update';
    if (moved || left) {
      const updating = state.at === 'update';
      stand.pass();
      if (updating && change.at === undefined) state.at = 'forward:data';
    }
    stand.keepRow();
    if (!bench.walk.some((place) => place.at === state.at)) state.at = 'forward:data';
    if (change.at !== undefined && change.at !== before.at) stand.mood = 'walk';
    if (state.at === 'update' && !bench.effect) this.steps.standOnUpdate();
    stand.notice();
    if (change.selected && !this.has(change.selected)) state.selected = null;
    else if (change.selected) stand.trail.go(change.selected);
    else if (change.selected === null) stand.trail.clear();
  }

  /**
   * Puts settings and one's own colours in force: at once where only learning rate or batch differ, else by
   * beginning anew; then the run is kept.
   * @param {Settings} settings
   * @param {import('../colours/custom-set.js').Own} own
   * @returns {boolean} whether anything has changed
   */
  #set(settings, own) {
    const { bench, state } = this.#stand;
    const suits = bench.suits(settings, own);
    const changed = suits && bench.tune(settings);
    const gone = suits ? null : bench.build(settings, own);
    if (state.own.colours !== '' && !same(own, state.own)) this.past.remember(state.own);
    Object.assign(state, { own, settings: bench.settings });
    if (!gone) return changed;
    this.past.leave(gone);
    this.#stand.renew();
    return true;
  }

  /**
   * Sets out for a step: at once to where this run has been, else by the moves that lead there.
   * @param {number} step
   * @param {string | undefined} moves how it is reached; empty: by the settings alone; without: by this run, and on
   * from its end
   * @param {Partial<State>} then what to put into the state there
   * @returns {boolean} whether there are moves to make
   */
  #depart(step, moves, then) {
    const { settings, own } = this.state;
    const { lab } = this;
    const { bench } = this.#stand;
    const furthest = lab.furthest();
    const wanted = moves === '' ? written(plain(step, settings)) : moves;
    const known = wanted === undefined || (step <= furthest && written(bench.stretches(step)) === wanted);
    this.#ahead = null;
    if (known) {
      lab.goto(Math.min(step, furthest));
      if (step <= furthest) return false;
    }
    const stretches = wanted === undefined ? plain(step - furthest, settings) : (read(wanted, step) ?? plain(step, settings));
    if (!known && furthest > 0) {
      this.past.leave(bench.build(settings, own));
      this.#stand.renew();
    }
    this.#ahead = { way: createWay(stretches), step, moves, then, done: () => {} };
    return true;
  }

  /**
   * The way has come to its end: the settings are in force again, and the learner stands where they wanted.
   * @param {Ahead | null} ahead null where the way was broken off
   */
  #arrive(ahead) {
    const stand = this.#stand;
    this.#ahead = null;
    const { learningRate, batch } = stand.state.settings;
    const { diverged } = stand.bench.summary();
    stand.lab.tune(learningRate, batch);
    stand.pass();
    this.put(ahead?.then ?? {});
    if (stand.state.step > 0 && stand.mood === 'start') stand.mood = 'walk';
    this.past.open(0);
    if (!ahead) return;
    const short = stand.state.step < ahead.step ? ['step'] : [];
    const missed = [...short, ...this.missed({ ...ahead.then, moves: ahead.moves })];
    if (diverged !== undefined) this.problem = new CoreError('diverged', { step: String(diverged) });
    else if (missed.length > 0) this.problem = new CoreError('badState', { keys: missed.join(', ') });
    else ahead.done();
  }
}
