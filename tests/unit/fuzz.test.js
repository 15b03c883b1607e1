// What comes from outside, made up: links, states, messages, tables, stored records, drawings, addresses, numbers, files of weights. Whatever it is, it
// is read or refused with a reason; nothing throws, nothing hangs, no number on the page is NaN, and what was read reads back as the
// same. `FUZZ_MINUTES` (cargo run -- fuzz) looks for so long; without it each rule is tried on a few hundred things.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { changeOf } from '../../www/app/intake.js';
import { cleanedCatches, textOfCatches, catchesOf } from '../../www/colours/catches.js';
import { cleanedCustomSet, customSetOf, samplesOf } from '../../www/colours/custom-set.js';
import { cleanedDrawings, cleanedText, drawnSamples } from '../../www/colours/drawings.js';
import { merged, setOf, shown, textOf as recordOf } from '../../www/colours/merged-set.js';
import { customSetFrom } from '../../www/colours/records.js';
import { decoded } from '../../www/colours/table/encoding.js';
import { print } from '../../www/colours/table/print.js';
import { finished, readingEntries, readingText } from '../../www/colours/table/read.js';
import { format, parse } from '../../www/core/address.js';
import { typed } from '../../www/lesson/number-answer.js';
import { createProgress } from '../../www/lesson/progress.js';
import { importIn } from '../../www/sandbox/imports.js';
import { read, written } from '../../www/state/moves.js';
import { cleaned, initial } from '../../www/state/schema.js';
import { givenBy, textOf } from '../../www/state/url.js';
import { copied } from '../../www/util/readers.js';
import { CoreError } from '../../www/core/wasm.js';
import { textOfWeights, weightsText } from '../../www/core/weights-text.js';
import { fitted } from '../../www/weights/fit.js';
import { npz } from '../../www/weights/npz.js';
import { arraysIn } from '../../www/weights/open.js';
import { learner } from './learner.js';
import { TEXT } from './words.js';
import { browser } from './tabs.js';

const MINUTES = Number(process.env.FUZZ_MINUTES ?? 0);
/** How many things are read by rule, where no time is given. */
const RUNS = 300;
/** No reading may take longer, ms. It is far more than any takes, so that a busy computer fails nothing. */
const HANG = 10_000;

/** What went wrong once, or was written to go wrong: tried first, each time. @type {{ links: string[], tables: string[], values: unknown[] }} */
const CORPUS = JSON.parse(readFileSync(new URL('../data/hostile.json', import.meta.url), 'utf8'));

/** How many rules are tried, so that each gets its part of the time. */
const RULES = 14;

/**
 * @template T
 * @param {string} name
 * @param {fc.Arbitrary<T>} things
 * @param {(thing: T) => unknown} rule
 * @param {T[]} [first] tried before all others
 */
function always(name, things, rule, first = []) {
  test(name, async () => {
    const timed = async (/** @type {T} */ thing) => {
      const start = performance.now();
      await rule(thing);
      assert.ok(performance.now() - start < HANG, 'it took too long');
    };
    for (const thing of first) await timed(thing);
    const time = (MINUTES * 60_000) / RULES;
    await fc.assert(fc.asyncProperty(things, timed), time > 0 ? { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: time, markInterruptAsFailure: false } : { numRuns: RUNS, seed: 7 });
  });
}

/** Values as a page around, a message or a file may hold them. */
const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSet: true, withSparseArray: true, withTypedArray: true, maxDepth: 4 });
const KEYS = Object.keys(initial());
const SETTING_KEYS = Object.keys(initial().settings);
const odd = fc.oneof(anything, fc.constantFrom(...CORPUS.values), fc.string({ unit: 'binary' }), fc.double(), fc.integer());
const stateLike = fc.oneof(
  anything,
  fc.dictionary(fc.constantFrom(...KEYS, 'foo', '__proto__', 'constructor'), odd),
  fc.record({ settings: fc.dictionary(fc.constantFrom(...SETTING_KEYS, 'foo', '__proto__'), odd) }),
);
const word = fc.oneof(fc.string(), fc.constantFrom('own', 'full', 'patterns', 'digits', 'he', 'gaussian.3', '50.100.50', 'conv3.relu.pool', 'backward:affine2', 'affine1.out[0,7]', 'conv1.w[0,0,1,1]', 'AACAPwAAAMA', '3*full@0.01', '20*full@0.01_2*7a425e0@0.01', 'ff0000', 'NaN', 'Infinity', '-1', '1e999', '%', '🎨'), fc.integer().map(String), fc.double().map(String));
const linkLike = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.tuple(fc.constantFrom(...KEYS, ...SETTING_KEYS, 'foo'), word), { maxLength: 8 }).map((words) => words.map(([key, value]) => `${key}=${value}`).join('&')),
);
const cell = fc.oneof(fc.string(), fc.integer({ min: -5, max: 300 }).map(String), fc.constantFrom('#ff0000', 'rgb(1,2,3)', '50%', '0.5', '"', '""', 'r', 'label', '海', '=1+1', '１２', ' '));
const tableLike = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.tuple(fc.constantFrom(',', ';', '\t', ' ', '|'), fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), fc.constantFrom('\n', '\r\n', '\r')).map(([separator, rows, end]) => rows.map((row) => row.join(separator)).join(end)),
);

