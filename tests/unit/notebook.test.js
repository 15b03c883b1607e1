// The notebook that is taken home computes as the page does.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Session } from '../../www/app/session.js';
import { initial } from '../../www/state/schema.js';
import { notebookFor } from '../../www/export/notebook/index.js';
import { TEXT } from './words.js';
import { settingsFor } from '../../www/colours/datasets.js';
import { bindings } from './core.js';

/** Whether there is a Python with NumPy: `python3`, or the one that PYTHON names. */
const NUMPY = spawnSync(process.env.PYTHON ?? 'python3', ['-c', 'import numpy']).status === 0;

test('in a notebook inputs are standardised by the colours to learn from alone', () => {
  const first = initial();
  const session = new Session(bindings, { ...first, settings: { ...first.settings, input: 'standardised' } });
  /** @type {{ cells: { source: string[] }[] }} */
  const { cells } = JSON.parse(notebookFor(session, TEXT.en.notebook));
  const rules = cells.flatMap(({ source }) => source).filter((line) => /^(offset|divisor)/.test(line));
  assert.ok(rules.some((line) => line.includes('.mean(')) && rules.some((line) => line.includes('.std(')));
  for (const line of rules) assert.deepEqual([...new Set(line.match(/rgb_\w+/g) ?? ['rgb_train'])], ['rgb_train'], line);
});

/** What Python prints when it runs the notebook of a session; `why` is empty where the notebook ended with the page's loss. */
function runIn(/** @type {Session} */ session) {
  const file = join(mkdtempSync(join(tmpdir(), 'notebook-')), 'notebook.ipynb');
  writeFileSync(file, notebookFor(session, TEXT.en.notebook));
  const { status, stdout, stderr } = spawnSync(process.env.PYTHON ?? 'python3', ['tests/numpy/notebook.py', file], { encoding: 'utf8' });
  return { printed: stdout, why: status === 0 ? '' : stderr || String(status) };
}

for (const [network, layers] of /** @type {[string, import('../../www/core/wasm.js').Settings['layers']][]} */ ([['the CNN', undefined], ['a dense network', [{ kind: 'affine', nodes: 10 }, { kind: 'relu' }]]])) {
  test(`the notebook of pictures and ${network}, run, prints the page’s losses`, { skip: NUMPY ? false : 'Python has no NumPy here' }, () => {
    const first = initial();
    const settings = { ...settingsFor('patterns', first.settings), batch: /** @type {const} */ ('full'), train: 60, test: 20 };
    const session = new Session(bindings, { ...first, settings: { ...settings, layers: layers ?? settings.layers } });
    session.store.lab.train(20, Infinity);
    // Batches that do not divide the 60 pictures: the last one of an epoch is smaller.
    session.store.lab.tune(0.05, 25);
    session.store.lab.train(11, Infinity);
    const { printed, why } = runIn(session);
    assert.equal(why, '', why);
    assert.match(printed, /loss at step +31 /);
    const [, gradient, quotient] = printed.match(/\.dw\[[\d, ]+\] +(\S+)\n.*2h +(\S+)/) ?? [];
    assert.ok(Math.abs(Number(gradient) - Number(quotient)) < 1e-5, printed);
  });
}
