// A data set with a file: it is fetched when it is wanted, and the change waits for it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { suited } from '../../www/app/intake.js';
import { train } from '../../www/element/interface.js';
import { TEXT } from './words.js';
import { bindings } from './core.js';
import { learner } from './learner.js';

const FILE = readFileSync(new URL('../../www/data/digits.bin', import.meta.url));

/**
 * What a server answers from now on; null where there is none.
 * @param {import('node:test').TestContext} t
 * @param {() => Response | null} answer
 */
function serve(t, answer) {
  const asked = /** @type {string[]} */ ([]);
  t.mock.method(globalThis, 'fetch', async (/** @type {URL} */ url) => {
    asked.push(url.pathname.split('/').slice(-2).join('/'));
    const answered = answer();
    if (!answered) throw new TypeError('failed to fetch');
    return answered;
  });
  return asked;
}

const found = () => new Response(new Uint8Array(FILE));

// The order matters: what has been fetched is kept for the whole page.
test('a file that can’t be fetched leaves everything as it was, with a sentence, and may be asked for again', async (t) => {
  const one = learner();
  const [before, weights] = [one.state(), one.parameters()];
  for (const answer of [() => null, () => new Response('gone', { status: 404 })]) {
    const asked = serve(t, answer);
    one.dispatch('dataset', 'digits');
    assert.equal(one.told(), 'Loading the data “Digits”…');
    assert.deepEqual([one.state(), one.parameters()], [before, weights]);
    await one.session.arrival;
    assert.match(one.told(), /Digits.*could not be loaded. Check the connection/);
    assert.deepEqual([one.state(), one.parameters(), asked], [before, weights, ['data/digits.bin']]);
  }
});

test('whoever chooses another network meanwhile gets that one', async (t) => {
  serve(t, () => null);
  const one = learner();
  one.dispatch('dataset', 'digits');
  one.dispatch('hidden', [7]);
  await one.session.arrival;
  assert.deepEqual([one.state().settings.data, one.state().settings.hidden, one.told()], ['dominant', [7], '']);
});

test('the digits are laid out with a CNN of their own when their file has come, by a script too', async (t) => {
  const asked = serve(t, found);
  const [one, other] = [learner(), learner()];
  one.dispatch('dataset', 'digits');
  const waiting = other.put(suited({ settings: { data: 'digits' } }, other.state()));
  const trained = train(other.session, 3);
  await Promise.all([one.session.arrival, waiting, trained]);
  assert.deepEqual(asked, ['data/digits.bin'], 'it is fetched once');
  for (const { session, state } of [one, other]) {
    const { data, settings } = { data: session.store.data, settings: state().settings };
    assert.deepEqual([data.shape, data.classes.length, data.train.length, data.test.length], [[1, 8, 8], 10, 600, 200]);
    assert.deepEqual(settings.layers?.map(({ kind, nodes }) => `${kind} ${nodes ?? ''}`), ['conv 8', 'relu ', 'pool ', 'conv 16', 'relu ', 'pool ']);
    assert.deepEqual([settings.batch, settings.learningRate], [20, 0.2]);
  }
  assert.equal(other.state().step, 3, 'a script’s training waits for its data');
  // From now on it is there at once.
  const third = learner();
  third.dispatch('dataset', 'digits');
  assert.deepEqual([third.state().settings.data, third.session.store.problem?.code], ['digits', 'chosen']);
});

test('patterns after digits have their own network', () => {
  const one = learner({ settings: { data: 'digits' } });
  const wanted = /** @type {{ settings: import('../../www/core/wasm.js').Settings }} */ (suited({ settings: { data: 'patterns' } }, one.state()));
  assert.deepEqual([wanted.settings.layers?.[3].nodes, wanted.settings.train, wanted.settings.learningRate], [12, 480, 0.1]);
});

test('a file with something else in it is refused with a sentence', () => {
  for (const file of [undefined, new Uint8Array(), FILE.subarray(1)]) {
    assert.throws(() => new bindings.Lab({ data: 'digits' }, undefined, file), ({ code, details }) => {
      assert.equal(code, 'dataFile');
      assert.match(TEXT.en.problems.dataFile(details), /digits\.bin does not hold what it should \(\d+ bytes\)/);
      assert.match(TEXT.ja.problems.dataFile(details), /digits\.bin の中身が正しくありません（\d+\sバイト）/);
      return true;
    });
  }
});