/** @param {unknown} value */
function noNaN(value) {
  assert.ok(!JSON.stringify(value, (_, inner) => (typeof inner === 'number' && !Number.isFinite(inner) ? '\u0000NaN' : inner)).includes('\\u0000NaN'), JSON.stringify(value));
}

always('any text is read as a link, and what it gives can be written and read again as the same', linkLike, (text) => {
  const present = initial();
  const given = givenBy(text);
  if (!given) return;
  const { change } = changeOf(given, present);
  const state = { ...present, ...change };
  noNaN(state.settings);
  const link = textOf(state);
  const again = { ...present, ...changeOf(givenBy(link) ?? {}, present).change };
  assert.equal(textOf(again), link);
}, CORPUS.links);

always('any value is read as a state, and a wrong part is left out and named', stateLike, (value) => {
  const present = initial();
  const { change } = changeOf(value, present);
  for (const key of Object.keys(change)) assert.ok(Object.hasOwn(present, key), key);
  const given = copied(value);
  if (typeof given === 'object' && given !== null) cleaned(/** @type {Record<string, unknown>} */ (given), present);
}, CORPUS.values);

always('any bytes are read as a table, and its colours can be printed and read again as the same', fc.oneof(tableLike.map((text) => new TextEncoder().encode(text)), fc.uint8Array({ maxLength: 300 })), (bytes) => {
  const { text } = decoded(bytes);
  const { classes, labels, rgb } = finished(readingText(text));
  assert.equal(rgb.length, 3 * labels.length);
  const own = customSetOf(classes.map(({ label }) => label), Array.from(labels, (label, i) => ({ rgb: [...rgb.slice(3 * i, 3 * i + 3)], label })));
  const clean = cleanedCustomSet(own);
  if (!clean || samplesOf(clean).length === 0) return;
  const again = finished(readingText(print(clean)));
  const names = again.classes.map(({ label }) => label);
  assert.deepEqual(
    Array.from(again.labels, (label, i) => [...again.rgb.slice(3 * i, 3 * i + 3), names[label]]),
    samplesOf(clean).map(({ rgb: [r, g, b], label }) => [r, g, b, clean.classes[label]]),
  );
}, CORPUS.tables.map((text) => new TextEncoder().encode(text)));

always('any value is read as the entries of a table', fc.oneof(fc.array(odd), fc.array(fc.dictionary(fc.constantFrom('r', 'g', 'b', 'rgb', 'hex', 'label', 'class'), odd))), (entries) => {
  const { labels, rgb } = finished(readingEntries(entries));
  assert.equal(rgb.length, 3 * labels.length);
});

always('any value is read as data for the element, and what is bad is named', fc.oneof(anything, fc.array(fc.record({ r: odd, g: odd, b: odd, label: odd }, { requiredKeys: [] }))), (value) => {
  const { own, bad } = customSetFrom(value);
  if (own) for (const { rgb } of samplesOf(own)) rgb.forEach((x) => assert.ok(Number.isInteger(x) && x >= 0 && x <= 255));
  else assert.ok(bad !== undefined);
});

always('any stored set is read record by record', fc.oneof(fc.record({ classes: odd, colours: fc.oneof(odd, fc.string({ unit: fc.constantFrom(...'0123456789abcdefg') })) }), anything), (value) => {
  const clean = cleanedCustomSet(value);
  if (clean) assert.deepEqual(cleanedCustomSet(clean), clean);
});

always('any stored text is read as a set that tabs share, and two of them come to the same in either order', fc.tuple(fc.string(), fc.string()), ([one, other]) => {
  const [first, second] = [setOf(one), setOf(other)];
  const [ahead, back] = [merged(first, second), merged(second, first)];
  assert.deepEqual(shown(ahead), shown(back));
  assert.deepEqual(shown(setOf(recordOf(ahead, 0))), shown(ahead));
});

always('any stored progress is read, and what is no progress is left alone', fc.dictionary(fc.string().map((key) => `lesson/${key}`), fc.string()), (records) => {
  createProgress(browser(records).tab());
});

always('any text is read as drawings', fc.tuple(fc.string(), fc.constantFrom('patterns', 'digits'), odd), ([text, set, value]) => {
  drawnSamples(cleanedText(text, set));
  const plain = copied(value);
  cleanedDrawings(plain);
  const catches = cleanedCatches(plain);
  assert.deepEqual(catchesOf(textOfCatches(catches ?? [])), catches ?? []);
});

