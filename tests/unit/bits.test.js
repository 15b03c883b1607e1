// The WebAssembly gives the bits that were kept, whatever computes: a link opens at the same values on any machine.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { bindings } from './core.js';

/** @param {import('../../www/core/wasm.js').Lab} lab */
function weights(lab) {
  lab.makePass({ kind: 'colour', rgb: [9, 99, 200], label: 0 });
  const hash = createHash('sha256');
  for (const { name, params } of lab.columns()) for (const param of params) hash.update(lab.tensor(`${name}.${param.name}`));
  return hash.digest('hex');
}

// Made with the products of the crate matrixmultiply, before there was a kernel of our own. The odd batch leaves a last one of
// 20 colours, and 300 rows are more than one block of a sum.
/** @type {[Partial<import('../../www/core/wasm.js').Settings>, number, string][]} */
const KEPT = [
  [{ batch: 'full', hidden: [50, 100, 50], learningRate: 0.05 }, 100, 'fde09999112724dfc916f34eb3f0a59e1741fd29f9835fdabd75547a29cbe9ec'],
  [{ batch: 55, hidden: [50, 100, 50], learningRate: 0.02 }, 100, '6f925684a5ab198083610d861ab5955ee83a757389687a0a5ddbc11b5ea82e1f'],
  [{ batch: 1, hidden: [50, 100, 50], learningRate: 0.005 }, 300, 'a751d69dd007d4fc10b660650de14cf7bbf94a69eec1b73a5511d114c5fa0985'],
  [{ batch: 3, hidden: [7, 256, 5], learningRate: 0.005 }, 100, '20b41c7e740f5ca2936b2d66744e8451d7d571635a696e8bf843b2091d9820c5'],
  [{ batch: 'full', train: 300, hidden: [33, 9], learningRate: 0.05 }, 60, '52e07c98ecc7f1f1207017fe5f8d124937497d83536d9eba4513a6bf6a61b6d0'],
];

for (const [settings, steps, hash] of KEPT) {
  test(`after ${steps} updates with batches of ${settings.batch} the weights are the kept ones to the last bit`, () => {
    const lab = new bindings.Lab({ seed: 7, input: 'scaled', init: { kind: 'he' }, ...settings }, undefined);
    assert.equal(lab.train(steps, 1e9), steps);
    assert.equal(weights(lab), hash);
    lab.free();
  });
}
