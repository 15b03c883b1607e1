// The files of the data sets that are read, not made: fetched when one is wanted, and kept.
import { dataFile } from '../assets.js';
import { FILES } from './facts.js';
import { CoreError } from './wasm.js';

/** The files that have come, by the names of their sets. @type {Map<string, Uint8Array>} */
const kept = new Map();
/** Those on their way. @type {Map<string, Promise<void>>} */
const coming = new Map();

/**
 * Whether a data set can be laid out at once.
 * @param {string} set
 */
export const isAtHand = (set) => !Object.hasOwn(FILES, set) || kept.has(set);

/**
 * Fetches the file of a data set, once for all elements of a page.
 * @param {string} set
 * @returns {Promise<void>} settled when the set is at hand
 * @throws {CoreError} `noFile`, where the file can't be fetched; it may be tried again
 */
export function fetched(set) {
  if (isAtHand(set)) return Promise.resolve();
  const file = coming.get(set) ?? fetchFile(set).finally(() => coming.delete(set));
  coming.set(set, file);
  return file;
}

/** @param {string} set */
async function fetchFile(set) {
  try {
    kept.set(set, await dataFile(FILES[set]));
  } catch (problem) {
    throw new CoreError('noFile', { set }, String(problem));
  }
}

/**
 * The file of a data set that is at hand.
 * @param {string} set
 * @returns {Uint8Array | undefined} undefined where the set has none
 * @throws {CoreError} `noFile`, where it has not been fetched
 */
export function fileOf(set) {
  if (!isAtHand(set)) throw new CoreError('noFile', { set }, `the file of ${set} has not been fetched`);
  return kept.get(set);
}
