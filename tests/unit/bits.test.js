// The WebAssembly gives the bits that were kept, whatever computes: a link opens at the same values on any machine.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bindings } from './core.js';

/** @param {import('../../www/core/wasm.js').Lab} lab */
function weights(lab) {
  lab.makePass({ kind: 'colour', rgb: [9, 99, 200], label: 0 });
  const hash = createHash('sha256');
  for (const { name, params } of lab.columns()) for (const param of params) hash.update(lab.tensor(`${name}.${param.name}`));
  return hash.digest('hex');
}

/** @typedef {{ steps: number, sha256: string }} Kept */
/** @type {{ runs: { settings: Partial<import('../../www/core/wasm.js').Settings>, early: Kept, late: Kept }[] }} */
const { runs } = JSON.parse(readFileSync(new URL('../bits.json', import.meta.url), 'utf8'));

for (const { settings, early, late } of runs) {
  test(`after ${early.steps} and ${late.steps} updates with batches of ${settings.batch} the weights are the kept ones to the last bit`, () => {
    const lab = new bindings.Lab(settings, undefined);
    assert.equal(lab.train(early.steps, 1e9), early.steps);
    assert.equal(weights(lab), early.sha256);
    assert.equal(lab.train(late.steps - early.steps, 1e9), late.steps - early.steps);
    assert.equal(weights(lab), late.sha256);
    lab.free();
  });
}
