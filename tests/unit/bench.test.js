// How much arithmetic the bench takes a training step to have.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cnnOperations, operations } from '../../bench/problem.js';

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

test('a step of a CNN is counted window by window', () => {
  // One kernel on one channel of 2 × 2 pixels: 4 windows of 9 products and a bias, dw and db, then one number for two classes.
  const convolution = 4 * (2 * 9 + 1) + 4 * (2 * 9 + 1) + 2 * (9 + 1);
  assert.equal(cnnOperations([1, 2, 2], [1], 2, 1), convolution + (2 * 2 + 2) + 2 * 2 + (2 * 2 + 2) + 2 * (2 + 2));
  // Only the update of the 1,536 parameters of VGG in miniature is the same for any batch.
  const count = (/** @type {number} */ rows) => cnnOperations([3, 12, 12], [8, 12], 4, rows);
  assert.equal(2 * count(20) - count(40), 2 * 1536);
});
