// A plane of ink against areas that a person can verify.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addRectangle } from '../../www/view/stage/ink-plane.js';

/** The opacities of a plane of 4 × 3 pixels, row after row. @param {(plane: import('../../www/view/stage/ink-plane.js').Plane) => void} draw */
function drawn(draw) {
  const plane = { width: 4, height: 3, pixels: new Uint8ClampedArray(4 * 3 * 4) };
  draw(plane);
  return Array.from({ length: 12 }, (_, i) => plane.pixels[i * 4 + 3]);
}

test('a rectangle covers each pixel as much as it lies on it', () => {
  assert.deepEqual(drawn((plane) => addRectangle(plane, 1, 1, 3, 2, 1)), [0, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0, 0]);
  // A half of the pixels to the left, a quarter of those above.
  assert.deepEqual(drawn((plane) => addRectangle(plane, 0.5, 0.75, 2, 2, 1)), [32, 64, 0, 0, 128, 255, 0, 0, 0, 0, 0, 0]);
});

test('two that touch within a pixel leave no seam', () => {
  const [row] = [drawn((plane) => {
    addRectangle(plane, 0, 0, 1.6, 1, 1);
    addRectangle(plane, 1.6, 0, 4, 1, 1);
  }).slice(0, 4)];
  assert.deepEqual(row, [255, 255, 255, 255]);
});

test('a hole is taken out of what is there, and what lies beyond the plane is left out', () => {
  const plane = drawn((one) => {
    addRectangle(one, -3, -3, 9, 9, 0.6);
    addRectangle(one, 1, 1, 2, 2, -0.6);
  });
  assert.deepEqual(plane, [153, 153, 153, 153, 153, 0, 153, 153, 153, 153, 153, 153]);
});
