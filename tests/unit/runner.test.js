// How fast training plays, with a clock and frames that the test controls.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playing as playingJob } from '../../www/app/jobs.js';
import { createRunner } from '../../www/app/runner.js';

/**
 * A runner on frames that come when the test says so, and the job of playing.
 * @param {import('node:test').TestContext} t
 * @param {'slow' | 'normal' | 'fast'} speed
 * @param {(steps: number) => number} [train] how many of the steps it makes
 */
function playing(t, speed, train = (steps) => Math.min(steps, 20)) {
  let now = 0;
  let made = 0;
  /** @type {((now: number) => void) | null} */
  let asked = null;
  t.mock.method(performance, 'now', () => now);
  const frames = {
    requestAnimationFrame: (/** @type {(now: number) => void} */ draw) => {
      asked = draw;
      return 1;
    },
    cancelAnimationFrame: () => {
      asked = null;
    },
  };
  Object.assign(globalThis, frames);
  const runner = createRunner((work) => work(), (work) => work());
  const changes = {
    train: (/** @type {number} */ steps) => {
      const done = train(steps);
      made += done;
      return done;
    },
    stand() {},
  };
  const store = { state: { speed }, showTrained() {} };
  const session = /** @type {import('../../www/app/session.js').Session} */ (/** @type {unknown} */ ({ store, changes }));
  return {
    runner,
    play: () => void runner.run(playingJob(session)),
    made: () => made,
    waits: () => asked === null,
    /**
     * Lets so many seconds go by, at 60 frames a second.
     * @param {number} seconds
     */
    pass(seconds) {
      for (let frame = 0; frame < seconds * 60; frame += 1) {
        now += 1000 / 60;
        const draw = asked;
        asked = null;
        draw?.(now);
      }
    },
  };
}

for (const [speed, least, most] of /** @type {const} */ ([['slow', 2, 3], ['normal', 30, 31], ['fast', 1200, 1200]])) {
  test(`the speed can be chosen: in a second, ${speed} makes ${least} steps or one more`, (t) => {
    const { runner, play, made, pass } = playing(t, speed);
    play();
    pass(1);
    assert.ok(made() >= least && made() <= most, String(made()));
  });
}

test('a training that is paused stands still', (t) => {
  const { runner, play, made, pass, waits } = playing(t, 'fast');
  play();
  pass(0.1);
  runner.stop();
  const steps = made();
  assert.ok(steps > 0);
  assert.ok(waits(), 'no frame is asked for');
  pass(1);
  assert.equal(made(), steps);
  assert.equal(runner.playing(), false);
});

test('a training that rests goes on where it was', (t) => {
  const { runner, play, made, pass } = playing(t, 'normal');
  play();
  pass(0.5);
  runner.rest();
  const steps = made();
  pass(10);
  assert.equal(made(), steps, 'nothing is made meanwhile');
  runner.wake();
  pass(0.5);
  assert.ok(made() - steps <= 16, 'nor made up for');
  assert.ok(made() > steps);
});

test('a training that can make no step has ended', (t) => {
  const { runner, play, pass, waits } = playing(t, 'normal', () => 0);
  play();
  pass(0.1);
  assert.equal(runner.playing(), false);
  assert.ok(waits());
});
