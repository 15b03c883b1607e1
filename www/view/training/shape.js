// Which hidden layers the network has: a choice of a few. For pictures these are a CNN, a dense network, and none.
import { settingsFor } from '../../colours/datasets.js';
import { SETTINGS } from '../../core/facts.js';
import { SHAPES } from '../../core/shape.js';
import { isPicture } from '../../core/tensor-shape.js';
import { same } from '../../util/same.js';
import { attribute, h, say } from '../dom.js';

/** @typedef {import('../../core/wasm.js').Settings} Settings */

/**
 * The hidden layers to choose from.
 * @param {Settings} settings
 * @param {boolean} pictures whether the data are pictures
 * @returns {Partial<Settings>[]}
 */
function choicesOf(settings, pictures) {
  if (!pictures) return SHAPES.map((hidden) => ({ hidden: [...hidden] }));
  return [{ layers: settingsFor(settings.data, SETTINGS).layers }, { hidden: [...SETTINGS.hidden] }, { hidden: [] }];
}

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createShape(dispatch) {
  const title = h('h2');
  const buttons = SHAPES.map((_, i) => h('button', { type: 'button', click: () => choose(choices[i]) }));
  const group = h('div', { class: 'segments', role: 'group' }, ...buttons);
  const note = h('p', { class: 'note' });
  const element = h('section', { class: 'shape' }, title, group, note);
  /** @type {Partial<Settings>[]} */
  let choices = [];

  /** @param {Partial<Settings>} choice */
  function choose({ layers, hidden = [] }) {
    if (layers) dispatch('begin', { layers });
    else dispatch('hidden', [...hidden]);
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, state, data }) {
    const { hidden, layers } = state.settings;
    const pictures = isPicture(data.shape);
    choices = choicesOf(state.settings, pictures);
    say(title, text.hidden);
    attribute(group, 'aria-label', text.hidden);
    choices.forEach((choice, i) => {
      const nodes = choice.hidden ?? [];
      say(buttons[i], choice.layers ? 'CNN' : nodes.length === 0 ? text.hiddenNone : nodes.join(' · '));
      attribute(buttons[i], 'aria-pressed', String(choice.layers ? same(choice.layers, layers) : !layers && same(nodes, hidden)));
    });
    say(note, layers ? '' : text.hiddenNote(hidden));
  }

  return { element, update };
}
