// A link is a state: what it brings back, and what a wrong or hostile one can't do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST } from '../../www/colours/custom-set.js';
import { settingsFor } from '../../www/colours/datasets.js';
import { customSetFrom } from '../../www/colours/records.js';
import { SETTINGS } from '../../www/core/facts.js';
import { givenBy } from '../../www/state/url.js';
import { learner, slowDown, visitor } from './learner.js';
import { madeUp } from './made_up.js';

test('a run of mixed moves is made again bit for bit', async () => {
  const one = learner();
  await one.train(20);
  one.dispatch('learnFrom', 'one');
  // One colour at a time, and another learning rate and batch.
  one.dispatch('phase', 'update');
  one.dispatch('phase', 'update');
  one.set({ learningRate: 0.003, batch: 20 });
  await one.train(13);
  assert.ok(one.link().includes('20*full@0.01_2*7a425e0@0.01_13*20@0.003'), one.link());
  const other = await visitor(one.link());
  assert.deepEqual(other.parameters(), one.parameters());
});

test("one's own colours travel in the link", async () => {
  const one = learner();
  one.setData([[255, 0, 0, 'a.b~c'], [0, 0, 255, '海'], [3, 200, 7, 'x, "y" & <z>'], [0, 0, 0, '海']].map(([r, g, b, label]) => ({ r, g, b, label })));
  one.dispatch('room', 'colours');
  await one.train(30);
  const other = await visitor(one.link());
  assert.equal(other.data().length, 4);
  assert.deepEqual(other.data(), one.data());
  assert.deepEqual(other.parameters(), one.parameters());
  assert.equal(other.state().room, 'colours');
});

test('a link holds the most classes, and a move with a colour of the last of them', async () => {
  const one = learner();
  one.setData(Array.from({ length: MOST }, (_, i) => ({ r: 20 * i, g: 255 - 20 * i, b: 7, label: `class ${i}` })));
  one.put({ color: [220, 35, 7] });
  await one.train(2);
  one.dispatch('learnFrom', 'one');
  one.dispatch('phase', 'update');
  assert.ok(one.link().includes('1*dc2307b@'), one.link());
  const other = await visitor(one.link());
  assert.deepEqual([other.data(), other.told()], [one.data(), '']);
  assert.deepEqual(other.parameters(), one.parameters());
});

test('a link that tells of a class or a size that can not be is told and the page lives', async () => {
  for (const [link, word] of [
    ['lang=en&step=1&moves=1*7a425e5@0.01', 'moves'],
    ['lang=en&train=10000&test=10000&hidden=256.256.256.256.256.256', 'fewer nodes'],
  ]) {
    const one = await visitor(link);
    assert.ok(one.told().includes(word), one.told());
    one.session.navigation.forward();
    assert.equal(one.state().at, 'forward:affine1');
  }
});

test('a row chosen while the way is made does not break it off', async (t) => {
  slowDown(t);
  const one = learner();
  const arrived = one.put({ scope: 'batch', step: 61, moves: '30*full@0.01_1*7a425e0@0.01_30*full@0.01' });
  assert.notEqual(one.session.changes.progress(), null, 'it is under way');
  one.put({ row: 17 });
  await arrived;
  assert.equal(one.state().step, 61);
});

test('a number opened on the way stays open at its end', async (t) => {
  slowDown(t);
  const one = learner();
  const arrived = one.put({ step: 20 });
  assert.notEqual(one.session.changes.progress(), null, 'it is under way');
  one.put({ selected: 'affine1.out[0,3]' });
  await arrived;
  assert.equal(one.state().step, 20);
  assert.equal(one.state().selected, 'affine1.out[0,3]');
});

