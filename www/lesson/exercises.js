// The names of the exercises, which layers/ defines, and the solution above the learner's text.
import { EXERCISES } from '../layers/index.js';

export const EXERCISE_NAMES = Object.keys(EXERCISES);

/**
 * Puts lines before the learner's text, which is kept as a comment.
 * @param {string} lines
 * @param {string} written
 */
export function inFront(lines, written) {
  return written.trim() === '' ? lines : `${lines}\n\n/* ${written.replaceAll('*/', '* /')} */`;
}
