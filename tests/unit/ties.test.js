// Where several are equal, the first is taken: everywhere the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blame, ordered } from '../../www/explain/terms.js';
import { momentOf } from '../../www/app/present.js';
import { Session } from '../../www/app/session.js';
import { byHue, byLoss } from '../../www/colours/predictions.js';
import { answersOf, depths } from '../../www/colours/regions.js';
import { initial } from '../../www/state/schema.js';
import { strongest } from '../../www/util/tint.js';
import { bindings } from './core.js';

test('of equal probabilities the first class is the answer', () => {
  const probabilities = [[0.4, 0.4, 0.2], [0.2, 0.4, 0.4], [0.4, 0.2, 0.4], [1 / 3, 1 / 3, 1 / 3], [0.1, 0.2, 0.7], [NaN, NaN, NaN]];
  assert.deepEqual([...answersOf(Float32Array.from(probabilities.flat()), 3)], [0, 1, 0, 0, 2, 0]);
});

test('a network of zeros answers the first class on the page as in the core', () => {
  const first = initial();
  const session = new Session(bindings, { ...first, settings: { ...first.settings, init: { kind: 'zeros' } } });
  const moment = momentOf(session, false);
  assert.equal(new Set(moment.probabilities).size, 1);
  assert.equal(moment.best, 0);
  assert.ok(moment.answers.every((/** @type {number} */ answer) => answer === 0));
});

test('of equally deep places the one nearest to the middle is taken, of those the first', () => {
  assert.deepEqual(depths(new Uint8Array(9), [3, 3], 2), [4, null]);
  assert.deepEqual(depths(new Uint8Array(4), [1, 4], 1), [1]);
  assert.deepEqual(depths(Uint8Array.from([0, 0, 1, 1]), [1, 4], 2), [0, 3]);
});

test('colours of the same loss or hue keep the order of the data', () => {
  const judged = [3, 1, 2, 0].map((index) => ({ sample: { rgb: [200, 10, 10], label: 0 }, index, test: false, name: '', answer: 0, loss: 0.5 }));
  for (const by of [byLoss, byHue]) assert.deepEqual([...judged].sort(by).map(({ index }) => index), [0, 1, 2, 3]);
});

test('of equally large terms the first comes first, and is blamed', () => {
  const terms = [1, -2, 2, -2, 0, 1, 0.5].map((part, i) => ({ part, factors: [{ address: `relu1.out[0,${i}]`, name: 'x', value: part }] }));
  const explanation = { address: 'affine2.out[0,0]', value: 0, operation: { kind: /** @type {const} */ ('sum') }, terms, numpy: '', rust: { file: '', line: 0, text: '', first: 0, function: [] } };
  assert.equal(blame(explanation, 'affine1'), 'relu1.out[0,1]');
  const { shown } = ordered(explanation, true);
  assert.deepEqual(shown.map(({ factors }) => factors[0].address?.at(-2)), ['1', '2', '3', '0', '5', '6', '4']);
});

test('of equally large weights the first is the strongest', () => {
  assert.deepEqual(strongest(Float32Array.from([0.1, -3, 3, -3]), 2), { value: -3, place: [0, 1] });
  assert.deepEqual(strongest(Float32Array.from([0, 0, 0, 0]), 2), { value: 0, place: [0, 0] });
});
