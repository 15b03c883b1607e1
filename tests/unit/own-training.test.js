// The learner's own training in the lesson: it is kept, and given back, when a chapter lays out another network.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pupil } from './pupil.js';

test('a training of the learner is kept with an undo when the next question needs another network', async () => {
  const one = pupil();
  one.enter('update.back');
  await one.train(60);
  one.dispatch('lesson/enter', 'names.rule');
  assert.equal(one.state().settings.data, 'named');
  assert.match(one.told(), /60 steps/);
  assert.deepEqual(one.kept(), [60]);
  one.dispatch('undo');
  assert.deepEqual([one.state().settings.data, one.state().step], ['dominant', 60]);
});

test('an experiment of the lesson is replaced without a word, and kept on the list', async () => {
  const one = pupil();
  one.enter('update.repeat');
  one.dispatch('lesson/answer', 0);
  const { attempt } = one.lesson();
  while (attempt.busy) await new Promise((done) => setImmediate(done));
  one.dispatch('lesson/enter', 'names.rule');
  assert.equal(one.told(), '');
  assert.deepEqual(one.kept(), [300]);
});

test('a training that goes on from an experiment of the lesson is the learner’s', async () => {
  const one = pupil();
  one.enter('update.repeat');
  one.dispatch('lesson/show');
  const { attempt } = one.lesson();
  while (attempt.busy) await new Promise((done) => setImmediate(done));
  await one.train(20);
  one.dispatch('lesson/enter', 'names.rule');
  assert.match(one.told(), /320 steps/);
});

test('a single update on the way through a pass is no training', () => {
  const one = pupil();
  one.enter('update.alone');
  one.dispatch('phase', 'update');
  one.dispatch('lesson/enter', 'limit.plane');
  assert.equal(one.told(), '');
});

test('a question about the same network leaves the training where it is', async () => {
  const one = pupil();
  one.enter('update.back');
  await one.train(60);
  one.dispatch('lesson/enter', 'update.test');
  assert.deepEqual([one.state().step, one.told()], [60, '']);
  one.dispatch('lesson/enter', 'loss.value');
  assert.deepEqual([one.state().step, one.session.store.lab.furthest(), one.told()], [0, 60, ''], 'the slider leads back to it');
});
