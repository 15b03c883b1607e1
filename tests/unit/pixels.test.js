// Pictures as the pixels of a canvas.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sameInput } from '../../www/colours/pictures.js';
import { aroundGrey, patchOf, pixelsOf } from '../../www/colours/pixels.js';

test('the channels of a picture become the red, green and blue of its pixels; one channel becomes grey', () => {
  assert.deepEqual([...pixelsOf([1, 2, 11, 12, 21, 22], [3, 1, 2])], [1, 11, 21, 255, 2, 12, 22, 255]);
  assert.deepEqual([...pixelsOf([7, 9], [1, 2, 1])], [7, 7, 7, 255, 9, 9, 9, 255]);
});

test('a patch is the part of a picture around a pixel, and transparent beyond the border', () => {
  const picture = [0, 1, 2, 10, 11, 12, 20, 21, 22];
  const greys = (/** @type {Uint8ClampedArray} */ pixels) => Array.from({ length: pixels.length / 4 }, (_, i) => (pixels[i * 4 + 3] === 0 ? null : pixels[i * 4]));
  assert.deepEqual(greys(patchOf(picture, [1, 3, 3], { row: 1, column: 1 }, 1)), picture);
  assert.deepEqual(greys(patchOf(picture, [1, 3, 3], { row: 0, column: 2 }, 1)), [null, null, null, 1, 2, null, 11, 12, null]);
});

test('a weight of 0 is grey, the largest is white or black, and what is no number is grey', () => {
  assert.deepEqual([...aroundGrey([0, 2, -2, 1, NaN], 2)], [128, 255, 0, 191, 128]);
  assert.deepEqual([...aroundGrey([0, 0], 0)], [128, 128]);
});

test('inputs are the same where all their numbers are', () => {
  assert.ok(sameInput(Uint8Array.of(1, 2, 3), [1, 2, 3]));
  assert.ok(!sameInput([1, 2, 3], [1, 2, 4]));
  assert.ok(!sameInput([1, 2, 3], [1, 2, 3, 4]));
});
