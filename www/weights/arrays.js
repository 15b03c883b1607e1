// Arrays of numbers from outside, as float32 row by row; what is wrong with one is said with its name.
import { indexAt, sizeOf } from '../core/tensor-shape.js';
import { LIMITS } from '../core/facts.js';
import { CoreError } from '../core/wasm.js';

/** @typedef {{ shape: number[], data: Float32Array }} NumberArray row by row */
/** The arrays of a file by their names; in the place of one that can't be read, why. @typedef {Map<string, NumberArray | CoreError>} Arrays */

/** The most dimensions of an array. */
const DIMENSIONS = 32;

/**
 * A shape as Python writes it.
 * @param {readonly number[]} shape
 */
export const shapeText = (shape) => `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;

/**
 * Refuses shapes with more numbers than any network here has.
 * @param {readonly number[]} shape
 * @throws {CoreError} `weightsTooMany`
 */
export function checkSize(shape) {
  // A dimension of 0 makes any other harmless.
  if (shape.length > DIMENSIONS || (!shape.includes(0) && sizeOf(shape) > LIMITS.mostWeights)) throw new CoreError('weightsTooMany');
}

/**
 * @param {string} name
 * @param {readonly number[]} shape
 * @param {(place: number) => number} at a number by its place, row by row
 * @returns {NumberArray}
 * @throws {CoreError} `notFinite`, `weightsTooLarge` where a number has no float32
 */
export function numbers(name, shape, at) {
  const data = new Float32Array(sizeOf(shape));
  for (let place = 0; place < data.length; place += 1) {
    const x = at(place);
    data[place] = x;
    if (Number.isFinite(data[place])) continue;
    const address = `${name}[${indexAt(place, shape).join(',')}]`;
    throw Number.isFinite(x) ? new CoreError('weightsTooLarge', { address, value: String(x) }) : new CoreError('notFinite', { address });
  }
  return { shape: [...shape], data };
}
