// The opening, the time-lapse that teaches, and which button leads on at each moment.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { present } from '../../www/app/present.js';
import { teaching } from '../../www/app/jobs.js';
import { waysOf } from '../../www/view/story/ways.js';
import { SMALL, learner } from './learner.js';

/** @param {import('./learner.js').Learner} one */
const seen = (one) => present(one.session, { dark: false });
/** @param {import('./learner.js').Learner} one */
const ways = (one) => {
  const { next, other, aside, back } = waysOf(seen(one));
  return [next.label, other?.label ?? '', aside, back];
};

/**
 * Teaches without a browser's frames: the job is run as the runner would, beat by beat.
 * @param {import('./learner.js').Learner} one
 */
function taught(one) {
  const job = teaching(one.session);
  let seconds = 0;
  while (job.left() > 0) {
    seconds += 1 / (job.rate?.() ?? 1);
    if (job.work(1, 10) === 0) break;
  }
  return seconds;
}

test('the opening says that nothing is learned, and its one button teaches', () => {
  const one = learner();
  assert.match(one.story().sentence, /learned nothing yet/);
  assert.deepEqual(ways(one), ['Teach it ▶', 'or step through it first', true, false]);
});

test('the time-lapse begins slowly, ends by itself within five seconds, and is ordinary training', async () => {
  const [one, other] = [learner(), learner()];
  const seconds = taught(one);
  assert.ok(seconds > 2 && seconds < 5, `${seconds} s`);
  const { step } = one.session.store.workbench.summary();
  assert.ok(step >= 50 && step <= 70, `${step} updates`);
  await other.train(step);
  assert.deepEqual(one.parameters(), other.parameters());
  assert.equal(one.link(), other.link());
});

test('after it the story says how many are named right, and the walk explains it', () => {
  const one = learner();
  taught(one);
  const { title, sentence } = one.story();
  const { trainAccuracy = 0, step } = one.session.store.workbench.summary();
  assert.equal(title, `After ${step} updates`);
  assert.ok(sentence.startsWith(`${Math.round(trainAccuracy * 240)} of 240 colours are named right`), sentence);
  assert.deepEqual(ways(one), ['How did it do that? ▶', 'Teach it', false, true]);
  one.dispatch('forward');
  assert.deepEqual([one.state().at, ...ways(one)], ['forward:data', 'Next ▶', 'Teach it', false, true]);
});

test('one button leads on at every moment of a walk', () => {
  const one = learner(SMALL);
  const labels = [];
  one.dispatch('forward');
  do {
    labels.push(ways(one)[0]);
    one.dispatch('forward');
  } while (one.state().at !== 'update');
  assert.deepEqual([...new Set(labels)], ['Next ▶', 'Update ▶']);
  assert.equal(ways(one)[0], 'Next round ▶');
});

test('where there is nothing to learn from, nothing can be taught', () => {
  const one = learner({ settings: { data: 'own' }, own: { classes: ['a', 'b'], colours: '' } });
  assert.deepEqual(ways(one), ['Start ▶', '', false, true]);
});

test('a slide that only steps offers no teaching', () => {
  assert.deepEqual(ways(learner({ ...SMALL, scene: 'backward', controls: 'step' })), ['Next ▶', '', false, true]);
});

test('the number to look at closely is the one that the story is about, until another is pointed at', () => {
  const one = learner(SMALL);
  assert.equal(seen(one).spotlight, null);
  one.dispatch('at', 'forward:affine1');
  const values = [...one.session.store.lab.tensor('affine1.out[0]')];
  const top = values.indexOf(Math.max(...values));
  assert.equal(seen(one).spotlight?.address, `affine1.out[0,${top}]`);
  assert.equal(seen(one).spotlight?.explanation?.terms.length, 4);
  one.session.store.pointed = 'affine1.w[0,1]';
  assert.equal(seen(one).spotlight?.address, 'affine1.w[0,1]');
  one.session.store.pointed = null;
  // What was taken over unchanged is looked through, to the sum that made it.
  one.dispatch('at', 'backward:relu1');
  const { spotlight } = seen(one);
  assert.match(spotlight?.address ?? '', /^relu1\.dout/);
  assert.match(spotlight?.explanation?.from ?? '', /^affine2\.dx/);
  assert.equal(spotlight?.explanation?.operation.kind, 'sum');
  assert.equal(spotlight?.value, spotlight?.explanation?.value);
});
