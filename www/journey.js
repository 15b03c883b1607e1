// The learner's journey: the state, and where they stand in the pass. Every change goes through here; it
// knows no element and draws nothing.
import { Bench, same } from './bench.js';
import { CoreError } from './core.js';
import { blame } from './explanation.js';
import * as model from './model.js';
import { plain, read, written } from './plan.js';
import { settingsFor } from './sets.js';
import { createTrail } from './trail.js';
import { endOf, indexOf } from './walk.js';

/** @typedef {import('./core.js').Sample} Sample */
/** @typedef {import('./core.js').Settings} Settings */
/** @typedef {import('./own.js').Own} Own */
/** @typedef {import('./state.js').State} State */
/** @typedef {import('./walk.js').Phase} Phase */
/** @typedef {'start' | 'walk' | 'trained'} Mood */

/** How long a way to a step is made at once before the page gets a turn, ms. */
const AT_ONCE = 250;
/** How many edits of one's own colours can be undone. */
const EDITS = 100;

export class Journey {
  /** @type {Bench} */
  #bench;
  /** @type {State} */
  #state;
  /** @type {Mood} */
  #mood = 'start';
  #trail = createTrail();
  /** What the last new beginning put away. @type {{ laid: import('./bench.js').Laid, state: State, mood: Mood } | null} */
  #old = null;
  /** The way to a step that is still to be made, and what to do there.
   * @type {{ stretches: import('./plan.js').Stretch[], made: number, all: number, then: Partial<State> } | null} */
  #way = null;
  /** One's own colours before each edit. @type {Own[]} */
  #edits = [];
  /** @type {import('./core.js').CoreError | null} what the learner should be told */
  problem = null;

