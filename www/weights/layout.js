// The network that the shapes of weights describe: Affine layers with a ReLU between them, before these perhaps Convolutions, each
// with a ReLU and, where the first Affine gets so many numbers, with a max pooling.
import { LIMITS } from '../core/facts.js';
import { sizeOf } from '../core/tensor-shape.js';

/** @typedef {import('./arrays.js').NumberArray} NumberArray */
/** @typedef {import('../core/wasm.js').Settings} Settings */

/** A kernel's height and width. */
const SIDE = 3;

/**
 * @param {ReadonlyMap<string, Pick<NumberArray, 'shape'>>} arrays by address
 * @param {readonly number[]} inputs the shape of an input
 * @param {number} classes
 * @returns {{ order: string[], settings: Partial<Settings> } | null} the addresses in the order of the core, and the settings of the
 * hidden layers; null where there is no such network
 */
export function layoutOf(arrays, inputs, classes) {
  const [kernels, matrices] = ['conv', 'affine'].map((kind) => layersOf(arrays, kind));
  const order = [...kernels, ...matrices].flatMap(({ name }) => [`${name}.w`, `${name}.b`]);
  const channels = kernels.map(({ w }) => w[0]);
  const widths = matrices.map(({ w }) => w[1]);
  const [hidden, last] = [widths.slice(0, -1), widths.at(-1)];
  const biases = [...kernels, ...matrices].every(({ b }, i) => b.length === 1 && b[0] === [...channels, ...widths][i]);
  const allowed = [...channels, ...hidden].every((nodes) => nodes >= 1 && nodes <= LIMITS.mostNodes);
  if (order.length !== arrays.size || !biases || !allowed || last !== classes) return null;
  const chained = matrices.every(({ w }, i) => w.length === 2 && (i === 0 || w[0] === widths[i - 1]));
  if (!chained || kernels.length > LIMITS.mostLayers || hidden.length > LIMITS.mostLayers) return null;
  const [first] = matrices[0].w;
  if (kernels.length === 0) return first === sizeOf(inputs) ? { order, settings: { hidden } } : null;
  if (inputs.length !== 3 || !kernels.every(({ w }, i) => w.length === 4 && w[1] === [inputs[0], ...channels][i] && w[2] === SIDE && w[3] === SIDE)) return null;
  const [, height, width] = inputs;
  const depth = /** @type {number} */ (channels.at(-1));
  const halved = (/** @type {number} */ side) => Math.floor(side / 2 ** kernels.length);
  const pooled = first === depth * halved(height) * halved(width);
  if (!pooled && first !== depth * height * width) return null;
  const layers = [
    ...channels.flatMap((nodes) => [{ kind: 'conv', nodes }, { kind: 'relu' }, ...(pooled ? [{ kind: 'pool' }] : [])]),
    ...hidden.flatMap((nodes) => [{ kind: 'affine', nodes }, { kind: 'relu' }]),
  ];
  return layers.length <= 2 * LIMITS.mostLayers ? { order, settings: { layers } } : null;
}

/**
 * The layers of a kind, from the first on, that have weights and biases.
 * @param {ReadonlyMap<string, Pick<NumberArray, 'shape'>>} arrays
 * @param {string} kind
 */
function layersOf(arrays, kind) {
  /** @type {{ name: string, w: number[], b: number[] }[]} */
  const layers = [];
  for (let number = 1; number <= arrays.size; number += 1) {
    const name = `${kind}${number}`;
    const [w, b] = [arrays.get(`${name}.w`)?.shape, arrays.get(`${name}.b`)?.shape];
    if (!w || !b) break;
    layers.push({ name, w, b });
  }
  return layers;
}
