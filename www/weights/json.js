// Weights as JSON: as the page writes them (`{ "weights": { "affine1.w": { "shape": [3, 50], "data": […] } } }`), or lists in
// lists by name, as NumPy's `tolist` makes them.
import { CoreError } from '../core/wasm.js';
import { sizeOf } from '../core/tensor-shape.js';
import { isDictionary, isWhole } from '../util/readers.js';
import { checkSize, numbers, shapeText } from './arrays.js';

/**
 * Whether a value has the form of weights, and is no table.
 * @param {unknown} value
 * @returns {value is import('../util/readers.js').Dictionary}
 */
export function areWeights(value) {
  return isDictionary(value) && (isDictionary(value.weights) || Object.keys(value).some((name) => /\d/.test(name) && (isDictionary(value[name]) || Array.isArray(value[name]))));
}

/**
 * @param {import('../util/readers.js').Dictionary} value
 * @returns {import('./arrays.js').Arrays}
 */
export function arraysOf(value) {
  const weights = isDictionary(value.weights) ? value.weights : value;
  /** @type {import('./arrays.js').Arrays} */
  const arrays = new Map();
  for (const [name, given] of Object.entries(weights)) {
    try {
      arrays.set(name, arrayOf(name, given));
    } catch (problem) {
      arrays.set(name, /** @type {CoreError} */ (problem));
    }
  }
  return arrays;
}

/**
 * @param {string} name
 * @param {unknown} given
 * @throws {CoreError} `weightsRagged`, `weightsNoNumber`, `weightsCount`, and as `numbers` does
 */
function arrayOf(name, given) {
  if (isDictionary(given) && Array.isArray(given.shape) && given.shape.every((side) => isWhole(side, 0, 2 ** 32)) && Array.isArray(given.data)) {
    const { shape, data } = /** @type {{ shape: number[], data: unknown[] }} */ (given);
    checkSize(shape);
    if (data.length !== sizeOf(shape)) throw new CoreError('weightsCount', { name, found: String(data.length), shape: shapeText(shape) });
    return numbers(name, shape, numberAt(name, data));
  }
  const shape = [];
  for (let part = given; Array.isArray(part) && shape.length < 8; [part] = part) shape.push(part.length);
  checkSize(shape);
  const data = Array.isArray(given) ? given.flat(8) : [given];
  if (!isEven(given, shape) || data.length !== sizeOf(shape)) throw new CoreError('weightsRagged', { name });
  return numbers(name, shape, numberAt(name, data));
}

/**
 * @param {string} name
 * @param {readonly unknown[]} data
 */
function numberAt(name, data) {
  return (/** @type {number} */ place) => {
    const value = data[place];
    if (typeof value !== 'number') throw new CoreError('weightsNoNumber', { name });
    return value;
  };
}

/**
 * Whether lists in lists have the same lengths everywhere.
 * @param {unknown} value
 * @param {readonly number[]} shape
 * @returns {boolean}
 */
function isEven(value, [side, ...rest]) {
  if (side === undefined) return !Array.isArray(value);
  return Array.isArray(value) && value.length === side && value.every((part) => isEven(part, rest));
}
