// The measurement: what the network makes of all of its data at one step. Beside a training it is not made anew for every
// frame, because it can take as long as many updates; until it is, the last one stands, and all of it is of one step.
import { summaryOf } from '../core/wasm.js';

/** @typedef {import('../core/wasm.js').Lab} Lab */
/** What is measured: the core with its data, and whose turn it is. @typedef {{ readonly lab: Lab, data: import('../core/wasm.js').Data, turns: import('./turns.js').Turns }} Measurable */
/**
 * @typedef {object} Measured
 * @property {import('../core/wasm.js').Summary} summary
 * @property {Float64Array} curve
 * @property {Uint8Array} answers the classes that the network gives to the training, then to the test colours
 */

/** How much of the time measuring may take, and finding the answers, where not all of them are measured. */
const [SHARE, ANSWERS_SHARE] = [0.1, 0.2];

export class Measurement {
  /** @type {Measurable} */
  #bench;
  /** @type {import('./turns.js').Pace} */
  #pace;
  /** @type {import('./turns.js').Pace} */
  #answersPace;
  /** The lab and the step that were measured last. */
  #at = { lab: /** @type {Lab | null} */ (null), step: -1 };
  /** What was read last, and of which lab. @type {{ lab: Lab, measured: Measured } | null} */
  #read = null;
  /** The losses of all colours at the same step, once they were asked for. @type {Float32Array | null} */
  #losses = null;

  /** @param {Measurable} bench */
  constructor(bench) {
    this.#pace = bench.turns.pace(0, SHARE);
    this.#answersPace = bench.turns.pace(0, ANSWERS_SHARE);
    this.#bench = bench;
  }

  /** Whether the present step is measured. */
  get fresh() {
    const { lab } = this.#bench;
    return this.#at.lab === lab && this.#at.step === lab.step();
  }

  /**
   * Makes updates, and measures where they stop, unless that was done a short while ago.
   * @param {number} steps
   * @param {number} milliseconds how long both may take; at least one update is made
   * @returns {number} how many updates were made
   */
  train(steps, milliseconds) {
    const { lab } = this.#bench;
    const first = lab.step();
    const due = this.#at.lab !== lab || this.#pace.due();
    lab.advance(steps, Math.max(0, milliseconds - (due ? this.#pace.cost() : 0)));
    // What makes no update has diverged, or has nothing to learn from: that is found out at once.
    if (due || lab.step() === first) this.stand();
    return Math.max(0, lab.step() - first);
  }

  /** Measures where training stands. */
  stand() {
    const { lab } = this.#bench;
    this.#pace.run(() => lab.stand());
    this.#at = { lab, step: lab.step() };
  }

  /**
   * Reads what is measured.
   * @param {boolean} late whether it may be of an earlier step
   * @param {boolean} playing whether the answers may be, where it takes long to find them all
   * @returns {Measured}
   */
  read(late, playing) {
    const { lab, data } = this.#bench;
    const before = this.#read?.lab === lab ? this.#read.measured : null;
    if (before && late && !this.fresh) return before;
    const summary = summaryOf(lab, data);
    const answers = before && playing && !this.#answersPace.due() ? before.answers : this.#answersPace.run(() => lab.answers());
    const measured = { summary, curve: lab.curve(), answers };
    this.#at = { lab, step: lab.step() };
    [this.#read, this.#losses] = [{ lab, measured }, null];
    return measured;
  }

  /** The losses of all colours, of the same step as what was read last. */
  losses() {
    return (this.#losses ??= this.#bench.lab.losses());
  }
}
