// Which columns the stage shows: all of them; a layer by itself with the one before it; or, on a phone, one gap at a
// time. Pure.
import { isOfOneLayer, shownOf } from '../../embed/scenes.js';
import { spot } from '../../explain/spot.js';

/** @typedef {import('../../app/view-model.js').Model} Model */

/**
 * @param {Model} model
 * @param {boolean} flat whether there is room for one gap only
 * @returns {number[]} indices of columns, in their order
 */
export function visibleIn(model, flat) {
  const { columns, solo, state } = model;
  if (solo && isOfOneLayer(state)) {
    const names = shownOf(state);
    return columns.flatMap(({ name }, i) => (names.includes(name) ? [i] : []));
  }
  return flat ? gapIn(model) : columns.map((_, i) => i);
}

/**
 * The gap that the learner looks at: the columns at its two ends.
 * @param {Model} model
 */
function gapIn({ columns, positions, position, selected, opening, mood, playing }) {
  const answer = columns.findIndex(({ role }) => role === 'output');
  const opened = selected ? spot(selected.address, columns) : null;
  if (opened) return opened.column === 0 ? [0, 1] : [opened.column - 1, opened.column];
  if (opening || playing || mood === 'trained') return [answer - 1, answer];
  const { phase, column } = positions[position];
  const here = columns.findIndex(({ name }) => name === column);
  // An update is seen where it moves the scores.
  if (phase === 'update') return [answer - 2, answer - 1];
  if (phase === 'backward') return here >= answer ? [answer - 1, answer] : [here, here + 1];
  return here <= 0 ? [0, 1] : [here - 1, here];
}
