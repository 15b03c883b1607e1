// What the page knows of a data set beside what the core makes of it.
import { SETTINGS } from '../../core/facts.js';

/**
 * @typedef {object} DataSet
 * @property {string} name as the settings spell it
 * @property {Partial<import('../../core/wasm.js').Settings>} settings that suit it
 */

/** What makes a deep network learn from the start. @type {Partial<import('../../core/wasm.js').Settings>} */
export const MODERN = { init: { kind: 'he' }, input: 'scaled', batch: 'full', hidden: [...SETTINGS.hidden], learningRate: 0.3, train: 240, test: 20 };
