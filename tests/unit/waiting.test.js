// An experiment with data that have a file waits for it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { learner } from './learner.js';

const FILE = readFileSync(new URL('../../www/data/digits.bin', import.meta.url));
/** @type {Partial<import('../../www/core/wasm.js').Settings>} */
const DIGITS = { data: 'digits', train: 60 };

// The order matters: what has been fetched is kept for the whole page.
test('an experiment whose file can’t be fetched is not carried out, and says why', async (t) => {
  t.mock.method(globalThis, 'fetch', async () => new Response('gone', { status: 404 }));
  const one = learner();
  const before = one.state().settings;
  const course = await one.dispatch('experiment', 'digits', DIGITS, 3);
  assert.equal(course, null);
  assert.deepEqual([one.state().settings, one.state().step], [before, 0]);
  assert.match(one.told(), /Digits.*could not be loaded/);
});

test('an experiment is given up where another network is chosen while its file is on its way', async (t) => {
  /** @type {(answer: Response) => void} */
  let answer = () => {};
  t.mock.method(globalThis, 'fetch', () => new Promise((resolve) => (answer = resolve)));
  const one = learner();
  const course = one.dispatch('experiment', 'digits', DIGITS, 3);
  assert.match(one.told(), /Loading the data “Digits”/);
  one.dispatch('hidden', [7]);
  answer(new Response('gone', { status: 404 }));
  assert.equal(await course, null);
  assert.deepEqual([one.state().settings.data, one.state().settings.hidden, one.told()], ['dominant', [7], '']);
});

test('an experiment with the digits is carried out when their file has come', async (t) => {
  t.mock.method(globalThis, 'fetch', async () => new Response(new Uint8Array(FILE)));
  const one = learner();
  const course = await one.dispatch('experiment', 'digits', DIGITS, 3);
  assert.equal(course?.summary.step, 3);
  assert.deepEqual([one.state().settings.data, one.state().step, one.told()], ['digits', 3, '']);
});
