// How a number came about: its terms, and the sentence that tells it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { number } from '../../www/util/format.js';
import { sentenceOf } from '../../www/explain/narration.js';
import { TEXT } from './words.js';
import { learner } from './learner.js';

const ADDRESSES = [
  'data.out[0,2]', 'affine1.out[0,3]', 'affine2.out[0,40]', 'affine3.out[0,9]', 'affine4.out[0,2]',
  'relu1.out[0,3]', 'relu2.mask[0,5]', 'softmax.out[0,0]', 'softmax.loss[0]', 'loss.loss[0]', 'loss.out',
  'softmax.dx[0,0]', 'affine4.dx[0,7]', 'affine4.dw[7,1]', 'affine4.db[2]', 'relu3.dx[0,7]', 'affine3.dw[3,4]',
  'affine2.db[77]', 'affine1.dw[2,49]', 'affine1.dx[0,1]', 'affine1.dout[0,4]', 'affine3.w[0,0]', 'affine3.b[0]',
  'affine2.w_new[1,2]', 'affine1.b_new[3]', 'loss.t[0,0]',
];

/**
 * Whether a text holds a number, to the digits that it shows.
 * @param {string} text
 * @param {number} value
 */
function holds(text, value) {
  const found = text.replaceAll('−', '-').match(/-?\d+(\.\d+)?(e-?\d+)?/g) ?? [];
  return found.some((one) => Math.abs(Number(one) - value) <= Math.abs(value) * 0.006);
}

/**
 * @param {import('./learner.js').Learner} one
 * @param {string} address
 * @returns {import('../../www/explain/terms.js').Explanation}
 */
function explained(one, address) {
  return one.session.store.lab.explain(address);
}

test('explain tells everything about a number', () => {
  const one = learner();
  let sums = 0;
  for (const scope of ['one', 'batch']) {
    one.put({ scope });
    for (const address of ADDRESSES) {
      const told = explained(one, address);
      const { value, operation, terms, numpy, rust } = told;
      const sentence = sentenceOf(TEXT.en, told);
      const at = `${address} of ${scope}: ${sentence}`;
      assert.equal(told.address, address);
      assert.equal(value, one.value(address), at);
      assert.ok(['sum', 'gate', 'atMostZero', 'softmax', 'minusLog', 'given'].includes(operation.kind), at);
      const [subject, rest] = sentence.split(' is ');
      assert.ok(subject === address && holds(rest, value), at);
      assert.ok(numpy.includes(' = ') && rust.file.endsWith('.rs') && rust.line > 0 && rust.text.length > 3, at);
      for (const { part, factors } of terms) {
        assert.ok(Number.isFinite(part) && factors.length > 0, at);
        for (const factor of factors) assert.ok(factor.address ? one.value(factor.address) === factor.value : factor.name !== '' && Number.isFinite(factor.value), at);
      }
      if (operation.kind !== 'sum') continue;
      sums += 1;
      const sizes = terms.reduce((sum, { part }) => sum + Math.abs(part), 0);
      const sum = terms.reduce((sum, { part }) => sum + part, 0);
      assert.ok(Math.abs(sum - value) <= 1e-5 * sizes, at);
      for (const { part, factors } of terms) assert.ok(Math.abs(factors.reduce((product, factor) => product * factor.value, 1) - part) <= 1e-9 * Math.abs(part), at);
    }
  }
  assert.equal(sums, 31);
});

test("explanations are sentences in the reader's language", () => {
  const one = learner();
  for (const address of ['affine1.out[0,3]', 'affine2.out[0,40]', 'relu1.out[0,3]', 'relu1.mask[0,3]', 'softmax.out[0,0]', 'loss.loss[0]', 'affine1.x[0,0]', 'affine2.w[0,0]']) {
    const told = explained(one, address);
    const [en, ja] = [TEXT.en, TEXT.ja].map((text) => sentenceOf(text, told));
    for (const sentence of [en, ja]) assert.ok(sentence.includes(number(told.value)), sentence);
    assert.ok(en.endsWith('.') && !/[\u3040-\u30ff]/.test(en), en);
    assert.ok(ja.endsWith('。') && /[\u3040-\u30ff]/.test(ja), ja);
    assert.doesNotMatch(ja, /That is| more /);
  }
});

test('a number that is taken over is explained as the one that it was taken from', () => {
  const one = learner();
  for (const [address, from, kind] of [
    ['affine1.x[0,1]', 'data.out[0,1]', 'sum'],
    ['relu2.x[0,9]', 'affine2.out[0,9]', 'sum'],
    ['affine3.x[0,9]', 'relu2.out[0,9]', 'gate'],
    ['loss.x[0,1]', 'softmax.out[0,1]', 'softmax'],
    ['relu2.dout[0,9]', 'affine3.dx[0,9]', 'sum'],
    ['affine2.dout[0,9]', 'relu2.dx[0,9]', 'gate'],
    ['data.dout[0,2]', 'affine1.dx[0,2]', 'sum'],
  ]) {
    const [told, source] = [explained(one, address), explained(one, from)];
    assert.equal(told.address, address, 'the number that was opened stays the one that is named');
    assert.deepEqual([told.from, told.operation.kind, told.value], [from, kind, source.value]);
    assert.deepEqual([told.terms, told.numpy, told.rust], [source.terms, source.numpy, source.rust]);
    assert.equal(source.from, undefined);
    for (const text of [TEXT.en, TEXT.ja]) assert.ok(sentenceOf(text, told).includes(from) && !sentenceOf(text, source).includes('undefined'));
  }
});

test('explaining a wrong address is refused with a sentence', () => {
  const { lab } = learner().session.store;
  for (const address of /** @type {any[]} */ (['', 'affine1.w', 'affine9.w[0,0]', 'affine1.out[0,50]', 'loss.dout', 'nose', null, undefined, {}, 7])) {
    assert.throws(() => lab.explain(address), ({ message }) => message.split(' ').length > 3, String(address));
  }
});

test('blame finds the right class where its probability is hopeless', () => {
  const one = learner({ color: [255, 255, 240], settings: { init: { kind: 'gaussian', std: 1 } } });
  const shares = [...one.session.store.lab.tensor('softmax.out')];
  assert.ok(shares.some((share) => share < 1e-7), String(shares));
  for (const label of [0, 1, 2]) {
    one.put({ label });
    for (let step = 0; step < 2; step += 1) one.dispatch('blame');
    assert.equal(one.state().selected, `softmax.out[0,${label}]`, String(shares));
    one.put({ selected: null });
  }
});
