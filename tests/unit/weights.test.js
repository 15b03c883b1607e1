// Weights from a file: what NumPy users make is read, whatever is wrong is said, and a run from them is the same wherever it goes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { textOfWeights, weightsIn } from '../../www/core/weights-text.js';
import { settingsFor } from '../../www/colours/datasets.js';
import { problemOf } from '../../www/explain/narration.js';
import { initial } from '../../www/state/schema.js';
import { givenBy, textOf } from '../../www/state/url.js';
import { cellsFromStart } from '../../www/export/notebook/index.js';
import { beginningWith } from '../../www/weights/index.js';
import { isOfWeights } from '../../www/weights/open.js';
import { npz } from '../../www/weights/npz.js';
import { weightsAsJson, weightsAsNpz } from '../../www/weights/write.js';
import { TEXT } from './words.js';
import { learner, visitor } from './learner.js';

/** @typedef {import('./learner.js').Learner} Learner */

const PYTHON = process.env.PYTHON ?? 'python3';
const SKIP = { skip: spawnSync(PYTHON, ['-c', 'import numpy']).status === 0 ? false : 'Python has no NumPy here' };

/**
 * A file that NumPy writes.
 * @param {string} code saves into `file`; `w` and `b` are the parameters of a network 3-2-3
 */
function byNumPy(code) {
  const path = join(mkdtempSync(join(tmpdir(), 'irozuku-')), 'weights.npz');
  const start = `import sys\nimport numpy as np\nfile = sys.argv[1]\nr = np.random.default_rng(1)\nw1, b1, w2, b2 = r.normal(size=(3, 2)), r.normal(size=2), r.normal(size=(2, 3)), r.normal(size=3)\n`;
  const { status, stderr } = spawnSync(PYTHON, ['-c', start + code, path], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return readFileSync(path);
}

/**
 * @param {string | Uint8Array} content
 * @param {string} [name]
 */
const fileOf = (content, name = 'weights.npz') => new File([/** @type {BlobPart} */ (content)], name);

/**
 * Opens a file as the page does; what can't be read is told.
 * @param {Learner} one
 * @param {File} file
 * @returns {Promise<string>} the message
 */
async function opened(one, file) {
  try {
    const { settings, told } = await beginningWith(file, one.session.store);
    one.dispatch('beginWith', settings, told);
  } catch (problem) {
    return problemOf(TEXT.en, /** @type {import('../../www/core/wasm.js').CoreError} */ (problem));
  }
  return one.told();
}

const TINY = { settings: { hidden: [2], train: 20, test: 5 } };

/** Arrays of a network 3-2-3 with some in the place of others. */
function arrays(/** @type {Record<string, { shape: number[], data: Float32Array } | null>} */ change = {}) {
  const of = (/** @type {number[]} */ ...shape) => ({ shape, data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => (i + 1) / 8) });
  const all = { 'affine1.w': of(3, 2), 'affine1.b': of(2), 'affine2.w': of(2, 3), 'affine2.b': of(3), ...change };
  return Object.entries(all).flatMap(([name, array]) => (array ? [{ name, ...array }] : []));
}

test('the weights that the page has saved open again, bit for bit, as .npz and as JSON', async () => {
  const one = learner(TINY);
  await one.train(7);
  const saved = one.parameters();
  for (const file of [fileOf(weightsAsNpz(one.session)), fileOf(weightsAsJson(one.session), 'weights.json')]) {
    assert.ok(await isOfWeights(file));
    const other = learner({ settings: { ...TINY.settings, seed: 3 } });
    assert.match(await opened(other, file), /^Beginning with the 17 weights and biases of weights\./);
    assert.deepEqual(other.parameters(), saved);
    assert.equal(other.state().step, 0);
  }
});

