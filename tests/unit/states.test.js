// The state as a plain object: taken, given back, and given wrongly.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initial } from '../../www/state/schema.js';
import { learner } from './learner.js';

test('the order of the keys does not matter', async () => {
  /** @param {object} object */
  const turned = (object) => Object.fromEntries(Object.entries(object).reverse());
  const one = learner();
  const { settings, ...rest } = one.state();
  await one.put(turned({ ...rest, step: 1, settings: turned({ ...settings, init: turned(settings.init) }) }));
  assert.equal(one.state().step, 1);
  assert.equal(one.told(), '');
});

test('a state at an update leads back to that update', async () => {
  const one = learner();
  await one.train(5);
  one.dispatch('put', { scope: 'batch' });
  one.dispatch('phase', 'update');
  const [moment, state, parameters] = [one.story(), one.state(), one.parameters()];
  assert.deepEqual([state.at, state.step], ['update', 6]);
  one.dispatch('reset');
  await one.put(state);
  assert.deepEqual(one.story(), moment);
  assert.deepEqual(one.state(), state);
  assert.deepEqual(one.parameters(), parameters);
});

test('a step in the state goes back and on in the same run', async () => {
  const one = learner();
  const first = one.parameters();
  await one.train(30);
  const later = one.parameters();
  await one.put({ step: 0 });
  assert.equal(one.state().step, 0);
  assert.deepEqual(one.parameters(), first);
  await one.put({ step: 30 });
  assert.equal(one.state().step, 30);
  assert.deepEqual(one.parameters(), later);
});

const { settings } = initial();
/** What can't be a state, or is one that is out of range somewhere. */
const RUBBISH = [
  null,
  undefined,
  NaN,
  'state',
  7,
  { nonsense: 1 },
  JSON.parse('{"__proto__": { "lang": "fr" }}'),
  { constructor: 1, toString: 2 },
  { lang: 'fr' },
  { color: [300, -1, 2] },
  { color: [NaN, 0, 0] },
  { color: ['1', '2', '3'] },
  { color: 'red' },
  { color: [1n, 2n, 3n] },
  { label: -1 },
  { scope: 'all' },
  { row: 1e300 },
  { row: NaN },
  { at: 5 },
  { selected: {} },
  { step: -3 },
  { step: '7' },
  { step: NaN },
  { speed: null },
  { log: 'yes' },
  { settings: null },
  { settings: { ...settings, hidden: [0, -5, 3.2] } },
  { settings: { ...settings, hidden: 'many' } },
  { settings: { ...settings, learningRate: NaN } },
  { settings: { ...settings, learningRate: -1 } },
  { settings: { ...settings, learningRate: 1e300 } },
  { settings: { ...settings, batch: 0 } },
  { settings: { ...settings, init: { kind: '__proto__' } } },
  { settings: { ...settings, init: { kind: 'gaussian', std: Infinity } } },
  { settings: { ...settings, seed: 1e20 } },
];

/** What JSON can't write. */
const UNWRITABLE = [
  { settings: { ...settings, seed: 5n } },
  { color: Object.assign([1, 2, 3], { 0: 5n }) },
  { settings: Object.assign({ ...settings }, { self: RUBBISH }) },
  looped((settings) => ({ settings })),
  looped((state) => Object.assign(state, { settings: state })),
  { at: Symbol('at') },
  { log: () => true },
];

/**
 * An object that holds itself.
 * @param {(self: Record<string, unknown>) => object} made
 */
function looped(made) {
  /** @type {Record<string, unknown>} */
  const self = { ...settings };
  self.self = self;
  return made(self);
}

for (const [name, given] of /** @type {const} */ ([
  ['rubbish in the state never throws and is told', RUBBISH],
  ['not even what JSON can not write throws', UNWRITABLE],
])) {
  test(name, () => {
    const one = learner();
    for (const [lang, words] of [['en', 'not understood'], ['ja', 'わからない']]) {
      for (const [index, rubbish] of given.entries()) {
        one.dispatch('reset');
        one.put({ lang, at: 'forward:data' });
        one.put(rubbish);
        assert.ok(one.told().includes(words), `number ${index}: ${one.told()}`);
        one.session.runner.stop();
        one.session.navigation.forward();
        assert.equal(one.state().at, 'forward:affine1', `after number ${index} the page goes on`);
      }
    }
    assert.equal(/** @type {Record<string, unknown>} */ ({}).lang, undefined);
  });
}

test('places and numbers that do not exist are forgiven', () => {
  const one = learner();
  for (const rubbish of [{ at: 'forward:nowhere' }, { at: '__proto__' }, { selected: 'affine9.w[0,0]' }, { selected: 'x'.repeat(99999) }, { label: 5 }]) {
    one.put(rubbish);
    const { at, selected } = one.state();
    assert.deepEqual([at, selected], ['forward:data', null]);
    assert.match(one.told(), /not understood/);
  }
  one.dispatch('phase', 'loss');
  assert.ok(Number.isFinite(one.value('loss.out')));
});

test('another network can be asked for', () => {
  const one = learner();
  one.set({ hidden: [4], seed: 3 });
  one.dispatch('phase', 'loss');
  const lit = one.moment().columns.filter((column) => column.lit);
  assert.deepEqual(lit.map(({ name }) => name), ['data', 'affine1', 'relu1', 'affine2', 'softmax', 'loss']);
  assert.equal(lit[2].values.length, 4);
  one.set({ hidden: [] });
  one.dispatch('phase', 'backward');
  assert.equal(one.moment().columns.find((column) => column.current)?.name, 'affine1');
});
