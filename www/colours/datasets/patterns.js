// Small pictures of stripes and checks. Where a pattern lies and which colours it has must not matter.
import { MODERN } from './dataset.js';

/** Convolution, ReLU and max pooling, twice: VGG in miniature. */
const LAYERS = [{ kind: 'conv', nodes: 8 }, { kind: 'relu' }, { kind: 'pool' }, { kind: 'conv', nodes: 12 }, { kind: 'relu' }, { kind: 'pool' }];

/** @type {import('./dataset.js').DataSet} */
export const patterns = { name: 'patterns', settings: { ...MODERN, layers: LAYERS, batch: 20, learningRate: 0.1, train: 480, test: 200 } };
