// How a typed number is judged: it is right only if the answer rounds to it, and known slips are named even where they are small.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slipOf, typed } from '../../www/lesson/number-answer.js';
import { TEXT } from './words.js';
import { pupil } from './pupil.js';

/**
 * The verdict on a text.
 * @param {string} text
 * @param {[wanted: number, slips?: Record<string, number>, shown?: number]} question
 */
const verdict = (text, [wanted, slips = {}, shown]) => slipOf(typed(text), wanted, slips, shown);

test('from exact operands an answer is right only if it is exact, or right to four digits', () => {
  /** @type {[number, Record<string, number>]} */
  const lecture = [54.1, { bias: 53.6 }];
  for (const right of ['54.1', '54.10', '5.41e1', '5410%']) assert.equal(verdict(right, lecture), null, right);
  for (const [wrong, slip] of [['54', 'rough'], ['54.0', 'small'], ['54.3', 'large'], ['54.11', 'large'], ['53.6', 'bias'], ['53', 'small']]) assert.equal(verdict(wrong, lecture), slip, wrong);
  assert.equal(verdict('1234', [1234.4]), null, 'four digits');
  assert.equal(verdict('1235', [1234.4]), 'large');
  assert.equal(verdict('1e999', [54.1]), 'large');
  assert.equal(verdict('149', [150]), 'small');
});

test('a forgotten bias is named even where it changes little', () => {
  const white = /** @type {[number, Record<string, number>]} */ ([153.5, { bias: 153 }]);
  for (const [text, slip] of [['153', 'bias'], ['153.0', 'bias'], ['153.5', null], ['154', 'rough']]) assert.equal(verdict(String(text), white), slip, String(text));
});

test('a slip that makes no difference is no slip', () => {
  assert.equal(verdict('53.6', [53.6, { bias: 53.6 }]), null);
});

test('from rounded operands three digits are enough, and what the shown operands give is right', () => {
  const p = 0.393788;
  /** @type {[number, Record<string, number>, number]} */
  const loss = [-Math.log(p), { sign: Math.log(p) }, -Math.log(0.39379)];
  for (const right of ['0.932', '0.9319', '0.93194', '0.93194123', '0.931938']) assert.equal(verdict(right, loss), null, right);
  for (const [wrong, slip] of [['0.93', 'rough'], ['0.9', 'rough'], ['0.933', 'large'], ['0.9318', 'small'], ['-0.93194', 'sign']]) assert.equal(verdict(wrong, loss), slip, wrong);
  assert.equal(verdict('0.0001', [0.00013, {}, 0.00010005]), null, 'near 0 a few decimals are enough');
});

test('in the lesson 54 is not 54.1, and for white the forgotten bias of 0.5 is named', () => {
  const one = pupil();
  one.enter('neuron.sum');
  one.dispatch('lesson/answer', '54');
  assert.match(one.verdict().said, /more digits/);
  assert.equal(one.lesson().attempt.tries, 0, 'it is asked again, not counted');
  one.put({ color: [255, 255, 255] });
  one.dispatch('lesson/answer', '153');
  assert.match(one.verdict().said, /left out the bias, 0\.5/);
  one.dispatch('lesson/answer', '153.5');
  assert.equal(one.verdict().mark, 'right');
});

test('of the lists that could be an output of Softmax only the right one has no negative number and adds up to 1', () => {
  const one = pupil();
  one.enter('forward.possible');
  const { step, right, told } = one.lesson();
  const lists = (TEXT.en.lessonSteps['forward.possible'].choices?.(told) ?? []).map((list) => JSON.parse(list.replaceAll('−', '-')));
  assert.equal(step.kind, 'choose');
  lists.forEach((list, i) => assert.equal(list.every((/** @type {number} */ value) => value > 0) && Math.abs(list.reduce((/** @type {number} */ sum, /** @type {number} */ value) => sum + value, 0) - 1) < 1e-9, i === right, String(list)));
  const shown = [0, 1, 2].reduce((sum, i) => sum + Number((one.value(`softmax.out[0,${i}]`) * 100).toFixed(1)), 0);
  assert.notEqual(shown.toFixed(1), '100.0', 'the lecture’s colour is one whose percentages do not add up to 100');
  one.dispatch('lesson/answer', 2);
  assert.match(one.verdict().said, /rounded/);
});