for (const [what, code] of [
  ['np.savez', "np.savez(file, **{'affine1.w': w1, 'affine1.b': b1, 'affine2.w': w2, 'affine2.b': b2})"],
  ['np.savez_compressed', "np.savez_compressed(file, **{'affine1.w': w1, 'affine1.b': b1, 'affine2.w': w2, 'affine2.b': b2})"],
  ['np.savez with float32 in Fortran order', "np.savez(file, **{'affine1.w': np.asfortranarray(w1.astype('f4')), 'affine1.b': b1, 'affine2.w': np.asfortranarray(w2), 'affine2.b': b2.astype('f4')})"],
  ['np.savez with big-endian numbers', "np.savez(file, **{'affine1.w': w1.astype('>f8'), 'affine1.b': b1.astype('>f4'), 'affine2.w': w2.astype('>f4'), 'affine2.b': b2.astype('>f8')})"],
  ['np.savez with names that a keyword can have', 'np.savez(file, affine1_w=w1, affine1_b=b1, affine2_w=w2, affine2_b=b2)'],
  ['np.savez with the names of the lecture’s book', 'np.savez_compressed(file, W1=w1, b1=b1, W2=w2, b2=b2)'],
  ['np.savez without names, and with something else in it', "np.savez(file, w1, b1, w2, b2, classes=np.array(['red', 'green', 'blue']), losses=[0.5, 0.25])"],
]) {
  test(`weights saved by ${what} are those that NumPy has, rounded to float32`, SKIP, async () => {
    const one = learner(TINY);
    assert.match(await opened(one, fileOf(byNumPy(code))), /^Beginning with the 17 weights/);
    const { stdout } = spawnSync(PYTHON, ['-c', "import numpy as np\nr = np.random.default_rng(1)\nfor s in [(3, 2), 2, (2, 3), 3]: print(*r.normal(size=s).astype('f4').view('u4').ravel())"], { encoding: 'utf8' });
    assert.deepEqual(one.parameters(), stdout.trim().split('\n').map((line) => line.trim()));
  });
}

test('weights of another dense network lay that one out', async () => {
  const small = learner({ settings: { ...TINY.settings, hidden: [4, 5] } });
  const one = learner(TINY);
  await one.train(9);
  const before = one.parameters();
  const told = await opened(one, fileOf(weightsAsNpz(small.session)));
  assert.equal(told, 'Beginning with the 59 weights and biases of weights.npz. The network was laid out to fit them (hidden layers: 4·5). The 9 steps before are kept.');
  assert.deepEqual(one.state().settings.hidden, [4, 5]);
  assert.deepEqual(one.parameters(), small.parameters());
  one.dispatch('undo');
  assert.deepEqual([one.state().settings.hidden, one.state().step, one.parameters()], [[2], 9, before]);
});

test('weights of a perceptron lay out one, and a network that has learned nothing comes back, too', async () => {
  const perceptron = learner({ settings: { ...TINY.settings, hidden: [] } });
  const one = learner(TINY);
  const before = one.parameters();
  assert.match(await opened(one, fileOf(weightsAsNpz(perceptron.session))), /hidden layers: none\)\.$/);
  assert.deepEqual(one.parameters(), perceptron.parameters());
  one.dispatch('undo');
  assert.deepEqual([one.parameters(), one.told()], [before, '']);
});

test('weights of a CNN open in a CNN, and lay one out in the place of another', async () => {
  const settings = { ...settingsFor('patterns', initial().settings), train: 20, test: 5, seed: 5 };
  const cnn = learner({ settings });
  const layers = [{ kind: 'conv', nodes: 3 }, { kind: 'relu' }, { kind: 'pool' }, { kind: 'affine', nodes: 6 }, { kind: 'relu' }];
  for (const [given, other] of [[{ ...settings, seed: 6 }, ''], [{ ...settings, seed: 6, layers }, 'laid out'], [{ ...settings, seed: 6, layers: [], hidden: [4] }, 'laid out']]) {
    const one = learner({ settings: given });
    assert.ok((await opened(one, fileOf(weightsAsNpz(cnn.session)))).includes(String(other)));
    assert.deepEqual(one.parameters(), cnn.parameters());
    assert.deepEqual(one.state().settings.layers, settings.layers);
  }
  const unpooled = learner({ settings: { ...settings, layers: [{ kind: 'conv', nodes: 2 }, { kind: 'relu' }, { kind: 'affine', nodes: 3 }, { kind: 'relu' }] } });
  const one = learner({ settings });
  await opened(one, fileOf(weightsAsJson(unpooled.session), 'w.json'));
  assert.deepEqual(one.parameters(), unpooled.parameters());
});

