// The number in the spotlight: the one that is pointed at or focused, else the one that the story speaks of, else the
// largest where the learner stands.
import { parse } from '../core/address.js';
import { nodeAddress } from '../explain/spot.js';
import { weightSpot } from '../explain/weight-index.js';
import { contributionsOf } from '../explain/terms.js';
import { largest } from '../util/tint.js';
import { number } from './view-model.js';

/** @typedef {import('./view-model.js').Model} Model */

/**
 * @param {import('../core/wasm.js').Lab} lab
 * @param {Pick<Model, 'pointed' | 'named' | 'columns' | 'row' | 'playing' | 'opening' | 'mood' | 'lesson'>} model
 * @returns {import('./view-model.js').Spotlight | null} without its arithmetic while training goes on
 */
export function spotlightOf(lab, model) {
  const { pointed, named, playing, lesson } = model;
  // A question of the lesson is not answered before it is asked.
  const asked = lesson !== null && lesson.attempt.settled === null;
  const one = pointed ?? (asked || playing ? null : number(lab, named ?? foremost(model)));
  const explanation = one && !playing ? /** @type {import('../explain/terms.js').Explanation} */ (lab.explain(one.address)) : null;
  return one && { ...one, explanation, contributions: contributionsOf(explanation, model.row), move: moveOf(model.columns, one.address) };
}

/**
 * How the update just made has moved the parameter of a gradient.
 * @param {readonly import('./view-model.js').ColumnModel[]} columns
 * @param {string} address
 * @returns {{ before: number, after: number } | null} null for another number, or where no update was just made
 */
function moveOf(columns, address) {
  const parts = parse(address);
  const column = columns.find(({ name }) => name === parts?.layer);
  if (!parts || !column?.weights?.before) return null;
  const { before, values, tensor, columns: nodes, shape } = column.weights;
  if (!column.params.some(({ gradient, updated }) => gradient === parts.tensor && updated === tensor)) return null;
  const { row, node } = weightSpot(shape, parts.index);
  const at = row * nodes + node;
  return { before: before[at], after: values[at] };
}

/**
 * The largest number of the column where the learner stands.
 * @param {Pick<Model, 'columns' | 'row' | 'opening' | 'mood'>} model
 */
function foremost({ columns, row, opening, mood }) {
  const column = opening || mood === 'trained' ? undefined : columns.find(({ current }) => current);
  if (!column || column.role === 'input' || column.values.length === 0) return null;
  const most = largest(column.values);
  return nodeAddress(column, Math.max(0, column.values.findIndex((value) => Math.abs(value) === most)), row);
}
