// The workbench: a network on its data in the core, its settings, and the pass that was computed last. It knows nothing
// of the position in that pass that the page shows.
import { positionsOf } from '../core/pass-positions.js';
import { summaryOf } from '../core/wasm.js';
import { samplesOf } from '../colours/custom-set.js';
import { sameInput } from '../colours/pictures.js';
import { drawnIn, drawnSamples } from '../colours/drawings.js';
import { stretchesOf } from '../state/moves.js';
import { same } from '../util/same.js';
import { fileOf } from '../core/data-file.js';
import { isPicture, sizeOf } from '../core/tensor-shape.js';
import { join } from './page-runs.js';
import { Measurement } from './measurement.js';
import { Survey } from './survey.js';
import { createTurns } from './turns.js';

/** @typedef {import('../core/wasm.js').Lab} Lab */
/** @typedef {import('../core/wasm.js').Sample} Sample */
/** @typedef {import('../core/wasm.js').Settings} Settings */
/** @typedef {import('../colours/custom-set.js').CustomSet} CustomSet */
/** @typedef {import('../colours/drawings.js').Drawings} Drawings */

/** @typedef {{ lab: Lab, settings: Settings, own: CustomSet, drawn: string }} Laid a network that can be set aside and restored */

export class Workbench {
  /** @type {import('../core/wasm.js').Bindings} */
  #bindings;
  /** @type {Laid} */
  #laid;
  /** @type {import('../core/wasm.js').Data} */
  data;
  /** @type {import('../core/pass-positions.js').Position[]} */
  positions = [];
  /** The colours of the pass. @type {Sample[]} */
  samples = [];
  /** Its columns, as the core describes them. @type {import('../core/wasm.js').Column[]} */
  columns = [];
  /** The lab and the number of colours that they are described for. @type {{ lab: Lab | null, rows: number }} */
  #described = { lab: null, rows: 0 };
  /** The teacher's last word. @type {{ data: import('../core/wasm.js').Data, asked: ArrayLike<number>, said: import('../core/wasm.js').Teacher } | null} */
  #teacher = null;
  /** What the update from this pass did, once it was made. @type {import('../core/wasm.js').Effect | null} */
  effect = null;
  /** The colours of the batch that the update learns from, where the pass is of one colour; null where it learns from the pass. @type {Sample[] | null} */
  taught = null;
  /**
   * @param {import('../core/wasm.js').Bindings} bindings
   * @param {Settings} settings
   * @param {CustomSet} own
   * @param {Drawings} drawn
   */
  constructor(bindings, settings, own, drawn) {
    this.#bindings = bindings;
    this.#laid = this.#lay(settings, own, drawn);
    this.data = this.lab.data();
    /** The turns of what is dear beside a training. */
    this.turns = createTurns();
    /** What is drawn of the network as a whole. */
    this.survey = new Survey(bindings, this);
    /** What is measured on all of its data. */
    this.measurement = new Measurement(this);
    join(this);
  }

  /** The core, to read numbers from. */
  get lab() {
    return this.#laid.lab;
  }

  /** The settings in force. */
  get settings() {
    return this.#laid.settings;
  }

  /** The network with what it was laid out from. */
  get laid() {
    return this.#laid;
  }

  /** Whether the network's inputs are pictures, and not colours. */
  get pictures() {
    return isPicture(this.data.shape);
  }

  /** How many updates have been made. */
  get step() {
    return this.lab.step();
  }

  /**
   * Whether the lab can go on with such settings and colours, or has to be laid out anew.
   * @param {Settings} settings
   * @param {CustomSet} own
   * @param {Drawings} drawn
   */
  suits(settings, own, drawn) {
    return this.#holds({ settings, own, drawn: drawnIn(drawn, settings.data) });
  }

  /**
   * Whether another workbench has the same network and data.
   * @param {Workbench} other
   */
  isLike(other) {
    return this.#holds(other.#laid);
  }

