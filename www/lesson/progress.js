// How far the learner has come, and what they have written; kept by the browser between visits.

import { EXERCISE_NAMES } from './exercises.js';

/** How a step went: answered right at once, after a slip, predicted otherwise, or shown. @typedef {'right' | 'later' | 'guessed' | 'shown'} Result */

/**
 * @typedef {object} Kept
 * @property {Record<string, Result>} steps by id
 * @property {Record<string, string>} code what was written, by exercise
 * @property {Record<string, string>} solved the code that was last found right, by exercise
 * @property {string} last the step that was open last
 * @property {boolean} open whether the lesson was open
 */

const KEY = 'irozuku.lesson';
/** @type {readonly Result[]} */
const BEST = ['right', 'later', 'guessed', 'shown'];
/** The longest text that is kept for one exercise. */
export const LONGEST = 10_000;

/**
 * @param {boolean} lasting whether it is kept between visits: by the page, not by an element in another page
 */
export function createProgress(lasting) {
  let kept = lasting ? recalled() : empty();

  function keep() {
    if (!lasting) return;
    try {
      localStorage.setItem(KEY, JSON.stringify(kept));
    } catch {
      // A browser that keeps nothing begins afresh next time; within this visit nothing is lost.
    }
  }

  return {
    /** @returns {Readonly<Kept>} */
    all: () => kept,
    /**
     * Notes how a step went; a better result is not replaced by a worse one.
     * @param {string} id
     * @param {Result} result
     */
    note(id, result) {
      const before = kept.steps[id];
      if (before && BEST.indexOf(before) <= BEST.indexOf(result)) return;
      kept.steps[id] = result;
      keep();
    },
    /**
     * Notes what was written for an exercise.
     * @param {string} exercise
     * @param {string} code
     */
    write(exercise, code) {
      kept.code[exercise] = code.slice(0, LONGEST);
      keep();
    },
    /**
     * Notes code that was found right.
     * @param {string} exercise
     * @param {string} code
     */
    solve(exercise, code) {
      kept.solved[exercise] = code;
      keep();
    },
    /**
     * Notes which step is open; empty where the lesson is shut.
     * @param {string} id
     */
    at(id) {
      const open = id !== '';
      if (kept.open === open && (!open || kept.last === id)) return;
      kept.open = open;
      if (open) kept.last = id;
      keep();
    },
    /** Forgets everything. */
    reset() {
      kept = { ...empty(), last: kept.last, open: kept.open };
      keep();
    },
  };
}

/** @typedef {ReturnType<typeof createProgress>} Progress */

/** @returns {Kept} */
function empty() {
  return { steps: {}, code: {}, solved: {}, last: '', open: false };
}

/** @returns {Kept} what of the browser's store can be used */
function recalled() {
  const kept = empty();
  try {
    const { steps, code, solved, last, open } = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    for (const [id, result] of Object.entries(steps ?? {})) if (BEST.includes(/** @type {Result} */ (result))) kept.steps[id] = /** @type {Result} */ (result);
    for (const name of EXERCISE_NAMES) {
      if (typeof code?.[name] === 'string') kept.code[name] = code[name];
      if (typeof solved?.[name] === 'string') kept.solved[name] = solved[name];
    }
    if (typeof last === 'string') kept.last = last;
    kept.open = open === true;
  } catch {
    // What can't be read is as good as nothing.
  }
  return kept;
}
