// Planes in the cube of colours: of a perceptron set by hand, and of a hidden layer with ready-made weights.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL, HIDDEN, createPlanes } from '../../www/lesson/planes.js';
import { cleaned, initial } from '../../www/state/schema.js';
import { bindings } from './core.js';
import { pupil } from './pupil.js';

/** Colours of a coarse grid, from black to white. */
const COLOURS = [0, 40, 80, 128, 168, 210, 255].flatMap((r, _, all) => all.flatMap((g) => all.map((b) => [r, g, b])));
/** The rule of the data: 0 vivid, 1 grey. @param {readonly number[]} rgb */
const vividness = (rgb) => Number(Math.max(...rgb) - Math.min(...rgb) < 128);
const SAMPLES = COLOURS.map((rgb) => ({ rgb, label: vividness(rgb) }));

test('the six planes together are the rule of vivid and grey, for every colour', () => {
  const { hits, of, fires } = createPlanes(bindings.fire).bent(ALL, [0, 0, 0], SAMPLES);
  assert.equal(hits, of);
  assert.ok(fires.some(Boolean) && !fires.every(Boolean), 'both are among the colours');
  const borders = [[128, 0, 0], [127, 0, 0], [255, 255, 127], [255, 255, 128], [90, 10, 218], [90, 91, 218]];
  const exact = createPlanes(bindings.fire).bent(ALL, [0, 0, 0], borders.map((rgb) => ({ rgb, label: vividness(rgb) })));
  assert.equal(exact.hits, borders.length);
});

test('every plane that is connected gets more of the lesson’s colours right', () => {
  const one = pupil();
  one.enter('limit.bend');
  const hits = HIDDEN.map((_, i) => {
    one.put({ planes: 2 ** (i + 1) - 1 });
    return one.lesson().facts.bent?.hits ?? 0;
  });
  hits.forEach((count, i) => assert.ok(i === 0 || count > hits[i - 1], hits.join()));
  assert.equal(one.verdict().mark, 'right', 'with all of them the task is done');
});

test('the lattice has the answer of the neuron at each place, and is made anew only for other weights', () => {
  const planes = createPlanes(bindings.fire);
  const { cube, side } = planes.single([1, -1, 0, -50]);
  assert.equal(cube.length, side ** 3);
  for (const [r, g, b] of [[0, 0, 0], [side - 1, 0, 3], [side - 1, side - 1, 0], [5, 1, 2], [8, 4, 16]]) {
    const level = (/** @type {number} */ i) => Math.round((255 * i) / (side - 1));
    assert.equal(cube[(r * side + g) * side + b], Number(!(level(r) - level(g) - 50 > 0)), `${r} ${g} ${b}`);
  }
  assert.equal(planes.single([1, -1, 0, -50]).cube, cube);
  assert.notEqual(planes.single([1, -1, 0, -51]).cube, cube);
});

test('no plane that is searched for gets 80% of vivid and grey right, and a plane finds red', () => {
  const one = pupil();
  const best = (/** @type {string} */ step) => {
    one.enter(step);
    const { train } = one.session.store.data;
    let most = 0;
    // Directions and places on a grid.
    for (const r of [-1, -0.5, 0, 0.5, 1]) for (const g of [-1, -0.5, 0, 0.5, 1]) for (const b of [-1, -0.5, 0, 0.5, 1]) for (let bias = -150; bias <= 150; bias += 25) {
      const hits = train.filter(({ rgb, label }) => (r * rgb[0] + g * rgb[1] + b * rgb[2] + bias > 0) === (label === 0)).length;
      most = Math.max(most, hits / train.length);
    }
    return most;
  };
  assert.ok(best('neuron.red') > 0.8);
  const vivid = best('limit.plane');
  assert.ok(vivid > 0.55 && vivid < 0.75, String(vivid));
});

test('a perceptron that is said to work is answered with what it gets right now', () => {
  const one = pupil();
  one.enter('limit.plane');
  one.dispatch('lesson/answer', 0);
  const { hits, of } = one.lesson().facts.neuron;
  assert.equal(one.verdict().mark, 'wrong');
  assert.ok(one.verdict().said.includes(`${((100 * hits) / of).toFixed(1)}%`), one.verdict().said);
  one.dispatch('lesson/answer', 1);
  assert.equal(one.verdict().mark, 'right');
});

test('only masks of the six neurons are taken', () => {
  for (const [given, kept] of [[0, 0], [63, 63], [64, 63], [-1, 0]]) assert.equal(cleaned({ planes: given }, initial()).change.planes, kept);
  for (const given of ['1', NaN, null]) assert.deepEqual(cleaned({ planes: given }, initial()).wrong, ['planes']);
});
