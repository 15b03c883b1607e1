// Where the learner stands: the state, and the pass under it on the bench. What moves them is in steps.js,
// past.js and journey.js.
import { Bench } from '../core/workbench.js';
import { CoreError } from '../core/wasm.js';
import * as model from './view-model.js';
import { createTrail } from './address-history.js';

/** @typedef {'start' | 'walk' | 'trained'} Mood */

export class Stand {
  /** @type {import('../state/schema.js').State} */
  state;
  /** @type {Bench} */
  bench;
  /** What the learner has done last: nothing yet, a step of the walk, or training. @type {Mood} */
  mood = 'start';
  trail = createTrail();
  /** @type {CoreError | null} what the learner should be told */
  problem = null;
  /** What of the present network was noticed last. */
  #noticed = '';

  /**
   * @param {import('../core/wasm.js').Bindings} bindings
   * @param {import('../state/schema.js').State} state
   */
  constructor(bindings, state) {
    this.state = state;
    this.bench = new Bench(bindings, state.settings, state.own);
    Object.assign(state, { settings: this.bench.settings, step: 0 });
    this.pass();
  }

  /** The core, to read numbers from. */
  get lab() {
    return this.bench.lab;
  }

  /** The colours. */
  get data() {
    return this.bench.data;
  }

  /** Records a pass of the picked colour or of the batch, with the present weights. */
  pass() {
    const { state, bench } = this;
    if (this.data.train.length === 0) state.scope = 'one';
    const rgb = state.color;
    state.label = this.labelled(state.label);
    bench.pass(state.scope === 'batch' ? 'batch' : { rgb, label: state.label ?? bench.teacher(rgb).label });
    state.step = bench.step;
    this.keepRow();
    // A number that is not in this pass can't stay open.
    if (state.selected !== null && !this.has(state.selected)) {
      state.selected = null;
      this.trail.clear();
    }
  }

  /** Keeps the row on display inside the pass. */
  keepRow() {
    this.state.row = Math.min(this.state.row, this.bench.samples.length - 1);
  }

  /**
   * Stands at a place of the walk.
   * @param {string} at
   */
  go(at) {
    this.state.at = at;
    this.state.step = this.bench.step;
    this.mood = 'walk';
  }

  /** Follows the bench after it was laid out anew; colour, language and the like stay. */
  renew() {
    [this.problem, this.#noticed] = [null, ''];
    this.state.settings = this.bench.settings;
    this.pass();
    this.mood = 'start';
  }

  /**
   * The nearest class there is; null stays null.
   * @param {number | null} label
   */
  labelled(label) {
    return label === null ? null : Math.min(label, this.data.classes.length - 1);
  }

  /**
   * Whether the pass has a number of that address.
   * @param {string} address
   */
  has(address) {
    return model.number(this.lab, address) !== null;
  }

  /**
   * Tells of first weights that can't be computed with, and of divergence; once.
   * @param {boolean} [again] tells it even if it was told before
   */
  notice(again = false) {
    const { diverged, trainLoss, step } = this.bench.summary();
    const unusable = step === 0 && trainLoss !== undefined && !Number.isFinite(trainLoss);
    const now = unusable ? 'tooLarge' : diverged === undefined ? '' : `diverged ${diverged}`;
    if (now === this.#noticed && !again) return;
    this.#noticed = now;
    if (unusable) this.problem = new CoreError('tooLarge');
    else if (diverged !== undefined) this.problem = new CoreError('diverged', { step: String(diverged) });
    else if (this.problem?.code === 'diverged') this.problem = null;
  }
}
