// Which movement leads from one moment of the stage to the next. Pure.
import { isPicture } from '../../core/tensor-shape.js';

/** @typedef {import('../../app/view-model.js').Model} Model */

/**
 * @param {Model | null} before
 * @param {Model} after
 * @returns {import('./motion.js').Kind | null} null where nothing moves
 */
export function movementOf(before, after) {
  if (!before || after.playing || before.playing || placeOf(before) === placeOf(after) || after.opening) return null;
  const { phase } = after.positions[after.position];
  const here = after.columns.find(({ current }) => current);
  if (phase === 'update') return 'update';
  if (phase === 'loss') return 'loss';
  if (!here || here.role === 'input') return null;
  if (phase === 'backward') return here.role === 'weighted' ? 'gate' : 'backward';
  return here.role === 'activation' ? 'activation' : here.role === 'output' ? 'output' : isPicture(here.shape) ? 'slide' : 'affine';
}

/**
 * Where the learner stands at a moment. The state itself goes on: only what was read of it at that moment stays.
 * @param {Pick<Model, 'positions' | 'position'>} moment
 * @returns {string}
 */
export function placeOf({ positions, position }) {
  return positions[position].at;
}
