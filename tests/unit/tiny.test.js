// Backward by hand: the gradients of the tiny network are the slopes that a nudge finds, and each slip is told as what it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hand } from '../../www/lesson/chapters/hand.js';
import { backward, curveOf, forward, nudgesOf, ratioOf, tinyOf } from '../../www/lesson/tiny.js';
import { LIMITS } from '../../www/core/facts.js';
import { EXERCISES } from '../../www/layers/index.js';
import { agrees } from '../../www/util/agreement.js';
import { cleaned, initial } from '../../www/state/schema.js';
import { TEXT } from './words.js';
import { bindings } from './core.js';
import { pupil } from './pupil.js';

/** Whether two numbers could be taken for each other. @param {number} a @param {number} b */
const near = (a, b) => Math.abs(a - b) <= Math.max(0.0005, Math.abs(b) * 0.0005);

const NUMBERS = /** @type {const} */ (['score', 'p', 'sumB', 'pa']);
/** q where both nodes are open, and where b is closed. */
const [OPEN, CLOSED] = [1, 3];

/**
 * The slope at a number, from a nudge upward and one downward.
 * @param {number} q
 * @param {typeof NUMBERS[number]} number
 */
function slopeOf(q, number) {
  const small = Math.min(...nudgesOf(number).filter((by) => by > 0));
  return (ratioOf(q, number, small) + ratioOf(q, number, -small)) / 2;
}

test('each gradient is the slope that a nudge finds, whether a node is open or closed', () => {
  for (const q of [OPEN, CLOSED]) for (const number of NUMBERS) {
    assert.ok(Math.abs(slopeOf(q, number) - backward(forward(q))[number]) < 1e-9, `${number} at q = ${q}`);
  }
});

test('the gradient of p is the sum over its paths, and a closed node has none', () => {
  const open = backward(forward(OPEN));
  assert.deepEqual([open.viaA, open.viaB, open.p], [9, -2, 7]);
  const closed = backward(forward(CLOSED));
  assert.deepEqual([closed.viaA, closed.viaB, closed.p], [13.5, 0, 13.5]);
  assert.deepEqual([closed.b, closed.sumB], [-3, 0], 'it arrives, and is stopped');
});

test('the smaller the nudge, the nearer is the ratio to the gradient', () => {
  for (const number of /** @type {const} */ (['score', 'p', 'pa'])) {
    const gradient = backward(forward(OPEN))[number];
    const distances = nudgesOf(number).filter((by) => by > 0).map((by) => Math.abs(ratioOf(OPEN, number, by) - gradient));
    assert.ok(distances.length > 2 && distances.every((distance, i) => i === 0 || distance > distances[i - 1]), `${number}: ${distances}`);
  }
});

test('the loss is flat while the sum of a closed node stays below 0, and bends at 0', () => {
  const losses = curveOf(CLOSED, 'sumB', 81).map(({ by, loss }) => [forward(CLOSED).sumB + by, loss]);
  const { loss } = forward(CLOSED);
  assert.ok(losses.some(([sum]) => Math.abs(sum) < 1e-9), 'the bend is a point of the curve');
  for (const [sum, cost] of losses) assert.equal(cost < loss, sum > 0, `at ${sum}`);
});

test('only the nudges of a number are taken', () => {
  assert.equal(tinyOf(OPEN, 'p', 2).by, 0);
  assert.equal(tinyOf(OPEN, 'score', 2).by, 2);
  for (const [given, kept] of [[0.012, 0.01], [7, 2], [-0.3, -0.1]]) assert.equal(cleaned({ nudged: given }, initial()).change.nudged, kept);
  for (const given of ['0.1', NaN, null]) assert.deepEqual(cleaned({ nudged: given }, initial()).wrong, ['nudged']);
});

test('every slip by hand is told as what it is, in both languages, and none is near the answer or another slip', () => {
  const one = pupil();
  for (const lang of /** @type {const} */ (['en', 'ja'])) for (const step of hand.steps.filter(({ kind }) => kind === 'number')) {
    one.put({ lang });
    one.enter(step.id);
    // As far as it goes, so that there is a change of the loss to mistake for the ratio.
    one.put({ nudged: 2 });
    const { facts } = one.lesson();
    const answer = /** @type {NonNullable<typeof step.answer>} */ (step.answer)(facts);
    const slips = Object.entries(step.slips?.(facts) ?? {});
    assert.ok(slips.length > 0, step.id);
    for (const [i, [slip, value]] of slips.entries()) {
      assert.ok(!near(value, answer), `${step.id}: ${slip} is right`);
      const words = TEXT[lang].lessonSteps[step.id].slips?.[slip];
      assert.ok(words, `${step.id}: ${slip} has words`);
      const same = slips.slice(0, i).filter(([, other]) => near(value, other));
      assert.ok(same.every(([other]) => TEXT[lang].lessonSteps[step.id].slips?.[other](facts) === words(facts)), `${step.id}: ${slip} is ${same}`);
      one.dispatch('lesson/answer', String(value));
      assert.equal(one.verdict().said, words(facts), `${step.id} ${value}`);
    }
    one.dispatch('lesson/answer', String(answer));
    assert.equal(one.verdict().mark, 'right', step.id);
  }
});

