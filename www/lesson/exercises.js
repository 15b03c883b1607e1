// Writing the exercises: what the learner can write is said by the layers, see layers/.
import { EXERCISES } from '../layers/index.js';

export const EXERCISE_NAMES = Object.keys(EXERCISES);

/**
 * Lines in front of what the learner has written, which stays as a comment, so that nothing is lost.
 * @param {string} lines
 * @param {string} written
 */
export function inFront(lines, written) {
  return written.trim() === '' ? lines : `${lines}\n\n/* ${written.replaceAll('*/', '* /')} */`;
}
