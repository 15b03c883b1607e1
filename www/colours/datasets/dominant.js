// Random colours, labelled by their largest channel: the lecture's problem, with the lecture's settings.
import { SETTINGS } from '../../core/facts.js';

const { seed: _, ...settings } = SETTINGS;

/** @type {import('./dataset.js').DataSet} */
export const dominant = { name: 'dominant', settings };
