// The wheel: its geometry, its borders and names, and the catches.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catchesOf, cleanedCatches, MOST, textOfCatches, withCatch } from '../../www/colours/catches.js';
import { bordersOf, NONE } from '../../www/view/wheel/borders.js';
import { createHold } from '../../www/view/wheel/hold.js';
import { hsvOf, placeOf, polarOf, rgbOf } from '../../www/view/wheel/hsv.js';
import { createNames, placeIn, roomsOf } from '../../www/view/wheel/names.js';
import { givenBy, textOf } from '../../www/state/url.js';
import { cleaned, initial } from '../../www/state/schema.js';
import { bindings, memory } from './core.js';

/** @typedef {import('../../www/view/wheel/borders.js').Grid} Grid */

/**
 * A grid over the disc, of scores by place.
 * @param {number} side
 * @param {number} count
 * @param {(x: number, y: number) => number[]} score
 * @returns {Grid}
 */
function gridOf(side, count, score) {
  const [classes, scores] = [new Uint8Array(side * side).fill(NONE), new Float32Array(side * side * count)];
  for (let at = 0; at < side * side; at += 1) {
    const [x, y] = [at % side, Math.floor(at / side)].map((i) => (2 * i) / (side - 1) - 1);
    if (Math.hypot(x, y) > 1 + 3 / side) continue;
    const here = score(x, y);
    scores.set(here, at * count);
    classes[at] = here.indexOf(Math.max(...here));
  }
  return { side, classes, scores, count };
}

/** The points of a line. @param {number[]} line */
const pointsOf = (line) => Array.from({ length: line.length / 2 }, (_, i) => [line[2 * i], line[2 * i + 1]]);

test('every colour comes back from hue, saturation and value', () => {
  for (let r = 0; r < 256; r += 5) for (let g = 0; g < 256; g += 3) for (let b = 0; b < 256; b += 1) {
    const back = rgbOf(hsvOf([r, g, b]));
    if (back[0] !== r || back[1] !== g || back[2] !== b) assert.fail(`${[r, g, b]} came back as ${back}`);
  }
  assert.deepEqual(hsvOf([122, 66, 94]).map((x) => Math.round(x * 1000)), [917, 459, 478]);
});

test('a grey keeps the hue, and black the saturation too', () => {
  const before = /** @type {const} */ ([0.3, 0.8, 0.5]);
  assert.deepEqual(hsvOf([51, 51, 51], before), [0.3, 0, 0.2]);
  assert.deepEqual(hsvOf([0, 0, 0], before), [0.3, 0.8, 0]);
  const hold = createHold();
  hold.follow([122, 66, 94]);
  const [hue, saturation, value] = hold.hsv();
  for (const level of [0.4, 0.01, 0, value]) {
    hold.set([hue, saturation, level]);
    // The page gives back what was picked.
    hold.follow(hold.rgb());
  }
  assert.deepEqual(hold.rgb(), [122, 66, 94]);
  hold.set([hue, 0, value]);
  hold.follow(hold.rgb());
  assert.equal(hold.hsv()[0], hue);
});

test('red is at the bottom of the disc, green at its upper left, and beyond its edge is its edge', () => {
  const round = (/** @type {number[]} */ values) => values.map((value) => Math.round(value * 100) / 100 + 0);
  assert.deepEqual(round(placeOf([0, 1, 1])), [0, 1]);
  assert.deepEqual(round(placeOf([1 / 3, 1, 1])), [-0.87, -0.5]);
  assert.deepEqual(round(placeOf([2 / 3, 0.5, 1])), [0.43, -0.25]);
  assert.deepEqual(round(polarOf(-3, 0, 0)), [0.25, 1]);
  assert.deepEqual(polarOf(0, 0, 0.7), [0.7, 0]);
  for (const hsv of /** @type {const} */ ([[0.1, 0.4, 1], [0.6, 1, 1], [0.99, 0.02, 1]])) assert.deepEqual(round(polarOf(...placeOf(hsv), 0)), round(hsv.slice(0, 2)));
});

test('the core gives each point of the grid the class that it predicts for the colour there', () => {
  const lab = new bindings.Lab({ seed: 7 }, undefined);
  lab.train(5, 1e6);
  for (const fine of [false, true]) {
    assert.equal(lab.drawWheel(122 / 255, fine), true);
    assert.equal(lab.drawWheel(122 / 255, fine), false, 'nothing has changed');
    const [side, at] = lab.wheel();
    const kept = new Uint8Array(memory.buffer).slice(at, at + side * side);
    for (let at = 0; at < kept.length; at += 7) {
      const [x, y] = [at % side, Math.floor(at / side)].map((i) => (2 * i) / (side - 1) - 1);
      if (Math.hypot(x, y) > 1) continue;
      const answers = lab.predict(Uint8Array.from(rgbOf([...polarOf(x, y, 0), 122 / 255])));
      assert.equal(kept[at], answers.indexOf(Math.max(...answers)), `at ${x}, ${y}`);
    }
  }
  lab.train(1, 1e6);
  assert.equal(lab.drawWheel(122 / 255, true), true, 'other weights');
  lab.free();
});

