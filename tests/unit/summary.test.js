// A short look at a number: its formula, its four largest terms, and how many more there are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryOf } from '../../www/explain/summary.js';
import { loss, short } from '../../www/util/format.js';
import { learner } from './learner.js';

const one = learner();
one.dispatch('at', 'backward:affine1');
/** @param {string} address */
const explained = (address) => /** @type {import('../../www/explain/terms.js').Explanation} */ (one.session.store.lab.explain(address));

test('a sum names its tensors, and shows its largest terms first', () => {
  const told = explained('affine2.out[0,27]');
  const { formula, lines, more, zeros, rest, bias } = summaryOf(told);
  assert.equal(formula, 'Σ x·w + b');
  assert.equal(lines.length, 4);
  const sizes = lines.map(({ part }) => Math.abs(part));
  assert.deepEqual(sizes, [...sizes].sort((a, b) => b - a));
  const flowing = explained('affine2.out[0,27]').terms.filter(({ factors, part }) => factors.length > 1 && part !== 0);
  assert.deepEqual([more, zeros, bias], [flowing.length - 4, 50 - flowing.length, 0]);
  // What is shown adds up to the number.
  const sum = lines.reduce((all, { part }) => all + part, rest + (bias ?? 0));
  assert.ok(Math.abs(sum - told.value) < 1e-4, `${sum} of ${told.value}`);
  assert.equal(summaryOf(explained('affine3.dx[0,9]')).formula, 'Σ dout·w');
  assert.equal(summaryOf(explained('affine3.dw[0,9]')).formula, 'x·dout');
});

test('a sum of few terms shows them all, its bias too', () => {
  const { lines, more, bias } = summaryOf(explained('affine1.out[0,7]'));
  assert.deepEqual([lines.length, more, bias], [3, 0, null]);
});

test('what is no sum has its own words', () => {
  assert.equal(summaryOf(explained('softmax.out[0,1]')).lines.length, 3);
  assert.match(summaryOf(explained('loss.loss[0]')).formula, /^−ln 0\.39/);
  assert.deepEqual(summaryOf(explained('relu2.out[0,3]')).lines, []);
});

test('a small number is written in one way, in a cell and as a loss', () => {
  for (const value of [0.0016, 0.0024, 0.00049, -0.0016, 0.00001]) assert.equal(short(value), loss(value));
  assert.deepEqual([0.0016, 0.0004, 0, 0.0049].map(short), ['0.002', '≈0', '0', '0.005']);
  assert.equal(loss(0), '0.000');
});
