// Going to any step of a run, and on from there. tests/core/training.rs has the same of the core at the lecture's size.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SMALL, learner } from './learner.js';

test('from step 5000 to 1234 and on to 5000 every bit is the same', async () => {
  const one = learner(SMALL);
  await one.train(1234);
  const then = one.parameters();
  await one.goto(5000);
  assert.equal(one.state().step, 5000);
  const last = one.parameters();
  await one.goto(1234);
  assert.equal(one.state().step, 1234);
  assert.deepEqual(one.parameters(), then);
  await one.goto(5000);
  assert.deepEqual(one.parameters(), last, 'by going there');
  await one.goto(1234);
  await one.train(5000 - 1234);
  assert.deepEqual(one.parameters(), last, 'by learning it again');
});

test('a number that is open is as it was at that step', async () => {
  const one = learner();
  await one.train(50);
  one.put({ selected: 'softmax.dx[0,1]' });
  const then = one.moment().selected;
  await one.train(70);
  assert.notDeepEqual(one.moment().selected, then);
  await one.goto(50);
  assert.deepEqual(one.moment().selected, then);
});

test('a training that diverges says so and keeps numbers that are numbers', async () => {
  const one = learner();
  for (const [lang, sentence, learningRate] of /** @type {const} */ ([['en', 'diverged', 1000], ['ja', '発散', 30]])) {
    one.put({ lang });
    one.set({ learningRate });
    await one.train(200);
    assert.ok(one.told().includes(sentence), one.told());
    for (const name of ['affine1', 'affine2', 'affine3', 'affine4']) assert.ok(one.session.store.lab.tensor(`${name}.w`).every(Number.isFinite));
    one.dispatch('dismiss');
    assert.equal(one.told(), '');
    one.dispatch('phase', 'backward');
    assert.doesNotMatch(Object.values(one.story()).join(), /NaN|∞|undefined/);
    one.dispatch('reset');
    assert.equal(one.state().step, 0);
  }
});
