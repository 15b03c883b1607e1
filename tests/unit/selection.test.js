// Which classes and colours of a table are used.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COLOURS, MOST, countOf, samplesOf } from '../../www/colours/custom-set.js';
import { finished, readingText } from '../../www/colours/table/read.js';
import { canMerge, firstPlan, groupsOf, selected, sizeOf } from '../../www/colours/table/selection.js';

const NAMES = { other: 'other', fill: 'everything else' };
const read = (/** @type {string} */ text) => finished(readingText(text));

/** A table with so many colours of each class. @param {number[]} counts */
function table(counts) {
  return read(counts.flatMap((count, label) => Array.from({ length: count }, (_, i) => `${i % 256},${(i >> 8) % 256},${label},class ${label}`)).join('\n'));
}

/** @param {import('../../www/colours/custom-set.js').CustomSet} own */
function counts(own) {
  const sizes = own.classes.map(() => 0);
  for (const { label } of samplesOf(own)) sizes[label] += 1;
  return Object.fromEntries(own.classes.map((name, i) => [name, sizes[i]]));
}

test('of too many classes the largest are chosen, and the rest can become another one', () => {
  const reading = table(Array.from({ length: MOST + 3 }, (_, i) => i + 1));
  const plan = firstPlan(reading.classes);
  assert.equal(plan.chosen.size, MOST);
  assert.ok(!plan.chosen.has('class 0') && plan.chosen.has(`class ${MOST + 2}`));
  assert.deepEqual(sizeOf(reading.classes, plan), { classes: MOST, colours: [...plan.chosen].reduce((sum, name) => sum + Number(name.split(' ')[1]) + 1, 0), left: 6, leftClasses: 3, fits: true });
  assert.equal(sizeOf(reading.classes, { ...plan, other: true }).fits, false, 'one has to give way');
  const fewer = { ...plan, other: true, chosen: new Set([...plan.chosen].slice(1)) };
  const own = selected(reading, fewer, NAMES, 1);
  assert.equal(own.classes.length, MOST);
  assert.deepEqual(counts(own).other, 1 + 2 + 3 + MOST + 3);
});

test('one class against the rest', () => {
  const reading = table([5, 6, 7]);
  const own = selected(reading, { ...firstPlan(reading.classes), other: true, chosen: new Set(['class 1']) }, NAMES, 1);
  assert.deepEqual(counts(own), { 'class 1': 6, other: 12 });
});

test('names that differ only in case, width or white space are one class when that is chosen', () => {
  const reading = read('1,2,3,Red\n1,2,4,red\n1,2,5,ＲＥＤ\n1,2,6,red \n1,2,7,light blue\n1,2,8,lightblue\n1,2,9,Reddish');
  assert.ok(canMerge(reading.classes));
  assert.deepEqual(groupsOf(reading.classes, true).map(({ label, count }) => [label, count]), [['red', 4], ['light blue', 2], ['Reddish', 1]]);
  const own = selected(reading, { ...firstPlan(reading.classes), merge: true, chosen: new Set(['red', 'light blue']) }, NAMES, 1);
  assert.deepEqual(counts(own), { red: 4, 'light blue': 2 });
  assert.ok(!canMerge(read('1,2,3,a\n1,2,3,b').classes));
});

test('a single class can get another of everything else, which is nowhere near it', () => {
  const reading = table([30]);
  const plan = firstPlan(reading.classes);
  assert.deepEqual(counts(selected(reading, plan, NAMES, 1)), { 'class 0': 30, 1: 0 });
  const own = selected(reading, { ...plan, fill: true }, NAMES, 1);
  assert.deepEqual(counts(own), { 'class 0': 30, 'everything else': 30 });
  const [one, two] = [0, 1].map((label) => samplesOf(own).filter((sample) => sample.label === label));
  for (const { rgb } of two) for (const other of one) assert.ok(rgb.some((channel, i) => Math.abs(channel - other.rgb[i]) >= 40));
  assert.deepEqual(selected(reading, { ...plan, fill: true }, NAMES, 1), own, 'the same seed, the same colours');
});

test('too many colours are drawn evenly from each class by the seed, in their order', () => {
  const reading = table([500, 20_000, 30_000]);
  const plan = firstPlan(reading.classes);
  const own = selected(reading, plan, NAMES, 7);
  assert.equal(countOf(own), COLOURS);
  assert.deepEqual(counts(own), { 'class 0': 500, 'class 1': 4750, 'class 2': 4750 });
  assert.deepEqual(selected(reading, plan, NAMES, 7), own);
  assert.notDeepEqual(selected(reading, plan, NAMES, 8).colours, own.colours);
  // From all over the class: the first and the second half have about as many.
  const rows = samplesOf(own).filter(({ label }) => label === 2).map(({ rgb }) => rgb[0] + 256 * rgb[1]);
  const early = rows.filter((row) => row < 15_000).length;
  assert.ok(Math.abs(early - 2375) < 200, String(early));
  assert.deepEqual(rows, [...rows].sort((one, other) => one - other));
});

test('classes stay in the order in which they come', () => {
  assert.deepEqual(selected(read('1,2,3,b\n1,2,4,a\n1,2,5,a'), firstPlan(read('1,2,3,b\n1,2,4,a\n1,2,5,a').classes), NAMES, 1).classes, ['b', 'a']);
});
