// The custom set: the colours that the learner has labelled.
import { MODERN } from './dataset.js';

/** @type {import('./dataset.js').DataSet} */
export const own = { name: 'own', settings: MODERN };
