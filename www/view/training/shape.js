// How many hidden layers the network has: a choice of a few.
import { SHAPES } from '../../core/shape.js';
import { attribute, h, say } from '../dom.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createShape(dispatch) {
  const title = h('h2');
  const buttons = SHAPES.map((hidden) => h('button', { type: 'button', click: () => dispatch('hidden', [...hidden]) }));
  const group = h('div', { class: 'segments', role: 'group' }, ...buttons);
  const note = h('p', { class: 'note' });
  const element = h('section', { class: 'shape' }, title, group, note);

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, state }) {
    const { hidden, layers } = state.settings;
    say(title, text.hidden);
    attribute(group, 'aria-label', text.hidden);
    SHAPES.forEach((shape, i) => {
      say(buttons[i], shape.length === 0 ? text.hiddenNone : shape.join(' · '));
      attribute(buttons[i], 'aria-pressed', String(!layers && shape.join() === hidden.join()));
    });
    say(note, layers ? '' : text.hiddenNote(hidden));
  }

  return { element, update };
}
