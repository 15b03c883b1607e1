// Where there are no colours to measure with, nothing is said to be measured, and nothing is no number.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { present } from '../../www/app/present.js';
import { Session } from '../../www/app/session.js';
import { factsOf } from '../../www/lesson/facts.js';
import { createPlanes } from '../../www/lesson/planes.js';
import { CHAPTERS } from '../../www/lesson/index.js';
import { table } from '../../www/app/runs.js';
import { initial } from '../../www/state/schema.js';
import { story } from '../../www/explain/narration.js';
import { TEXT } from './words.js';
import { bindings } from './core.js';

/** A session on a custom set, of which there are none yet. */
function empty() {
  const state = initial();
  return new Session(bindings, { ...state, settings: { ...state.settings, data: 'own' } });
}

/** @param {Session} session */
function modelOf(session, playing = false) {
  return { ...present(session, { dark: false }), playing };
}

test('without training colours there is neither a loss nor an accuracy', () => {
  const session = empty();
  assert.deepEqual({ ...session.store.workbench.summary() }, { step: 0, trainLoss: undefined, testLoss: undefined, trainAccuracy: undefined, testAccuracy: undefined, sampled: undefined, diverged: undefined });
});

test('without training colours there is nothing on the curve, also of what a single colour has taught', () => {
  const session = empty();
  session.store.lab.makePass({ kind: 'colour', rgb: [1, 2, 3], label: 0 });
  session.store.lab.update();
  const curve = [...session.store.lab.curve()];
  assert.equal(session.store.lab.step(), 1);
  assert.deepEqual(curve.filter((_, i) => i % 5 !== 0).filter(Number.isFinite), []);
});

test('with training colours and no test colours there is a training loss alone', () => {
  const state = initial();
  const summary = new Session(bindings, { ...state, settings: { ...state.settings, test: 0 } }).store.workbench.summary();
  assert.ok(Number.isFinite(summary.trainLoss) && Number.isFinite(summary.trainAccuracy));
  assert.equal(summary.testLoss ?? summary.testAccuracy, undefined);
});

test('no sentence about a network without training colours tells of a loss, a share or NaN', () => {
  const session = empty();
  for (const text of [TEXT.en, TEXT.ja]) {
    const model = { ...modelOf(session), text };
    const sentences = [
      story({ ...model, playing: true }).sentence,
      story({ ...model, mood: 'trained' }).sentence,
      text.neuronData(0, 0),
      text.chart(model.summary),
    ];
    for (const sentence of sentences) assert.doesNotMatch(sentence, /NaN|undefined|0\.000|%|Infinity/);
  }
});

test('no question of the lesson about a network without training colours tells of NaN, and none is answered by nothing', () => {
  const session = empty();
  for (const text of [TEXT.en, TEXT.ja]) {
    const model = { ...modelOf(session), text };
    for (const { steps } of CHAPTERS) for (const step of steps) {
      const facts = factsOf(session.store.lab, model, createPlanes(bindings.fire), step);
      const words = text.lessonSteps[/** @type {keyof typeof text.lessonSteps} */ (step.id)];
      for (const say of Object.values(words ?? {})) {
        if (typeof say === 'function') assert.doesNotMatch(String(/** @type {(f: unknown) => unknown} */ (say)(facts)), /NaN|undefined|\b0 of 0\b|0 色のうち 0 色/, step.id);
      }
      if (step.stage === 'neuron') assert.notEqual(step.done?.(facts), true, step.id);
    }
  }
});

test('a run without training colours has empty cells in the table of runs', () => {
  const session = empty();
  const text = table([{ name: 'a', settings: session.state.settings, summary: session.store.workbench.summary() }]);
  assert.match(text.trim(), /,0,,,,,$/);
});
