// How much arithmetic the bench takes a training step to have.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operations } from '../../bench/problem.js';

test("a step of the lecture's network has 14.88 million operations, and they grow with the colours", () => {
  const widths = [3, 50, 100, 50, 3];
  assert.equal(operations(widths, 240), 14_878_446);
  // Only the update, a multiplication and an addition for each of 10,503 parameters, is the same for any batch.
  assert.equal(operations(widths, 480) - operations(widths, 240), 14_878_446 - 2 * 10_503);
});

test('what a step has to do is counted product by product', () => {
  // Two inputs, three outputs, one colour: out and its bias, dw and db, and the update. Nobody needs dx.
  assert.equal(operations([2, 3], 1), (2 * 6 + 3) + (2 * 6 + 3) + 2 * (6 + 3));
  // A layer of one node after it: out and its bias, dx, dw and db, and the update.
  assert.equal(operations([2, 3, 1], 1) - operations([2, 3], 1), (2 * 3 + 1) + 2 * 3 + (2 * 3 + 1) + 2 * (3 + 1));
});
