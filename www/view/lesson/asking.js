// The controls that answer a question: a number box, or a few choices.
import { attribute, h, say } from '../dom.js';
import { choicesOf } from './verdict.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createAsking(dispatch) {
  const label = h('label', { for: 'lesson-number' });
  const box = h('input', { type: 'text', id: 'lesson-number', inputMode: 'decimal', autocomplete: 'off', spellcheck: false });
  const check = h('button', { type: 'submit', class: 'primary' });
  const form = h('form', { class: 'typed' }, label, box, check);
  const choices = h('div', { class: 'options', role: 'group' });
  const hint = h('span');
  const again = h('button', { type: 'button', class: 'link', click: () => dispatch('lesson/enter', asked) });
  const hints = h('p', { class: 'note' }, hint, ' ', again);
  const element = h('div', { class: 'asking' }, form, choices, hints);
  let asked = '';

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    dispatch('lesson/answer', box.value);
  });

  /**
   * @param {import('../../lesson/attempt.js').LessonModel} lesson
   * @param {import('../../text/index.js').Text} text
   */
  function update(lesson, text) {
    const { step, attempt } = lesson;
    const settled = attempt.settled !== null;
    const options = choicesOf(text, lesson);
    if (asked !== step.id) box.value = '';
    if (asked !== step.id || options.length !== choices.children.length) {
      asked = step.id;
      choices.replaceChildren(...options.map((_, i) => h('button', { type: 'button', click: () => dispatch('lesson/answer', i) })));
    }
    form.hidden = step.kind !== 'number' || settled;
    say(label, text.yourAnswer);
    say(check, text.check);
    choices.hidden = options.length === 0;
    attribute(choices, 'aria-label', text.yourAnswer);
    options.forEach((option, i) => {
      const button = /** @type {HTMLButtonElement} */ (choices.children[i]);
      const right = settled && lesson.right === i;
      say(button, right ? `✓ ${option}` : option);
      attribute(button, 'aria-pressed', String(attempt.given === i));
      button.classList.toggle('correct', right);
      button.disabled = (settled || attempt.busy) && attempt.given !== i && !right;
    });
    say(hint, settled ? '' : step.kind === 'click' ? text.clickIt : step.kind === 'do' ? text.doIt : '');
    say(again, text.layAgain);
    hints.hidden = hint.textContent === '';
  }

  return { element, update };
}
