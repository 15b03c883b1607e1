// The kernel that is set by hand, against the core's Convolution; and VGG16's numbers, against those that were published.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LEFT_EDGES, PICTURE, SIDE, findsLeftEdges, kernelFacts, poolAt, windowAt } from '../../www/lesson/kernel.js';
import { vgg16 } from '../../www/lesson/vgg16.js';
import { stepOf } from '../../www/lesson/index.js';
import { learner } from './learner.js';

test('the kernel for left edges finds them, and none that answers elsewhere counts', () => {
  assert.ok(findsLeftEdges(kernelFacts(LEFT_EDGES)));
  assert.ok(findsLeftEdges(kernelFacts([0, 0, 0, -1, 1, 0, 0, 0, 0])), 'one row is enough');
  const wrong = { nothing: LEFT_EDGES.map(() => 0), right: LEFT_EDGES.map((weight) => -weight || 0), all: LEFT_EDGES.map(() => 1), top: [-1, -1, -1, 0, 0, 0, 1, 1, 1], middle: [0, 0, 0, 0, 1, 0, 0, 0, 0] };
  for (const [name, kernel] of Object.entries(wrong)) assert.ok(!findsLeftEdges(kernelFacts(kernel)), name);
});

test('every place is the sum over its window, 0 beyond the border', () => {
  const kernel = [1, -1, 0, 0, 1, 1, -1, 0, 1];
  const { out, relu, pooled } = kernelFacts(kernel);
  const padded = Array.from({ length: (SIDE + 2) ** 2 }, (_, at) => {
    const [row, column] = [Math.floor(at / (SIDE + 2)) - 1, (at % (SIDE + 2)) - 1];
    return row < 0 || column < 0 || row >= SIDE || column >= SIDE ? 0 : PICTURE[row * SIDE + column];
  });
  for (let place = 0; place < out.length; place += 1) {
    const [row, column] = [Math.floor(place / SIDE), place % SIDE];
    let sum = 0;
    for (let i = 0; i < 3; i += 1) for (let j = 0; j < 3; j += 1) sum += padded[(row + i) * (SIDE + 2) + column + j] * kernel[i * 3 + j];
    assert.equal(out[place], sum, String(place));
    assert.equal(relu[place], Math.max(0, sum));
  }
  pooled.forEach((value, at) => assert.equal(value, Math.max(...poolAt(at).map((place) => relu[place]))));
  assert.equal(windowAt(0).filter((x) => x !== 0).length, 0);
});

test('VGG16 learns as many numbers as were published', () => {
  const { stages, affine, poolings, total } = vgg16();
  assert.equal(total, 138_357_544);
  assert.deepEqual([stages.flat().length, poolings, affine.length], [13, 5, 3]);
  assert.equal(affine[0].learned, 102_764_544);
});

test('a picture counts as drawn once it is none of the data, and the lesson can draw one', () => {
  const one = learner({ lesson: 'cnn.draw' });
  assert.equal(one.state().settings.data, 'patterns');
  assert.equal(one.session.lesson.observe(one.moment()).lesson?.facts.drawn, false);
  stepOf('cnn.draw')?.reveal?.(/** @type {any} */ ({ put: (/** @type {object} */ change) => one.dispatch('put', change) }), /** @type {any} */ (one.session.lesson.observe(one.moment()).lesson?.facts));
  assert.equal(one.session.lesson.observe(one.moment()).lesson?.facts.drawn, true);
});
