// What the built-in data sets teach.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NONE } from '../../www/colours/custom-set.js';
import { learner } from './learner.js';

test('a flat cut fails on vivid or grey, and a hidden layer of 16 does not', async () => {
  const one = learner();
  one.dispatch('dataset', 'vivid');
  assert.deepEqual(one.state().settings.hidden, []);
  const flat = await one.train(5000);
  one.dispatch('hidden', [16]);
  assert.equal(one.state().step, 0);
  const bent = await one.train(5000);
  assert.ok((flat.trainAccuracy ?? 1) < 0.65 && (bent.trainAccuracy ?? 0) > 0.97, `${flat.trainAccuracy} and ${bent.trainAccuracy}`);
});

test('the network beats the rule on the colours that people named', async () => {
  const one = learner();
  one.dispatch('dataset', 'named');
  const { testAccuracy } = await one.train(2000);
  const { rule } = one.session.store.data;
  assert.ok(testAccuracy !== undefined && rule !== undefined);
  assert.ok(testAccuracy > 0.97 && rule < testAccuracy, `${rule} and ${testAccuracy}`);
});

test('another data set can be taken back where nothing was learned, and a second one leads back to the first', () => {
  const one = learner({ settings: { hidden: [7], seed: 3 } });
  const [weights, { settings }] = [one.parameters(), one.state()];
  one.dispatch('dataset', 'named');
  one.dispatch('dataset', 'vivid');
  assert.equal(one.session.store.problem?.code, 'chosen');
  one.dispatch('undo');
  assert.deepEqual([one.state().settings, one.parameters(), one.session.store.problem], [settings, weights, null]);
});

test('colours of a table that took the place of a data set where nothing was learned can be taken back', () => {
  const one = learner({ settings: { hidden: [7] } });
  const { settings, own } = one.state();
  one.setData([{ r: 1, g: 2, b: 3, label: 'a' }, { r: 200, g: 5, b: 6, label: 'b' }]);
  one.dispatch('undo');
  assert.deepEqual([one.state().settings, one.state().own], [settings, own]);
});

test('another data set can be taken back with all that was learned', async () => {
  const one = learner();
  await one.train(60);
  const [weights, { settings }] = [one.parameters(), one.state()];
  one.dispatch('dataset', 'named');
  assert.equal(one.state().step, 0);
  one.dispatch('undo');
  assert.equal(one.state().step, 60);
  assert.deepEqual([one.parameters(), one.state().settings], [weights, settings]);
});

test('a built-in set is mixed in', () => {
  const one = learner();
  one.setData([{ r: 1, g: 2, b: 3, label: 'night' }, { r: 200, g: 9, b: 9, label: 'red' }]);
  one.dispatch('mix', 'named');
  const labels = [...new Set(one.data().map(({ label }) => label))].sort();
  assert.deepEqual([one.data().length, labels], [338, ['blue', 'green', 'night', 'red']]);
  // Of more than a hundred a fifth is kept back.
  assert.equal(one.session.store.data.test.length, 67);
});

test('without colours there is nothing to learn from and no batch, and that is told', async () => {
  const one = learner({ own: { ...NONE } });
  one.dispatch('dataset', 'own');
  await one.train(1);
  assert.match(one.told(), /no colour to learn from/);
  one.dispatch('put', { scope: 'batch' });
  assert.equal(one.state().scope, 'one');
});