  /** @param {Pick<Laid, 'settings' | 'own' | 'drawn'>} other */
  #holds({ settings, own, drawn }) {
    const frozen = (/** @type {Settings} */ { learningRate: _, batch: __, ...rest }) => rest;
    return same(frozen(settings), frozen(this.settings)) && (settings.data !== 'own' || same(own, this.#laid.own)) && drawn === this.#laid.drawn;
  }

  /**
   * Lays everything out anew.
   * @param {Settings} settings
   * @param {CustomSet} own
   * @param {Drawings} drawn
   * @returns {Laid} the one before; to be freed or restored
   */
  build(settings, own, drawn) {
    const old = this.#laid;
    this.#take(this.#lay(settings, own, drawn));
    return old;
  }

  /**
   * Restores a network that `build` has set aside.
   * @param {Laid} laid
   */
  restore(laid) {
    this.lab.free();
    this.#take(laid);
  }

  /**
   * Changes learning rate and batch, which needs no new beginning.
   * @param {Settings} settings
   * @returns {boolean} whether anything changed
   */
  tune({ learningRate, batch }) {
    const { settings } = this;
    const same = learningRate === settings.learningRate && batch === settings.batch;
    if (!same) this.lab.tune(learningRate, batch);
    this.#laid.settings = { ...settings, learningRate, batch };
    return !same;
  }

  /** Where training stands. */
  summary() {
    return summaryOf(this.lab, this.data);
  }

  /**
   * How a step of this run was reached.
   * @param {number} step
   */
  stretches(step) {
    return stretchesOf(this.lab.moves(), step);
  }

  /**
   * Takes over the run of another workbench, where it is one of the same network and colours.
   * @param {Workbench} other
   */
  adopt(other) {
    this.lab.adopt(other.lab);
  }

  /**
   * Which training samples the updates of a stretch learned from, batch after batch.
   * @param {import('../state/moves.js').Stretch} stretch with batches that are not all of them
   * @param {number} first the step at which it began
   * @returns {Uint32Array}
   */
  batchRows({ steps, batch }, first) {
    return this.#bindings.batchRows(this.settings.seed, this.data.train.length, Number(batch), first, steps);
  }

  /**
   * Makes moves of a stretch for a while.
   * @param {import('../state/moves.js').Stretch} stretch
   * @param {number} milliseconds
   * @returns {number} how many were made; 0 where they diverge, or name a class that does not exist
   */
  make({ steps, batch, colour, learningRate }, milliseconds) {
    this.lab.tune(learningRate, batch ?? this.settings.batch);
    if (!colour) return this.lab.train(steps, milliseconds);
    if (colour.label >= this.data.classes.length) return 0;
    this.pass(colour);
    this.update();
    return this.effect ? 1 : 0;
  }

  /**
   * Records a pass of a colour or of the batch with the present weights.
   * @param {Sample | 'batch'} what
   */
  pass(what) {
    [this.effect, this.taught] = [null, null];
    this.lab.makePass(what === 'batch' ? { kind: 'batch' } : { kind: 'colour', ...what });
    this.samples = this.lab.samples();
    this.#describe();
  }

  /** Describes the columns anew where they can be others: a training makes a pass in every frame, and all are alike. */
  #describe() {
    const { lab, samples: { length } } = this;
    if (this.#described.lab === lab && this.#described.rows === length) return;
    this.#described = { lab, rows: length };
    this.columns = lab.columns();
    this.positions = positionsOf(this.columns.map(({ name }) => name));
  }

  /** Lets the update learn from the batch, while the pass stays of its colour. */
  learnFromBatch() {
    this.lab.learnFromBatch();
    this.taught = this.lab.learnedFrom();
  }

  /** Makes the update that the pass leads to; it has no effect where it would diverge. */
  update() {
    this.effect = this.lab.update();
  }

  /** Undoes the update; the pass is as it was before it. */
  takeBack() {
    if (!this.effect) return;
    this.lab.goto(this.step - 1);
    // The gradients are the colour's own again.
    this.lab.learnFromPass();
    [this.effect, this.taught] = [null, null];
  }

  /**
   * The right class of a colour or a picture, and why it is right.
   * @param {ArrayLike<number>} input
   * @returns {import('../core/wasm.js').Teacher}
   */
  teacher(input) {
    const { data } = this;
    if (this.#teacher?.data !== data || !sameInput(this.#teacher.asked, input)) this.#teacher = { data, asked: input, said: this.lab.teacher(Uint8Array.from(input)) };
    return this.#teacher.said;
  }

  /** A seed that was not used before. */
  freshSeed() {
    return this.#bindings.freshSeed();
  }

  /**
   * The colours of a built-in set under the present seed, as a custom set has them.
   * @param {Settings} settings
   * @returns {{ classes: string[], samples: Sample[] }}
   */
  coloursOf(settings) {
    const { lab } = this.#lay({ ...settings, hidden: [] }, { classes: [], colours: '' }, {});
    const { classes, train, test } = lab.data();
    lab.free();
    return { classes, samples: [...train, ...test] };
  }

  /**
   * The layers up to the softmax, with their parameters before the first update.
   * @returns {import('../export/notebook/notebook.js').Layer[]}
   */
  firstLayers() {
    const lab = this.#anew();
    const layers = this.layersOf(lab);
    lab.free();
    return layers;
  }

  /** A copy of the lab, with its run, at the present step. The caller frees it. */
  copy() {
    const lab = this.#anew();
    lab.adopt(this.lab);
    return lab;
  }

  /** A lab of the same settings and data, before the first update. */
  #anew() {
    const { settings, own, drawn } = this.#laid;
    return this.#lay(settings, own, { [settings.data]: drawn }).lab;
  }

  /**
   * The layers up to the softmax of a lab of this network, with their present parameters.
   * @param {Lab} lab
   * @returns {import('../export/notebook/notebook.js').Layer[]}
   */
  layersOf(lab) {
    lab.makePass({ kind: 'colour', rgb: new Uint8Array(sizeOf(this.data.shape)), label: 0 });
    const columns = /** @type {import('../core/wasm.js').Column[]} */ (lab.columns()).filter(({ role }) => ['weighted', 'activation', 'pooling'].includes(role));
    return columns.map(({ name, kind, role, params }) => {
      const values = params.map((param) => ({ name: param.name, data: lab.tensor(`${name}.${param.name}`), shape: [...lab.shape(`${name}.${param.name}`)] }));
      return { name, kind, role, params: values };
    });
  }

  /**
   * @param {Settings} settings
   * @param {CustomSet} own
   * @param {Drawings} drawings
   * @returns {Laid}
   * @throws {Error} where the core refuses, and `noFile` where the file of the data has not been fetched
   */
  #lay(settings, own, drawings) {
    const drawn = drawnIn(drawings, settings.data);
    const given = settings.data === 'own' ? { classes: own.classes, samples: samplesOf(own) } : { pictures: drawnSamples(drawn) };
    const lab = new this.#bindings.Lab(settings, given, fileOf(settings.data));
    return { lab, settings: lab.settings(), own, drawn };
  }

  /** @param {Laid} laid */
  #take(laid) {
    this.#laid = laid;
    this.data = laid.lab.data();
  }
}