test('a border runs where two scores are equal, from edge to edge, between the points of the grid', () => {
  const lines = bordersOf(gridOf(20, 2, (x, y) => [x - 0.3 * y - 0.123, 0]));
  assert.equal(lines.length, 1);
  for (const [x, y] of pointsOf(lines[0])) assert.ok(Math.abs(x - 0.3 * y - 0.123) < 1e-6, `${x}, ${y}`);
  const heights = pointsOf(lines[0]).map(([, y]) => y);
  assert.ok(Math.min(...heights) < -0.95 && Math.max(...heights) > 0.9);
});

test('a region inside another has a closed border, smooth and of its size', () => {
  const [line, ...rest] = bordersOf(gridOf(24, 2, (x, y) => [0.25 - x * x - y * y, 0]));
  assert.equal(rest.length, 0);
  assert.deepEqual(line.slice(0, 2), line.slice(-2));
  for (const [x, y] of pointsOf(line)) assert.ok(Math.abs(Math.hypot(x, y) - 0.5) < 0.02, `${x}, ${y}`);
});

test('where three classes meet, three lines meet in one point', () => {
  const star = (/** @type {number} */ x, /** @type {number} */ y) => [0, 1, 2].map((i) => Math.cos(Math.atan2(-x, y) - (i * 2 * Math.PI) / 3) * Math.hypot(x, y));
  const lines = bordersOf(gridOf(30, 3, star));
  assert.equal(lines.length, 3);
  const ends = lines.flatMap((line) => [line.slice(0, 2).join(), line.slice(-2).join()]);
  assert.equal(new Set(ends).size, 4, 'one end of each is the same');
});

test('one class has no border, and a point without a class none around it', () => {
  assert.deepEqual(bordersOf(gridOf(16, 2, () => [1, 0])), []);
  const nothing = gridOf(16, 2, () => [1, 0]);
  nothing.classes.fill(NONE);
  assert.deepEqual(bordersOf(nothing), []);
  assert.deepEqual(bordersOf({ side: 0, classes: new Uint8Array(), scores: new Float32Array(), count: 2 }), []);
});

test('a name stands inside its class, and one that has no room is left out', () => {
  // A narrow class at the right edge, and one class for the rest.
  const grid = gridOf(40, 2, (x) => [0.8 - x, 0]);
  const names = createNames();
  const placed = names.place(grid, { sizes: [[0.6, 0.2], [0.6, 0.2]], mark: null, glide: false });
  assert.deepEqual(placed.map(({ label }) => label), [0]);
  const [{ x, y }] = placed;
  assert.ok(x + 0.3 <= 0.8 && Math.hypot(Math.abs(x) + 0.3, Math.abs(y) + 0.1) <= 1.05, `${x}, ${y}`);
  const rooms = roomsOf(grid.classes, 40, 1, [0.6, 0.2]);
  assert.ok(Math.max(...rooms) < 1 && Math.max(...rooms) > 0);
});

test('a name stays where it is while the border moves a little, and makes way for the mark', () => {
  const names = createNames();
  const at = (/** @type {number} */ edge, /** @type {readonly [number, number, number] | null} */ mark) =>
    names.place(gridOf(40, 2, (x) => [x - edge, 0]), { sizes: [[0.5, 0.2], [0.5, 0.2]], mark, glide: false }).find(({ label }) => label === 0);
  const first = at(-0.1, null);
  assert.ok(first);
  for (const edge of [-0.12, -0.05, -0.15, 0]) assert.deepEqual(at(edge, null), first);
  const moved = at(0, [first.x, first.y, 0.15]);
  assert.ok(moved && Math.hypot(moved.x - first.x, moved.y - first.y) > 0.15);
  const full = placeIn(new Uint8Array(400).fill(1), 20, 0, [0.5, 0.2], undefined);
  assert.equal(full, null, 'a class without a point has no name');
});

test('catches are a short list without duplicates, and come back from a link', () => {
  const [a, b] = /** @type {[number, number, number][]} */ ([[122, 66, 94], [0, 16, 255]]);
  const one = withCatch([], a);
  assert.equal(withCatch(one, [...a]), one);
  const many = Array.from({ length: MOST + 3 }, (_, i) => i).reduce((list, i) => withCatch(list, [i, 0, 0]), /** @type {readonly [number, number, number][]} */ ([]));
  assert.deepEqual([many.length, many[0]], [MOST, [3, 0, 0]], 'the oldest make room');
  assert.equal(textOfCatches([a, b]), '7a425e.0010ff');
  const state = { ...initial(), catches: [a, b] };
  assert.ok(textOf(state).includes('catches=7a425e.0010ff'));
  assert.deepEqual(cleaned(givenBy(textOf(state)), initial()).change.catches, [a, b]);
  assert.ok(!textOf(initial()).includes('catches'));
  assert.deepEqual(cleaned(givenBy('lang=en'), initial()).change.catches, [], 'an old link has none');
});

test('a bad catch is dropped and reported, not the rest', () => {
  const { change, wrong } = cleaned(givenBy('catches=7a425e.red.12345.0010ff.7a425e.fff'), initial());
  assert.deepEqual([change.catches, wrong], [[[122, 66, 94], [0, 16, 255]], ['catches']]);
  assert.deepEqual(catchesOf(''), []);
  for (const bad of [null, 7, 'ff0000', {}, [null], [[256, 0, 0]]]) assert.equal(cleanedCatches(bad), undefined);
  assert.deepEqual(cleanedCatches([[1, 2], [1, 2, 256], [1, 2, 3.5], null, [1, 2, 3]]), [[1, 2, 3]]);
});
