// The windows of sums over pictures, and the order of the grids that show them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Session } from '../../www/app/session.js';
import { parse } from '../../www/core/address.js';
import { indexAt, sizeOf } from '../../www/core/tensor-shape.js';
import { summaryOf } from '../../www/explain/summary.js';
import { foremost, isPadding, poolIn, SIDE, windowsIn } from '../../www/explain/window.js';
import { initial } from '../../www/state/schema.js';
import { bindings } from './core.js';

const session = new Session(bindings, initial(), { later: () => {} });
session.dispatch('dataset', 'patterns');
while (session.state.at !== 'backward:conv1') session.dispatch('forward');
const { lab } = session.store;

/** @typedef {import('../../www/explain/terms.js').Explanation} Explanation */
const explain = (/** @type {string} */ address) => /** @type {Explanation} */ (lab.explain(address));

/**
 * Addresses of a tensor, evenly from all of it, with its corners.
 * @param {string} tensor
 * @param {number} most
 */
function sampled(tensor, most) {
  const shape = [...lab.shape(tensor)];
  const size = sizeOf(shape);
  const step = Math.max(1, Math.floor(size / most));
  const places = [...Array.from({ length: Math.ceil(size / step) }, (_, i) => i * step), size - 1];
  return places.map((place) => `${tensor}[${indexAt(place, shape).join(',')}]`);
}

test('the sums of the windows and the bias make the number, at sampled addresses', () => {
  for (const tensor of ['conv1.out', 'conv2.out', 'conv1.dx', 'conv2.dx', 'relu1.x', 'pool1.dout']) {
    for (const address of sampled(tensor, 40)) {
      const explanation = explain(address);
      const windows = windowsIn(explanation);
      assert.ok(windows, address);
      const total = windows.grids.reduce((sum, grid) => sum + grid.sum, 0) + (windows.bias?.part ?? 0);
      const size = explanation.terms.reduce((sum, { part }) => sum + Math.abs(part), 0);
      assert.ok(Math.abs(total - explanation.value) <= 1e-5 * (size || 1), `${address}: ${total}, ${explanation.value}`);
      assert.equal(windows.grids.flatMap(({ cells }) => cells).filter(Boolean).length + (windows.bias ? 1 : 0), explanation.terms.length, address);
    }
  }
});

test('each cell stands where its number stands in the picture', () => {
  assert.deepEqual([...lab.shape('conv1.w')].slice(2), [SIDE, SIDE]);
  for (const address of [...sampled('conv2.out', 20), ...sampled('conv2.dx', 20)]) {
    const middle = parse(address)?.index ?? [];
    const windows = windowsIn(explain(address));
    for (const { channel, cells } of windows?.grids ?? []) {
      cells.forEach((term, cell) => {
        const what = parse(term?.factors[0].address ?? '');
        const place = [middle[2] - 1 + Math.floor(cell / SIDE), middle[3] - 1 + (cell % SIDE)];
        const inside = place.every((at) => at >= 0 && at < 6);
        assert.equal(what !== null, inside, address);
        if (what) assert.deepEqual(what.index, [middle[0], channel, ...place], address);
      });
    }
  }
});

test('past the border an output meets zeros, which are said to be there, and a gradient meets nothing', () => {
  const [corner, middle] = ['conv1.out[0,3,0,11]', 'conv1.out[0,3,5,7]'].map((address) => windowsIn(explain(address)));
  assert.equal(corner?.padded, true);
  assert.deepEqual(corner.grids.map(({ cells }) => cells.filter((term) => term && isPadding(term)).length), [5, 5, 5]);
  assert.deepEqual([middle?.padded, middle?.cut], [false, false]);
  const back = windowsIn(explain('conv2.dx[0,3,0,4]'));
  assert.deepEqual([back?.padded, back?.cut, back?.turned, back?.grids.length], [false, true, true, 12]);
});

test('other numbers have no windows', () => {
  for (const address of ['conv1.dw[2,0,1,1]', 'conv1.db[2]', 'affine1.out[0,1]', 'relu1.out[0,3,5,7]', 'pool1.out[0,3,2,2]', 'loss.out', 'conv1.w[0,0,0,0]', 'softmax.out[0,1]']) assert.equal(windowsIn(explain(address)), null, address);
});

test('of many channels those with the largest sums are shown, and the others are folded until all are asked for', () => {
  const windows = windowsIn(explain('conv2.out[0,3,2,2]'));
  assert.ok(windows);
  const { shown, folded, rest } = foremost(windows, false);
  assert.deepEqual([shown.length, folded.length], [2, 6]);
  assert.ok(Math.min(...shown.map(({ sum }) => Math.abs(sum))) >= Math.max(...folded.map(({ sum }) => Math.abs(sum))));
  assert.ok(Math.abs(rest - folded.reduce((sum, grid) => sum + grid.sum, 0)) < 1e-6);
  assert.equal(foremost(windows, true).shown.length, 8);
  const few = windowsIn(explain('conv1.out[0,3,5,7]'));
  assert.deepEqual(few && foremost(few, false).shown.map(({ channel }) => channel), [0, 1, 2]);
});

test('the short look at such a number has a line for each channel, and its lines, the rest and the bias make it', () => {
  for (const address of ['conv1.out[0,3,5,7]', 'conv2.out[0,3,0,5]', 'conv2.dx[0,3,0,4]']) {
    const { formula, lines, more, rest, bias } = summaryOf(explain(address));
    assert.equal(formula, address.includes('dx') ? 'Σ dout·w' : 'Σ x·w + b');
    assert.equal(lines.length + more, { 'conv1.out': 3, 'conv2.out': 8, 'conv2.dx': 12 }[address.split('[')[0]]);
    assert.ok(lines.every(({ channel }) => channel !== undefined));
    const total = lines.reduce((sum, { part }) => sum + part, 0) + rest + (bias ?? 0);
    assert.ok(Math.abs(total - lab.value(address)) < 1e-5, address);
  }
});

test('of a max pooling’s window the largest is marked, the first of equals', () => {
  for (const address of sampled('pool1.out', 40)) {
    const pool = poolIn(explain(address));
    assert.ok(pool);
    assert.deepEqual([pool.side, pool.cells.length], [2, 4]);
    assert.equal(pool.cells[pool.largest].part, lab.value(address));
    assert.equal(pool.largest, lab.value(address.replace('out', 'place')));
  }
  assert.equal(poolIn(explain('conv1.out[0,0,0,0]')), null);
});
