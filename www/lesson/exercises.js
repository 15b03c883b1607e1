// The exercises of the lesson. The layers define them, see layers/.
import { EXERCISES } from '../layers/index.js';

export const EXERCISE_NAMES = Object.keys(EXERCISES);

/**
 * Lines in front of the learner's text, which stays as a comment, so that nothing is lost.
 * @param {string} lines
 * @param {string} written
 */
export function inFront(lines, written) {
  return written.trim() === '' ? lines : `${lines}\n\n/* ${written.replaceAll('*/', '* /')} */`;
}
