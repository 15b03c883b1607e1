// What the chart reads of a curve, and its axes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countBefore, extremes, nearest } from '../../www/core/curve.js';
import { steadyTicks } from '../../www/util/scale.js';

/** Points at these steps, with the step as the training loss. @param {number[]} steps */
const curveAt = (steps) => Float64Array.from(steps.flatMap((step) => [step, step, NaN, 0.5, NaN]));

test('the points before a step are counted', () => {
  const curve = curveAt([0, 4, 8, 12]);
  assert.deepEqual([0, 1, 4, 5, 12, 13].map((step) => countBefore(curve, step)), [0, 1, 1, 2, 3, 4]);
  assert.equal(countBefore([], 5), 0);
});

test('the nearest point is found, of two the earlier', () => {
  const curve = curveAt([0, 4, 8]);
  assert.deepEqual([-1, 1, 2, 3, 6, 7, 99].map((step) => nearest(curve, step)[0]), [0, 0, 0, 4, 4, 8, 8]);
  assert.deepEqual(nearest([], 3), []);
});

test('the largest and the smallest loss leave out what was not measured', () => {
  assert.deepEqual(extremes(curveAt([0, 3, 7]), [1, 2]), [7, 3]);
  assert.deepEqual(extremes(curveAt([3]), [2]), [-Infinity, Infinity]);
});

test('a steady axis grows in steps of 1, 2 and 5', () => {
  const ends = [0.019, 0.7, 1, 1.01, 1.946, 2, 3, 7.155, 60].map((most) => steadyTicks(most)[2]);
  assert.deepEqual(ends, [0.02, 1, 1, 2, 2, 2, 5, 10, 100]);
  for (const most of [0, NaN, Infinity, -1]) assert.deepEqual(steadyTicks(most), [0, 0.5, 1]);
});
