// Colours labelled by the names that people give them.
import { MODERN } from './dataset.js';

/** @type {import('./dataset.js').DataSet} */
export const named = { name: 'named', settings: { ...MODERN, test: 96 } };
