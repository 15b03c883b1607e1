// The data sets one can choose: one line each. The core makes their colours, see src/data/.
import { withShape } from '../core/shape.js';
import { dominant } from './datasets/dominant.js';
import { named } from './datasets/named.js';
import { own } from './datasets/own.js';
import { vivid } from './datasets/vivid.js';

/** @typedef {import('../core/wasm.js').Settings} Settings */

/** @type {readonly import('./datasets/dataset.js').DataSet[]} */
const DATA_SETS = [dominant, named, vivid, own];

/**
 * The settings for a data set, under the present seed.
 * @param {string} name
 * @param {Settings} present
 * @returns {Settings} with the present settings where the page knows of none that suit it
 */
export function settingsFor(name, present) {
  const { settings = {} } = DATA_SETS.find((one) => one.name === name) ?? {};
  return structuredClone({ ...withShape(present, settings), data: name });
}
