// A page that follows another one by its moments, without a browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences, leadsOn } from '../../www/room/moment.js';
import { visitorOf } from '../../www/room/visitor.js';
import { wordsIn } from '../../www/room/words.js';
import { createProgress } from '../../www/lesson/progress.js';
import { writtenOnly } from '../../www/state/storage.js';
import { givenBy } from '../../www/state/url.js';
import { learner } from './learner.js';
import { pupil } from './pupil.js';

/** Lets one page follow another. @param {ReturnType<typeof learner>} follower @param {string} link */
async function follow(follower, link) {
  const change = differences(link, follower.session.snapshot());
  if (Object.keys(change).length > 0) follower.session.dispatch('put', change);
  await follower.session.changes.arrival();
  return change;
}

test('only what differs is changed, and a moment that is there already changes nothing', async () => {
  const [leader, page] = [learner(), learner()];
  leader.dispatch('color', [10, 200, 30]);
  assert.deepEqual(Object.keys(await follow(page, leader.link())), ['color']);
  leader.dispatch('forward');
  assert.deepEqual(Object.keys(await follow(page, leader.link())), ['at']);
  assert.deepEqual(await follow(page, leader.link()), {});
});

test('place, colour, number, settings and training step arrive, bit for bit', async () => {
  const [leader, page] = [learner(), learner()];
  leader.dispatch('begin', { hidden: [6], seed: 3 });
  await leader.train(40);
  leader.set({ learningRate: 0.02 });
  await leader.train(10);
  leader.dispatch('at', 'forward:relu1');
  leader.dispatch('select', 'affine1.out[0,2]');
  await follow(page, leader.link());
  const [a, b] = [leader.state(), page.state()];
  for (const key of /** @type {const} */ (['at', 'selected', 'step', 'moves', 'color', 'settings'])) assert.deepEqual(b[key], a[key], key);
  assert.deepEqual(page.parameters(), leader.parameters());
});

test('language, brightness and presenting stay the participant’s', async () => {
  const [leader, page] = [learner({ lang: 'en', theme: 'dark' }), learner({ lang: 'ja', theme: 'light' })];
  leader.dispatch('put', { present: true });
  leader.dispatch('forward');
  await follow(page, leader.link());
  assert.deepEqual([page.state().lang, page.state().theme, page.state().present, page.state().at], ['ja', 'light', false, leader.state().at]);
});

test('a training that goes on is followed from where the page is, not from its beginning', async () => {
  const [leader, page] = [learner(), learner()];
  await leader.train(20);
  await follow(page, leader.link());
  const { lab } = page.session.store;
  for (let i = 0; i < 5; i += 1) {
    await leader.train(7);
    if (i === 2) leader.set({ learningRate: 0.02 });
    await follow(page, leader.link());
    assert.equal(page.state().step, leader.state().step);
  }
  assert.equal(page.session.store.lab, lab, 'the network was never laid out anew');
  assert.deepEqual(page.parameters(), leader.parameters());
  leader.dispatch('step', 10);
  await follow(page, leader.link());
  assert.deepEqual([page.state().step, page.session.store.lab === lab], [10, true], 'back, too');
});

test('a page on its way to a step is told from one that is to go elsewhere', async () => {
  const [leader, page] = [learner(), learner()];
  await leader.train(20);
  assert.equal(leadsOn(leader.link(), page.session.snapshot()), true);
  leader.dispatch('color', [1, 2, 3]);
  assert.equal(leadsOn(leader.link(), page.session.snapshot()), false);
  await follow(page, leader.link());
  assert.equal(leadsOn(leader.link(), page.session.snapshot()), false);
  leader.dispatch('step', 5);
  assert.equal(leadsOn(leader.link(), page.session.snapshot()), false);
});

test('another way of training is learned anew', async () => {
  const [leader, page] = [learner(), learner()];
  await page.train(30);
  leader.set({ batch: 20 });
  await leader.train(10);
  await follow(page, leader.link());
  assert.deepEqual([page.state().step, page.state().moves], [10, leader.state().moves]);
  assert.deepEqual(page.parameters(), leader.parameters());
});

test('the colours of the room travel in the moment', async () => {
  const [leader, page] = [learner(), learner()];
  leader.setData([{ r: 250, g: 20, b: 20, label: 'warm' }, { r: 20, g: 20, b: 250, label: 'cold' }]);
  await leader.train(30);
  await follow(page, leader.link());
  assert.deepEqual(page.data(), leader.data());
  assert.deepEqual(page.parameters(), leader.parameters());
});

test('nonsense as a moment changes nothing', async () => {
  const page = learner();
  const before = page.state();
  for (const link of ['', '#', '%%%', 'step=-1', 'own=1', 'at=' + 'x'.repeat(1000)]) await follow(page, link);
  assert.deepEqual(page.state().settings, before.settings);
  assert.equal(page.state().step, 0);
});

test('the guard sees a learner’s own acts and can take them; what the lesson does by itself passes', () => {
  const page = learner();
  /** @type {string[]} */
  const seen = [];
  page.session.guard = (name) => {
    seen.push(name);
    return name === 'color';
  };
  page.session.act('color', [1, 2, 3]);
  page.session.act('forward');
  page.session.dispatch('color', [4, 5, 6]);
  assert.deepEqual(seen, ['color', 'forward']);
  assert.deepEqual(page.state().color, [4, 5, 6]);
  assert.notEqual(page.state().at, 'forward:data');
});

