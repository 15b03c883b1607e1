// Every number of a pass has an address; what is no address is refused with a sentence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learner } from './learner.js';

/** @type {(problem: Error) => boolean} */
const aSentence = ({ message }) => / .* .* /.test(message);

test('a wrong address is refused with a sentence', () => {
  const { lab } = learner().session.store;
  for (const address of ['', 'affine1', 'affine9.w', 'affine1.nose', 'affine1.out[0,50]', 'affine1.out[1,0]', 'affine1.out[-1]', 'affine1.out[0,0,0]', 'affine1.out[99999999999999999999]', 'relu1.w', 'data.out[', 'loss.out[0]', '__proto__', '色.out']) {
    assert.throws(() => lab.value(address), aSentence, address);
    assert.throws(() => lab.tensor(address), aSentence, address);
  }
  // Part of a tensor is no single number.
  assert.throws(() => lab.value('affine1.w'), /affine1\.w/);
  // And what is not a text at all is no address either.
  for (const wrong of /** @type {any[]} */ ([undefined, null, 7, {}, Symbol('w')])) assert.throws(() => lab.value(wrong), String(wrong));
});

test("tensors have the lecture's shapes", () => {
  const { lab } = learner().session.store;
  for (const [address, shape] of /** @type {[string, number[]][]} */ ([
    ['data.out', [1, 3]],
    ['affine1.x', [1, 3]],
    ['affine1.w', [3, 50]],
    ['affine1.b', [50]],
    ['relu1.mask', [1, 50]],
    ['affine2.w', [50, 100]],
    ['affine2.dw', [50, 100]],
    ['affine3.w', [100, 50]],
    ['affine4.w', [50, 3]],
    ['affine4.db', [3]],
    ['softmax.out', [1, 3]],
    ['affine2.w[3]', [100]],
    ['loss.loss', [1]],
    ['loss.out', []],
  ])) {
    const data = lab.tensor(address);
    assert.deepEqual([...lab.shape(address)], shape, address);
    assert.ok(data instanceof Float32Array);
    assert.equal(data.length, shape.reduce((product, n) => product * n, 1), address);
  }
  // What is read is a copy: nobody can reach into the network.
  const data = lab.tensor('affine1.w');
  const [first] = data;
  data.fill(7);
  assert.equal(lab.value('affine1.w[0,0]'), first);
});
