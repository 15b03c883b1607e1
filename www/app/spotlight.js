// The number in the spotlight: the one that is pointed at or focused, else the one that the story speaks of, else the
// largest where the learner stands.
import { nodeAddress } from '../explain/spot.js';
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
  return one && { ...one, explanation: playing ? null : lab.explain(one.address) };
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
