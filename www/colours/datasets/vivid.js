// Random colours, vivid or greyish: not linearly separable.
import { MODERN } from './dataset.js';

/** First without a hidden layer, to show where that ends. @type {import('./dataset.js').DataSet} */
export const vivid = { name: 'vivid', settings: { ...MODERN, hidden: [], learningRate: 0.5 } };
