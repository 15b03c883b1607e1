// What every contender trains, taken from the core: the lecture's network on the lecture's colours, and a CNN on pictures.
import load, { Lab } from '../www/wasm/irozuku.js';
import { grown } from './contenders/growing.js';

/**
 * One batch: `x` is `(rows, …)` in row order, scaled as the network gets it.
 * @typedef {{ x: Float32Array, labels: number[] }} Batch
 *
 * A layer with weights and the ReLU behind it (the last one has none), or max pooling of 2 × 2. `w` are its first weights, as the
 * core has them: `(inputs, outputs)` of an Affine, `(outputs, inputs, 3, 3)` of a Convolution.
 * @typedef {{ kind: 'affine' | 'conv' | 'pool', outputs: number, w: Float32Array, b: Float32Array }} Stage
 *
 * `input` is the shape of a sample, `[n]` or `[C, H, W]`. `batches` are those of the first updates, in the core's order; a
 * contender begins anew with the first after the last. `all` are all the samples that are learned from. `operations` are the
 * floating-point operations of an update.
 * @typedef {{
 *   input: number[], stages: Stage[], learningRate: number, batches: Batch[], all: Batch, operations: number,
 * }} Problem
 *
 * What trains the network. `begin` goes back to the first weights and the first batch. `train` makes so many updates,
 * and has made them when it returns. `loss` is the mean over all samples with the present weights, in the contender's own
 * arithmetic.
 * @typedef {{ begin(): void | Promise<void>, train(steps: number): void | Promise<void>, loss(): number }} Contender
 */

/** The colours of the lecture. */
export const COLOURS = 240;
/** Standardised, and with small steps, nobody's rounding grows until the losses differ. */
const SETTINGS = { input: 'standardised', init: { kind: 'he' }, learningRate: 0.01, train: COLOURS };

/**
 * The core's settings for batches of this size.
 * @param {number} size
 */
export function settings(size) {
  return { ...SETTINGS, batch: size < COLOURS ? size : 'full' };
}

/**
 * The network, its first weights and the batches of the first `updates` updates.
 * @param {number} size How many colours a batch has.
 * @param {number} updates
 * @returns {Promise<Problem>}
 */
export async function problem(size, updates) {
  await load();
  const lab = new Lab(settings(size), undefined);
  const whole = new Lab(settings(COLOURS), undefined);
  const all = batch(whole);
  const layers = /** @type {{ name: string, role: string, width: number }[]} */ (whole.columns());
  const weighted = layers.filter(({ role }) => role === 'weighted');
  const stages = weighted.map(({ name, width }) => ({ kind: /** @type {const} */ ('affine'), outputs: width, w: whole.tensor(`${name}.w`), b: whole.tensor(`${name}.b`) }));
  const batches = size < COLOURS ? [] : [all];
  while (size < COLOURS && batches.length < updates) {
    batches.push(batch(lab));
    lab.train(1, Infinity);
  }
  lab.free();
  whole.free();
  const widths = [layers[0].width, ...weighted.map(({ width }) => width)];
  return { input: [widths[0]], stages, learningRate: SETTINGS.learningRate, batches, all, operations: operations(widths, batches[0].labels.length) };
}

/** Pictures of the patterns, and how many classes they have. */
export const PICTURE = [3, 12, 12];
export const CLASSES = 4;

/**
 * A CNN and so many pictures of patterns, of which each update learns from all.
 * @param {number[]} channels of its Convolutions, each before a ReLU and max pooling
 * @param {number} pictures
 * @returns {Promise<Problem>}
 */
export async function cnnProblem(channels, pictures) {
  const { network, learningRate } = await grown(channels, pictures, true);
  const all = { x: network.inputs(), labels: [...network.labels()] };
  const params = network.params();
  network.free();
  let at = 0;
  const next = (/** @type {number} */ count) => params.subarray(at, (at += count));
  let [before, pixels] = [PICTURE[0], PICTURE[1] * PICTURE[2]];
  /** @type {Stage[]} */
  const stages = [];
  for (const outputs of channels) {
    stages.push({ kind: 'conv', outputs, w: next(outputs * before * 9), b: next(outputs) }, { kind: 'pool', outputs, w: next(0), b: next(0) });
    [before, pixels] = [outputs, pixels / 4];
  }
  stages.push({ kind: 'affine', outputs: CLASSES, w: next(before * pixels * CLASSES), b: next(CLASSES) });
  return { input: PICTURE, stages, learningRate, batches: [all], all, operations: cnnOperations(PICTURE, channels, CLASSES, pictures) };
}

/**
 * The batch of the next update.
 * @param {Lab} lab
 * @returns {Batch}
 */
function batch(lab) {
  lab.makePass({ kind: 'batch' });
  const samples = /** @type {{ label: number }[]} */ (lab.samples());
  return { x: lab.tensor('data.out'), labels: samples.map(({ label }) => label) };
}

/**
 * The floating-point operations of an update of `rows` colours: the three products of each layer (the first has no use
 * for the gradient of its inputs), the biases and their gradients, and the update.
 * @param {number[]} widths
 * @param {number} rows
 */
export function operations(widths, rows) {
  const weights = widths.slice(1).map((width, i) => width * widths[i]);
  const sum = weights.reduce((total, count) => total + count, 0);
  const biases = widths.slice(1).reduce((total, width) => total + width, 0);
  return rows * (6 * sum - 2 * weights[0] + 2 * biases) + 2 * (sum + biases);
}

/**
 * The floating-point operations of an update of `rows` pictures by a CNN: those of its Convolutions with their 3 × 3 kernels,
 * each before a ReLU and a pooling, which have none, and those of one Affine layer. Where a window reaches beyond the border
 * it is counted as a whole.
 * @param {number[]} shape of a picture, `[C, H, W]`
 * @param {number[]} channels
 * @param {number} classes
 * @param {number} rows
 */
export function cnnOperations([inputs, height, width], channels, classes, rows) {
  let [count, before, pixels] = [0, inputs, height * width];
  for (const [i, outputs] of channels.entries()) {
    const weights = before * 9 * outputs;
    count += rows * pixels * ((i === 0 ? 4 : 6) * weights + 2 * outputs) + 2 * (weights + outputs);
    [before, pixels] = [outputs, pixels / 4];
  }
  const weights = before * pixels * classes;
  return count + rows * (6 * weights + 2 * classes) + 2 * (weights + classes);
}
