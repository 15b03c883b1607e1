// How much of a frame a job gets.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shareLeft } from '../../www/app/frame-share.js';

const FRAME = 1000 / 60;

/** What a job gets in a frame that took so long to draw. @param {number} drawing ms */
const left = (drawing) => shareLeft(1000, 1000 + drawing);

test('where the page needs little, the job gets three quarters of a frame', () => {
  assert.equal(left(0), 0.75 * FRAME);
  assert.equal(left(3), 0.75 * FRAME);
});

test('what the page needs is left to it, so that no frame is late', () => {
  for (const drawing of [5, 8, 11]) assert.ok(drawing + left(drawing) < FRAME && drawing + left(drawing) > FRAME - 1, String(drawing));
});

test('where the page alone takes longer than a frame, the job still gets a quarter of one', () => {
  for (const drawing of [14, 40, 1000]) assert.equal(left(drawing), 0.25 * FRAME);
});
