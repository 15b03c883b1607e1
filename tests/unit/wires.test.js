// The wires between the layers: for a number that is explained exactly its operands, at rest the strongest weights, after
// an update the weights that moved the furthest.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RESTING, involvedIn, moved, movesIn, strongest } from '../../www/view/stage/wires.js';
import { learner } from './learner.js';

/** @typedef {import('./learner.js').Learner} Learner */
/** @typedef {import('../../www/explain/terms.js').Explanation} Explanation */
/** @typedef {import('../../www/view/stage/wires.js').Wire} Wire */

const COLUMNS = ['data', 'affine1', 'relu1', 'affine2', 'relu2', 'affine3', 'relu3', 'affine4', 'softmax', 'loss'];

/**
 * Where a number is on the stage, said from its address alone.
 * @param {string} address
 * @returns {string} the column and its node; a weight is two cells, a bias none
 */
function spotOf(address) {
  const [, layer, tensor, rest] = address.match(/^(\w+)\.(\w+)(?:\[(.*)\])?$/) ?? [];
  const index = (rest ?? '0').split(',');
  const node = index.at(-1);
  const before = COLUMNS[COLUMNS.indexOf(layer) - 1];
  if (['w', 'dw', 'w_new'].includes(tensor)) return `weight ${before} ${index[0]} ${layer} ${node}`;
  if (['b', 'db', 'b_new'].includes(tensor)) return `bias ${layer} ${node}`;
  if (layer === 'loss') return ['x', 't'].includes(tensor) ? `softmax ${node}` : 'loss 0';
  if ((layer === 'softmax' && tensor === 'dx') || ['out', 'dout', 'mask', 't'].includes(tensor)) return `${layer} ${node}`;
  return `${before} ${node}`;
}

/**
 * The operands of a number, with the sum of their parts: what the wires must say.
 * @param {Explanation} explanation
 */
function operandsOf({ address, terms }) {
  /** @type {Map<string, number>} */
  const cells = new Map();
  /** @type {Set<string>} */
  const others = new Set();
  for (const { part, factors } of terms) for (const { address: one } of factors) {
    const spot = one ? spotOf(one) : null;
    if (!spot || spot === spotOf(address)) continue;
    if (/^(weight|bias)/.test(spot)) others.add(spot);
    else cells.set(spot, (cells.get(spot) ?? 0) + part);
  }
  return { cells, others };
}

/** @param {Wire['from']} end */
function named({ column, node }) {
  return `${COLUMNS[column]} ${node}`;
}

/**
 * What the stage draws for a number, and its explanation.
 * @param {Learner} one
 * @param {string} address
 */
function opened(one, address) {
  const explanation = /** @type {Explanation} */ (one.session.store.lab.explain(address));
  const { columns } = one.moment();
  const involved = involvedIn(explanation, columns);
  assert.ok(involved, address);
  return { explanation, columns, ...involved };
}

/**
 * Checks that the wires of a number end at exactly its operands, each with its part; gives back how many they are.
 * @param {Learner} one
 * @param {string} address
 */
function wiresAreRight(one, address) {
  const { explanation, wires } = opened(one, address);
  const { cells } = operandsOf(explanation);
  const own = spotOf(address);
  /** @type {Map<string, number>} */
  const drawn = new Map();
  for (const { from, to, part } of wires) {
    assert.ok(from.column < to.column, `${address}: a wire runs from left to right`);
    const ends = [named(from), named(to)];
    assert.ok(ends.includes(own), `${address}: ${ends}`);
    const other = ends[0] === own ? ends[1] : ends[0];
    assert.equal(drawn.has(other), false, `${address}: one wire for ${other}`);
    drawn.set(other, part);
  }
  assert.deepEqual([...drawn].toSorted(), [...cells].toSorted(), address);
  // The largest are drawn last, and so lie over the others.
  const sizes = wires.map(({ part }) => Math.abs(part));
  assert.deepEqual(sizes, sizes.toSorted((a, b) => a - b), address);
  return wires.length;
}

