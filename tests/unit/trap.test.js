// A trap of the core: it is said, nothing that was made is lost, and the run goes on from where it was, bit for bit. The traps are
// real ones: a lab that points beyond the memory.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guarded } from '../../www/core/guard.js';
import { CoreError, isLost } from '../../www/core/wasm.js';
import { Session } from '../../www/app/session.js';
import { withSample } from '../../www/colours/custom-set.js';
import { changeOf } from '../../www/app/intake.js';
import { problemOf } from '../../www/explain/narration.js';
import { initial } from '../../www/state/schema.js';
import { givenBy, textOf } from '../../www/state/url.js';
import { TEXT } from './words.js';
import { bindings as plain } from './core.js';

const bindings = guarded(plain);
const SMALL = { hidden: [4], train: 20, test: 5 };

/** @param {Record<string, unknown>} [given] */
function opened(given = { settings: SMALL }) {
  const first = { ...initial(), lang: /** @type {const} */ ('en') };
  return Session.open(bindings, { ...first, ...changeOf(given, first).change }, { later: () => {} });
}

/** Beyond the memory, whatever is read there traps. */
const BEYOND = 0x7ffffff0;

/**
 * The next call of the core traps.
 * @param {Session} session
 */
const trap = (session) => void Object.assign(session.store.lab, { __wbg_ptr: BEYOND });
const told = (/** @type {Session} */ { store }) => (store.problem ? problemOf(TEXT.en, store.problem) : '');
/** All weights and biases, bit for bit. */
const weights = (/** @type {Session} */ { store }) => ['affine1.w', 'affine1.b', 'affine2.w', 'affine2.b'].map((address) => [...new Uint32Array(store.lab.tensor(address).buffer)].join(' '));

test('a trap is a failure with a code, and so is each later call of what it has lost', () => {
  const lab = new bindings.Lab(SMALL, undefined);
  const other = new bindings.Lab(SMALL, undefined);
  Object.assign(lab, { __wbg_ptr: BEYOND });
  for (const call of [() => lab.train(1, 1), () => lab.step(), () => other.step()]) {
    assert.throws(call, (problem) => problem instanceof CoreError && problem.code === 'trapped' && /memory access out of bounds/.test(problem.message));
  }
  assert.ok(isLost(lab) && isLost(other));
  lab.free();
  other.free();
  const fresh = new bindings.Lab(SMALL, undefined);
  assert.deepEqual([isLost(fresh), fresh.train(3, Infinity)], [false, 3]);
  fresh.free();
});

test('what the core refuses is no trap', () => {
  const lab = new bindings.Lab(SMALL, undefined);
  assert.throws(() => lab.goto(7), (problem) => problem instanceof Error && !(problem instanceof CoreError) && 'code' in problem && problem.code === 'noSuchStep');
  assert.throws(() => new bindings.Lab({ hidden: [0] }, undefined), /hidden must be/);
  assert.equal(isLost(lab), false);
});

test('after a trap the page says so, and a restart goes on from the same step, bit for bit', async () => {
  const session = opened();
  await session.dispatch('train', 30);
  session.dispatch('settings', { batch: 5 });
  await session.dispatch('train', 7);
  session.dispatch('color', [9, 200, 30]);
  session.dispatch('forward');
  const before = [weights(session), session.snapshot()];
  trap(session);
  await session.dispatch('train', 1);
  assert.match(told(session), /^The computing part has stopped \(memory access out of bounds\)\. What you made is kept\. Press “Restart”/);
  assert.ok(session.lost);
  assert.equal(session.snapshot().moves, '30*full@0.01_7*5@0.01');
  // Whatever else is asked for, it says so again and changes nothing.
  for (const act of [() => session.dispatch('reset'), () => session.dispatch('play'), () => session.dispatch('hidden', [3])]) {
    act();
    assert.match(told(session), /^The computing part has stopped/);
  }
  session.dispatch('restart');
  await session.changes.arrival();
  assert.deepEqual([session.lost, told(session)], [false, '']);
  assert.deepEqual([weights(session), session.snapshot()], before);
});

test('a trap in the middle of a training loses no more than the frame, and its promise is settled', async () => {
  const session = opened();
  await session.dispatch('train', 12);
  const going = session.dispatch('train', 1_000_000);
  await new Promise((done) => setTimeout(done, 60));
  const { step } = session.state;
  assert.ok(step > 12);
  trap(session);
  assert.equal(await going, false);
  assert.match(told(session), /^The computing part has stopped/);
  session.dispatch('restart');
  await session.changes.arrival();
  assert.ok(session.state.step >= step, `${session.state.step} and ${step}`);
  const other = opened(/** @type {Record<string, unknown>} */ (givenBy(textOf(session.snapshot()))));
  await other.changes.arrival();
  assert.deepEqual(weights(other), weights(session));
});

test('a trap on the way to a step leaves the way to be gone again', async () => {
  const session = opened({ settings: SMALL, step: 60_000, moves: '60000*full@0.01' });
  assert.notEqual(session.changes.progress(), null);
  trap(session);
  await session.changes.arrival();
  assert.ok(session.lost);
  session.dispatch('restart');
  await session.changes.arrival();
  assert.deepEqual([session.state.step, session.changes.moves(), told(session)], [60_000, '60000*full@0.01', '']);
});

test('own colours, runs, catches and what was written outlast a trap', async () => {
  const session = opened({ settings: { ...SMALL, data: 'own' }, own: { classes: ['a', 'b'], colours: 'ff0000000ff001' } });
  await session.dispatch('train', 5);
  session.dispatch('edit', (own) => withSample(own, { rgb: [1, 2, 3], label: 1 }));
  await session.dispatch('train', 4);
  const { own } = session.state;
  trap(session);
  session.dispatch('forward');
  session.dispatch('restart');
  await session.changes.arrival();
  assert.deepEqual([session.state.own, session.state.step, session.history.runs().kept.map(({ moves }) => moves)], [own, 4, ['5*full@0.01']]);
  // What could have been undone with the lost core is among the runs.
  session.dispatch('undo');
  session.dispatch('unedit');
  assert.equal(session.store.data.train.length, 2);
});

test('a restart that traps again begins without the run, and then with the lecture’s settings', async () => {
  const session = opened({ settings: { ...SMALL, seed: 5 } });
  await session.dispatch('train', 9);
  trap(session);
  session.dispatch('forward');
  session.dispatch('restart');
  await session.changes.arrival();
  assert.equal(session.state.step, 9);
  trap(session);
  assert.throws(() => session.store.lab.step());
  session.dispatch('restart');
  await session.changes.arrival();
  assert.deepEqual([session.state.step, session.state.settings.seed], [0, 5]);
  assert.throws(() => {
    trap(session);
    session.store.lab.step();
  });
  session.dispatch('restart');
  assert.deepEqual([session.state.settings, session.lost], [{ ...initial().settings, weights: '' }, false]);
});
