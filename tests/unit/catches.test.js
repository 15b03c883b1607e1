// Catching: a colour that fools the trained network is kept, and no other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caught } from '../../www/app/catching.js';
import { Session } from '../../www/app/session.js';
import { initial } from '../../www/state/schema.js';
import { bindings } from './core.js';

/** A session that has learned a little, and a colour that it names wrong, and one that it names right. */
function learned() {
  const session = new Session(bindings, { ...initial(), settings: { ...initial().settings, seed: 7 } }, { later: () => {} });
  session.dispatch('train', 12);
  const grid = Array.from({ length: 1000 }, (_, i) => /** @type {[number, number, number]} */ ([Math.floor(i / 100), Math.floor(i / 10) % 10, i % 10].map((level, j) => 3 * j + level * 27)));
  const all = caught(session.store.workbench, grid);
  const [wrong, right] = [all.find(({ answer, label }) => label >= 0 && answer !== label), all.find(({ answer, label }) => answer === label)];
  assert.ok(wrong && right);
  return { session, wrong, right };
}

test('a colour that the trained network names wrong is caught once, one that it names right is not', () => {
  const { session, wrong, right } = learned();
  session.dispatch('color', right.rgb);
  session.dispatch('catch');
  assert.deepEqual(session.state.catches, []);
  for (let i = 0; i < 2; i += 1) {
    session.dispatch('color', wrong.rgb);
    session.dispatch('catch');
    assert.deepEqual(session.state.catches, [wrong.rgb]);
  }
});

test('nothing is caught before it has learned or answered, with a class of the learner, in the lesson or on a slide', () => {
  const { session, wrong } = learned();
  session.dispatch('color', wrong.rgb);
  const refuses = (/** @type {Partial<import('../../www/state/schema.js').State>} */ change) => {
    const { step, at, label, lesson, controls } = session.state;
    session.dispatch('put', change);
    session.dispatch('catch');
    assert.deepEqual(session.state.catches, [], JSON.stringify(change));
    session.dispatch('put', { step, at, label, lesson, controls });
  };
  refuses({ at: 'forward:affine2' });
  refuses({ label: wrong.label });
  refuses({ lesson: 'colour.name' });
  refuses({ controls: 'step' });
  session.dispatch('catch');
  assert.deepEqual(session.state.catches, [wrong.rgb]);
  session.dispatch('put', { catches: [] });
  session.dispatch('step', 0);
  session.dispatch('put', { at: 'forward:loss' });
  session.dispatch('catch');
  assert.deepEqual(session.state.catches, [], 'at the first weights');
});

test('where channels are equally large, or nobody knows the class, no catch is told wrong', () => {
  const { session } = learned();
  assert.deepEqual(caught(session.store.workbench, [[128, 128, 3], [128, 3, 4]]).map(({ label }) => label), [-1, 0]);
  assert.deepEqual(caught(session.store.workbench, []), []);
});