test('names of classes are cut between letters', () => {
  const { own } = customSetFrom([{ r: 1, g: 2, b: 3, label: `${'x'.repeat(39)}🎨🎨` }, { r: 200, g: 2, b: 3, label: 'b' }]);
  assert.equal(own?.classes[0], `${'x'.repeat(39)}🎨`);
  const one = learner();
  one.setData([{ r: 1, g: 2, b: 3, label: own.classes[0] }]);
  assert.ok(one.link().includes('own='));
});

test('a way that can not be made to its end says why', async () => {
  for (const [link, ...words] of [
    ['lang=en&step=500&learningRate=100&seed=3', 'diverged'],
    ['lang=en&data=own&own=a.b~&step=30', 'step'],
    ['lang=en&label=5&at=backward:affine9', 'at', 'label'],
  ]) {
    const one = await visitor(link);
    for (const word of words) assert.ok(one.told().includes(word), `${link}: ${one.told()}`);
  }
});

test('a state that is refused changes nothing', () => {
  const one = learner();
  const before = one.state();
  one.put({ scope: 'batch', row: 5, settings: { hidden: [256, 256, 256, 256, 256, 256], train: 10000, test: 10000 } });
  assert.match(one.told(), /fewer nodes/);
  assert.deepEqual(one.state(), before);
  one.session.navigation.forward();
  assert.equal(one.state().at, 'forward:affine1');
});

test('what is asked for on a way is compared with where it has led', async (t) => {
  slowDown(t);
  const one = learner();
  const first = one.put({ step: 80 });
  assert.notEqual(one.session.changes.progress(), null, 'it is under way');
  assert.ok(one.session.store.lab.step() > 0, 'and has led somewhere');
  await one.put({ step: 0 });
  await first;
  assert.equal(one.state().step, 0);
});

test('a learning rate that is nothing is refused', () => {
  const one = learner();
  one.put({ settings: { learningRate: 1e-50 } });
  assert.match(one.told(), /settings/);
  assert.equal(one.state().settings.learningRate, 0.01);
});

/** @param {import('./learner.js').Learner} one */
function unharmed(one) {
  const { title, sentence } = one.story();
  assert.ok(one.told() !== '' || !/NaN|undefined/.test(title + sentence), `NaN without a message: ${sentence}`);
  assert.ok(one.moment().columns.length > 0);
  assert.equal(/** @type {Record<string, unknown>} */ (one.state()).seed, undefined);
  assert.equal(Object.keys(Object.prototype).length, 0);
}

test('five hundred made-up links do no harm', () => {
  const { links } = madeUp();
  const one = learner();
  for (const text of links(500)) {
    one.put(givenBy(text) ?? {});
    one.session.runner.stop();
    unharmed(one);
    one.put({ lang: 'en', step: 0, room: 'network' });
  }
});

test('five hundred made-up settings do no harm', async () => {
  const { settings } = madeUp();
  const one = learner();
  for (const made of settings(500, Object.keys(one.state().settings))) {
    one.put({ settings: made });
    await one.train(1);
    unharmed(one);
    one.put({ step: 0, room: 'network', settings: { train: 20, test: 5, hidden: [5] } });
  }
});

test('a link brings back a moment of a CNN bit for bit: its weights, the picture on display and the open number', async () => {
  const one = learner({ settings: { ...settingsFor('patterns', SETTINGS), train: 60, test: 20 } });
  await one.train(12);
  one.dispatch('learnFrom', 'one');
  one.dispatch('sample', one.session.store.data.test[7]);
  one.dispatch('phase', 'update');
  one.dispatch('phase', 'update');
  await one.train(3);
  one.put({ selected: 'conv1.out[0,3,5,7]' });
  const other = await visitor(one.link());
  assert.deepEqual(other.state(), one.state());
  assert.deepEqual(other.parameters(), one.parameters());
  assert.deepEqual([...other.moment().shown.rgb], [...one.moment().shown.rgb]);
  assert.deepEqual(other.moment().selected, one.moment().selected);
  assert.deepEqual(other.moment().explanation, one.moment().explanation);
  assert.ok(other.moment().selected?.value !== undefined);
});
