// Answers in the lesson: what is right is taken as it is typed, a known slip is named, and nothing blocks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHAPTERS } from '../../www/lesson/index.js';
import { TEXT } from './words.js';
import { slowDown } from './learner.js';
import { pupil } from './pupil.js';

const STEPS = CHAPTERS.flatMap(({ steps }) => steps);
/** @type {Partial<import('../../www/core/wasm.js').Settings>[]} */
const CHANGES = [{ data: 'vivid' }, { hidden: [] }, { data: 'own' }];

test('a number is taken as people type it', () => {
  const one = pupil();
  for (const [typed, mark, said] of [
    ['54.1', 'right', ''],
    ['５４．１', 'right', ''],
    ['54,1', 'right', ''],
    [' 54.10 ', 'right', ''],
    ['+54.1', 'right', ''],
    ['5.41e1', 'right', ''],
    ['54.3', 'wrong', 'smaller'],
    ['5410%', 'right', ''],
    ['', 'wrong', 'with a number'],
    ['many', 'wrong', 'with a number'],
    ['1e', 'wrong', 'with a number'],
    ['NaN', 'wrong', 'with a number'],
    ['55', 'wrong', 'smaller'],
    ['−54.1', 'wrong', 'larger'],
  ]) {
    one.enter('neuron.relu');
    one.enter('neuron.sum');
    one.dispatch('lesson/answer', typed);
    const verdict = one.verdict();
    assert.equal(verdict.mark, mark, `${typed}: ${verdict.said}`);
    assert.ok(verdict.said.includes(said), `${typed}: ${verdict.said}`);
  }
});

test('a known slip is named', () => {
  const one = pupil();
  for (const [step, typed, told] of [
    ['neuron.sum', '53.6', 'left out the bias'],
    ['neuron.sum', '169.7', 'separately'],
    ['neuron.sum', '282.5', 'without multiplying'],
    ['neuron.relu', '-6.4', 'before ReLU'],
    ['neuron.relu', '6.4', 'does not drop the sign'],
    ['limit.layers', '4', 'output layer'],
    ['limit.layers', '6', 'count as one layer'],
    ['forward.weights', '150', 'Multiply instead'],
    ['forward.weights', '5100', 'biases'],
    ['loss.value', '-0.9319', 'minus in front'],
    ['loss.value', '0.4047', 'log₁₀'],
    ['backward.score', '0.606', 'other way round'],
    ['update.weight', '4.668', 'learning rate is missing'],
  ]) {
    one.enter('colour.name');
    one.enter(step);
    one.dispatch('lesson/answer', typed);
    assert.ok(one.verdict().said.includes(told), `${step} ${typed}: ${one.verdict().said}`);
  }
});

test('the numbers of a question are those of the network on the screen', () => {
  const one = pupil();
  one.enter('loss.value');
  const [, asked] = one.words();
  one.set({ seed: 7 });
  one.put({ at: 'forward:softmax' });
  const [, other] = one.words();
  assert.notEqual(other, asked);
  one.dispatch('lesson/answer', (-Math.log(one.value('softmax.out[0,0]'))).toFixed(4));
  assert.equal(one.verdict().mark, 'right', one.verdict().said);
  assert.equal(one.state().selected, 'loss.loss[0]', 'the scene shows it');
});

test('of many colours the one on display is asked about', () => {
  const one = pupil();
  one.enter('backward.score');
  one.put({ scope: 'batch', row: 3 });
  const { label } = one.session.store.shown;
  one.dispatch('lesson/answer', (one.value(`softmax.out[3,${label}]`) - 1).toFixed(5));
  assert.equal(one.verdict().mark, 'right', one.verdict().said);
});

test('a question outlives other data, another network and the batch', () => {
  const one = pupil();
  one.put({ own: { classes: ['a', 'b', 'c', 'd'], colours: 'ff00000' } });
  for (const { id } of STEPS) {
    for (const change of CHANGES) {
      one.enter('own.judge');
      one.enter(id);
      one.set(change);
      for (const scope of ['batch', 'one']) {
        one.put({ scope });
        const words = one.words();
        assert.equal(one.state().lesson, id);
        assert.ok(words.every((word) => word !== '' && !/undefined|NaN/.test(word)), `${id} ${JSON.stringify(change)}: ${words.join('\n')}`);
      }
    }
  }
});

test('an answer can be seen, and every question can be passed over', async () => {
  const one = pupil();
  one.enter(STEPS[0].id);
  for (const { id } of STEPS) {
    assert.equal(one.state().lesson, id);
    const { attempt } = one.lesson();
    one.dispatch('lesson/show');
    while (attempt.settled === null) await new Promise((done) => setImmediate(done));
    assert.equal(one.lesson().results[id], 'shown');
    assert.ok(one.verdict().said.length > 20 || id === 'own.judge' || id === 'onward.next', `${id}: ${one.verdict().said}`);
    one.dispatch('lesson/go', 1);
  }
  one.enter(STEPS[0].id);
  for (const { id } of STEPS.slice(1)) {
    one.dispatch('lesson/go', 1);
    assert.equal(one.state().lesson, id, 'unanswered');
  }
});

test('an experiment that is stopped can be predicted again', async () => {
  const one = pupil();
  one.enter('choices.input');
  one.dispatch('lesson/answer', 2);
  const { attempt } = one.lesson();
  one.dispatch('rest');
  while (attempt.busy) await new Promise((done) => setImmediate(done));
  assert.match(one.verdict().said, /stopped half-way/);
  one.dispatch('lesson/answer', 2);
  while (attempt.busy) await new Promise((done) => setImmediate(done));
  assert.equal(one.verdict().mark, 'right', one.verdict().said);
  assert.equal(one.state().step, 300);
});

test('a number that a link opens is no answer', async (t) => {
  const one = pupil();
  slowDown(t);
  const arrived = one.follow('lang=en&lesson=loss.which&step=30&moves=30*full@0.01&selected=softmax.out[0,0]');
  assert.notEqual(one.session.changes.progress(), null, 'it is under way');
  await arrived;
  assert.deepEqual([one.state().step, one.state().selected], [30, 'softmax.out[0,0]']);
  assert.equal(one.verdict().said, '');
});

test('a question left while its experiment runs is not judged', async (t) => {
  const one = pupil();
  one.enter('choices.input');
  slowDown(t);
  one.dispatch('lesson/answer', 1);
  const { attempt } = one.lesson();
  assert.ok(attempt.busy);
  one.dispatch('lesson/go', 1);
  while (attempt.busy) await new Promise((done) => setImmediate(done));
  assert.equal(one.verdict().said, '');
  assert.equal(one.lesson().results['choices.input'], undefined);
});

test('every step has words in both languages, and every word a step', () => {
  for (const text of [TEXT.ja, TEXT.en]) assert.deepEqual(Object.keys(text.lessonSteps), STEPS.map(({ id }) => id));
});
