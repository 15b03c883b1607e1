// The attempt at a question, and the lesson's view model.

/** @typedef {import('./facts.js').Facts} Facts */
/** @typedef {import('./step.js').Step} Step */
/** @typedef {import('./progress.js').Result} Result */

/**
 * The state of the open question.
 * @typedef {object} Attempt
 * @property {string} id of the step
 * @property {number} tries wrong answers so far
 * @property {string | null} slip the slip of the last answer
 * @property {string | number | null} given the last answer
 * @property {Result | null} settled the result; null until it is answered
 * @property {Facts | null} told the facts when it was answered; null where the answer was shown
 * @property {boolean} busy whether an experiment or a check is running
 * @property {{ outcome: number, course: import('../experiments/catalogue.js').Course } | null} course of an experiment
 * @property {number | null} outcome of a prediction: the index of what has happened
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
 * @property {Facts} facts as the page is now
 * @property {Facts} told the facts of the explanation: those of the answer, once there was one
 * @property {number | null} right the index of the right choice, −1 where every choice is; null where it is not known yet
 * @property {number | null} answer the right number
 * @property {Readonly<Record<string, Result>>} results of all steps so far
 * @property {string} code the written function of the exercise
 * @property {boolean} solved whether that code was found right
 * @property {boolean} first whether no step comes before
 * @property {boolean} last whether no step comes after
 */

/**
 * An attempt without an answer.
 * @param {string} id of the step
 * @returns {Attempt}
 */
export function fresh(id) {
  return { id, tries: 0, slip: null, given: null, settled: null, told: null, busy: false, course: null, outcome: null, miss: null, problem: null };
}
