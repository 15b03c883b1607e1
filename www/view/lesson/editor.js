// The bench of an exercise: the learner's function, the line of NumPy that it stands for, and the buttons that run it.
import { EXERCISES } from '../../layers/index.js';
import { inFront } from '../../lesson/exercises.js';
import { LONGEST } from '../../lesson/progress.js';
import { attribute, h, say } from '../dom.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createEditor(dispatch) {
  const title = h('h2');
  const head = h('code');
  const area = h('textarea', { rows: 7, maxLength: LONGEST, spellcheck: false, autocapitalize: 'off', autocomplete: 'off', input: () => dispatch('lesson/write', area.value) });
  const run = h('button', { type: 'button', class: 'primary run', click: () => dispatch('lesson/check', area.value) });
  const frame = h('button', { type: 'button', class: 'frame-in', click: begin });
  const same = h('h2');
  const numpy = h('pre');
  const note = h('kbd', { 'aria-hidden': 'true' }, 'Ctrl + Enter');
  const element = h('section', { class: 'editor' },
    h('div', { class: 'written' }, title, head, area, h('code', {}, '}')),
    h('div', { class: 'beside' }, same, numpy, h('span', { class: 'space' }), h('div', { class: 'tools' }, run, frame, note)));
  /** @type {string | null} */
  let exercise = null;
  /** Whether the answer was shown by then. */
  let answered = false;

  area.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    dispatch('lesson/check', area.value);
  });

  /** Puts the frame in front of the present text, so that nothing written is lost. */
  function begin() {
    if (!exercise) return;
    area.value = inFront(EXERCISES[exercise].frame, area.value);
    dispatch('lesson/write', area.value);
    area.focus();
    area.setSelectionRange(0, 0);
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, lesson }) {
    const name = lesson?.step.exercise ?? null;
    element.hidden = name === null;
    if (!lesson || !name) {
      exercise = null;
      return;
    }
    // Don't touch the text while it is typed; put in a stored text, or the shown answer.
    const shown = lesson.attempt.settled === 'shown';
    if (exercise !== name || (shown && !answered)) area.value = lesson.code;
    [exercise, answered] = [name, shown];
    const { parameters, numpy: line } = EXERCISES[name];
    say(title, text.codeTitle);
    say(head, `function ${name}(${parameters.join(', ')}) {`);
    attribute(area, 'aria-label', text.codeBox(name));
    say(run, text.codeRun);
    run.disabled = lesson.attempt.busy;
    say(frame, text.codeFrame);
    say(same, text.codeNumpy);
    say(numpy, line);
  }

  return { element, update };
}
