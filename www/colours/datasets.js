// The data sets one can choose, each with the settings that suit it.
import { SETTINGS } from '../core/facts.js';

/** @typedef {import('../core/wasm.js').Settings} Settings */
/** @typedef {Settings['data']} Set */

/** What makes a deep network learn from the start. */
const MODERN = /** @type {const} */ ({ init: { kind: 'he' }, input: 'scaled', batch: 'full', train: 240, test: 20 });

const { seed: _, ...LECTURE } = SETTINGS;

/** @type {Record<Set, Partial<Settings>>} */
const SUITED = {
  dominant: LECTURE,
  named: { ...MODERN, data: 'named', hidden: [...SETTINGS.hidden], learningRate: 0.3, test: 96 },
  // Without a hidden layer first: its limit is what there is to see.
  vivid: { ...MODERN, data: 'vivid', hidden: [], learningRate: 0.5 },
  own: { ...MODERN, data: 'own', hidden: [...SETTINGS.hidden], learningRate: 0.3 },
};

export const SETS = /** @type {Set[]} */ (Object.keys(SUITED));

/** Networks to choose from by one press. */
export const SHAPES = [[], [16], [...SETTINGS.hidden]];

/**
 * The settings for a data set, under the present seed.
 * @param {Set} set
 * @param {Settings} present
 * @returns {Settings}
 */
export function settingsFor(set, present) {
  return structuredClone({ ...present, ...SUITED[set] });
}