for (const [what, content, sentence] of /** @type {[string, () => string | Uint8Array, RegExp][]} */ ([
  ['no file of weights', () => 'r,g,b\n1,2,3', /not a file of weights/],
  ['JSON of something else', () => '[1, 2]', /no arrays of weights/],
  ['an empty archive', () => npz([]), /no arrays of weights/],
  ['half an archive', () => npz(arrays()).subarray(0, 700), /^The file is cut off or damaged/],
  ['an archive in which something was changed', () => npz(arrays()).with(140, 7), /^affine1\.w in the file is cut off or damaged/],
  ['a missing tensor', () => npz(arrays({ 'affine2.b': null })), /^affine2\.b is missing\. The file has affine1\.w, affine1\.b, affine2\.w\./],
  ['other names', () => npz([{ name: 'dense', shape: [1], data: new Float32Array(1) }]), /^affine1\.w is missing\. The file has dense\./],
  ['a wrong shape', () => npz(arrays({ 'affine2.w': { shape: [3, 3], data: new Float32Array(9) } })), /^affine2\.w has the shape \(3, 3\), but in this network it is \(2, 3\)/],
  ['biases of another number', () => npz(arrays({ 'affine1.b': { shape: [3], data: new Float32Array(3) } })), /^affine1\.b has the shape \(3,\), but in this network it is \(2,\)/],
  ['other classes', () => npz(arrays({ 'affine2.w': { shape: [2, 5], data: new Float32Array(10) }, 'affine2.b': { shape: [5], data: new Float32Array(5) } })), /^affine2\.w has the shape \(2, 5\), but in this network it is \(2, 3\)/],
  ['one tensor too many', () => npz(arrays({ 'affine3.b': { shape: [3], data: new Float32Array(3) } })), /^The file also has affine3\.b/],
  ['NaN', () => npz(arrays({ 'affine2.w': { shape: [2, 3], data: new Float32Array(6).fill(NaN, 4) } })), /^affine2\.w\[1,1\] is not a number/],
  ['an infinite number', () => npz(arrays({ 'affine2.b': { shape: [3], data: new Float32Array(3).fill(-Infinity) } })), /^affine2\.b\[0\] is not a number/],
  ['JSON with a number too large', () => JSON.stringify({ 'affine1.w': [[1, 2], [3, 1e39], [0, 0]], 'affine1.b': [0, 0], 'affine2.w': [[0, 0, 0], [0, 0, 0]], 'affine2.b': [0, 0, 0] }), /^affine1\.w\[1,1\] is 1e\+39, which is too large/],
  ['JSON with a word', () => JSON.stringify({ 'affine1.w': [[1, 2], [3, 'x'], [0, 0]] }), /^Something in affine1\.w is not a number/],
  ['JSON with uneven rows', () => JSON.stringify({ 'affine1.w': [[1, 2], [3], [0, 0]] }), /^The rows of affine1\.w differ/],
  ['JSON whose numbers are fewer than its shape says', () => JSON.stringify({ weights: { 'affine1.w': { shape: [3, 2], data: [1] } } }), /^affine1\.w has 1 numbers, which is not what its shape \(3, 2\) says/],
  ['JSON with a shape beyond all bounds', () => JSON.stringify({ weights: { 'affine1.w': { shape: [1e6, 1e6], data: [1] } } }), /^This file is too large/],
])) {
  test(`of a file with ${what} it is said what is wrong, and nothing is lost`, async () => {
    const one = learner(TINY);
    await one.train(3);
    const before = [one.parameters(), one.state()];
    assert.match(await opened(one, fileOf(content())), sentence);
    assert.deepEqual([one.parameters(), one.state()], before);
  });
}

