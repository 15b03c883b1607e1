// Whose pass it is: the picked colour's or the batch's, and which colour of the batch is on display. At the update of one
// colour's pass: who teaches, all colours or that one alone.
import { attribute, h, say } from '../dom.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createScope(dispatch) {
  const one = h('button', { type: 'button', click: () => (learning ? dispatch('learnFrom', 'one') : dispatch('put', { scope: 'one' })) });
  const batch = h('button', { type: 'button', click: () => (learning ? dispatch('learnFrom', 'all') : dispatch('put', { scope: 'batch' })) });
  const scope = h('div', { class: 'segments', role: 'group' }, one, batch);
  let row = 0;
  /** Whether it is asked who teaches. */
  let learning = false;
  const before = h('button', { type: 'button', class: 'quiet', click: () => dispatch('put', { row: row - 1 }) }, '‹');
  const after = h('button', { type: 'button', class: 'quiet', click: () => dispatch('put', { row: row + 1 }) }, '›');
  const which = h('span');
  const rows = h('div', { class: 'rows' }, before, which, after);
  const element = h('div', { class: 'scope' }, scope);

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    const { text, state, positions, position, samples, opening, playing, solo } = model;
    // Between on and back alone, at the opening, and while training, there is nothing else to press.
    const bare = opening || playing || (solo !== null && state.controls !== 'full');
    element.hidden = bare;
    say(one, text.scopes.one);
    say(batch, text.scopes.batch(model.largestBatch));
    learning = state.scope === 'one' && positions[position].phase === 'update';
    const alone = learning ? state.update === 'one' : state.scope === 'one';
    attribute(scope, 'aria-label', learning ? text.teachers : text.scope);
    attribute(one, 'aria-pressed', String(alone));
    attribute(batch, 'aria-pressed', String(!alone));
    row = model.row;
    rows.hidden = bare || samples.length < 2 || positions[position].phase === 'update';
    say(which, text.row(row, samples.length));
    attribute(before, 'aria-label', text.rowBack);
    attribute(after, 'aria-label', text.rowNext);
    before.disabled = row === 0;
    after.disabled = row >= samples.length - 1;
  }

  return { element, rows, update };
}
