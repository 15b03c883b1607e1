// The custom set: the colours that the learner has labelled.
import { MODERN } from './dataset.js';

/** Beyond so many colours an update looks at a part of them: all of them would make it slow. */
const MANY = 500;
/** The sizes of that part, and the share of all colours that it is near to. */
const [BATCHES, SHARE] = [[100, 200, 500], 1 / 25];
/** A learning rate that suits such batches: with that of all colours the loss jumps up and down. */
const LEARNING_RATE = 0.1;

/**
 * Batch and learning rate for so many colours, those kept back to test with included.
 * @param {number} count
 */
function sized(count) {
  if (count <= MANY) return { batch: MODERN.batch, learningRate: MODERN.learningRate };
  const far = (/** @type {number} */ batch) => Math.abs(Math.log(batch / (count * SHARE)));
  return { batch: BATCHES.reduce((best, batch) => (far(batch) < far(best) ? batch : best)), learningRate: LEARNING_RATE };
}

/** @type {import('./dataset.js').DataSet} */
export const own = { name: 'own', settings: MODERN, sized };
