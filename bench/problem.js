// What every contender trains: the lecture's network on the lecture's colours, taken from the core.
import load, { Lab } from '../www/wasm/irozuku.js';

/**
 * One batch: `x` is `(rows, 3)` in row order, scaled as the network gets it.
 * @typedef {{ x: Float32Array, labels: number[] }} Batch
 *
 * `first` are the first weights and biases, layer after layer: `w` is `(inputs, outputs)` in row order. `batches` are
 * those of the first updates, in the core's order; a contender begins anew with the first after the last. `all` are all
 * the colours that are learned from.
 * @typedef {{
 *   widths: number[], first: { w: Float32Array, b: Float32Array }[], learningRate: number,
 *   batches: Batch[], all: Batch,
 * }} Problem
 *
 * What trains the network. `begin` goes back to the first weights and the first batch. `train` makes so many updates,
 * and has made them when it returns. `loss` is the mean over all colours with the present weights, in the contender's own
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
  const first = weighted.map(({ name }) => ({ w: whole.tensor(`${name}.w`), b: whole.tensor(`${name}.b`) }));
  const batches = size < COLOURS ? [] : [all];
  while (size < COLOURS && batches.length < updates) {
    batches.push(batch(lab));
    lab.train(1, Infinity);
  }
  lab.free();
  whole.free();
  const widths = [layers[0].width, ...weighted.map(({ width }) => width)];
  return { widths, first, learningRate: SETTINGS.learningRate, batches, all };
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
 * @param {[number, number, number]} shape of a picture, `[C, H, W]`
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
