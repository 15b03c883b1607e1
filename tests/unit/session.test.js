// The session: one door for every change, and jobs that run one at a time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Session } from '../../www/app/session.js';
import { initial } from '../../www/state/schema.js';
import { bindings } from './core.js';

function begun() {
  const session = new Session(bindings, { ...initial(), settings: { ...initial().settings, hidden: [4], train: 20, test: 5 } }, { later: () => {} });
  let changes = 0;
  session.subscribe(() => (changes += 1));
  return { session, changes: () => changes };
}

test('an action informs the subscribers once, whatever it does on its way', () => {
  const { session, changes } = begun();
  session.dispatch('color', [1, 2, 3]);
  assert.equal(changes(), 1);
  session.dispatch('train', 1);
  assert.equal(changes(), 2);
  // It stops what is running, begins anew and puts a message.
  session.dispatch('train', 1000);
  session.dispatch('reset');
  assert.equal(changes(), 4);
  assert.equal(session.store.problem?.code, 'restarted');
});

test('an action that the core refuses leaves the state as it was, and its reason is the problem', () => {
  const { session } = begun();
  const before = session.snapshot();
  session.dispatch('settings', { hidden: [100_000] });
  assert.deepEqual(session.snapshot(), before);
  assert.equal(session.store.problem?.code, 'setting');
});

test('an asynchronous action that fails gives its reason, too, and nothing else', async () => {
  const { session } = begun();
  assert.equal(await session.dispatch('experiment', 'too large', { hidden: [100_000] }, 10), undefined);
  assert.equal(session.store.problem?.code, 'setting');
});

test('a subscriber is informed in the order of subscription, until it unsubscribes', () => {
  const { session } = begun();
  /** @type {string[]} */
  const told = [];
  const end = session.subscribe(() => told.push('first'));
  session.subscribe(() => told.push('second'));
  session.dispatch('put', { log: true });
  end();
  session.dispatch('put', { log: false });
  assert.deepEqual(told, ['first', 'second', 'second']);
});

test('a new job ends the one that runs, which says that it was stopped', async () => {
  const { session } = begun();
  const first = session.dispatch('train', 1e6);
  assert.equal(session.runner.playing(), true);
  const second = session.dispatch('train', 3);
  assert.equal(await first, false);
  assert.equal(await second, true);
  assert.equal(session.runner.playing(), false);
});

test('a job that fails ends, and its reason is the problem', () => {
  const { session } = begun();
  /** @type {boolean[]} */
  const ended = [];
  const work = () => {
    throw new Error('broken');
  };
  session.commit(() => void session.run({ work, left: () => 1, playing: true, end: (finished) => ended.push(finished) }));
  assert.deepEqual(ended, [false]);
  assert.equal(session.store.problem?.code, 'unknown');
  assert.equal(session.runner.playing(), false);
});
