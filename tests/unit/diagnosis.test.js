// What a diagnosis finds, and where it shows it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settingsFor } from '../../www/colours/datasets.js';
import { SETTINGS } from '../../www/core/facts.js';
import { findings } from '../../www/experiments/diagnosis.js';
import { learner } from './learner.js';

test('every finding shows a number that there is, of a network of nodes and of a CNN', () => {
  for (const layers of [settingsFor('patterns', SETTINGS).layers, undefined]) {
    const one = learner({ settings: { ...settingsFor('patterns', SETTINGS), layers, train: 20, test: 5 } });
    const columns = one.moment().columns;
    const weighted = columns.filter(({ role }) => role === 'weighted').map(({ name }) => name);
    const relu = columns.find(({ kind }) => kind === 'relu');
    const dead = { layer: 'relu1', of: relu?.width ?? 0, nodes: Array.from({ length: relu?.width ?? 0 }, (_, i) => i).slice(7) };
    const diagnosis = { dead: [dead], gradients: weighted.map((layer, i) => ({ layer, mean: i === 0 ? 0 : 100 })), sure: 1, wrongly: 0, alike: weighted.slice(0, 1) };
    const summary = /** @type {import('../../www/core/wasm.js').Measured} */ (one.session.store.workbench.summary());
    const found = findings(diagnosis, summary, 4, columns);
    assert.deepEqual(new Set(found.map(({ kind }) => kind)), new Set(['alike', 'dead', 'fading', 'exploding', 'sure']));
    for (const { address } of found) assert.equal(typeof one.value(address), 'number', address);
  }
});
