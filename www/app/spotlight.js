// The number in the spotlight: the one that is open, else the one pointed at, else the largest where the learner stands.
import { nodeAddress } from '../explain/spot.js';
import { largest } from '../util/tint.js';
import { number } from './view-model.js';

/**
 * @typedef {object} Spotlight
 * @property {string} address
 * @property {number} value
 * @property {import('../explain/terms.js').Explanation} explanation
 */

/**
 * @param {import('../core/wasm.js').Lab} lab
 * @param {Pick<import('./view-model.js').Model, 'selected' | 'pointed' | 'named' | 'columns' | 'row' | 'playing' | 'opening' | 'mood' | 'explanation'>} model
 * @returns {Spotlight | null} null while training, and where nothing was computed yet
 */
export function spotlightOf(lab, model) {
  const { selected, pointed, named, playing, explanation } = model;
  if (playing) return null;
  if (selected && explanation) return { address: selected.address, value: selected.value, explanation };
  const address = pointed?.address ?? named ?? foremost(model);
  const found = number(lab, address);
  return found && { address: found.address, value: found.value, explanation: lab.explain(found.address) };
}

/**
 * The largest number of the column where the learner stands.
 * @param {Pick<import('./view-model.js').Model, 'columns' | 'row' | 'opening' | 'mood'>} model
 */
function foremost({ columns, row, opening, mood }) {
  const column = opening || mood === 'trained' ? undefined : columns.find(({ current }) => current);
  if (!column || column.role === 'input' || column.values.length === 0) return null;
  const most = largest(column.values);
  return nodeAddress(column, Math.max(0, column.values.findIndex((value) => Math.abs(value) === most)), row);
}
