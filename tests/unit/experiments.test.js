// Experiments: what is said to happen happens.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXPERIMENTS, PICTURE_EXPERIMENTS } from '../../www/experiments/catalogue.js';
import { settingsFor } from '../../www/colours/datasets.js';
import { SETTINGS } from '../../www/core/facts.js';
import { withShape } from '../../www/core/shape.js';
import { TEXT } from './words.js';
import { bindings } from './core.js';
import { learner } from './learner.js';

/** Long enough for any run to be made in one call, ms. */
const LONG = 1e9;

for (const seed of [1, 2, 3, 4, 5]) {
  test(`what usually happens in each experiment happens under seed ${seed} of five`, () => {
    for (const experiment of EXPERIMENTS) happens(experiment, 'dominant', seed);
  });
}

// A training with pictures takes seconds.
for (const experiment of PICTURE_EXPERIMENTS) {
  test(`what usually happens in the experiment with pictures ${experiment.id} happens under three seeds`, () => {
    for (const seed of [1, 2, 3]) happens(experiment, 'patterns', seed);
  });
}

/**
 * Carries out an experiment, and fails where something else happens than usually does.
 * @param {import('../../www/experiments/catalogue.js').Experiment} experiment
 * @param {string} set
 * @param {number} seed
 */
function happens({ id, settings, steps, outcome }, set, seed) {
  const lab = new bindings.Lab({ ...withShape(settingsFor(set, SETTINGS), settings), seed }, undefined);
  while (lab.step() < steps && lab.train(steps - lab.step(), LONG) > 0);
  const happened = outcome({ summary: lab.summary(), curve: lab.curve(), diagnosis: lab.diagnose(), classes: lab.data().classes.length, data: lab.data() });
  const { usual, choices } = TEXT.en.trial[/** @type {'lecture'} */ (id)];
  assert.equal(choices[happened], choices[usual], `${id}: ${JSON.stringify(lab.summary())}`);
  lab.free();
}

test('an experiment with pictures brings their network, rate and batch, and leaves the run before on the list', async () => {
  const one = learner({ settings: { hidden: [4] } });
  await one.train(5);
  const [{ settings }] = PICTURE_EXPERIMENTS;
  const course = await one.dispatch('experiment', 'dense', settings, 2);
  assert.equal(course?.summary.step, 2);
  const { data, hidden, layers, batch, learningRate, train } = one.state().settings;
  assert.deepEqual({ data, hidden, layers, batch, learningRate, train }, { data: 'patterns', hidden: [50, 100, 50], layers: undefined, batch: 20, learningRate: 0.1, train: 480 });
  assert.deepEqual(one.kept(), [5]);
  await one.resume(one.session.history.runs().kept[0].id);
  assert.equal(one.state().step, 5);
});

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