test('the nudge is checked by nudging, and only by a small one', () => {
  const one = pupil();
  one.enter('hand.check');
  for (const nudged of [1, 0.1, 0]) {
    one.put({ nudged });
    assert.equal(one.verdict().mark, '', `${nudged}`);
  }
  one.put({ nudged: -0.01 });
  const { mark, said } = one.verdict();
  assert.equal(mark, 'right');
  assert.match(said, /Nudged: 6\.939\. Computed: 7\..*derivative.*chain rule/s);
});

test('nudging every parameter of the network on the screen takes two forwards each', () => {
  const one = pupil();
  one.enter('hand.cost');
  one.set({ hidden: [4] });
  const parameters = 3 * 4 + 4 + 4 * 3 + 3;
  one.dispatch('lesson/answer', String(2 * parameters));
  assert.equal(one.verdict().mark, 'right', one.verdict().said);
});

test('what the last layer passes back is asked with the numbers of the network on the screen', () => {
  const one = pupil();
  for (const seed of [1, 7]) {
    one.enter('backward.pass');
    one.set({ seed });
    one.put({ at: 'backward:softmax' });
    const { passing, gaps, lastRelu } = one.lesson().facts;
    assert.ok(lastRelu[passing.node] > 0, 'a node that lets the gradient through');
    assert.ok(near(passing.weights.reduce((sum, weight, i) => sum + weight * gaps[i], 0), passing.gradient));
    one.dispatch('lesson/answer', String(passing.weights[0] * gaps[0]));
    assert.match(one.verdict().said, /only the path to red/);
    one.dispatch('lesson/answer', one.value(`affine4.dx[0,${passing.node}]`).toFixed(6));
    assert.equal(one.verdict().mark, 'right', one.verdict().said);
    one.enter('backward.weight');
    const there = one.lesson().facts;
    const { value, node } = there.passing;
    assert.ok(near(value * there.gaps[0], one.value(`affine4.dw[${node},0]`)), 'the product that is called right');
    one.dispatch('lesson/answer', 0);
    assert.match(one.verdict().said, /passed on to the node/);
    one.dispatch('lesson/answer', 1);
    assert.equal(one.verdict().mark, 'right', one.verdict().said);
    one.enter('colour.name');
  }
});

test('affine_backward: the solution gives what the core passes back, and each slip is known', () => {
  const { parameters, solution, caseOf, slipOf } = EXERCISES.affine_backward;
  const lab = new bindings.Lab({ hidden: [4] }, undefined);
  lab.makePass({ kind: 'batch' });
  for (const layer of ['affine1', 'affine2']) {
    const { args, wanted, slack } = caseOf((address) => [...lab.tensor(address)], layer, 2);
    const solved = new Function(...parameters, solution)(...args);
    assert.ok(agrees(solved, wanted, slack), layer);
    const [dout, w] = /** @type {[number[], number[][]]} */ (args);
    assert.equal(slipOf?.(args, w.map((row) => row[1] * dout[1]), wanted), 'onePath');
    assert.equal(slipOf?.(args, w.map((row) => row.reduce((sum, one) => sum + one, 0)), wanted), 'noGradient');
    assert.equal(slipOf?.(args, w.map(() => 7), wanted), null);
  }
});

test('one colour alone: the prediction is compared with what the update does in the core', () => {
  const lab = new bindings.Lab({}, undefined);
  lab.makePass({ kind: 'colour', rgb: [122, 66, 94], label: 0 });
  const effect = lab.update();
  const shown = [effect.before, effect.after, effect.trainBefore, effect.trainAfter].map((loss) => loss.toFixed(3));
  for (const [given, mark] of /** @type {const} */ ([[1, 'right'], [0, 'wrong'], [2, 'wrong']])) {
    const one = pupil();
    one.enter('update.alone');
    one.dispatch('lesson/answer', given);
    const verdict = one.verdict();
    assert.equal(verdict.mark, mark, verdict.said);
    for (const loss of shown) assert.ok(verdict.said.includes(loss), `${loss}: ${verdict.said}`);
    assert.equal(one.state().at, 'update');
    assert.equal(one.lesson().results['update.alone'], given === 1 ? 'right' : 'guessed');
  }
});

test('one colour alone: where the update diverges the prediction is asked for again', () => {
  const one = pupil();
  one.enter('update.alone');
  // The largest learning rate and weights, and a colour that is named wrong.
  one.set({ learningRate: LIMITS.largestLearningRate, init: { kind: 'gaussian', std: LIMITS.largestStd } });
  one.put({ label: 2, at: 'backward:affine1' });
  one.dispatch('lesson/answer', 1);
  assert.equal(one.lesson().attempt.busy, false);
  assert.match(one.verdict().said, /stopped/);
});