test('an answer is kept until the lecturer reveals, and judged then', () => {
  for (const [step, given, settled] of /** @type {const} */ ([['colour.name', 0, 'right'], ['colour.name', 1, 'shown'], ['neuron.sum', '54.1', 'right'], ['neuron.sum', '53', 'shown']])) {
    const one = pupil();
    one.enter(step);
    one.dispatch('lesson/keep', given);
    assert.deepEqual([one.lesson().attempt.given, one.lesson().attempt.settled], [given, null], step);
    assert.equal(one.verdict().said, '');
    one.dispatch('lesson/conclude', null);
    assert.equal(one.lesson().attempt.settled, settled, `${step} ${given}`);
    assert.notEqual(one.verdict().said, '');
  }
});

test('a prediction ends with what has happened on the lecturer’s page, and nothing is brought about', () => {
  for (const [given, outcome, settled] of /** @type {const} */ ([[0, 0, 'right'], [1, 0, 'guessed'], [null, 1, 'shown']])) {
    const one = pupil();
    one.enter('update.alone');
    assert.equal(one.lesson().step.kind, 'predict');
    if (given !== null) one.dispatch('lesson/keep', given);
    const before = one.state().at;
    one.dispatch('lesson/conclude', outcome);
    assert.deepEqual([one.lesson().attempt.settled, one.lesson().right, one.state().at, one.state().step], [settled, outcome, before, 0]);
  }
});

test('an experiment of the lecturer’s ends without being made here', () => {
  const one = pupil();
  one.enter('update.repeat');
  one.dispatch('lesson/keep', 1);
  one.dispatch('lesson/conclude', null);
  assert.deepEqual([one.lesson().attempt.settled, one.state().step], ['shown', 0]);
  assert.notEqual(one.verdict().said, '');
});

test('the key is taken out of the address, and a reload is the same visitor', () => {
  const kept = new Map();
  const storage = { getItem: (/** @type {string} */ key) => kept.get(key) ?? null, setItem: (/** @type {string} */ key, /** @type {string} */ value) => void kept.set(key, value), removeItem: (/** @type {string} */ key) => void kept.delete(key) };
  /** @type {string[]} */
  const addresses = [];
  const past = /** @type {any} */ ({ state: null, replaceState: (/** @type {unknown} */ _, /** @type {string} */ __, /** @type {string} */ url) => addresses.push(url) });
  const at = (/** @type {string} */ hash) => /** @type {any} */ ({ hash, pathname: '/', search: '' });
  const first = visitorOf(storage, at('#lang=en&lead=secret'), past);
  assert.deepEqual([first.key, addresses], ['secret', ['/#lang=en']]);
  assert.match(first.id, /^[0-9a-f]{32}$/);
  const again = visitorOf(storage, at('#lang=en'), past);
  assert.deepEqual([again.key, again.id, again.own], ['secret', first.id, false]);
  again.keep(true);
  assert.equal(visitorOf(storage, at(''), past).own, true);
  const other = visitorOf(null, at(''), past);
  assert.notEqual(other.id, first.id);
  assert.equal(other.key, null);
});

test('the lecturer’s key in an address is no state: alone it opens the page as it was left', () => {
  assert.equal(givenBy('lead=secret'), null);
  assert.deepEqual(givenBy('lead=secret&color=1.2.3'), givenBy('color=1.2.3'));
});

test('the room has the same words in both languages', () => {
  /** @param {unknown} value @param {string} path @returns {string[]} */
  const shape = (value, path) => {
    if (typeof value === 'function') return [`${path}(${value.length})`];
    if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}${value === '' ? ' of nothing' : ''}`];
    return Object.entries(value).flatMap(([key, inner]) => shape(inner, `${path}.${key}`));
  };
  const [ja, en] = [wordsIn('ja'), wordsIn('en')].map((words) => shape(words, 'room').sort());
  assert.ok(ja.length > 60);
  assert.deepEqual(ja, en);
});

test('of a page that follows only what is written in the lesson is kept, and read', () => {
  const kept = new Map([['lesson/code/relu', 'return x;'], ['lesson/steps/colour.name', 'right'], ['lesson/last', 'colour.name'], ['own', 'mine']]);
  const all = { read: (/** @type {string} */ key) => kept.get(key) ?? null, write: (/** @type {string} */ key, /** @type {string} */ value) => (kept.set(key, value), null), remove: (/** @type {string} */ key) => void kept.delete(key), keys: (/** @type {string} */ start) => [...kept.keys()].filter((key) => key.startsWith(start)), listen: () => {} };
  const progress = createProgress(writtenOnly(all));
  assert.deepEqual([progress.all().code.relu, { ...progress.all().steps }, progress.all().last], ['return x;', {}, '']);
  progress.note('colour.name', 'shown');
  progress.note('colour.wrong', 'right');
  progress.at('forward.softmax');
  progress.write('softmax', 'return 1;');
  progress.solve('relu', 'return 2;');
  progress.reset();
  assert.deepEqual(Object.fromEntries(kept), { 'lesson/code/relu': 'return x;', 'lesson/steps/colour.name': 'right', 'lesson/last': 'colour.name', own: 'mine', 'lesson/code/softmax': 'return 1;', 'lesson/solved/relu': 'return 2;' });
});
