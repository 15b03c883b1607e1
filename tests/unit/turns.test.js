// What is dear beside a training is done one thing a frame, with a made-up clock.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTurns } from '../../www/app/turns.js';

/**
 * Asks for things in every frame of a second, always in the same order.
 * @param {Record<string, { cost: number, least: number, until?: number }>} things what each costs, how long it stays, and until which frame it is asked for
 * @returns {string[][]} what was done in each frame
 */
function second(things) {
  let now = 0;
  const turns = createTurns(() => now);
  const paces = Object.entries(things).map(([name, { least, ...rest }]) => ({ name, ...rest, pace: turns.pace(least, 1) }));
  return Array.from({ length: 60 }, (_, frame) => {
    now = Math.max(now, (frame * 1000) / 60);
    turns.begin();
    return paces.flatMap(({ name, cost, until = 60, pace }) => {
      if (frame >= until || !pace.due()) return [];
      pace.run(() => (now += cost));
      return [name];
    });
  });
}

/** How often a thing was done. @param {string[][]} frames @param {string} name */
const times = (frames, name) => frames.filter((done) => done.includes(name)).length;

test('once their costs are known, no two dear things are done in one frame, and each of them has its turn', () => {
  const [, ...frames] = second({ wheel: { cost: 4, least: 0 }, maps: { cost: 5, least: 0 }, words: { cost: 6, least: 0 } });
  assert.ok(frames.every((done) => done.length === 1), JSON.stringify(frames));
  for (const name of ['wheel', 'maps', 'words']) assert.ok(Math.abs(times(frames, name) - 59 / 3) < 1, name);
});

test('what is seldom due waits one frame at most for what is due in each', () => {
  const frames = second({ wheel: { cost: 4, least: 0 }, maps: { cost: 4, least: 200 } });
  const drawn = frames.flatMap((done, frame) => (done.includes('maps') ? [frame] : []));
  const gaps = drawn.slice(1).map((frame, i) => frame - drawn[i]);
  // 200 ms are twelve frames, and it may be due a little after one has begun.
  assert.ok(gaps.length === 4 && gaps.every((gap) => gap >= 12 && gap <= 14), String(gaps));
  assert.ok(frames.slice(1).every((done) => done.length === 1));
});

test('what is light is done beside anything', () => {
  const frames = second({ wheel: { cost: 4, least: 0 }, losses: { cost: 0.1, least: 0 } });
  assert.equal(times(frames, 'losses'), 60);
  assert.equal(times(frames, 'wheel'), 60);
});

test('what is not asked for any more is not waited for', () => {
  const frames = second({ wheel: { cost: 4, least: 0 }, maps: { cost: 4, least: 0, until: 20 } });
  assert.ok(times(frames.slice(22), 'wheel') >= 37, JSON.stringify(frames.slice(20)));
});

test('what a dear thing asks for on its way waits for the next frame', () => {
  let now = 0;
  const turns = createTurns(() => now);
  const [words, wheel] = [turns.pace(0, 1), turns.pace(0, 1)];
  for (const one of [words, wheel]) one.run(() => (now += 5));
  turns.begin();
  assert.ok(!words.run(wheel.due));
  turns.begin();
  assert.ok(wheel.due());
});
