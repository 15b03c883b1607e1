// How much of a frame a job gets, with a clock that the test moves.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createShare } from '../../www/app/frame-share.js';

const FRAME = 1000 / 60;

/**
 * Frames of a screen, in each of which the job takes what it is given, and the rest of the page so long.
 * @param {import('node:test').TestContext} t
 * @param {{ other: number, over?: number }} page `over` is how much longer the job works
 * @returns {{ given: number[], busy: number[] }} what the job was given in each frame, and how long each was busy, ms
 */
function watch(t, { other, over = 0 }) {
  let clock = 0;
  t.mock.method(performance, 'now', () => clock);
  /** @type {(() => void)[]} */
  const waiting = [];
  const share = createShare((work) => waiting.push(work));
  const [given, busy] = /** @type {[number[], number[]]} */ ([[], []]);
  let frame = 0;
  for (let i = 0; i < 60; i += 1) {
    // A frame that is late waits for the next time that the screen is drawn.
    frame = Math.max(frame + FRAME, Math.ceil(clock / FRAME - 1e-9) * FRAME);
    clock = frame;
    const milliseconds = share.begin(frame);
    clock += milliseconds + over + other;
    share.end(milliseconds);
    for (const work of waiting.splice(0)) work();
    given.push(milliseconds);
    busy.push(clock - frame);
  }
  return { given, busy };
}

test('where the page needs little, the job gets three quarters of a frame', (t) => {
  const { given } = watch(t, { other: 1 });
  assert.ok(Math.abs(given[59] - 0.75 * FRAME) < 1e-6, String(given[59]));
});

test('what the page needs is left to it, so that no frame is late', (t) => {
  const { given, busy } = watch(t, { other: 8 });
  assert.ok(busy.slice(10).every((time) => time < FRAME), String(busy.slice(10)));
  assert.ok(given[59] > 6.5, String(given[59]));
});

test('a job that works longer than it was given gets less', (t) => {
  const { busy } = watch(t, { other: 6, over: 3 });
  assert.ok(busy.slice(10).every((time) => time < FRAME), String(busy.slice(10)));
});

test('where the page alone takes longer than a frame, the job still gets a quarter of one', (t) => {
  const { given } = watch(t, { other: 40 });
  assert.ok(Math.abs(given[59] - 0.25 * FRAME) < 1e-6, String(given[59]));
});
