// Layers: what the page knows of them agrees with the core, and a network can be given layer by layer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settingsFor } from '../../www/colours/datasets.js';
import { KINDS, SETTINGS } from '../../www/core/facts.js';
import { columnsOf, hasMaps, kindOf } from '../../www/layers/columns.js';
import { EXERCISES, descriptorOf, titleOf } from '../../www/layers/index.js';
import { CHAPTERS } from '../../www/lesson/index.js';
import { TEXT } from './words.js';
import { bindings } from './core.js';
import { learner } from './learner.js';

/** @typedef {import('../../www/core/wasm.js').Column} Column */

/** @param {Partial<import('../../www/core/wasm.js').Settings>} settings */
function columnsIn(settings) {
  const lab = new bindings.Lab({ train: 5, test: 0, ...settings }, undefined);
  lab.makePass({ kind: 'batch' });
  const columns = /** @type {Column[]} */ (lab.columns());
  lab.free();
  return columns;
}

const LAYERS = [{ kind: 'affine', nodes: 4 }, { kind: 'affine', nodes: 3 }, { kind: 'relu' }];

test('the columns that are named before the core has loaded are those of the core', () => {
  for (const hidden of [[], [16], [50, 100, 50], [1, 2, 3, 4, 5, 6]]) {
    assert.deepEqual(columnsOf({ hidden }), columnsIn({ hidden }).map(({ name }) => name));
  }
  assert.deepEqual(columnsOf({ hidden: [9], layers: LAYERS }), columnsIn({ hidden: [9], layers: LAYERS }).map(({ name }) => name));
});

test('every kind of layer has a descriptor, a title and a sentence in every language', () => {
  for (const { name } of KINDS) {
    const { kind, title, forward, backward } = descriptorOf(name);
    assert.equal(kind, name);
    assert.ok(title.length > 1);
    for (const { steps } of Object.values(TEXT)) for (const key of [forward, backward]) assert.ok(key && key in steps, `${name}: ${key}`);
  }
  assert.deepEqual(['affine1', 'relu3', 'softmax', 'data'].map(titleOf), ['Affine1', 'ReLU3', 'Softmax', 'Data']);
});

test('a kind that the page does not know is named by its own name', () => {
  assert.deepEqual(descriptorOf('swish'), { kind: 'swish', title: 'Swish' });
  assert.equal(titleOf('swish2'), 'Swish2');
});

test('a name is that of a layer where the core can have such a layer', () => {
  for (const name of ['affine1', 'affine9', 'relu2', 'softmax']) assert.equal(kindOf(name)?.name, name.replace(/\d/, ''));
  for (const name of ['affine', 'affine0', 'affine10', 'softmax1', 'data', 'loss', 'swish1', '', '1']) assert.equal(kindOf(name), null, name);
});

test('the kinds that have maps are those that the core draws maps of', () => {
  const lab = new bindings.Lab({ hidden: [4], train: 5, test: 0 }, undefined);
  lab.look(1, 0, 0, 0);
  for (const name of ['affine1', 'relu1', 'softmax']) assert.equal(lab.maps(name)[1] > 0, hasMaps(name.replace(/\d/, '')), name);
  lab.free();
});

test('every exercise of the lesson is one of a layer', () => {
  const asked = CHAPTERS.flatMap(({ steps }) => steps.flatMap(({ exercise }) => exercise ?? []));
  assert.deepEqual(asked.toSorted(), Object.keys(EXERCISES).toSorted());
});

test('a network that is given layer by layer learns, and its link opens it again', async () => {
  const one = learner({ settings: { layers: LAYERS, train: 20, test: 5 } });
  await one.train(3);
  assert.deepEqual(one.state().settings.layers, LAYERS);
  assert.match(one.link(), /layers=affine4\.affine3\.relu/);
  const other = learner();
  await other.follow(one.link());
  assert.deepEqual(other.parameters(), one.parameters());
  assert.equal(other.told(), '');
});

test('nodes of hidden layers take the place of layers that were given one by one', () => {
  const one = learner({ settings: { layers: LAYERS, train: 20, test: 5 } });
  one.dispatch('hidden', [7]);
  assert.equal(one.state().settings.layers, undefined);
  assert.deepEqual(one.state().settings.hidden, [7]);
  one.put({ settings: { layers: LAYERS } });
  one.put({ settings: { hidden: [6] } });
  assert.equal(one.state().settings.layers, undefined);
});

test('layers that there are not leave the network as it is, and the reason is shown', async () => {
  const one = learner();
  await one.put({ settings: { layers: [{ kind: 'swish' }] } });
  assert.equal(one.state().settings.layers, undefined);
  assert.match(one.told(), /layers/);
});

test('layers that do not fit are refused with a sentence, and nothing changes', () => {
  for (const lang of /** @type {const} */ (['en', 'ja'])) {
    const one = learner({ lang, settings: { ...settingsFor('patterns', SETTINGS), train: 20, test: 5 } });
    const before = one.state();
    one.dispatch('begin', { layers: [{ kind: 'affine', nodes: 5 }, { kind: 'conv', nodes: 3 }] });
    assert.match(one.told(), lang === 'en' ? /Conv and MaxPool need pictures/ : /Conv と MaxPool には絵/);
    assert.deepEqual(one.state(), before);
    assert.equal(one.session.store.workbench.columns.filter(({ kind }) => kind === 'conv').length, 2);
  }
});

test('a CNN can become a dense network, one without hidden layers, and a CNN again', () => {
  const cnn = settingsFor('patterns', SETTINGS);
  const one = learner({ settings: { ...cnn, train: 20, test: 5 } });
  const kinds = () => one.session.store.workbench.columns.map(({ kind }) => kind).slice(1, -2).join(' ');
  one.dispatch('hidden', [5]);
  assert.equal(kinds(), 'affine relu affine');
  one.dispatch('hidden', []);
  assert.equal(kinds(), 'affine');
  one.dispatch('begin', { layers: cnn.layers });
  assert.equal(kinds(), 'conv relu pool conv relu pool affine');
  assert.equal(one.told(), '');
});
