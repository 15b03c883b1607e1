// The update: all colours teach, or one alone, and what is shown is what happens.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentenceOf } from '../../www/explain/narration.js';
import { ordered } from '../../www/explain/terms.js';
import { TEXT } from './words.js';
import { loss } from '../../www/util/format.js';
import { statementsIn } from '../../www/view/microscope/code.js';
import { learner, visitor } from './learner.js';

const DW = 'affine4.dw[7,1]';

test('the walk is one colour’s and the update is that of all: the first reward is no punishment', () => {
  const one = learner();
  one.dispatch('phase', 'backward');
  const own = one.value(DW);
  const cells = () => one.moment().columns.map(({ name, values, ghost }) => ({ name, values, ghost }));
  const before = cells();
  const first = one.session.store.workbench.summary().trainLoss ?? NaN;
  one.dispatch('forward');
  const moment = one.moment();
  assert.deepEqual([one.state().at, one.state().scope, one.state().moves], ['update', 'one', '1*full@0.01']);
  assert.deepEqual(cells(), before, 'the cells keep the chosen colour');
  assert.ok(moment.effect && moment.effect.trainAfter < moment.effect.trainBefore, 'the loss of all colours falls');
  assert.equal(moment.effect.trainBefore, first);
  assert.deepEqual([moment.samples.length, moment.taught?.samples.length, moment.taught?.own], [1, 240, null]);
  // The same as an update of the batch, bit for bit.
  const other = learner({ scope: 'batch' });
  other.dispatch('phase', 'update');
  for (const address of [DW, 'affine2.db[3]', 'affine3.w_new[3,4]', 'affine1.b_new[9]']) assert.equal(one.value(address), other.value(address), address);
  one.dispatch('forward');
  other.dispatch('forward');
  assert.deepEqual(one.parameters(), other.parameters());
  // Back before it, the gradient is the colour's own again.
  one.dispatch('back');
  one.dispatch('back');
  assert.deepEqual([one.state().at, one.state().step, one.value(DW)], ['backward:affine1', 0, own]);
});

test('a gradient opens as the mean of what each colour gives, with this colour marked', () => {
  const one = learner();
  const { rgb, label } = one.session.store.data.train[17];
  one.put({ color: rgb });
  assert.equal(one.moment().shown.label, label);
  one.dispatch('phase', 'backward');
  const alone = one.value(DW);
  one.dispatch('forward');
  one.put({ selected: DW });
  const { explanation, contributions, selected, taught } = one.moment();
  assert.ok(explanation && contributions && selected && taught);
  assert.deepEqual([contributions.rows, contributions.own, taught.own], [240, 17, 17]);
  const mean = contributions.values.reduce((sum, value) => sum + value, 0) / 240;
  assert.ok(Math.abs(mean - selected.value) <= 1e-6 * Math.max(...contributions.values.map(Math.abs)));
  assert.ok(Math.abs(contributions.values[17] - alone) <= 1e-5 * Math.abs(alone), 'what it gives is what the walk has shown');
  const { shown, folded } = ordered(explanation, false, contributions.own);
  assert.equal(shown.length + folded.length, 240);
  assert.ok(shown.includes(explanation.terms[17]) && shown.length === 4);
  const sizes = shown.map(({ part }) => Math.abs(part));
  assert.deepEqual(sizes, [...sizes].sort((a, b) => b - a), 'the largest first');
  for (const text of [TEXT.en, TEXT.ja]) assert.match(sentenceOf(text, explanation), /240/);
  // Its own operands can be opened, and are what they say.
  for (const { address, value } of explanation.terms[17].factors) if (address) assert.equal(one.value(address), value, address);
});

test('of a batch, too, a gradient is a mean, and the row on display is marked', () => {
  const one = learner({ scope: 'batch', row: 5, at: 'backward:affine1', selected: 'affine2.db[3]' });
  const { contributions } = one.moment();
  assert.deepEqual([contributions?.rows, contributions?.own], [240, 5]);
  one.put({ selected: 'loss.out' });
  const losses = one.moment().contributions;
  assert.equal(losses?.own, 5);
  assert.ok(Math.abs(Number(losses?.values[5]) - one.value('loss.loss[5]')) < 1e-6);
  one.put({ selected: 'affine2.dx[5,3]' });
  assert.equal(one.moment().contributions, null);
});

