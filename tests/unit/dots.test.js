// Where the dots of a data set stand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dotAt, dotsOf, rowsIn, spotOf } from '../../www/view/training/rows.js';

const BOXES = [[276, 48], [227, 40], [240, 140], [700, 200], [30, 900]];

test('all dots stand in their box, each in a place of its own, and are found there', () => {
  for (const [train, test_] of [[240, 20], [0, 0], [1, 0], [0, 7], [336, 67], [2000, 500]]) {
    const count = train + test_;
    for (const [width, height] of BOXES) {
      const rows = rowsIn(train, count, width, height);
      assert.ok(rows.across * rows.pitch <= width + 1e-6 && (rows.rows * rows.pitch <= height + 1e-6 || rows.across >= count), JSON.stringify([train, test_, width, height, rows]));
      const seen = new Set();
      for (let i = 0; i < count; i += 1) {
        const { column, row } = spotOf(rows, i);
        seen.add(`${column} ${row}`);
        assert.equal(dotAt(rows, count, (column + 0.5) * rows.pitch, (row + 0.5) * rows.pitch), i);
      }
      assert.equal(seen.size, count);
    }
  }
});

test('there is no dot in the gap, after the last, or beside the box', () => {
  const rows = rowsIn(3, 5, 60, 10);
  const at = (/** @type {number} */ place) => dotAt(rows, 5, (place + 0.5) * rows.pitch, 1);
  assert.deepEqual([0, 1, 2, 3, 4, 5].map(at), [0, 1, 2, null, 3, 4]);
  for (const [x, y] of [[-1, 1], [61, 1], [1, -1], [1, 99]]) assert.equal(dotAt(rows, 5, x, y), null);
});

test('dots are as large as they can be, and no larger than is pleasant', () => {
  assert.ok(rowsIn(240, 260, 276, 48).pitch > 6.5);
  assert.equal(rowsIn(4, 4, 600, 200).pitch <= 16, true);
});

test('training colours come first, by class and by hue, and keep the index of the core', () => {
  const sample = (/** @type {number[]} */ rgb, /** @type {number} */ label) => ({ rgb, label });
  const data = { classes: ['a', 'b'], names: [], rule: undefined, shape: [3], train: [sample([0, 0, 255], 1), sample([0, 255, 0], 0), sample([255, 0, 0], 0)], test: [sample([9, 9, 9], 0)] };
  assert.deepEqual(dotsOf(data).map(({ index, test: tested }) => [index, tested]), [[2, false], [1, false], [0, false], [3, true]]);
});

test('pictures come by class and in their own order, and may be larger than colours', () => {
  const sample = (/** @type {number} */ first, /** @type {number} */ label) => ({ rgb: [first, 0, 0, 0], label });
  const data = { classes: ['a', 'b'], names: [], rule: undefined, shape: [1, 2, 2], train: [sample(9, 1), sample(200, 0), sample(3, 0)], test: [sample(1, 0)] };
  assert.deepEqual(dotsOf(data).map(({ index, test: tested }) => [index, tested]), [[1, false], [2, false], [0, false], [3, true]]);
  assert.ok(rowsIn(4, 4, 600, 200, true).pitch > rowsIn(4, 4, 600, 200).pitch);
});
