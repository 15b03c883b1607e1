// The verdict on an answer: a mark and a few sentences.
import { callOf, listed } from '../../lesson/examination.js';
import { figuresOf } from '../experiments/trials.js';

/** @typedef {import('../../text/index.js').Text} Text */
/** @typedef {import('../../lesson/attempt.js').LessonModel} Lesson */
/** @typedef {{ mark: 'right' | 'wrong' | 'shown' | '', lines: string[] }} Verdict */

/** @type {Verdict} */
const NOTHING = { mark: '', lines: [] };

/**
 * The words of a step.
 * @param {Text} text
 * @param {import('../../lesson/step.js').Step} step
 */
export function wordsOf(text, step) {
  return text.lessonSteps[step.id];
}

/**
 * The title of a step; it says where the step is optional.
 * @param {Text} text
 * @param {import('../../lesson/step.js').Step} step
 */
export function titleOf(text, step) {
  const { title } = wordsOf(text, step);
  return step.optional ? text.optional(title) : title;
}

/**
 * The choices of a step.
 * @param {Text} text
 * @param {Lesson} lesson
 * @returns {string[]}
 */
export function choicesOf(text, { step, told }) {
  if (step.kind === 'try') return text.trial[/** @type {'lecture'} */ (step.experiment)].choices;
  return ['choose', 'predict'].includes(step.kind) ? (wordsOf(text, step).choices?.(told) ?? []) : [];
}

/**
 * @param {Text} text
 * @param {Lesson} lesson
 * @returns {Verdict}
 */
export function verdictOf(text, lesson) {
  const { step, attempt, facts, told } = lesson;
  const words = wordsOf(text, step);
  if (attempt.busy) return { mark: '', lines: [text.running] };
  if (attempt.problem || attempt.miss) return { mark: 'wrong', lines: codeLines(text, lesson) };
  if (attempt.settled === null) {
    if (!attempt.slip) return NOTHING;
    const known = words.slips?.[attempt.slip] ?? words.slips?.other;
    return { mark: 'wrong', lines: [known ? known(facts) : (text.tryAgain[/** @type {'small'} */ (attempt.slip)] ?? text.notYet)] };
  }
  if (step.kind === 'try') return { mark: markOf(lesson), lines: [...tried(text, lesson), words.tell(told)] };
  if (step.kind === 'predict') return { mark: markOf(lesson), lines: [foreseen(text, lesson), words.tell(told)] };
  if (step.kind === 'code' && attempt.settled === 'shown' && !lesson.solved) return { mark: 'shown', lines: [text.codeShown] };
  return { mark: markOf(lesson), lines: [opening(text, lesson), words.tell(told)].filter((line) => line !== '') };
}

/**
 * @param {Lesson} lesson
 * @returns {Verdict['mark']}
 */
function markOf({ step, attempt: { settled, given, course, outcome } }) {
  if (settled === 'shown') return step.kind === 'code' ? 'right' : 'shown';
  if (step.kind === 'predict') return outcome === given ? 'right' : 'wrong';
  return step.kind === 'try' && course?.outcome !== given ? 'wrong' : 'right';
}

/**
 * @param {Text} text
 * @param {Lesson} lesson
 */
function opening(text, lesson) {
  const { step, attempt, right, answer } = lesson;
  // Where every choice is right there is nothing to praise.
  if (right === -1) return '';
  if (attempt.settled !== 'shown' || step.kind === 'code') return text.wellDone;
  if (answer !== null) return text.shownNumber(answer);
  if (right !== null) return text.shownChoice(choicesOf(text, lesson)[right]);
  return text.shownNow;
}

/**
 * What has happened, and whether that was predicted.
 * @param {Text} text
 * @param {Lesson} lesson
 */
function foreseen(text, lesson) {
  const { given, outcome } = lesson.attempt;
  const happened = outcome === null ? '' : text.happened(choicesOf(text, lesson)[outcome]);
  return given === null ? happened : `${outcome === given ? text.predictedRight : text.predictedWrong} ${happened}`;
}

/**
 * How an experiment went.
 * @param {Text} text
 * @param {Lesson} lesson
 */
function tried(text, { step, attempt: { course, given } }) {
  if (!course) return [];
  const { choices, usual, why } = text.trial[/** @type {'lecture'} */ (step.experiment)];
  const happened = text.happened(choices[course.outcome]);
  const guessed = given === null ? happened : `${course.outcome === given ? text.predictedRight : text.predictedWrong} ${happened}`;
  return [guessed, ...figuresOf(course.course, text), course.outcome === usual ? why : text.trialOther];
}

/**
 * The errors of the learner's function, in sentences.
 * @param {Text} text
 * @param {Lesson} lesson
 */
function codeLines(text, { step, attempt: { problem, miss }, facts }) {
  if (problem) return [text.codeProblem[problem.code](problem.details)];
  if (!miss || !step.exercise) return [];
  const known = wordsOf(text, step).slips?.[miss.slip];
  const hint = known ? known(facts) : (text.codeSlip[/** @type {'differs'} */ (miss.slip)] ?? text.codeSlip.differs);
  return [hint, text.codeCase(callOf(step.exercise, miss.args), listed(miss.got), listed(miss.wanted))];
}
