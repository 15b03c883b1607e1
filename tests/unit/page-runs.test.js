// Several elements of a page that ask for the same run.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeOver } from '../../www/app/page-runs.js';
import { Workbench } from '../../www/app/workbench.js';
import { initial } from '../../www/state/schema.js';
import { plain } from '../../www/state/moves.js';
import { bindings } from './core.js';

const { settings, own, drawn } = initial();
/** @param {Partial<typeof settings>} [other] */
const bench = (other) => new Workbench(bindings, { ...settings, train: 24, test: 6, ...other }, own, drawn);
/** @param {Workbench} one */
function bits(one) {
  one.pass('batch');
  const weights = [1, 2, 3, 4].flatMap((n) => ['w', 'b'].map((name) => [...new Uint32Array(one.lab.tensor(`affine${n}.${name}`).slice().buffer)]));
  return { weights, curve: one.lab.curve(), moves: one.lab.moves(), summary: one.summary() };
}

test('a run that was taken over, whole or to be gone on with, has the bits of one that trained itself', () => {
  const [alone, first, second] = [bench(), bench(), bench()];
  alone.make(plain(90, settings)[0], Infinity);
  first.make(plain(40, settings)[0], Infinity);
  assert.equal(takeOver(second, plain(90, settings)), 90, 'the furthest on the way');
  assert.deepEqual(bits(second), bits(alone));
  const third = bench();
  assert.equal(takeOver(third, plain(60, settings)), 40, 'none that is past the goal');
  third.make(plain(50, settings)[0], Infinity);
  assert.deepEqual(bits(third), bits(alone));
});

test('no run is taken over from another network, other colours or other moves', () => {
  const first = bench({ seed: 77 });
  first.make(plain(30, settings)[0], Infinity);
  assert.equal(takeOver(bench({ seed: 78 }), plain(50, settings)), 0);
  assert.equal(takeOver(bench({ seed: 77 }), plain(50, { ...settings, learningRate: 0.5 })), 0);
  assert.equal(takeOver(bench({ seed: 77, hidden: [5, 5, 5] }), plain(50, settings)), 0);
  assert.equal(takeOver(bench({ seed: 77 }), plain(50, settings)), 30);
});
