// Addresses of numbers, read and written in one place.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format, inTensor, indexBeside, isGradient, neighbour, parse } from '../../www/core/address.js';

test('an address reads back as it was written, with any number of indices', () => {
  for (const text of ['affine1.out[0,7]', 'affine3.dw[12,40]', 'loss.out', 'affine2.w_new[3]', 'conv1.out[0,2,27,27]']) {
    const parts = parse(text);
    assert.ok(parts);
    assert.equal(format(parts.layer, parts.tensor, parts.index), text);
  }
  assert.deepEqual(parse('conv1.w[1,2,3,4]'), { layer: 'conv1', tensor: 'w', index: [1, 2, 3, 4] });
});

test('a text that is no address is none', () => {
  for (const text of ['', 'affine1', '.out', 'affine1.', 'affine1.out[', 'affine1.out[a]', 'a.w[-1]', 'a.w[]', 'a.w[1,]', 'a.b.c', 'a.w[1] ']) assert.equal(parse(text), null, text);
});

test('a long text that is nearly an address is read at once', () => {
  assert.equal(parse(`a.w[${'1,'.repeat(200_000)}`), null);
  assert.equal(parse(`${'a'.repeat(400_000)}!`), null);
});

test('an arrow leads to the neighbour, and stays at the edge', () => {
  const shape = [3, 4];
  assert.equal(neighbour('affine1.w[1,2]', shape, 'ArrowRight'), 'affine1.w[1,3]');
  assert.equal(neighbour('affine1.w[1,3]', shape, 'ArrowRight'), 'affine1.w[1,3]');
  assert.equal(neighbour('affine1.w[1,2]', shape, 'ArrowUp'), 'affine1.w[0,2]');
  assert.equal(neighbour('affine1.w[0,2]', shape, 'ArrowUp'), 'affine1.w[0,2]');
  assert.equal(neighbour('affine1.b[2]', [4], 'ArrowDown'), 'affine1.b[3]');
  assert.equal(neighbour('loss.out', [], 'ArrowLeft'), 'loss.out');
});

test('in a picture the arrows lead along rows and columns, and PageUp and PageDown to other channels', () => {
  const shape = [20, 8, 12, 12];
  const at = 'conv1.out[0,3,5,7]';
  const from = (/** @type {string} */ key, shift = false) => neighbour(at, shape, key, shift);
  assert.equal(from('ArrowRight'), 'conv1.out[0,3,5,8]');
  assert.equal(from('ArrowLeft'), 'conv1.out[0,3,5,6]');
  assert.equal(from('ArrowDown'), 'conv1.out[0,3,6,7]');
  assert.equal(from('ArrowUp'), 'conv1.out[0,3,4,7]');
  assert.equal(from('PageDown'), 'conv1.out[0,4,5,7]');
  assert.equal(from('PageUp'), 'conv1.out[0,2,5,7]');
  assert.equal(from('ArrowDown', true), 'conv1.out[0,4,5,7]');
  assert.equal(from('ArrowRight', true), 'conv1.out[1,3,5,7]');
  assert.equal(from('ArrowLeft', true), at);
  assert.equal(neighbour('conv1.out[0,7,5,11]', shape, 'ArrowRight'), 'conv1.out[0,7,5,11]');
  assert.equal(neighbour('conv1.out[0,7,5,11]', shape, 'PageDown'), 'conv1.out[0,7,5,11]');
});

test('a key that leads nowhere leads to no address', () => {
  assert.equal(neighbour('affine1.w[1,2]', [3, 4], 'PageDown'), null);
  assert.equal(neighbour('conv1.out[0,3,5,7]', [1, 8, 12, 12], 'Enter'), null);
  assert.equal(neighbour('nonsense', [3], 'ArrowLeft'), null);
  assert.deepEqual(indexBeside([0, 2, 0, 4], [1, 8, 12, 12], 'PageDown'), [0, 3, 0, 4]);
});

test('a gradient has the name of what it is the gradient of behind a d', () => {
  for (const tensor of ['dout', 'dx', 'dw', 'db', 'dslope']) assert.ok(isGradient(tensor), tensor);
  for (const tensor of ['out', 'x', 'w', 'b', 'mask', 't', 'loss', 'w_new', 'd']) assert.ok(!isGradient(tensor), tensor);
  assert.equal(inTensor('affine1.w[1,2]', 'dw'), 'affine1.dw[1,2]');
});
