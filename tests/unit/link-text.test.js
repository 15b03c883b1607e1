// The text of a link: what is written is read back, to the last digit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenBy, textOf } from '../../www/state/url.js';
import { plain, read, stretchesOf, written } from '../../www/state/moves.js';
import { cleaned, initial } from '../../www/state/schema.js';

/** @typedef {import('../../www/state/schema.js').State} State */
/** @typedef {import('../../www/core/wasm.js').Settings} Settings */

/**
 * A state that differs from the beginning.
 * @param {Partial<State>} change
 * @param {Partial<Settings>} [settings]
 * @returns {State}
 */
function state(change, settings = {}) {
  const first = initial();
  return { ...first, ...change, settings: { ...first.settings, ...settings } };
}

/**
 * What the link of a state opens.
 * @param {State} given
 */
function opened(given) {
  const { change, wrong } = cleaned(givenBy(textOf(given)), initial());
  assert.deepEqual(wrong, []);
  return { ...initial(), ...change };
}

test('the deviation of the first weights comes back with all its digits', () => {
  for (const std of [0, 0.1, 0.01, 1, 2.5, 0.0123456789, 2.5e-7, 5e-324, 1234.5678, 1e6, 1 / 3]) {
    const init = /** @type {const} */ ({ kind: 'gaussian', std });
    assert.deepEqual(opened(state({}, { init })).settings.init, init);
  }
  for (const kind of /** @type {const} */ (['zeros', 'he'])) assert.deepEqual(opened(state({}, { init: { kind } })).settings.init, { kind });
});

test('a learning rate and the weights of a neuron come back with all their digits', () => {
  for (const learningRate of [0.01, 0.3, 1e-5, 2.5e-7, 0.0123456789, 100, 1e6, 1 / 3]) assert.equal(opened(state({}, { learningRate })).settings.learningRate, learningRate);
  /** @type {State['neuron']} */
  const neuron = [-0.1, 1e-7, 1 / 3, -120.5];
  assert.deepEqual(opened(state({ neuron })).neuron, neuron);
});

test('a state comes back with every key of it', () => {
  /** @type {Partial<State>} */
  const change = {
    lang: 'en', theme: 'dark', room: 'colours', color: [0, 9, 255], label: 2, scope: 'batch', row: 17, at: 'backward:affine2', selected: 'affine2.dw[3,41]', step: 31,
    moves: '30*full@0.01_1*7a425e0@0.003', speed: 'slow', slice: 40, maps: true, log: true, chapters: 'colour.update', neuron: [0, -1, 0.5, 3], planes: 42, nudged: -0.01,
    own: { classes: ['a.b~c', '海', 'x, "y" & <z>;', '100 %', '🎨 k=v', "it's_-"], colours: 'ff00000' + '0000ff1' + '03c8075' },
  };
  /** @type {Settings} */
  const settings = { hidden: [8, 1, 256, 7, 6, 5], learningRate: 0.3, batch: 20, init: { kind: 'gaussian', std: 0.25 }, input: 'standardised', seed: 4294967295, data: 'own', train: 61, test: 7, weights: 'AACAPwAAAMA' };
  const given = state(change, settings);
  assert.deepEqual(opened(given), given);
  const shallow = state({}, { hidden: [], batch: 'full', init: { kind: 'zeros' }, input: 'scaled', test: 0, seed: 0 });
  assert.deepEqual(opened(shallow), shallow);
});

test('a run that is asked for at the boundary of two moves is told without a stretch of no steps', () => {
  const batch = { steps: 4, feed: { batch: /** @type {const} */ ('full') }, learningRate: 0.01 };
  const colour = { steps: 1, feed: { colour: { rgb: [122, 66, 94], label: 0 } }, learningRate: 0.01 };
  for (const [step, text] of /** @type {const} */ ([[0, ''], [3, '3*full@0.01'], [4, '4*full@0.01'], [5, '4*full@0.01_1*7a425e0@0.01']])) {
    const told = written(stretchesOf([batch, colour, batch], step));
    assert.equal(told, text);
    if (step > 0) assert.equal(written(read(told, step) ?? []), told);
  }
  assert.deepEqual(plain(0, initial().settings), []);
  assert.equal(read('1*full@0.01_0*20@0.01_1*20@0.01', 2), null, 'nor is one read');
});

test('a learning rate of any size is read in the moves as it is written', () => {
  for (const learningRate of [0.01, 2.5e-7, 1e-10, 1e6, 0.0123456789]) {
    const text = written([{ steps: 3, batch: 20, colour: null, learningRate }]);
    assert.equal(read(text, 3)?.[0].learningRate, learningRate);
  }
});
