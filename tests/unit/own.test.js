// One's own colours: joined, and as a table.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { print } from '../../www/colours/table/print.js';
import { finished, readingText } from '../../www/colours/table/read.js';
import { firstPlan, selected } from '../../www/colours/table/selection.js';
import { customSetFrom } from '../../www/colours/records.js';
import { COLOURS, MOST, joined, customSetOf, samplesOf } from '../../www/colours/custom-set.js';
import { table } from '../../www/app/runs.js';
import { SETTINGS } from '../../www/core/facts.js';

/**
 * A set of some classes, with a colour of each class that is named.
 * @param {string[]} classes
 * @param {string[]} used
 * @param {number} red tells the colours of two sets apart
 */
function set(classes, used, red) {
  return customSetOf(classes, used.map((name, i) => ({ rgb: [red, i, 0], label: classes.indexOf(name) })));
}

/**
 * What a table gives, and the lines of it that can't be used.
 * @param {string} text
 */
function parse(text) {
  const reading = finished(readingText(text));
  return { own: selected(reading, firstPlan(reading.classes), { other: 'other', fill: 'else' }, 1), bad: reading.bad };
}

/** @param {import('../../www/colours/custom-set.js').CustomSet | null} own */
function told(own) {
  return own && samplesOf(own).map(({ rgb, label }) => `${rgb.join()} ${own.classes[label]}`);
}

test('classes without a colour give way when two sets are joined', () => {
  const both = joined(set(['a', 'empty', 'b'], ['b', 'a'], 1), set(['c', 'b'], ['c', 'b'], 2));
  assert.deepEqual(both?.classes, ['a', 'b', 'c']);
  assert.deepEqual(told(both), ['1,0,0 b', '1,1,0 a', '2,0,0 c', '2,1,0 b']);
});

test('a class that only fills a table up gives way as well', () => {
  // A table of one class is read with a second one, for a network has two at least.
  const more = parse('1,2,3,c').own;
  assert.ok(more);
  assert.deepEqual(more.classes, ['c', '1']);
  assert.deepEqual(joined(set(['a', 'b'], ['a', 'b'], 1), more)?.classes, ['a', 'b', 'c']);
  const rest = Array.from({ length: MOST - 1 }, (_, i) => `class ${i}`);
  assert.deepEqual(joined(set(rest, rest, 1), more)?.classes, [...rest, 'c'], 'the last one has room');
});

test('there are two classes at least, also where only one has a colour', () => {
  assert.deepEqual(joined(set(['sea', 'wood'], ['sea'], 1), set(['sea', '1'], ['sea'], 2))?.classes, ['sea', 'wood']);
  assert.deepEqual(joined(set(['1', '2'], [], 1), set(['c', '1'], ['c'], 2))?.classes, ['c', '1']);
  assert.deepEqual(joined(set(['c', '1'], [], 1), set(['c', '1'], [], 2))?.classes, ['c', '1']);
});

test('what has no room is not joined', () => {
  const all = Array.from({ length: MOST + 1 }, (_, i) => `class ${i}`);
  const [some, others] = [all.slice(0, 4), all.slice(4)];
  assert.equal(joined(set(some, some, 1), set(others, others, 2)), null);
  assert.equal(joined(set(some, some, 1), set(others.slice(1), others.slice(1), 2))?.classes.length, MOST);
  const many = customSetOf(['a', 'b'], Array.from({ length: COLOURS }, () => ({ rgb: [1, 2, 3], label: 0 })));
  assert.equal(joined(many, set(['a', 'b'], ['a'], 1)), null);
});

const ODD = ['a;b', 'a,b', 'a\tb', 'say "so"', '"', 'a b', '; ', '海', '#fff', '1', "it's", 'a""b'];

test('a table that is written is read back, whatever the classes are called', () => {
  for (const name of ODD) {
    const { own } = customSetFrom([{ r: 1, g: 2, b: 3, label: name }, { r: 255, g: 0, b: 9, label: 'other' }]);
    assert.ok(own);
    assert.deepEqual(parse(print(own)), { own, bad: [] }, name);
  }
});

test('a class with a line break in its name is called by one line', () => {
  const { own } = customSetFrom([{ r: 1, g: 2, b: 3, label: 'deep\r\nsea' }, { r: 255, g: 0, b: 9, label: 'wood' }]);
  assert.ok(own);
  assert.deepEqual(own.classes, ['deep sea', 'wood']);
  assert.deepEqual(parse(print(own)), { own, bad: [] });
});

test('in a table whatever separates cells is in quotes', () => {
  for (const name of ['a;b', 'a,b', 'a\tb', 'a "b"']) {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    const { own } = customSetFrom([{ r: 1, g: 2, b: 3, label: name }]);
    assert.ok(own && print(own).includes(`1,2,3,${quoted}\r\n`), name);
    const summary = { step: 3, trainLoss: 1, testLoss: undefined, trainAccuracy: 0.5, testAccuracy: undefined, sampled: undefined, diverged: undefined };
    assert.ok(table([{ name, settings: { ...SETTINGS }, summary }]).includes(`\r\n${quoted},dominant,`), name);
  }
});
