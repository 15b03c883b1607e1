// Whatever is begun anew, opened or followed: what the learner made is still to be had.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countOf } from '../../www/colours/custom-set.js';
import { SMALL, learner, slowDown } from './learner.js';

/**
 * So many colours in two classes.
 * @param {number} n
 */
const colours = (n) => Array.from({ length: n }, (_, i) => ({ r: i, g: 2 * i, b: 100, label: ['warm', 'cold'][i % 2] }));

test('back shows an update as it was made, whatever the settings are by now', async () => {
  const one = learner();
  const { navigation } = one.session;
  await one.train(19);
  const before = one.parameters();
  await one.train(1);
  const after = one.parameters();
  one.set({ learningRate: 0.1, batch: 20 });
  const onTheUpdate = () => {
    const { step, at, moves } = one.state();
    assert.deepEqual([step, at, moves], [20, 'update', '20*full@0.01']);
    assert.deepEqual(one.parameters(), before, 'the pass that it was made from');
  };
  navigation.back();
  onTheUpdate();
  // Back before it and on again is the same update; only the next is made with the new settings.
  navigation.back();
  navigation.forward();
  onTheUpdate();
  navigation.forward();
  assert.deepEqual(one.parameters(), after, 'and what it led to');
  await one.train(1);
  assert.equal(one.state().moves, '20*full@0.01_1*20@0.1');
});

test('a run that was scrubbed back to its start is kept by a new beginning', async () => {
  const one = learner();
  await one.train(50);
  const weights = one.parameters();
  await one.goto(0);
  one.dispatch('newSeed');
  assert.match(one.told(), /50 steps/);
  one.dispatch('undo');
  await one.goto(50);
  assert.deepEqual(one.parameters(), weights, 'taken back');
  await one.goto(0);
  one.dispatch('newSeed');
  assert.deepEqual(one.kept(), [50]);
});

test('what is learned after a new beginning is kept when it is taken back', async () => {
  const one = learner();
  await one.train(40);
  one.dispatch('reset');
  await one.train(30);
  one.dispatch('undo');
  assert.equal(one.state().step, 40);
  assert.deepEqual(one.kept(), [30]);
});

test('a link keeps the run that it takes the place of', async () => {
  const one = learner();
  await one.train(50);
  for (const [link, step] of /** @type {const} */ ([
    ['lang=en&seed=7&step=50&moves=50*full@0.01', 50],
    ['lang=en&seed=7&step=9&moves=9*20@0.01', 9],
    ['lang=en&hidden=16', 0],
  ])) {
    await one.follow(link);
    assert.equal(one.state().step, step, link);
    assert.equal(one.told(), '', link);
  }
  assert.deepEqual(one.kept(), [9, 50, 50]);
});

test('a link that tells of no moves means the settings alone', async () => {
  const one = learner();
  one.set({ learningRate: 0.1 });
  await one.train(10);
  one.set({ learningRate: 0.01 });
  await one.train(10);
  await one.follow('lang=en&step=15');
  const { step, moves } = one.state();
  assert.deepEqual([step, moves], [15, '15*full@0.01']);
  assert.notEqual(one.moment().mood, 'start', 'it is not told that nothing was learned yet');
});

test('a run whose opening is broken off stays on the list', async (t) => {
  // Of a seed of its own: a run that another session has made would be taken over.
  const one = learner({ settings: { seed: 4711 } });
  await one.train(40);
  one.dispatch('reset');
  const [run] = one.session.history.runs().kept;
  slowDown(t);
  one.dispatch('resume', run.id);
  assert.notEqual(one.session.changes.progress(), null, 'it is under way');
  one.dispatch('phase', 'loss');
  assert.equal(one.session.changes.progress(), null, 'it has ended');
  assert.ok(one.state().step < 40);
  assert.ok(one.kept().includes(40));
});

test('opening a run of earlier colours keeps the present ones for an undo', async () => {
  const one = learner();
  one.setData(colours(10));
  await one.train(20);
  one.setData(colours(15));
  const [run] = one.session.history.runs().kept;
  await one.resume(run.id);
  assert.equal(one.state().step, 20);
  assert.equal(countOf(one.state().own), 10);
  one.dispatch('unedit');
  assert.equal(countOf(one.state().own), 15);
});

test('training on from an earlier step keeps the other way where the two part', async () => {
  const one = learner();
  await one.train(30);
  one.set({ learningRate: 0.02 });
  await one.train(30);
  one.set({ learningRate: 0.01 });
  await one.goto(27);
  await one.train(40);
  assert.equal(one.state().moves, '67*full@0.01');
  assert.deepEqual(one.kept(), [60]);
});

test('another way from an earlier step keeps the run that lay ahead', async () => {
  const one = learner();
  await one.train(60);
  await one.goto(20);
  await one.train(5);
  assert.deepEqual(one.kept(), [], 'the same way again is no other run');
  one.set({ learningRate: 0.02 });
  await one.train(5);
  assert.equal(one.state().step, 30);
  assert.deepEqual(one.kept(), [60]);
});

test('a run is kept to its last step wherever the learner stands in it', async () => {
  const one = learner(SMALL);
  await one.train(5001);
  const weights = one.parameters();
  await one.goto(10);
  one.dispatch('newSeed');
  assert.deepEqual(one.kept(), [5001]);
  const [run] = one.session.history.runs().kept;
  await one.resume(run.id);
  assert.equal(one.state().step, 5001);
  assert.deepEqual(one.parameters(), weights);
});

test('a name given to a run stays when its end is taken back', async () => {
  const one = learner();
  await one.train(40);
  one.dispatch('reset');
  const [run] = one.session.history.runs().kept;
  one.dispatch('rename', run.id, 'mine');
  one.dispatch('undo');
  assert.equal(one.session.history.runs().name, 'mine');
});
