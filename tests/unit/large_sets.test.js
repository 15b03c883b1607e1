// Large sets of own colours: how they begin to learn, that they do, and what is drawn of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customSetOf } from '../../www/colours/custom-set.js';
import { thinned } from '../../www/colours/predictions.js';
import { resized, settingsFor } from '../../www/colours/datasets.js';
import { SETTINGS } from '../../www/core/facts.js';
import { seeded } from '../../www/util/seeded.js';
import { rgbOf } from '../../www/view/wheel/hsv.js';
import { learner } from './learner.js';

/**
 * Colours by a seed, the classes by hue.
 * @param {number} count
 * @param {number} classes
 */
function byHue(count, classes) {
  const draw = seeded(7);
  const random = () => draw(1000) / 1000;
  const samples = Array.from({ length: count }, () => {
    const hue = random();
    return { rgb: rgbOf([hue, 0.4 + 0.6 * random(), 0.5 + 0.5 * random()]), label: Math.floor(hue * classes) };
  });
  return customSetOf(Array.from({ length: classes }, (_, i) => `class ${i}`), samples);
}

test('a set begins with all its colours at once, a large one with batches by its number of colours', () => {
  for (const [count, batch, learningRate] of /** @type {const} */ ([[0, 'full', 0.3], [500, 'full', 0.3], [501, 100, 0.1], [3000, 100, 0.1], [5000, 200, 0.1], [10_000, 500, 0.1]])) {
    const settings = settingsFor('own', SETTINGS, count);
    assert.deepEqual([settings.batch, settings.learningRate], [batch, learningRate], String(count));
  }
  assert.equal(settingsFor('named', SETTINGS, 5000).batch, 'full', 'other sets do not depend on it');
});

test('the batch goes with the number of colours, but for one that was chosen', () => {
  const few = settingsFor('own', SETTINGS, 100);
  assert.deepEqual(resized(few, 100, 5000), { batch: 200, learningRate: 0.1 });
  assert.deepEqual(resized(settingsFor('own', SETTINGS, 5000), 5000, 100), { batch: 'full', learningRate: 0.3 });
  assert.deepEqual(resized(few, 100, 200), {});
  assert.deepEqual(resized({ ...few, batch: 20 }, 100, 5000), {});
  assert.deepEqual(resized({ ...few, learningRate: 0.01 }, 100, 5000), {});
  assert.deepEqual(resized(SETTINGS, 100, 5000), {}, 'another set is in use');
});

test('a set that becomes large learns in batches from then on, and a smaller one all at once again', () => {
  const one = learner();
  one.dispatch('replace', byHue(300, 3));
  const told = () => [one.state().settings.batch, one.state().settings.learningRate];
  assert.deepEqual(told(), ['full', 0.3]);
  one.dispatch('edit', () => byHue(1000, 3));
  assert.deepEqual(told(), [100, 0.1]);
  one.dispatch('unedit');
  assert.deepEqual(told(), ['full', 0.3]);
  one.set({ batch: 7 });
  one.dispatch('edit', () => byHue(1000, 3));
  assert.deepEqual(told(), [7, 0.3]);
});

test('5,000 colours are learned to 90 % in the updates that ten seconds have room for', async () => {
  for (const classes of [3, 5, 8]) {
    const one = learner();
    one.dispatch('replace', byHue(5000, classes));
    // Training at its usual speed makes 30 updates a second.
    let reached = 0;
    for (let step = 25; step <= 300 && reached === 0; step += 25) if (((await one.train(25)).trainAccuracy ?? 0) >= 0.9) reached = step;
    assert.ok(reached > 0, `${classes} classes`);
  }
});

test('a wide network measures a sample of many colours, and says so', async () => {
  const one = learner();
  one.dispatch('replace', byHue(1500, 3));
  assert.equal((await one.train(1)).sampled, undefined, 'the usual network measures all');
  one.dispatch('hidden', [256, 256, 256, 256]);
  const { sampled, trainLoss } = await one.train(3);
  assert.ok(sampled && sampled[0] >= 160 && sampled[0] < 1200 && sampled[1] < 300, String(sampled));
  assert.ok((trainLoss ?? 0) > 0);
  assert.ok(one.moment().answers.length === 1500, 'every colour has its answer');
});

test('of many colours an even part is marked, of few all', () => {
  assert.deepEqual(thinned([1, 2, 3], 3), [1, 2, 3]);
  assert.deepEqual(thinned([1, 2, 3, 4, 5, 6, 7], 3), [1, 3, 5]);
  assert.deepEqual(thinned([], 5), []);
  const many = Array.from({ length: 10_000 }, (_, i) => i);
  const some = thinned(many, 600);
  assert.equal(new Set(some).size, 600);
  assert.ok(Math.max(...some.slice(1).map((one, i) => one - some[i])) <= 17);
});
