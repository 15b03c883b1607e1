// Formats of numbers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosen } from '../../www/util/format.js';

test('a chosen number has no more digits than it needs, and one that is too long to be read is told in powers of ten', () => {
  assert.deepEqual([0.1, -60, 54.1, 1e6, 5e14, -2e9, NaN, Infinity].map(chosen), ['0.1', '−60', '54.1', '1000000', '5.00e14', '−2.00e9', 'NaN', '∞']);
});
