// The learner's attempt at the open question, and the lesson's view model.

/** @typedef {import('./facts.js').Facts} Facts */
/** @typedef {import('./step.js').Step} Step */
/** @typedef {import('./progress.js').Result} Result */

/**
 * The state of the open question.
 * @typedef {object} Attempt
 * @property {string} id of the step
 * @property {number} tries wrong answers so far
 * @property {string | null} slip the mistake in the last answer
 * @property {string | number | null} given the last answer
 * @property {Result | null} settled the result; null until it is answered
 * @property {Facts | null} told the facts when it was answered; null where the answer was shown
 * @property {boolean} busy whether an experiment or a check is running
 * @property {{ seen: number, course: import('../experiments/catalogue.js').Course } | null} course of an experiment
 * @property {import('./examination.js').Miss | null} miss of a function: the first case it failed
 * @property {import('../sandbox/run.js').Problem | null} problem of a function that did not finish
 */

/**
 * The lesson as the views see it.
 * @typedef {object} LessonModel
 * @property {Step} step
 * @property {readonly import('./step.js').Chapter[]} chapters the chosen ones
 * @property {import('./step.js').Chapter} chapter of the step
 * @property {Attempt} attempt
 * @property {Facts} facts of the page now
 * @property {Facts} told the facts that the text reports: those of the answer once it is given, else those of now
 * @property {number | null} right the index of the right choice, −1 where every choice is; null until it is known
 * @property {number | null} answer the right number
 * @property {Readonly<Record<string, Result>>} results of all steps so far
 * @property {string} code the learner's code for the exercise
 * @property {boolean} solved whether the exercise has been solved
 * @property {boolean} first whether this is the first step
 * @property {boolean} last whether this is the last step
 */

/**
 * An attempt without an answer.
 * @param {string} id of the step
 * @returns {Attempt}
 */
export function fresh(id) {
  return { id, tries: 0, slip: null, given: null, settled: null, told: null, busy: false, course: null, miss: null, problem: null };
}
