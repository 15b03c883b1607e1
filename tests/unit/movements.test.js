// Which movement leads from one moment of the stage to the next: each step has its own, and nothing else moves.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { movementOf } from '../../www/view/stage/movements.js';
import { learner } from './learner.js';

/** @typedef {import('../../www/app/view-model.js').Model} Model */

/** @param {import('./learner.js').Learner} one */
function momentOf(one) {
  return /** @type {Model} */ (/** @type {unknown} */ (one.moment()));
}

/**
 * The movement of each of so many steps.
 * @param {import('./learner.js').Learner} one
 * @param {number} steps
 */
function walk(one, steps) {
  let before = momentOf(one);
  return Array.from({ length: steps }, () => {
    one.dispatch('forward');
    const after = momentOf(one);
    const movement = movementOf(before, after);
    before = after;
    return `${after.state.at}: ${movement}`;
  });
}

test('every step forward, at the loss, backward and at the update has its movement', () => {
  const one = learner({ settings: { hidden: [8], train: 20, test: 5 } });
  assert.deepEqual(walk(one, 10), [
    'forward:affine1: affine', 'forward:relu1: activation', 'forward:affine2: affine', 'forward:softmax: output', 'forward:loss: loss',
    'backward:softmax: backward', 'backward:affine2: gate', 'backward:relu1: backward', 'backward:affine1: gate', 'update: update',
  ]);
  // Then another pass begins, with nothing but a colour.
  assert.deepEqual(walk(one, 1), ['forward:data: null']);
});

test('nothing moves before the first moment, at the opening, where one stays, and while it trains', () => {
  const one = learner({ settings: { hidden: [8], train: 20, test: 5 } });
  const opening = momentOf(one);
  assert.equal(opening.opening, true);
  assert.equal(movementOf(null, opening), null);
  one.dispatch('forward');
  const first = momentOf(one);
  assert.equal(movementOf(opening, first), 'affine');
  assert.equal(movementOf(first, first), null);
  one.dispatch('color', [1, 2, 3]);
  assert.equal(movementOf(first, momentOf(one)), null, 'another colour at the same place');
  one.dispatch('forward');
  const second = momentOf(one);
  assert.equal(movementOf({ ...first, playing: true }, second), null);
  assert.equal(movementOf(first, { ...second, playing: true }), null);
});
