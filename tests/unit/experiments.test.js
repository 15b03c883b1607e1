// Experiments: what is said to happen happens.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXPERIMENTS } from '../../www/experiments/catalogue.js';
import { settingsFor } from '../../www/colours/datasets.js';
import { SETTINGS } from '../../www/core/facts.js';
import { TEXT } from '../../www/text/index.js';
import { bindings } from './core.js';
import { learner } from './learner.js';

/** Long enough for any run to be made in one call, ms. */
const LONG = 1e9;

for (const seed of [1, 2, 3, 4, 5]) {
  test(`what usually happens in each experiment happens under seed ${seed} of five`, () => {
    for (const { id, settings, steps, outcome } of EXPERIMENTS) {
      const lab = new bindings.Lab({ ...settingsFor('dominant', SETTINGS), ...settings, seed }, undefined);
      while (lab.step() < steps && lab.train(steps - lab.step(), LONG) > 0);
      const happened = outcome({ summary: lab.summary(), curve: lab.curve(), diagnosis: lab.diagnose(), classes: lab.data().classes.length });
      const { usual, choices } = TEXT.en.trial[/** @type {'lecture'} */ (id)];
      assert.equal(choices[happened], choices[usual], `${id}: ${JSON.stringify(lab.summary())}`);
      lab.free();
    }
  });
}

test('an experiment whose settings are changed is not judged', async () => {
  const one = learner();
  const [{ settings, steps }] = EXPERIMENTS;
  const course = one.dispatch('experiment', 'lecture', settings, steps);
  one.set({ learningRate: 0.02 });
  assert.equal(await course, null);
});

test('an experiment that is stopped is not judged, and one that runs to its end is', async () => {
  const one = learner();
  const [{ settings, steps }] = EXPERIMENTS;
  const course = one.dispatch('experiment', 'lecture', settings, steps);
  one.dispatch('phase', 'loss');
  assert.equal(await course, null);
  const whole = await one.dispatch('experiment', 'lecture', settings, steps);
  assert.equal(whole?.summary.step, steps);
});

test('first weights that are no numbers are told', () => {
  const one = learner();
  one.set({ hidden: [256, 256, 256, 256, 256, 256], init: { kind: 'gaussian', std: 1e6 } });
  assert.match(one.told(), /so large/);
});
