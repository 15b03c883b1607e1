// Runs that fork: training and updates that leave the recorded moves, on the real core, without a page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Session } from '../../www/app/session.js';
import { initial } from '../../www/state/schema.js';
import { bindings } from './core.js';

/** A session as the page begins it. */
function begun() {
  return new Session(bindings, initial());
}

/**
 * Makes so many updates.
 * @param {Session} one
 * @param {number} steps
 */
function train(one, steps) {
  for (let left = steps; left > 0; left -= one.changes.train(left, 1000));
  one.store.showTrained();
}

/**
 * Chooses another learning rate.
 * @param {Session} one
 * @param {number} learningRate
 */
function tune(one, learningRate) {
  one.dispatch('settings', { learningRate });
}

/** @param {Session} one */
function kept(one) {
  return one.history.runs().kept.map(({ moves }) => moves);
}

test('training on another way from an earlier step keeps the run that lay ahead', () => {
  const one = begun();
  train(one, 20);
  one.changes.put({ step: 8 });
  assert.deepEqual(kept(one), [], 'going back leaves nothing');
  train(one, 4);
  assert.deepEqual(kept(one), [], 'the same way again leaves nothing');
  tune(one, 0.02);
  train(one, 3);
  assert.deepEqual(kept(one), ['20*full@0.01']);
  assert.equal(one.changes.moves(), '12*full@0.01_3*full@0.02');
});

test('training that meets a fork on its way keeps the run that lay ahead there', () => {
  const one = begun();
  train(one, 5);
  tune(one, 0.02);
  train(one, 5);
  one.changes.put({ step: 2 });
  tune(one, 0.01);
  train(one, 20);
  assert.deepEqual(kept(one), ['5*full@0.01_5*full@0.02']);
  assert.equal(one.changes.moves(), '22*full@0.01');
});

test('an update by hand on another way keeps the run that lay ahead', () => {
  const one = begun();
  train(one, 6);
  one.changes.put({ step: 3, update: 'one' });
  one.navigation.toPhase('update');
  assert.deepEqual(kept(one), ['6*full@0.01']);
  assert.equal(one.changes.moves(), '3*full@0.01_1*7a425e0@0.01');
  // The same update once more is on the way.
  one.changes.put({ step: 3 });
  one.navigation.toPhase('update');
  assert.deepEqual(kept(one), ['6*full@0.01']);
});

test('a run that branches where another move began can be read back from its link', async () => {
  const one = begun();
  train(one, 4);
  tune(one, 0.02);
  train(one, 3);
  one.changes.put({ step: 4 });
  tune(one, 0.003);
  train(one, 2);
  assert.equal(one.changes.moves(), '4*full@0.01_2*full@0.003');
  const loss = one.store.lab.summary().trainLoss;
  const other = begun();
  other.changes.put({ step: 6, moves: one.changes.moves() });
  await other.changes.arrival();
  assert.equal(other.store.problem, null);
  assert.equal(other.changes.moves(), one.changes.moves());
  assert.equal(other.store.lab.summary().trainLoss, loss);
});