  /**
   * @param {import('./core.js').Bindings} bindings
   * @param {State} state
   */
  constructor(bindings, state) {
    this.#state = state;
    this.#bench = new Bench(bindings, state.settings, state.own);
    const { at, selected, step, moves, row } = state;
    Object.assign(state, { settings: this.#bench.settings, step: 0 });
    this.#pass();
    this.put({ at, selected, step, moves, row });
    this.#mood = step === 0 && this.#state.at === 'forward:data' ? 'start' : 'walk';
  }

  /** The state; not to be changed from outside. */
  get state() {
    return this.#state;
  }

  /** The core, to read numbers from. */
  get lab() {
    return this.#bench.lab;
  }

  /** The colours. */
  get data() {
    return this.#bench.data;
  }

  /**
   * Changes the state, and whatever follows from the change.
   * @param {Partial<State>} change every value of it allowed
   * @throws {Error} where the core refuses; then the rest of the state stands
   */
  put(change) {
    const before = this.#state;
    this.#state = { ...before, ...change, step: before.step, moves: '', settings: before.settings };
    const settled = this.#set(change.settings ?? before.settings);
    if (this.#state.label !== null) this.#state.label = this.#labelled(this.#state.label);
    if (change.step !== undefined || change.moves !== undefined) {
      const { at, selected, row } = this.#state;
      const then = { at: at === 'update' && change.at === undefined ? 'forward:data' : at, selected, row };
      if (this.#depart(change.step ?? this.#bench.step, change.moves, then)) {
        Object.assign(this.#state, { at: 'forward:data', selected: null, row: 0 });
        this.travel(AT_ONCE);
        return;
      }
      this.#state.step = this.#bench.step;
    }
    const keys = /** @type {const} */ (['color', 'label', 'scope', 'step']);
    const moved = settled || keys.some((key) => change[key] !== undefined && !same(change[key], before[key]));
    const left = before.at === 'update' && this.#state.at !== 'update';
    if (moved || left) {
      const updating = this.#state.at === 'update';
      this.#pass();
      if (updating && change.at === undefined) this.#state.at = 'forward:data';
    }
    this.#state.row = Math.min(this.#state.row, this.#bench.samples.length - 1);
    if (!this.#bench.walk.some((place) => place.at === this.#state.at)) this.#state.at = 'forward:data';
    if (change.at !== undefined && change.at !== before.at) this.#mood = 'walk';
    if (this.#state.at === 'update' && !this.#bench.effect) this.#standOnUpdate();
    this.#notice();
    if (change.selected && !this.has(change.selected)) this.#state.selected = null;
    else if (change.selected) this.#trail.go(change.selected);
    else if (change.selected === null) this.#trail.clear();
  }

  /**
   * Goes on with the way to a step, for a while.
   * @param {number} milliseconds
   */
  travel(milliseconds) {
    const end = performance.now() + milliseconds;
    while (this.#way) {
      const [stretch] = this.#way.stretches;
      const left = end - performance.now();
      if (stretch && left <= 0) return;
      const made = stretch ? this.#bench.make(stretch, left) : 0;
      if (made === 0) {
        this.#arrive();
        return;
      }
      this.#way.made += made;
      if (made === stretch.steps) this.#way.stretches.shift();
      else stretch.steps -= made;
    }
  }

  /** Breaks the way to a step off, wherever it has led. */
  halt() {
    if (!this.#way) return;
    this.#way.then = {};
    this.#arrive();
  }

  /** How much of the way to a step has been made, 0 to 1; null where there is none to make. */
  progress() {
    return this.#way ? this.#way.made / this.#way.all : null;
  }

  /** How the present step was reached, as a short text. */
  moves() {
    return written(this.#bench.stretches(this.#state.step));
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
    return ['dout', 'dx', 'dw', 'db'].includes(tensor) ? this.lab.checkGradient(address, h) : null;
  }

  /**
   * How a number of the pass came about.
   * @param {string} address
   * @returns {import('./explanation.js').Explanation}
   * @throws {Error} where there is no such number
   */
  explain(address) {
    return this.lab.explain(address);
  }

  /** One place on in the walk: the next layer, the update, and then the next pass. */
  forward() {
    if (this.#mood === 'trained') {
      this.#go('forward:data');
      return;
    }
    const { walk } = this.#bench;
    const next = walk[indexOf(walk, this.#state.at) + 1];
    if (!next) {
      this.#pass();
      this.#go('forward:data');
    } else if (next.phase === 'update') this.#update();
    else this.#go(next.at);
  }

  /** One place back in the walk; from the beginning of a pass, to the end of the one before it. */
  back() {
    const { walk } = this.#bench;
    const index = indexOf(walk, this.#state.at);
    if (index === 0 || this.#mood === 'trained') {
      if (this.#state.step > 0) this.#standOnUpdate();
      return;
    }
    this.#bench.takeBack();
    this.#go(walk[index - 1].at);
  }

  /** Whether there is anything to go back to. */
  canGoBack() {
    return indexOf(this.#bench.walk, this.#state.at) > 0 || this.#state.step > 0;
  }

  /** Whether the next step on would change the weights. */
  nextUpdates() {
    const { walk } = this.#bench;
    return this.#mood !== 'trained' && walk[indexOf(walk, this.#state.at) + 1]?.phase === 'update';
  }

  /**
   * Goes to the end of a phase of the present pass; to the update by making it, and from an update to the
   * next one by another pass.
   * @param {Phase} phase
   */
  phase(phase) {
    if (phase !== 'update') {
      const { walk } = this.#bench;
      this.#bench.takeBack();
      this.#go(walk[endOf(walk, phase)].at);
      return;
    }
    if (this.#bench.effect) this.#pass();
    this.#update();
  }

  /**
   * A colour of the data: the row of the batch where it is in it, else the picked colour.
   * @param {Sample} sample
   */
  sample({ rgb }) {
    const row = this.#bench.samples.findIndex((sample) => same(sample.rgb, rgb));
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
    const made = this.lab.train(steps, milliseconds);
    this.#notice();
    if (this.data.train.length === 0) this.problem = new CoreError('noColours');
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
    this.begin({});
  }

  /** Begins again with other first weights and other colours. */
  newSeed() {
    this.begin({ seed: this.#bench.freshSeed() });
  }

  /**
   * Begins again with another data set, and with the settings that suit it.
   * @param {Settings['data']} set
   */
  choose(set) {
    this.begin(settingsFor(set, this.#state.settings));
  }

  /**
   * Begins again with other settings. What was learned can be had back by `undo`.
   * @param {Partial<Settings>} settings
   * @param {Own} [own]
   */
  begin(settings, own = this.#state.own) {
    this.#way = null;
    const [state, mood] = [{ ...this.#state }, this.#mood];
    const laid = this.#bench.build({ ...this.#state.settings, ...settings }, own);
    const { label } = this.#state;
    Object.assign(this.#state, { own, at: 'forward:data', selected: null, label: settings.data ? null : label });
    this.#trail.clear();
    this.#renewed();
    this.#mood = 'start';
    if (state.step === 0) {
      laid.lab.free();
      return;
    }
    this.#old?.laid.lab.free();
    this.#old = { laid, state, mood };
    this.problem = new CoreError('restarted', { steps: String(state.step) });
  }

  /** Takes the last new beginning back. */
  undo() {
    if (!this.#old) return;
    const { laid, state, mood } = this.#old;
    [this.#old, this.#way] = [null, null];
    this.#bench.restore(laid);
    const { settings, own, at } = state;
    if (this.#edits.at(-1) === own) this.#edits.pop();
    this.#state = { ...this.#state, settings, own, at: at === 'update' ? 'forward:data' : at };
    this.#pass();
    this.#mood = mood;
    this.problem = null;
  }

  /**
   * Changes one's own colours; the network has to learn them anew.
   * @param {Own} own
   */
  edit(own) {
    if (same(own, this.#state.own)) return;
    this.#edits = [...this.#edits, this.#state.own].slice(-EDITS);
    this.#own(own);
  }

  /** Takes the last edit back. */
  unedit() {
    const before = this.#edits.pop();
    if (before) this.#own(before);
  }

  /**
   * The colours of a built-in set as one's own.
   * @param {Settings['data']} set
   */
  coloursOf(set) {
    return this.#bench.coloursOf(settingsFor(set, this.#state.settings));
  }

  /**
   * The number at a target, as it is now.
   * @param {import('./model.js').Target} target
   * @param {import('./model.js').ColumnModel[]} columns
   */
  target(target, columns) {
    return model.number(this.lab, model.addressOf(target, columns, this.#state.row));
  }

  /**
   * Whether the pass has a number of that address.
   * @param {string} address
   */
  has(address) {
    return model.number(this.lab, address) !== null;
  }

  /**
   * Everything of the moment that does not depend on the reader's language.
   * @param {import('./model.js').Target} pointed what is under the pointer or the keyboard
   * @param {{ dark: boolean, playing: boolean }} page
   */
  describe(pointed, { dark, playing }) {
    const [bench, state] = [this.#bench, this.#state];
    const { lab, data, walk, samples, effect } = bench;
    const shown = samples[state.row];
    const { batch } = state.settings;
    const n = data.train.length;
    const probabilities = lab.predict(Uint8Array.from(shown.rgb));
    const selected = model.number(lab, state.selected);
    const columns = model.columns(lab, state, walk, state.row);
    return {
      state,
      summary: /** @type {import('./core.js').Summary} */ (lab.summary()),
      data,
      answers: lab.answers(),
      maps: bench.look(state.slice, dark),
      space: state.room === 'colours' ? bench.space(state.slice, playing) : null,
      curve: lab.curve(),
      furthest: lab.furthest(),
      progress: this.progress(),
      walk,
      index: indexOf(walk, state.at),
      columns,
      samples,
      row: state.row,
      shown,
      best: probabilities.indexOf(Math.max(...probabilities)),
      teacher: state.scope === 'one' && state.label === null ? bench.teacher(state.color) : null,
      probabilities,
      spot: pointed,
      pointed: this.target(pointed, columns),
      selected,
      explanation: selected ? this.explain(selected.address) : null,
      path: this.#trail.path(),
      canGoBack: this.#trail.canGoBack(),
      canStepBack: this.canGoBack(),
      canGoOn: this.#trail.canGoOn(),
      canUnedit: this.#edits.length > 0,
      mood: this.#mood,
      effect,
      largestBatch: batch === 'full' ? n : Math.min(batch, n),
    };
  }

  /**
   * Puts one's own colours in force where they are in use.
   * @param {Own} own
   */
  #own(own) {
    if (this.#state.settings.data === 'own') this.begin({}, own);
    else this.#state.own = own;
  }

  /** Follows the bench after it was laid out anew; colour, language and the like stay. */
  #renewed() {
    this.problem = null;
    this.#state.settings = this.#bench.settings;
    this.#pass();
  }

  /** Records a pass of the picked colour or of the batch, with the present weights. */
  #pass() {
    const state = this.#state;
    if (this.data.train.length === 0) state.scope = 'one';
    const rgb = state.color;
    if (state.label !== null) state.label = this.#labelled(state.label);
    this.#bench.pass(state.scope === 'batch' ? 'batch' : { rgb, label: state.label ?? this.#bench.teacher(rgb).label });
    state.row = Math.min(state.row, this.#bench.samples.length - 1);
    state.step = this.#bench.step;
    // A number that is not in this pass can't stay open.
    if (state.selected !== null && !this.has(state.selected)) {
      state.selected = null;
      this.#trail.clear();
    }
  }

  /**
   * The nearest class there is.
   * @param {number} label
   */
  #labelled(label) {
    return Math.min(label, this.data.classes.length - 1);
  }

  /**
   * Puts settings in force: at once where only learning rate or batch differ, else by beginning anew.
   * @param {Settings} settings
   * @returns {boolean} whether anything changed
   */
  #set(settings) {
    if (this.#bench.suits(settings, this.#state.own)) {
      const changed = this.#bench.tune(settings);
      this.#state.settings = this.#bench.settings;
      return changed;
    }
    this.#bench.build(settings, this.#state.own).lab.free();
    this.#renewed();
    this.#mood = 'start';
    return true;
  }

  /**
   * Sets out for a step: at once to where this run has been, else by the moves that lead there.
   * @param {number} step
   * @param {string | undefined} moves how it is reached; without: by this run, and on from its end
   * @param {Partial<State>} then what to put into the state there
   * @returns {boolean} whether there are moves to make
   */
  #depart(step, moves, then) {
    const { settings } = this.#state;
    const { lab } = this;
    const furthest = lab.furthest();
    const known = !moves || (step <= furthest && written(this.#bench.stretches(step)) === moves);
    this.#way = null;
    if (known) {
      lab.goto(Math.min(step, furthest));
      if (step <= furthest) return false;
    }
    const stretches = known ? plain(step - furthest, settings) : (read(moves, step) ?? plain(step, settings));
    if (!known && furthest > 0) {
      this.#bench.build(settings, this.#state.own).lab.free();
      this.#pass();
    }
    this.#way = { stretches, made: 0, all: known ? step - furthest : step, then };
    return true;
  }

  /** The way has come to its end: the settings are in force again, and the learner stands where they wanted. */
  #arrive() {
    const then = this.#way?.then ?? {};
    this.#way = null;
    const { learningRate, batch } = this.#state.settings;
    this.lab.tune(learningRate, batch);
    this.#pass();
    this.put(then);
  }

  /** Stands on the update that led to the present step, with the pass it was made from. */
  #standOnUpdate() {
    const { lab, walk } = this.#bench;
    const before = this.#state.step - 1;
    const lesson = before < 0 ? undefined : lab.lesson(before);
    if (!lesson) {
      this.#go(walk[walk.length - 2].at);
      return;
    }
    lab.goto(before);
    if (lesson.kind === 'batch') this.#state.scope = 'batch';
    else {
      Object.assign(this.#state, { scope: 'one', color: lesson.rgb, label: null });
      if (this.#bench.teacher(lesson.rgb).label !== lesson.label) this.#state.label = lesson.label;
    }
    this.#pass();
    this.#update();
  }

  /**
   * Stands at a place.
   * @param {string} at
   */
  #go(at) {
    this.#state.at = at;
    this.#state.step = this.#bench.step;
    this.#mood = 'walk';
  }

  /** Makes the update that the pass leads to, and stands on it. */
  #update() {
    this.#bench.update();
    if (this.#bench.effect) this.#go('update');
    else {
      this.#pass();
      this.#go(this.#bench.walk[this.#bench.walk.length - 2].at);
    }
    this.#notice();
  }

  /** Tells of divergence, once. */
  #notice() {
    const { diverged, trainLoss, step } = this.lab.summary();
    if (step === 0 && !Number.isFinite(trainLoss)) this.problem = new CoreError('tooLarge');
    else if (diverged !== undefined) this.problem = new CoreError('diverged', { step: String(diverged) });
    else if (this.problem?.code === 'diverged') this.problem = null;
  }
}
