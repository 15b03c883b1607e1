// A data set on the page: its name, and the settings that suit it. The core makes its colours.
import { SETTINGS } from '../../core/facts.js';

/**
 * @typedef {object} DataSet
 * @property {string} name as the settings spell it
 * @property {Partial<import('../../core/wasm.js').Settings>} settings that suit it
 * @property {(count: number) => Partial<import('../../core/wasm.js').Settings>} [sized] those of them that depend on how many
 * own colours there are
 */

/** Settings with which a deep network learns from the start. @type {Partial<import('../../core/wasm.js').Settings>} */
export const MODERN = { init: { kind: 'he' }, input: 'scaled', batch: 'full', hidden: [...SETTINGS.hidden], learningRate: 0.3, train: 240, test: 20 };
