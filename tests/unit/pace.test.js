// How often something is done beside a training.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPace } from '../../www/app/pace.js';

/** How often it is done in a second of frames, where it takes so long each time. @param {number} cost ms */
function times(cost) {
  let now = 0;
  let made = 0;
  const pace = createPace(25, 0.1, () => now);
  for (let frame = 0; frame < 60; frame += 1) {
    now = Math.max(now, (frame * 1000) / 60);
    if (pace.due()) pace.run(() => {
      now += cost;
      made += 1;
    });
  }
  return made;
}

test('what is quick is done in every second frame', () => assert.equal(times(1), 30));

test('what is slow takes a tenth of the time', () => {
  for (const cost of [5, 10, 20]) assert.ok(times(cost) * cost <= 105 + cost, String(cost));
});

test('it is done the first time it is asked for', () => assert.ok(createPace(1000, 0.1).due()));
