// The exam of a learner's function: it has to work for any number of inputs, nodes and classes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXERCISES } from '../../www/layers/index.js';
import { casesOf, missOf } from '../../www/lesson/examination.js';
import { TEXT } from './words.js';
import { bindings } from './core.js';

/**
 * Examines a function without its sandbox.
 * @param {string} name
 * @param {string} body
 */
function examined(name, body) {
  const written = new Function(...EXERCISES[name].parameters, body);
  const cases = casesOf(bindings, name);
  return missOf(name, cases, cases.map(({ args }) => written(...structuredClone(args))));
}

test('the solution of every exercise passes', () => {
  for (const [name, { solution }] of Object.entries(EXERCISES)) assert.equal(examined(name, solution), null, name);
});

test('a function that works for three classes only, or for a layer of one size, is found', () => {
  for (const [name, body] of [
    ['softmax', 'const m = Math.max(...x); const [a, b, c] = x.map((v) => Math.exp(v - m)); const s = a + b + c; return [a / s, b / s, c / s];'],
    ['softmax', 'const m = Math.max(...x); const e = x.map((v) => Math.exp(v - m)); return e.map((v) => v / (e[0] + e[1] + e[2]));'],
    ['cross_entropy', 'return -Math.log(y[0] * t[0] + y[1] * t[1] + y[2] * t[2]);'],
    ['cross_entropy', 'return -Math.log(y[0] * t[0] + y[1] * t[1] + (y[2] ?? 0) * (t[2] ?? 0));'],
    ['affine', 'return b.map((bias, j) => bias + x[0] * w[0][j] + x[1] * w[1][j] + (x[2] ?? 0) * (w[2]?.[j] ?? 0));'],
    ['relu', 'return [0, 1, 2, 3].map((i) => Math.max(0, x[i]));'],
    ['relu_backward', 'return [0, 1, 2, 3].map((i) => (x[i] > 0 ? dout[i] : 0));'],
  ]) {
    const miss = examined(name, body);
    assert.equal(miss?.slip, 'otherSize', `${name}: ${body}`);
    for (const text of [TEXT.ja, TEXT.en]) assert.ok(text.codeSlip.otherSize.includes('x.length'));
  }
});

test('a slip that shows with three classes is named before other sizes are tried', () => {
  for (const [name, body, slip] of [
    ['softmax', 'const e = x.map(Math.exp); return e;', 'notOne'],
    ['softmax', 'const e = x.map(Math.exp); return e.map((v) => v / (e[0] + e[1] + e[2]));', 'overflow'],
    ['cross_entropy', 'return Math.log(y[0] * t[0] + y[1] * t[1] + y[2] * t[2]);', 'sign'],
    ['relu', 'return x;', 'passesAll'],
    ['relu_backward', 'return dout.map((d, i) => (x[i] < 0 ? 0 : d));', 'atZero'],
    ['relu', 'return x[0];', 'oneNumber'],
  ]) assert.equal(examined(name, body)?.slip, slip, `${name}: ${body}`);
});