test('the wires of a number end at exactly its operands, with their parts', () => {
  const one = learner({ at: 'backward:affine1' });
  for (const scope of ['one', 'batch']) {
    one.put({ scope, at: 'backward:affine1' });
    for (const [address, count] of /** @type {[string, number][]} */ ([
      ['data.out[0,1]', 0],
      ['affine1.out[0,7]', 3],
      ['affine2.out[0,7]', 50],
      ['affine3.out[0,3]', 100],
      ['relu1.out[0,3]', 1],
      ['softmax.out[0,2]', 3],
      ['affine4.dx[0,5]', 3],
      ['affine2.dx[0,5]', 100],
      ['relu3.dx[0,9]', 1],
    ])) assert.equal(wiresAreRight(one, address), count, `${address} of ${scope}`);
  }
  one.put({ scope: 'one', at: 'backward:affine1' });
  assert.equal(wiresAreRight(one, 'loss.loss[0]'), 3);
  assert.equal(wiresAreRight(one, 'loss.out'), 3, 'the mean of one loss is that loss');
});

test('also after an update and for other colours', async () => {
  const one = learner({ at: 'backward:affine1' });
  await one.train(20);
  for (const color of [[0, 0, 0], [255, 255, 255], [233, 63, 127]]) {
    one.put({ color, at: 'backward:affine1' });
    for (const address of ['affine2.out[0,7]', 'affine3.dx[0,40]', 'relu3.dx[0,7]', 'softmax.dx[0,0]']) wiresAreRight(one, address);
  }
});

test('everything that a number is made of belongs to it, and nothing else', () => {
  const one = learner({ at: 'backward:affine1' });
  for (const address of ['affine1.out[0,7]', 'affine2.out[0,7]', 'affine2.dx[0,5]', 'relu2.out[0,9]', 'softmax.out[0,1]']) {
    const { explanation, spots, wires, columns } = opened(one, address);
    const { cells, others } = operandsOf(explanation);
    const wanted = new Set([spotOf(address), ...cells.keys(), ...others]);
    const found = new Set([...spots].map((spot) => {
      const [column, ...rest] = spot.split(':');
      const at = Number(column);
      if (rest[0] !== 'w') return `${COLUMNS[at]} ${rest[0]}`;
      return Number(rest[1]) < 0 ? `bias ${COLUMNS[at]} ${rest[2]}` : `weight ${COLUMNS[at - 1]} ${rest[1]} ${COLUMNS[at]} ${rest[2]}`;
    }));
    assert.deepEqual([...found].toSorted(), [...wanted].toSorted(), address);
    assert.ok(wires.every(({ from, to }) => from.node < columns[from.column].width && to.node < columns[to.column].width), address);
  }
});

/** Gives every bias a value of its own: untrained ones are 0. @param {Learner} one */
function withBiases(one) {
  one.dispatch('train', 1);
  one.put({ at: 'forward:loss' });
}

test('the bias of a number is its own part, and only an Affine has one', () => {
  const one = learner({ at: 'forward:loss' });
  withBiases(one);
  for (const node of [0, 7, 49]) assert.equal(opened(one, `affine1.out[0,${node}]`).bias, one.value(`affine1.b[${node}]`));
  for (const address of ['relu1.out[0,3]', 'softmax.out[0,0]', 'loss.out', 'affine2.dx[0,5]']) assert.equal(opened(one, address).bias, null, address);
});