test('one colour’s own update is a choice, is shown as that, and can be changed for that of all', async () => {
  const one = learner();
  one.dispatch('learnFrom', 'one');
  one.dispatch('phase', 'update');
  const alone = one.moment();
  assert.equal(one.state().moves, '1*7a425e0@0.01');
  assert.deepEqual([alone.taught?.samples.length, alone.taught?.own, alone.contributions], [1, 0, null]);
  assert.ok(alone.effect && alone.effect.after < alone.effect.before && alone.effect.trainAfter > 7, 'what one colour does to all');
  const { sentence } = one.story();
  for (const value of [alone.effect.before, alone.effect.after, alone.effect.trainBefore, alone.effect.trainAfter]) assert.ok(sentence.includes(loss(value)), sentence);
  assert.match(sentence, /^Only this colour/);
  // The other choice makes the other update from the same place.
  one.dispatch('learnFrom', 'all');
  assert.deepEqual([one.state().at, one.state().step, one.state().moves], ['update', 1, '1*full@0.01']);
  assert.match(one.story().sentence, /^All 240 colours/);
  one.dispatch('learnFrom', 'one');
  assert.equal(one.state().moves, '1*7a425e0@0.01');
  // A link leads back to either.
  for (const who of /** @type {const} */ (['one', 'all'])) {
    one.dispatch('learnFrom', who);
    const other = await visitor(one.link());
    assert.deepEqual([other.state(), other.story(), other.value(DW)], [one.state(), one.story(), one.value(DW)]);
  }
});

test('a link to an update that is older than the choice shows it as it was made', async () => {
  const one = await visitor('lang=en&at=update&step=4&moves=3*full@0.01_1*7a425e0@0.01');
  assert.deepEqual([one.state().scope, one.state().update, one.moment().taught?.samples.length], ['one', 'one', 1]);
  const many = await visitor('lang=en&at=update&step=3');
  assert.deepEqual([many.state().scope, many.moment().samples.length], ['batch', 240]);
  // Within the same page, a link that says nothing of it changes nothing that was made.
  const link = 'lang=en&at=update&step=1&moves=1*7a425e0@0.01';
  await one.follow(link);
  const first = [one.state(), one.value(DW)];
  await one.follow(link);
  assert.deepEqual([one.state(), one.value(DW)], first);
});

test('a batch smaller than all teaches what it is, and without colours one teaches alone', async () => {
  const one = learner({ settings: { batch: 20 } });
  one.dispatch('phase', 'update');
  assert.equal(one.moment().taught?.samples.length, 20);
  assert.match(one.story().sentence, /^20 of the 240 colours/);
  one.put({ lang: 'ja' });
  assert.match(one.story().sentence, /240.+うち.+20.+から学び/);
  one.dispatch('dataset', 'own');
  one.dispatch('phase', 'update');
  assert.deepEqual([one.state().at, one.moment().taught?.samples.length], ['update', 1]);
});

test('an excerpt of Rust begins with a statement', () => {
  const lines = ['fn forward(&self, x: &Tensor) {', '    // It adds up.', '    let sum = x', '        .iter()', '        .sum();', '    for row in rows {', '        out = sum;', '    }', '}'];
  assert.deepEqual(statementsIn(lines), [0, 2, 5, 6]);
  const one = learner();
  for (const address of ['affine2.out[0,7]', DW, 'softmax.out[0,1]', 'loss.loss[0]', 'loss.out', 'data.out[0,1]', 'relu1.mask[0,3]', 'affine2.db[1]', 'affine2.w[0,0]', 'affine2.b[0]', 'affine2.w_new[1,2]']) {
    const { line, first, function: code } = one.session.store.lab.explain(address).rust;
    const before = statementsIn(code).filter((i) => i <= line - first);
    assert.ok(before.length > 0, address);
  }
});
