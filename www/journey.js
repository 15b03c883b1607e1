// The learner's journey: the state, and where they stand in the pass. Every change goes through here; it
// knows no element and draws nothing.
import { Bench, same } from './bench.js';
import { CoreError } from './core.js';
import { blame } from './explanation.js';
import { createKept } from './kept.js';
import * as model from './model.js';
import { momentOf } from './moment.js';
import { plain, read, written } from './plan.js';
import { settingsFor } from './sets.js';
import { createTrail } from './trail.js';
import { endOf, indexOf } from './walk.js';
import { createWay } from './way.js';

/** @typedef {import('./core.js').Sample} Sample */
/** @typedef {import('./core.js').Settings} Settings */
/** @typedef {import('./own.js').Own} Own */
/** @typedef {import('./state.js').State} State */
/** @typedef {import('./walk.js').Phase} Phase */
/** @typedef {'start' | 'walk' | 'trained'} Mood */

/** How long a way to a step is made at once before the page gets a turn, ms. */
const AT_ONCE = 250;

export class Journey {
  /** @type {Bench} */
  #bench;
  /** @type {State} */
  #state;
  /** @type {Mood} */
  #mood = 'start';
  #trail = createTrail();
  #kept = createKept();
  /** The name of the present run. */
  #name = '';
  /** The way to a step that is still to be made, and what to put into the state there.
   * @type {{ way: import('./way.js').Way, then: Partial<State> } | null} */
  #ahead = null;
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
    if (change.own && before.own.colours !== '' && !same(change.own, before.own)) this.remember(before.own);
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
    const make = (/** @type {import('./plan.js').Stretch} */ stretch, /** @type {number} */ time) => this.#bench.make(stretch, time);
    if (this.#ahead?.way.travel(make, milliseconds)) this.#arrive(this.#ahead.then);
  }

  /** Breaks the way to a step off, wherever it has led. */
  halt() {
    if (this.#ahead) this.#arrive({});
  }

  /** How much of the way to a step has been made, 0 to 1; null where there is none to make. */
  progress() {
    return this.#ahead?.way.progress() ?? null;
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
    if (this.lab.leavesTheWay(false)) this.#record();
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
   * Begins again with other settings. What was learned can be had back by `undo`, and its run is kept.
   * @param {Partial<Settings>} settings
   * @param {Own} [own]
   */
  begin(settings, own = this.#state.own) {
    this.#ahead = null;
    const [state, mood, name] = [{ ...this.#state }, this.#mood, this.#name];
    const run = state.step > 0 ? this.#record() : 0;
    const laid = this.#bench.build({ ...state.settings, ...settings }, own);
    Object.assign(this.#state, { own, at: 'forward:data', selected: null, label: settings.data ? null : state.label });
    this.#trail.clear();
    this.#renewed();
    this.#mood = 'start';
    this.#name = '';
    if (state.step === 0) {
      laid.lab.free();
      return;
    }
    this.#kept.putAway({ laid, state, mood, run, name });
    this.problem = new CoreError('restarted', { steps: String(state.step) });
  }

  /** Takes the last new beginning back. */
  undo() {
    const old = this.#kept.takeUp();
    if (!old) return;
    this.#ahead = null;
    this.#bench.restore(old.laid);
    const { settings, own, at } = old.state;
    this.#state = { ...this.#state, settings, own, at: at === 'update' ? 'forward:data' : at };
    this.#pass();
    [this.#mood, this.#name] = [old.mood, old.name];
    this.problem = null;
  }

  /** The runs that have ended, the latest first, and the name of the present one. */
  runs() {
    return { name: this.#name, kept: this.#kept.runs() };
  }

  /**
   * Names a run; the present one where there is no such id.
   * @param {number} id
   * @param {string} name
   */
  rename(id, name) {
    if (id === 0) this.#name = name;
    else this.#kept.change(id, { name });
  }

  /**
   * Shows a run in the chart, or hides it.
   * @param {number} id
   * @param {boolean} visible
   */
  reveal(id, visible) {
    this.#kept.change(id, { visible });
  }

  /**
   * Lets a run go.
   * @param {number} id
   */
  drop(id) {
    this.#kept.drop(id);
  }

  /**
   * Goes back to a run that has ended, to its furthest step; the present one is kept.
   * @param {number} id
   */
  resume(id) {
    const run = this.#kept.drop(id);
    if (!run) return;
    this.begin(run.settings, run.settings.data === 'own' ? run.own : this.#state.own);
    this.#name = run.name;
    this.problem = null;
    this.put({ step: run.summary.step, moves: run.moves });
  }

  /**
   * Changes one's own colours; the network has to learn them anew.
   * @param {Own} own
   */
  edit(own) {
    if (same(own, this.#state.own)) return;
    this.#kept.edited(this.#state.own);
    this.#own(own);
  }

  /**
   * Puts colours where an undo finds them.
   * @param {Own} own
   */
  remember(own) {
    this.#kept.edited(own);
  }

  /** Takes the last edit back. */
  unedit() {
    const before = this.#kept.unedited();
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
  describe(pointed, page) {
    return {
      ...momentOf(this.#bench, this.#state, page, pointed),
      progress: this.progress(),
      runs: this.runs(),
      path: this.#trail.path(),
      canGoBack: this.#trail.canGoBack(),
      canStepBack: this.canGoBack(),
      canGoOn: this.#trail.canGoOn(),
      canUnedit: this.#kept.canUnedit(),
      mood: this.#mood,
    };
  }

  /**
   * Keeps the present run as one that has ended, as far as it went.
   * @returns {number} its id
   */
  #record() {
    const { lab, settings } = this.#bench;
    const { own } = this.#state;
    const [curve, now] = [lab.curve(), lab.summary()];
    const summary = now.step === lab.furthest() ? now : lastOf(curve, this.data.test.length > 0);
    return this.#kept.record({ name: this.#name, settings: { ...settings }, own, moves: written(this.#bench.stretches(summary.step)), summary, curve });
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
    this.#ahead = null;
    if (known) {
      lab.goto(Math.min(step, furthest));
      if (step <= furthest) return false;
    }
    const stretches = known ? plain(step - furthest, settings) : (read(moves, step) ?? plain(step, settings));
    if (!known && furthest > 0) {
      this.#bench.build(settings, this.#state.own).lab.free();
      this.#pass();
    }
    this.#ahead = { way: createWay(stretches), then };
    return true;
  }

  /**
   * The way has come to its end: the settings are in force again, and the learner stands where they wanted.
   * @param {Partial<State>} then
   */
  #arrive(then) {
    this.#ahead = null;
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
    if (this.lab.leavesTheWay(true)) this.#record();
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

/**
 * Where a curve ends.
 * @param {Float64Array} curve
 * @param {boolean} tested whether there were test colours
 * @returns {import('./core.js').Summary}
 */
function lastOf(curve, tested) {
  const [step, trainLoss, testLoss, trainAccuracy, testAccuracy] = curve.slice(-model.FIELDS);
  return { step, trainLoss, testLoss: tested ? testLoss : undefined, trainAccuracy, testAccuracy: tested ? testAccuracy : undefined, diverged: undefined };
}
