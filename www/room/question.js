// A question of the lesson as the room has it, and how the room has answered it, in words.
import { number } from '../util/format.js';
import { choicesOf, wordsOf } from '../view/lesson/verdict.js';
import { binsOf, near } from './tally.js';

/** @typedef {import('../lesson/attempt.js').LessonModel} Lesson */
/** @typedef {import('./messages.js').Question} Question */
/** @typedef {import('../text/index.js').Text} Text */
/** @typedef {import('./words.js').Words} Words */

/**
 * The step of the lesson that a question belongs to: its id is `STEP:N`, new each time it is asked.
 * @param {string} id
 */
export function stepIn(id) {
  return id.split(':')[0];
}

/**
 * Whether the words of the lesson have come.
 * @param {Text} text
 */
export function isWorded(text) {
  return Object.hasOwn(text, 'lessonSteps');
}

/**
 * How the question of a step can be asked of the room.
 * @param {Text} text
 * @param {Lesson} lesson
 * @returns {{ choices: number | null } | null} how many choices; null where it asks for a number. None where it can't be asked
 */
export function asking(text, lesson) {
  if (lesson.step.kind === 'number') return { choices: null };
  const choices = choicesOf(text, lesson).length;
  return choices >= 2 ? { choices } : null;
}

/**
 * The answers of the room in words.
 * @param {Question} question
 * @param {Lesson} lesson
 * @param {Text} text
 * @param {Words} words
 * @param {number | null} mine the answer of this page
 * @returns {import('../view/room/results.js').Results & { own: string }} `own`: this page's answer in words
 */
export function resultsOf(question, lesson, text, words, mine) {
  const right = question.right ?? null;
  const { title: asked } = wordsOf(text, lesson.step);
  if (question.number) {
    const values = /** @type {[number, number][]} */ (question.tally ?? []);
    const among = (/** @type {import('./tally.js').Bin} */ { from, to }) => mine !== null && (from === to ? near(mine, from) : mine >= from && mine <= to);
    const bars = binsOf(values, right).map((bin) => ({ name: bin.from === bin.to ? number(bin.from) : words.between(number(bin.from), number(bin.to)), count: bin.count, right: bin.right, mine: among(bin) }));
    const others = question.others ?? 0;
    const all = values.reduce((sum, [, count]) => sum + count, others);
    return { title: all > 0 ? words.answersOf(all) : words.noAnswers, asked, bars, others: others > 0 ? words.others(others) : '', own: mine === null ? '' : number(mine) };
  }
  const choices = choicesOf(text, lesson);
  const counts = /** @type {number[]} */ (question.tally ?? []);
  const bars = choices.map((name, i) => ({ name, count: counts[i] ?? 0, right: right === i, mine: mine === i }));
  const all = counts.reduce((sum, count) => sum + count, 0);
  return { title: all > 0 ? words.answersOf(all) : words.noAnswers, asked, bars, others: '', own: mine === null ? '' : (choices[mine] ?? '') };
}
