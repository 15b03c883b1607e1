// Handwritten digits of 8 × 8 grey pixels, which the page fetches.
import { MODERN } from './dataset.js';

/** Convolution, ReLU and max pooling, twice. */
const LAYERS = [{ kind: 'conv', nodes: 8 }, { kind: 'relu' }, { kind: 'pool' }, { kind: 'conv', nodes: 16 }, { kind: 'relu' }, { kind: 'pool' }];

/** @type {import('./dataset.js').DataSet} */
export const digits = { name: 'digits', settings: { ...MODERN, layers: LAYERS, batch: 20, learningRate: 0.2, train: 600, test: 200 } };
