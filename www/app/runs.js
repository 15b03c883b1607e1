// Runs that are kept: how each was laid out, how it went, and how two of them differ. Plain values only.
import { cell } from '../colours/table/print.js';

/** @typedef {import('../core/wasm.js').Settings} Settings */
/** @typedef {import('../core/wasm.js').Summary} Summary */

/**
 * @typedef {object} Run
 * @property {number} id
 * @property {string} name as the learner wrote it; empty for none
 * @property {Settings} settings
 * @property {import('../colours/custom-set.js').CustomSet} own
 * @property {string} drawn the own pictures of that set, see colours/drawings.js
 * @property {string} moves how it was made, see state/moves.js
 * @property {Summary} summary where it ended
 * @property {Float64Array} curve
 * @property {boolean} visible whether the chart shows it
 */

/** The most runs that are kept; the oldest is dropped. */
export const MOST = 20;

/** The settings in the order in which they are listed; given first weights stand for `init`. */
export const KEYS = /** @type {Exclude<keyof Settings, 'layers' | 'weights'>[]} */ (['data', 'hidden', 'learningRate', 'batch', 'init', 'input', 'seed', 'train', 'test']);

/**
 * The settings in which two runs differ.
 * @param {Settings} one
 * @param {Settings} other
 */
export function difference(one, other) {
  return KEYS.filter((key) => valueOf(one, key) !== valueOf(other, key) || (key === 'init' && one.weights !== other.weights));
}

/**
 * A setting in short; the hidden layers one by one where they are given so.
 * @param {Settings} settings
 * @param {typeof KEYS[0]} key
 */
function valueOf(settings, key) {
  if (key === 'init' && settings.weights !== '') return 'given';
  return key === 'hidden' && settings.layers ? settings.layers.map(({ kind, nodes = '' }) => kind + nodes).join('·') : word(settings[key]);
}

/**
 * A setting in short, the same in every language.
 * @param {Settings[keyof Settings]} value
 */
export function word(value) {
  if (Array.isArray(value)) return value.length > 0 ? value.join('·') : '–';
  if (typeof value === 'object') return value.kind === 'gaussian' ? `gaussian ${value.std}` : value.kind;
  return String(value);
}

/**
 * A table of all runs, with where each ended.
 * @param {readonly { name: string, settings: Settings, summary: Summary }[]} runs
 */
export function table(runs) {
  const heads = ['name', ...KEYS, 'step', 'train loss', 'test loss', 'train accuracy', 'test accuracy', 'diverged'];
  const rows = runs.map(({ name, settings, summary }) => {
    const { step, trainLoss, testLoss, trainAccuracy, testAccuracy, diverged } = summary;
    return [name, ...KEYS.map((key) => valueOf(settings, key)), step, trainLoss ?? '', testLoss ?? '', trainAccuracy ?? '', testAccuracy ?? '', diverged ?? ''];
  });
  return [heads, ...rows].map((row) => row.map(cell).join()).join('\r\n') + '\r\n';
}