test('a weight is the wire between its two cells, and a bias has none', () => {
  const one = learner({ at: 'backward:affine1' });
  for (const [address, from, to] of [
    ['affine1.w[2,7]', 'data 2', 'affine1 7'],
    ['affine2.w[3,70]', 'relu1 3', 'affine2 70'],
    ['affine2.dw[49,99]', 'relu1 49', 'affine2 99'],
    ['affine4.w_new[5,1]', 'relu3 5', 'affine4 1'],
  ]) {
    const { wires, spots } = opened(one, address);
    assert.deepEqual(wires.map((wire) => [named(wire.from), named(wire.to), wire.part]), [[from, to, one.value(address)]], address);
    for (const end of [from, to]) {
      const [column, node] = end.split(' ');
      assert.ok(spots.has(`${COLUMNS.indexOf(column)}:${node}`), `${address} lights ${end}`);
    }
  }
  for (const address of ['affine1.b[7]', 'affine3.db[9]', 'affine2.b_new[1]']) assert.deepEqual(opened(one, address).wires, [], address);
});

test('a number that is not on the stage has no wires', () => {
  const { columns } = learner().moment();
  assert.equal(involvedIn(null, columns), null);
  assert.equal(involvedIn({ address: 'affine9.out[0,0]', value: 1, terms: [], operation: { kind: 'given' } }, columns), null);
});

test('at rest the strongest weights of each gap are drawn, at most so many', () => {
  const { columns } = learner({ at: 'forward:loss' }).moment();
  columns.forEach((column, i) => {
    const wires = strongest(columns, i);
    if (!column.weights) return assert.deepEqual(wires, [], column.name);
    const { w, columns: nodes, rows } = column.weights;
    assert.equal(wires.length, Math.min(RESTING, w.length), column.name);
    const drawn = new Set(wires.map(({ from, to, part }) => {
      assert.deepEqual([from.column, to.column], [i - 1, i]);
      assert.ok(from.node < rows && to.node < nodes);
      const place = from.node * nodes + to.node;
      assert.equal(part, w[place], column.name);
      return place;
    }));
    assert.equal(drawn.size, wires.length, 'each once');
    const least = Math.min(...[...drawn].map((place) => Math.abs(w[place])));
    w.forEach((weight, place) => assert.ok(drawn.has(place) || Math.abs(weight) <= least, `${column.name} ${place}`));
  });
});

test('weights of zero are no wires, and equals are not more than so many', () => {
  const zeros = learner({ settings: { init: { kind: 'zeros' } } }).moment().columns;
  for (let i = 0; i < zeros.length; i += 1) assert.deepEqual(strongest(zeros, i), []);
  const { columns } = learner().moment();
  const weights = /** @type {NonNullable<typeof columns[0]['weights']>} */ (columns[3].weights);
  const equal = columns.map((column, i) => (i === 3 ? { ...column, weights: { ...weights, w: new Float32Array(5000).fill(-0.5) } } : column));
  assert.equal(strongest(equal, 3).length, RESTING);
});

test('an update moves weights: the furthest of each gap, with what they were and by how much', () => {
  const one = learner({ at: 'backward:affine1' });
  assert.equal(movesIn({ ...one.moment(), playing: false }), null);
  one.dispatch('forward');
  const moment = one.moment();
  assert.equal(moment.state.at, 'update');
  const moves = movesIn({ ...moment, playing: false });
  assert.ok(moves);
  moment.columns.forEach(({ name, weights }, i) => {
    const into = moves.into[i];
    assert.deepEqual(into, moved(moment.columns, i));
    if (!weights) return assert.deepEqual(into, []);
    assert.ok(into.length > 0 && into.length <= RESTING, name);
    for (const { from, to, part, change } of into) {
      const at = `[${from.node},${to.node}]`;
      assert.equal(part, one.value(`${name}.w${at}`));
      assert.ok(Math.abs(part + change - one.value(`${name}.w_new${at}`)) < 1e-6);
      assert.ok(Math.sign(change) === -Math.sign(one.value(`${name}.dw${at}`)), 'against its gradient');
    }
    const sizes = into.map(({ change }) => Math.abs(change));
    assert.deepEqual(sizes, sizes.toSorted((a, b) => b - a));
  });
  assert.match(moves.times.toExponential(), /^[125]e/, 'a round number');
  assert.equal(movesIn({ ...moment, playing: true }), null, 'not while it trains');
});
