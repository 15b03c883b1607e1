// Arrays of a file as the first weights of a network: of the present one where they have its shapes, else of the one that they
// describe, where it can be laid out on the present data.
import { CoreError } from '../core/wasm.js';
import { joined } from '../util/bytes.js';
import { same } from '../util/same.js';
import { shapeText } from './arrays.js';
import { layoutOf } from './layout.js';

/** @typedef {import('./arrays.js').NumberArray} NumberArray */
/** @typedef {import('./arrays.js').Arrays} Arrays */
/** A tensor that a network learns. @typedef {{ name: string, shape: readonly number[] }} Tensor */

/** The most names of a file that are told. */
const TOLD = 8;

/**
 * @param {Arrays} arrays
 * @param {object} network the present one
 * @param {readonly Tensor[]} network.tensors in the order of the core
 * @param {readonly number[]} network.inputs the shape of an input
 * @param {number} network.classes how many there are
 * @returns {{ weights: Float32Array, settings: Partial<import('../core/wasm.js').Settings> }} the settings of another network are
 * empty where it is the present one
 * @throws {CoreError} what was found, and what was wanted
 */
export function fitted(arrays, { tensors, inputs, classes }) {
  const named = byAddress(arrays);
  for (const given of named.values()) if (given instanceof CoreError) throw given;
  const read = /** @type {Map<string, NumberArray>} */ (named);
  const fits = read.size === tensors.length && tensors.every(({ name, shape }) => same(read.get(name)?.shape, [...shape]));
  if (fits) return { weights: inOrder(tensors.map(({ name }) => name), read), settings: {} };
  const other = layoutOf(read, inputs, classes);
  if (other) return { weights: inOrder(other.order, read), settings: other.settings };
  throw misfit(arrays, read, tensors);
}

/**
 * The first thing in which arrays differ from a network.
 * @param {Arrays} arrays
 * @param {Map<string, NumberArray>} read
 * @param {readonly Tensor[]} tensors
 */
function misfit(arrays, read, tensors) {
  for (const { name, shape } of tensors) {
    const found = read.get(name)?.shape;
    if (!found) return new CoreError('weightsMissing', { name, known: listed([...arrays.keys()]) });
    if (!same(found, [...shape])) return new CoreError('weightsShape', { name, found: shapeText(found), wanted: shapeText(shape) });
  }
  const more = [...read.keys()].filter((name) => !tensors.some((tensor) => tensor.name === name));
  return new CoreError('weightsMore', { names: listed(more) });
}

/** @param {readonly string[]} names */
function listed(names) {
  return names.slice(0, TOLD).map((name) => name.slice(0, 40)).join(', ') + (names.length > TOLD ? ', …' : '');
}

/**
 * The arrays by the addresses of parameters. A file may name them so (`affine1.w`, also `affine1_w`, which a keyword of Python can
 * be), number them as the lecture's book does (`W1`, `b1`), or have them in their order (`arr_0`, `arr_1`: `np.savez` without
 * names). Others are left out.
 * @param {Arrays} arrays
 * @returns {Arrays}
 */
function byAddress(arrays) {
  const addressed = renamed(arrays, (name) => {
    const [, layer, param] = /^((?:affine|conv)[1-9]\d?)[._/](w|b)$/i.exec(name) ?? [];
    return layer && `${layer}.${param}`.toLowerCase();
  });
  if (addressed.size > 0) return addressed;
  const numbered = renamed(arrays, (name) => {
    const [, param, number] = /^(w|b)_?([1-9]\d?)$/i.exec(name) ?? [];
    return param && `${number}.${param.toLowerCase()}`;
  });
  const inOrder = renamed(arrays, (name) => {
    const [, place] = /^arr_(\d{1,2})$/.exec(name) ?? [];
    return place && `${Math.floor(Number(place) / 2) + 1}.${Number(place) % 2 === 0 ? 'w' : 'b'}`;
  });
  return withKinds(numbered.size > 0 ? numbered : inOrder);
}

/**
 * @param {Arrays} arrays
 * @param {(name: string) => string | undefined} rename gives nothing for one to be left out
 * @returns {Arrays}
 */
function renamed(arrays, rename) {
  return new Map([...arrays].flatMap(([name, array]) => {
    const now = rename(name);
    return now ? [[now, array]] : [];
  }));
}

/**
 * Arrays that are numbered over all layers with weights, by their layers' names: kernels are those of a Convolution.
 * @param {Arrays} arrays
 * @returns {Arrays}
 */
function withKinds(arrays) {
  const names = new Map();
  let [convs, affines] = [0, 0];
  for (let number = 1; arrays.has(`${number}.w`) || arrays.has(`${number}.b`); number += 1) {
    const w = arrays.get(`${number}.w`);
    const kernel = w && !(w instanceof CoreError) && w.shape.length === 4;
    names.set(String(number), kernel ? `conv${(convs += 1)}` : `affine${(affines += 1)}`);
  }
  return renamed(arrays, (name) => {
    const [number, param] = name.split('.');
    return names.has(number) ? `${names.get(number)}.${param}` : undefined;
  });
}

/**
 * The numbers of arrays, one array after another.
 * @param {readonly string[]} names
 * @param {Map<string, NumberArray>} arrays
 */
function inOrder(names, arrays) {
  return joined(Float32Array, names.map((name) => /** @type {NumberArray} */ (arrays.get(name)).data));
}
