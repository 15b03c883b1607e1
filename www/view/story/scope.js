// Whose pass it is: the picked colour's or the batch's, and which colour of the batch is on display.
import { attribute, h, say } from '../dom.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createScope(dispatch) {
  const one = h('button', { type: 'button', click: () => (updated ? dispatch('learnFrom', 'one') : dispatch('put', { scope: 'one' })) });
  const batch = h('button', { type: 'button', click: () => (updated ? dispatch('learnFrom', 'all') : dispatch('put', { scope: 'batch' })) });
  const scope = h('div', { class: 'segments', role: 'group' }, one, batch);
  let row = 0;
  /** Whether an update that a walk of one colour led to was just made: then the choice is whose update it is. */
  let updated = false;
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
    updated = positions[position].phase === 'update' && state.scope === 'one';
    const alone = updated ? state.update === 'one' : state.scope === 'one';
    say(one, text.scopes.one);
    say(batch, text.scopes.batch(model.largestBatch));
    attribute(scope, 'aria-label', updated ? text.scopeUpdate : text.scope);
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
