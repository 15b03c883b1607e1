// Where one is in the lesson: its chapters as numbers, and the questions of the present one as marks.
import { CHAPTERS } from '../../lesson/index.js';
import { attribute, h, say } from '../dom.js';
import { roving } from '../roving.js';
import { titleOf } from './verdict.js';

/** How a question that was answered is marked. */
export const MARKS = { right: '✓', later: '✓', guessed: '○', shown: '–' };

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createStrip(dispatch) {
  const chapters = h('div', { class: 'chapters', role: 'group' });
  const steps = h('div', { class: 'marks', role: 'group' });
  const ready = [chapters, steps].map((list) => roving(list, () => 1));
  const element = h('nav', { class: 'strip' }, chapters, steps);
  let built = '';

  /**
   * @param {import('../../lesson/attempt.js').LessonModel} lesson
   * @param {import('../../text/index.js').Text} text
   */
  function update({ step, chapter, chapters: all, results }, text) {
    const names = `${all.map(({ id }) => id).join()}:${chapter.id}`;
    if (names !== built) {
      built = names;
      chapters.replaceChildren(...all.map(({ id, steps: [{ id: first }] }) => h('button', { type: 'button', 'data-chapter': id, click: () => dispatch('lesson/enter', first) }, h('i'), h('span'))));
      steps.replaceChildren(...chapter.steps.map(({ id }) => h('button', { type: 'button', 'data-step': id, click: () => dispatch('lesson/enter', id) })));
      ready.forEach((done) => done());
    }
    attribute(element, 'aria-label', text.lesson);
    attribute(chapters, 'aria-label', text.chapters);
    attribute(steps, 'aria-label', text.chapterSteps);
    all.forEach((one, i) => {
      const { id } = one;
      const own = one.steps.filter(({ optional }) => !optional);
      const button = /** @type {HTMLElement} */ (chapters.children[i]);
      const done = own.filter((step) => results[step.id]).length;
      const number = CHAPTERS.findIndex((whole) => whole.id === id) + 1;
      say(button.children[1], String(number));
      button.style.setProperty('--done', String(done / own.length));
      const label = text.chapterOf(number, text.chapter[/** @type {'colour'} */ (id)]);
      attribute(button, 'aria-label', `${label} ${done}/${own.length}`);
      attribute(button, 'title', label);
      attribute(button, 'aria-current', one === chapter ? 'true' : null);
    });
    chapter.steps.forEach((one, i) => {
      const button = steps.children[i];
      const result = results[one.id];
      say(button, result ? MARKS[result] : String(i + 1));
      attribute(button, 'data-result', result ?? null);
      attribute(button, 'data-optional', one.optional ? '' : null);
      const label = `${text.stepOfLesson(i + 1, chapter.steps.length, titleOf(text, one))}${text.comma}${text.result[result ?? 'none']}`;
      attribute(button, 'aria-label', label);
      attribute(button, 'title', label);
      attribute(button, 'aria-current', one === step ? 'step' : null);
    });
  }

  return { element, update };
}