for (const [what, code, sentence] of /** @type {[string, string, RegExp][]} */ ([
  ['whole numbers', 'np.savez(file, W1=w1.astype(int), b1=b1, W2=w2, b2=b2)', /^affine1\.w holds numbers of the type int64\. Make it float32|^W1 holds numbers of the type int64/],
  ['half precision', "np.savez(file, W1=w1, b1=b1.astype('f2'), W2=w2, b2=b2)", /^b1 holds numbers of the type float16/],
  ['complex numbers', 'np.savez(file, W1=w1 * 1j, b1=b1, W2=w2, b2=b2)', /^W1 holds numbers of the type complex128/],
  ['objects', 'np.savez(file, W1=np.array([w1, b1], dtype=object), b1=b1, W2=w2, b2=b2)', /^W1 holds numbers of the type object/],
  ['a structured type', "np.savez(file, W1=np.zeros(3, dtype=[('x', 'f4')]), b1=b1, W2=w2, b2=b2)", /^W1 holds numbers of the type structured/],
  ['a number beyond float32', 'w2[1, 0] = 1e39\nnp.savez(file, W1=w1, b1=b1, W2=w2, b2=b2)', /^W2\[1,0\] is 1e\+39, which is too large/],
  ['a single array', 'np.save(open(file, "wb"), w1)', /^This file holds a single array/],
  ['archives packed by LZMA', "import zipfile, io\nwith zipfile.ZipFile(file, 'w', zipfile.ZIP_LZMA) as z:\n    for n, a in dict(W1=w1, b1=b1, W2=w2, b2=b2).items():\n        f = io.BytesIO(); np.save(f, a); z.writestr(n + '.npy', f.getvalue())", /^W1 in the file is compressed in a way/],
  ['a million numbers', 'np.savez_compressed(file, W1=np.zeros((1000, 1000)), b1=b1, W2=w2, b2=b2)', /^This file is too large/],
])) {
  test(`of ${what} saved by NumPy it is said what is wrong`, SKIP, async () => {
    assert.match(await opened(learner(TINY), fileOf(byNumPy(code))), sentence);
  });
}

/** A learner who has begun with given weights and made some updates, also one of a single colour. */
async function begun() {
  const trained = learner(TINY);
  await trained.train(30);
  const one = learner({ settings: { ...TINY.settings, seed: 3 } });
  await opened(one, fileOf(weightsAsNpz(trained.session)));
  const first = one.parameters();
  assert.deepEqual(first, trained.parameters());
  await one.train(20);
  one.set({ batch: 5 });
  await one.train(13);
  return { one, first };
}

test('a run from given weights goes back to them and comes again, bit for bit', async () => {
  const { one, first } = await begun();
  const last = one.parameters();
  await one.goto(0);
  assert.deepEqual(one.parameters(), first);
  await one.goto(33);
  assert.deepEqual(one.parameters(), last);
  one.dispatch('reset');
  assert.deepEqual([one.state().step, one.parameters()], [0, first], 'starting over begins with them again');
  await one.resume(1);
  assert.deepEqual([one.state().step, one.parameters()], [33, last], 'a run that was kept has them');
});

test('given weights travel in a link, and in a state that is stored as JSON, bit for bit', async () => {
  const { one } = await begun();
  const visit = await visitor(one.link());
  assert.deepEqual([visit.state().step, visit.parameters()], [33, one.parameters()]);
  assert.equal(visit.link(), one.link());
  const stored = learner();
  await stored.put(JSON.parse(JSON.stringify(one.state())));
  assert.deepEqual([stored.told(), stored.parameters()], ['', one.parameters()]);
});

