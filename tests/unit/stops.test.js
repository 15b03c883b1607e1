// Where the stops of a pass stand, which of their names have room, and how any of them is gone to.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelsOf, nameAt, shortened, spread } from '../../www/view/stops/places.js';
import { SMALL, learner } from './learner.js';

const NAMES = ['Data', 'Affine1', 'ReLU1', 'Affine2', 'ReLU2', 'Softmax', 'Loss'];

/** @param {readonly number[]} places */
const gaps = (places) => places.slice(1).map((x, i) => x - places[i]);

test('stops stand where their columns are', () => {
  assert.deepEqual(spread([40, 140, 400], 500), [40, 140, 400]);
});

test('stops without a place stand evenly between their neighbours', () => {
  assert.deepEqual(spread([null, null, null, null], 400), [50, 150, 250, 350]);
  assert.deepEqual(spread([100, null, null, 400], 500), [100, 200, 300, 400]);
});

test('stops that would touch are moved apart, and none leaves its row', () => {
  const pair = spread([100, 200, 200, 300], 400);
  assert.ok(gaps(pair).every((gap) => gap >= 20), String(pair));
  assert.equal(pair[1] + pair[2], 400, 'to both sides alike');
  const crowded = spread([0, 5, 390, 400, 900], 400);
  assert.ok(gaps(crowded).every((gap) => gap >= 20), String(crowded));
  assert.ok(crowded.every((x) => x > 0 && x < 400), String(crowded));
});

test('names are whole where they fit, then shortened, then only those near the present one; none overlaps', () => {
  const at = (/** @type {number} */ step) => NAMES.map((_, i) => 40 + i * step);
  assert.deepEqual(labelsOf(NAMES, at(80), 1, 8, 640), NAMES);
  assert.deepEqual(labelsOf(NAMES, at(50), 1, 8, 640).slice(1, 5), ['Affine1', 'R1', 'A2', 'R2']);
  for (const step of [20, 26, 34, 50, 80]) {
    for (let now = -1; now < NAMES.length; now += 1) {
      const labels = labelsOf(NAMES, at(step), now, 8, 80 + 6 * step);
      if (now >= 0) assert.equal(labels[now], NAMES[now], 'the present one is named');
      const shown = labels.flatMap((label, i) => (label ? [{ x: nameAt(at(step)[i], label, 8, 80 + 6 * step), half: label.length * 4 }] : []));
      assert.ok(shown.every(({ x, half }, i) => i === 0 || x - half >= shown[i - 1].x + shown[i - 1].half), labels.join(' '));
    }
  }
});

test('a name with a number is shortened to its letter and that', () => {
  assert.deepEqual(['Affine12', 'ReLU3', 'Softmax'].map(shortened), ['A12', 'R3', 'Softmax']);
});

test('any position is gone to: those of the pass by moving, the update by making it', () => {
  const one = learner(SMALL);
  const stand = () => [one.state().at, one.state().step];
  one.dispatch('at', 'backward:relu1');
  assert.deepEqual(stand(), ['backward:relu1', 0]);
  one.dispatch('at', 'update');
  assert.deepEqual(stand(), ['update', 1]);
  const learned = one.parameters();
  // From there into the pass is before the update, and another update is of another pass.
  one.dispatch('at', 'forward:affine2');
  assert.deepEqual(stand(), ['forward:affine2', 0]);
  one.dispatch('at', 'update');
  assert.deepEqual(one.parameters(), learned);
  one.dispatch('at', 'update');
  assert.deepEqual(stand(), ['update', 2]);
  one.dispatch('at', 'forward:nowhere');
  assert.deepEqual(stand(), ['update', 2]);
});

test('in a scene by itself only its own stops can be gone to', () => {
  const one = learner({ ...SMALL, scene: 'forward', controls: 'step' });
  one.dispatch('at', 'forward:relu1');
  assert.equal(one.state().at, 'forward:relu1');
  one.dispatch('at', 'backward:relu1');
  assert.equal(one.state().at, 'forward:relu1');
});
