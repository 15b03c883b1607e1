// A file of weights from outside: an archive of arrays, as `np.savez` and `np.savez_compressed` write it, or JSON.
import { LIMITS } from '../core/facts.js';
import { CoreError } from '../core/wasm.js';
import { arraysOf, areWeights } from './json.js';
import { arrayIn } from './npy.js';
import { directoryOf, fileIn } from './zip.js';

/** @typedef {import('./arrays.js').Arrays} Arrays */

/** The largest file, in bytes: as JSON each number may take 25. */
const LARGEST = LIMITS.mostWeights * 32;
/** The largest array in an archive: float64, and what stands before the numbers. */
const ARRAY = LIMITS.mostWeights * 8 + 65536;
/** The most arrays in an archive. */
const MOST = 200;

/**
 * Whether a file is one of weights, and no table of colours.
 * @param {File} file
 */
export async function isOfWeights(file) {
  if (/\.np[yz]$/i.test(file.name)) return true;
  if (!/\.json$/i.test(file.name) || file.size > LARGEST) return false;
  return areWeights(parsed(await file.text()));
}

/**
 * Refuses a file that is larger than any of weights, before it is read.
 * @param {number} bytes
 * @throws {CoreError} `weightsTooMany`
 */
export function checkBytes(bytes) {
  if (bytes > LARGEST) throw new CoreError('weightsTooMany');
}

/**
 * The arrays of a file.
 * @param {Uint8Array} bytes
 * @returns {Promise<Arrays>} at least one
 * @throws {CoreError} with the reason
 */
export async function arraysIn(bytes) {
  const arrays = (await archived(bytes)) ?? written(bytes);
  if (arrays.size === 0) throw new CoreError('weightsNone');
  return arrays;
}

/**
 * The arrays of an archive.
 * @param {Uint8Array} bytes
 * @returns {Promise<Arrays | null>} null where they are none
 */
async function archived(bytes) {
  const directory = directoryOf(bytes);
  // What begins like an archive is the beginning of one.
  if (!directory && bytes[0] === 0x50 && bytes[1] === 0x4b) throw new CoreError('weightsCut', { name: '' });
  if (!directory) return null;
  const entries = directory.filter(({ name }) => name.endsWith('.npy')).slice(0, MOST);
  /** @type {Arrays} */
  const arrays = new Map();
  let left = LIMITS.mostWeights;
  for (const entry of entries) {
    const name = entry.name.slice(0, -'.npy'.length);
    if (entry.size > ARRAY || left < 0) throw new CoreError('weightsTooMany');
    try {
      const array = arrayIn(name, await fileIn(bytes, { ...entry, name }));
      arrays.set(name, array);
      left -= array.data.length;
    } catch (problem) {
      // An array that nobody asks for may be anything.
      arrays.set(name, /** @type {CoreError} */ (problem));
    }
  }
  if (left < 0) throw new CoreError('weightsTooMany');
  return arrays;
}

/**
 * The arrays of a text.
 * @param {Uint8Array} bytes
 */
function written(bytes) {
  // A single array, as `np.save` writes it.
  if (bytes[0] === 0x93) throw new CoreError('weightsSingle');
  const value = parsed(new TextDecoder().decode(bytes));
  if (value === undefined) throw new CoreError('weightsNoFile');
  if (!areWeights(value)) throw new CoreError('weightsNone');
  return arraysOf(value);
}

/**
 * @param {string} text
 * @returns {unknown} undefined where it is no JSON
 */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
