// The learner's journey on the real core, without a page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Journey } from '../../www/app/session.js';
import { initial } from '../../www/state/schema.js';
import { bindings } from './core.js';

/** A journey as the page begins it. */
function journey() {
  return new Journey(bindings, initial());
}

/**
 * Trains to the last of so many updates.
 * @param {Journey} one
 * @param {number} steps
 */
function train(one, steps) {
  for (let left = steps; left > 0; left -= one.train(left, 1000));
  one.look();
}

/**
 * Chooses another learning rate.
 * @param {Journey} one
 * @param {number} learningRate
 */
function tune(one, learningRate) {
  one.put({ settings: { ...one.state.settings, learningRate } });
}

/** @param {Journey} one */
function kept(one) {
  return one.past.runs().kept.map(({ moves }) => moves);
}

test('training on another way from an earlier step keeps the run that lay ahead', () => {
  const one = journey();
  train(one, 20);
  one.put({ step: 8 });
  assert.deepEqual(kept(one), [], 'going back leaves nothing');
  train(one, 4);
  assert.deepEqual(kept(one), [], 'the same way again leaves nothing');
  tune(one, 0.02);
  train(one, 3);
  assert.deepEqual(kept(one), ['20*full@0.01']);
  assert.equal(one.moves(), '12*full@0.01_3*full@0.02');
});

test('training that meets a fork on its way keeps the run that lay ahead there', () => {
  const one = journey();
  train(one, 5);
  tune(one, 0.02);
  train(one, 5);
  one.put({ step: 2 });
  tune(one, 0.01);
  train(one, 20);
  assert.deepEqual(kept(one), ['5*full@0.01_5*full@0.02']);
  assert.equal(one.moves(), '22*full@0.01');
});

test('an update by hand on another way keeps the run that lay ahead', () => {
  const one = journey();
  train(one, 6);
  one.put({ step: 3 });
  one.steps.phase('update');
  assert.deepEqual(kept(one), ['6*full@0.01']);
  assert.equal(one.moves(), '3*full@0.01_1*7a425e0@0.01');
  // The same update once more is on the way.
  one.put({ step: 3 });
  one.steps.phase('update');
  assert.deepEqual(kept(one), ['6*full@0.01']);
});

test('a run that branches where another move began can be read back from its link', () => {
  const one = journey();
  train(one, 4);
  tune(one, 0.02);
  train(one, 3);
  one.put({ step: 4 });
  tune(one, 0.003);
  train(one, 2);
  assert.equal(one.moves(), '4*full@0.01_2*full@0.003');
  const loss = one.lab.summary().trainLoss;
  const other = journey();
  other.put({ step: 6, moves: one.moves() });
  while (other.progress() !== null) other.travel(1000);
  assert.equal(other.problem, null);
  assert.equal(other.moves(), one.moves());
  assert.equal(other.lab.summary().trainLoss, loss);
});