always('any text is read as an address, and an address is written as it was read', fc.oneof(fc.string(), fc.tuple(fc.constantFrom('affine1', 'conv2', 'loss', 'x'), fc.constantFrom('out', 'dw', 'x'), fc.array(fc.nat(), { maxLength: 5 })).map(([layer, tensor, index]) => format(layer, tensor, index))), (text) => {
  const address = parse(text);
  if (!address) return;
  const { layer, tensor, index } = address;
  assert.deepEqual(parse(format(layer, tensor, index)), address);
});

always('any text is read as moves, a number, or an exercise', fc.tuple(fc.oneof(fc.string(), word), fc.nat({ max: 1000 })), ([text, step]) => {
  const moves = read(text, step);
  if (moves) assert.deepEqual(read(written(moves), step), moves);
  typed(text);
  importIn(text);
});

always('a session lives through any settings, and says why it refuses some', fc.dictionary(fc.constantFrom(...SETTING_KEYS.filter((key) => !['train', 'test'].includes(key))), fc.oneof({ weight: 3, arbitrary: word }, odd)), (settings) => {
  const one = learner({ settings: { hidden: [4], train: 20, test: 5 } });
  one.put({ settings });
  assert.ok(Number.isFinite(one.value('loss.out')) || one.told() !== '');
  one.session.navigation.forward();
});

/** Arrays with names and shapes that may be meant, for a network 3-2-3. */
const named = fc.dictionary(
  fc.constantFrom('affine1.w', 'affine1.b', 'affine2.w', 'affine2.b', 'affine3.w', 'conv1.w', 'conv1.b', 'W1', 'b1', 'arr_0', 'arr_1', 'x'),
  fc.oneof(fc.constantFrom([3, 2], [2], [2, 3], [3], [3, 3], [4, 3, 3, 3], [1], []), fc.array(fc.nat({ max: 4 }), { maxLength: 4 })),
);
const archive = fc.tuple(named, fc.float()).map(([shapes, x]) => npz(Object.entries(shapes).map(([name, shape]) => ({ name, shape, data: new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(x) }))));
/** Those of a network 3-2-3, with any numbers. */
const whole = fc.array(fc.float(), { minLength: 17, maxLength: 17 }).map((numbers) => {
  const data = Float32Array.from(numbers);
  const of = (/** @type {string} */ name, /** @type {number[]} */ shape, /** @type {number} */ from, /** @type {number} */ to) => ({ name, shape, data: data.subarray(from, to) });
  return npz([of('affine1.w', [3, 2], 0, 6), of('affine1.b', [2], 6, 8), of('affine2.w', [2, 3], 8, 14), of('affine2.b', [3], 14, 17)]);
});
const fileLike = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  archive,
  whole,
  // An archive in which a few bytes were changed, and its beginning or end is missing.
  fc.tuple(fc.oneof(archive, whole), fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 6 }), fc.nat({ max: 30 }), fc.nat({ max: 60 })).map(([bytes, changes, before, after]) => {
    for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
    return bytes.subarray(before % 7 === 0 ? before : 0, bytes.length - (after % 5 === 0 ? after : 0));
  }),
  fc.oneof(fc.json(), fc.dictionary(fc.constantFrom('affine1.w', 'affine1.b', 'weights', '__proto__', 'b2'), odd).map((value) => JSON.stringify(copied(value)) ?? ''), fc.dictionary(fc.constantFrom('affine1.w', 'b2'), fc.record({ shape: odd, data: odd })).map((weights) => JSON.stringify(copied({ weights })) ?? '')).map((text) => new TextEncoder().encode(text)),
);

always('any bytes are read as weights and begun with, or refused with a sentence', fileLike, async (bytes) => {
  try {
    const tensors = [['affine1.w', [3, 2]], ['affine1.b', [2]], ['affine2.w', [2, 3]], ['affine2.b', [3]]].map(([name, shape]) => ({ name: String(name), shape: /** @type {number[]} */ (shape) }));
    const { weights, settings } = fitted(await arraysIn(bytes), { tensors, inputs: [3], classes: 3 });
    assert.ok(weights.every(Number.isFinite));
    const one = learner({ settings: { hidden: [2], train: 20, test: 5 } });
    one.dispatch('beginWith', { ...settings, weights: textOfWeights(weights) }, { file: 'w', numbers: '1' });
    assert.equal(one.told().startsWith('Beginning with'), true, one.told());
  } catch (problem) {
    if (!(problem instanceof CoreError)) throw problem;
    assert.ok(Object.hasOwn(TEXT.en.problems, problem.code), problem.code);
    assert.ok(!TEXT.en.problems[/** @type {'weightsCut'} */ (problem.code)](problem.details).includes('undefined'), problem.code);
  }
});

always('any text is read as the weights of a state', fc.oneof(fc.string(), fc.array(fc.float()).map((numbers) => textOfWeights(Float32Array.from(numbers)))), (text) => {
  const read = weightsText(text);
  assert.ok(read === undefined || read === text);
  const one = learner({ settings: { hidden: [2], train: 20, test: 5 } });
  one.put({ settings: { weights: text } });
  assert.ok(read === '' || one.told() !== '');
});
