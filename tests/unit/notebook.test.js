// The notebook that is taken home computes as the page does.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Session } from '../../www/app/session.js';
import { initial } from '../../www/state/schema.js';
import { notebookText, scriptText } from '../../www/export/notebook/file.js';
import { cellsFromHere, cellsFromStart } from '../../www/export/notebook/index.js';
import { weightsAsJson, weightsAsNpz } from '../../www/weights/write.js';
import { TEXT } from './words.js';
import { settingsFor } from '../../www/colours/datasets.js';
import { bindings } from './core.js';

/** The Python that the tests run: the one that PYTHON names, or `python3`. */
const PYTHON = process.env.PYTHON ?? 'python3';
/** @param {string[]} args */
const python = (args) => spawnSync(PYTHON, args, { encoding: 'utf8' });
/** What needs NumPy is left out where Python has none. */
const SKIP = { skip: python(['-c', 'import numpy']).status === 0 ? false : 'Python has no NumPy here' };

/**
 * A new file.
 * @param {string} name
 * @param {string | Uint8Array} content
 */
function written(name, content) {
  const file = join(mkdtempSync(join(tmpdir(), 'irozuku-')), name);
  writeFileSync(file, content);
  return file;
}

test('in a notebook inputs are standardised by the colours to learn from alone', () => {
  const first = initial();
  const session = new Session(bindings, { ...first, settings: { ...first.settings, input: 'standardised' } });
  /** @type {{ cells: { source: string[] }[] }} */
  const { cells } = JSON.parse(notebookText(cellsFromStart(session, TEXT.en.notebook)));
  const rules = cells.flatMap(({ source }) => source).filter((line) => /^(offset|divisor)/.test(line));
  assert.ok(rules.some((line) => line.includes('.mean(')) && rules.some((line) => line.includes('.std(')));
  for (const line of rules) assert.deepEqual([...new Set(line.match(/rgb_\w+/g) ?? ['rgb_train'])], ['rgb_train'], line);
});

/** What Python prints when it runs cells; `why` is empty where they ended with the page's loss. */
function runIn(/** @type {import('../../www/export/notebook/file.js').Cell[]} */ cells) {
  const { status, stdout, stderr } = python(['tests/numpy/notebook.py', written('notebook.ipynb', notebookText(cells))]);
  return { printed: stdout, why: status === 0 ? '' : stderr || String(status) };
}

for (const [network, layers] of /** @type {[string, import('../../www/core/wasm.js').Settings['layers']][]} */ ([['the CNN', undefined], ['a dense network', [{ kind: 'affine', nodes: 10 }, { kind: 'relu' }]]])) {
  test(`the notebook of pictures and ${network}, run, prints the page’s losses`, SKIP, () => {
    const first = initial();
    const settings = { ...settingsFor('patterns', first.settings), batch: /** @type {const} */ ('full'), train: 60, test: 20 };
    const session = new Session(bindings, { ...first, settings: { ...settings, layers: layers ?? settings.layers } });
    session.store.lab.train(20, Infinity);
    // Batches that do not divide the 60 pictures: the last one of an epoch is smaller.
    session.store.lab.tune(0.05, 25);
    session.store.lab.train(11, Infinity);
    const { printed, why } = runIn(cellsFromStart(session, TEXT.en.notebook));
    assert.equal(why, '', why);
    assert.match(printed, /loss at step +31 /);
    const [, gradient, quotient] = printed.match(/\.dw\[[\d, ]+\] +(\S+)\n.*2h +(\S+)/) ?? [];
    assert.ok(Math.abs(Number(gradient) - Number(quotient)) < 1e-5, printed);
  });
}

/** Moments of runs with inputs from 0 to 1: what each is, its data, and how it has learned. */
const MOMENTS = /** @type {const} */ ([
  ['the lecture’s network in batches of 20', 'dominant', { input: 'scaled', init: { kind: 'he' }, batch: 20, learningRate: 0.1 }],
  ['a CNN in batches of 20', 'patterns', { batch: 20 }],
]);

for (const [what, data, settings] of MOMENTS) {
  test(`the notebook of a moment of ${what}, run, has the page’s losses of the next 100 updates`, SKIP, () => {
    const first = initial();
    const session = new Session(bindings, { ...first, settings: { ...settingsFor(data, first.settings), ...settings } });
    session.store.lab.train(37, Infinity);
    const cells = cellsFromHere(session, TEXT.en.notebook);
    const { printed, why } = runIn(cells);
    assert.equal(why, '', why);
    const losses = [...printed.matchAll(/^loss at step +(\d+) +(\S+) +(\S+)$/gm)].map(([, ...numbers]) => numbers.map(Number));
    assert.deepEqual(losses.map(([step]) => step), Array.from({ length: 101 }, (_, i) => 37 + i));
    for (const [step, numpy, page] of losses) assert.ok(Math.abs(numpy - page) <= 1e-5 * Math.max(1, page), `${numpy} and ${page} at step ${step}`);
    // The page has not gone on. When it does, it has these losses.
    assert.equal(session.store.lab.step(), 37);
    session.store.lab.train(100, Infinity);
    assert.ok(Math.abs(Number(session.store.workbench.summary().trainLoss) - losses[100][2]) < 1e-7);
    // The script prints the same.
    const { stdout, stderr } = python([written('irozuku.py', scriptText(cells))]);
    assert.equal(stderr, '');
    assert.equal(stdout, printed.slice(0, stdout.length));
  });
}

test('a moment from which the page has gone on otherwise goes on as the settings say', () => {
  const session = new Session(bindings, initial());
  session.store.lab.tune(0.01, 30);
  session.store.lab.train(50, Infinity);
  session.store.lab.goto(20);
  assert.equal(session.store.state.settings.batch, 'full');
  assert.match(notebookText(cellsFromHere(session, TEXT.ja.notebook)), /learn\(x_train, t_train, steps=100, /);
  assert.equal(session.store.lab.furthest(), 50);
});

test('the weights of this moment can be opened in NumPy, bit for bit', SKIP, () => {
  const session = new Session(bindings, initial());
  const { lab } = session.store;
  lab.train(5, Infinity);
  lab.makePass({ kind: 'batch' });
  const opened = `
import json, sys
import numpy as np
told = json.load(open(sys.argv[2]))
for name, array in np.load(sys.argv[1]).items():
    weights = told["weights"][name]
    same = np.array(weights["data"], dtype=np.float32).reshape(weights["shape"]).tobytes() == array.tobytes()
    print(name, array.dtype, list(array.shape), same, array.astype("<f4").tobytes().hex())
print(told["step"])`;
  const { stdout, stderr } = python(['-c', opened, written('irozuku.npz', weightsAsNpz(session)), written('weights.json', weightsAsJson(session))]);
  assert.equal(stderr, '');
  const names = [1, 2, 3, 4].flatMap((n) => [`affine${n}.w`, `affine${n}.b`]);
  const wanted = names.map((name) => {
    const own = lab.tensor(name);
    return `${name} float32 [${lab.shape(name).join(', ')}] True ${Buffer.from(own.buffer, own.byteOffset, own.byteLength).toString('hex')}`;
  });
  assert.deepEqual(stdout.trim().split('\n'), [...wanted, '5']);
});