test('given weights are dropped with the seed, the shape, the data and for others, and stay with a learning rate', async () => {
  const { one } = await begun();
  const { weights } = one.state().settings;
  const drawn = (/** @type {Record<string, unknown>} */ settings) => learner({ settings: { ...TINY.settings, ...settings } }).parameters();
  one.set({ learningRate: 0.02 });
  assert.equal(one.state().settings.weights, weights);
  one.dispatch('begin', { input: 'scaled' });
  assert.equal(one.state().settings.weights, weights);
  for (const change of [{ seed: 9 }, { hidden: [3] }, { init: /** @type {const} */ ({ kind: 'he' }) }]) {
    const { one: other } = await begun();
    other.dispatch('begin', change);
    assert.deepEqual([other.state().settings.weights, other.parameters()], ['', drawn({ seed: 3, ...change })]);
    const { one: scripted } = await begun();
    const before = scripted.state();
    await scripted.put({ settings: { ...change, learningRate: before.settings.learningRate } });
    assert.equal(scripted.state().settings.weights, '', JSON.stringify(change));
  }
  const { one: chosen } = await begun();
  chosen.dispatch('dataset', 'vivid');
  assert.equal(chosen.state().settings.weights, '');
  chosen.dispatch('undo');
  assert.equal(chosen.state().settings.weights, weights);
});

test('a class more of the own colours drops given weights, a colour more does not', async () => {
  const one = learner({ settings: { data: 'own', hidden: [2] }, own: { classes: ['a', 'b'], colours: 'ff0000000ff001' } });
  const other = learner({ settings: { data: 'own', hidden: [2], seed: 7 }, own: { classes: ['a', 'b'], colours: 'ff0000000ff001' } });
  await opened(one, fileOf(weightsAsNpz(other.session)));
  const { weights } = one.state().settings;
  assert.notEqual(weights, '');
  one.dispatch('edit', (own) => ({ ...own, colours: `${own.colours}0000ff1` }));
  assert.equal(one.state().settings.weights, weights);
  one.dispatch('edit', (own) => ({ ...own, classes: [...own.classes, 'c'] }));
  assert.equal(one.state().settings.weights, '');
  one.dispatch('unedit');
  assert.equal(one.state().own.classes.length, 2);
});

test('weights in a link that are none, or not this network’s, are refused with a sentence', async () => {
  const wrong = { ...initial(), settings: { ...initial().settings, weights: textOfWeights(Float32Array.of(1, 2)) } };
  const one = await visitor(textOf(wrong));
  assert.match(one.told(), /^2 first weights were given, but this network has 10,503/);
  const none = learner();
  await none.put(givenBy('weights=!!&lang=en'));
  assert.match(none.told(), /settings/);
  assert.equal(none.state().settings.weights, '');
});

test('weights that can’t be computed with are told to be so', async () => {
  const one = learner(TINY);
  const huge = arrays({ 'affine2.w': { shape: [2, 3], data: new Float32Array(6).fill(3e38) }, 'affine1.b': { shape: [2], data: Float32Array.of(9, 9) } });
  await opened(one, fileOf(npz(huge)));
  one.act(({ store }) => {
    store.problem = null;
    store.notice(true);
  });
  assert.match(one.told(), /^The weights that were opened are so large/);
});

test('a text of weights gives the same numbers back, to the last bit', () => {
  const numbers = Float32Array.of(0, -0, 1e-45, 3.4028234663852886e38, -1.5, 0.1);
  assert.deepEqual(new Uint32Array(/** @type {Float32Array} */ (weightsIn(textOfWeights(numbers))).buffer), new Uint32Array(numbers.buffer));
  assert.equal(weightsIn('AAAA'), null);
  assert.equal(weightsIn('A'), null);
  assert.deepEqual(weightsIn(''), new Float32Array());
});

test('the notebook of a run from given weights says where they come from', async () => {
  const { one } = await begun();
  const said = cellsFromStart(one.session, TEXT.en.notebook).map(({ text }) => text).join('\n');
  assert.ok(said.includes('were read from a file') && !said.includes('(seed 3)'));
});
