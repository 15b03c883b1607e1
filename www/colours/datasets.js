// The data sets one can choose: one line each. The core makes their colours, see src/data/.
import { withShape } from '../core/shape.js';
import { digits } from './datasets/digits.js';
import { dominant } from './datasets/dominant.js';
import { named } from './datasets/named.js';
import { own } from './datasets/own.js';
import { patterns } from './datasets/patterns.js';
import { vivid } from './datasets/vivid.js';

/** @typedef {import('../core/wasm.js').Settings} Settings */

/** @type {readonly import('./datasets/dataset.js').DataSet[]} */
const DATA_SETS = [dominant, named, vivid, own, patterns, digits];

/**
 * The settings for a data set, under the present seed; the first weights are drawn.
 * @param {string} name
 * @param {Settings} present
 * @param {number} [count] how many own colours there are
 * @returns {Settings} with the present settings where the page knows of none that suit it
 */
export function settingsFor(name, present, count = 0) {
  const { settings = {}, sized } = DATA_SETS.find((one) => one.name === name) ?? {};
  return structuredClone({ ...withShape(present, settings), ...sized?.(count), data: name, weights: '' });
}

/**
 * Settings after the own colours have become more or fewer: those that depend on their number go with it, but for what the
 * learner has chosen otherwise.
 * @param {Settings} present
 * @param {number} before how many own colours there were
 * @param {number} after how many there are
 * @returns {Partial<Settings>} those that change
 */
export function resized(present, before, after) {
  const { sized } = DATA_SETS.find(({ name }) => name === present.data) ?? {};
  if (!sized) return {};
  const [old, now] = [sized(before), sized(after)];
  const keys = /** @type {('batch' | 'learningRate')[]} */ (Object.keys(now));
  // One that was chosen is kept with the other, which may belong to it.
  return keys.every((key) => present[key] === old[key]) && keys.some((key) => now[key] !== old[key]) ? now : {};
}
