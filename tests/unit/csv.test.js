// Labelled colours out of a table, as people write one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, print } from '../../www/colours/csv.js';
import { samplesOf } from '../../www/colours/custom-set.js';
import { TEXT } from '../../www/text/index.js';

/** @param {import('../../www/colours/custom-set.js').CustomSet | null} own */
function rowsOf(own) {
  assert.ok(own, 'some line can be used');
  return samplesOf(own).map(({ rgb, label }) => `${rgb.join()},${own.classes[label]}`).join(' ');
}

for (const [text, read] of [
  ['255,120,40,warm\n0,0,255,cool', '255,120,40,warm 0,0,255,cool'],
  ['#ff7828,warm\n#00f,cool', '255,120,40,warm 0,0,255,cool'],
  ['r,g,b,label\r\n1,2,3,a\r\n\r\n4,5,6,b\r\n', '1,2,3,a 4,5,6,b'],
  ['1;2;3;a\n4\t5\t6\tb', '1,2,3,a 4,5,6,b'],
  ['1,2,3,"a, ""so"" b"\n 4 , 5 , 6 , c d ', '1,2,3,a, "so" b 4,5,6,c d'],
  ['\uFEFF1,2,3,海\n4,5,6,森', '1,2,3,海 4,5,6,森'],
]) {
  test(`all usual ways to write a table are read: ${JSON.stringify(text)}`, () => {
    const { own, bad } = parse(text);
    assert.equal(rowsOf(own), read);
    assert.deepEqual(bad, []);
  });
}

test('what can not be used says why', () => {
  const sentences = TEXT.en.badWhy;
  for (const [line, why] of [
    ['1,2,3', 'it is not'],
    ['1,2,-3,a', 'whole numbers'],
    ['1,2,3.5,a', 'whole numbers'],
    ['#12345,a', 'six hexadecimal digits'],
    ['1,2,3,', 'the class has no name'],
  ]) {
    const { own, bad } = parse(line);
    assert.equal(own, null, line);
    assert.equal(bad.length, 1, line);
    assert.ok(sentences[bad[0].why].includes(why), line);
  }
  const seven = parse(Array.from({ length: 7 }, (_, i) => `${i},0,0,class ${i}`).join('\n'));
  assert.deepEqual(seven.bad.map(({ line, why }) => [line, why]), [[7, 'classes']]);
  assert.ok(sentences.classes.includes('6 classes at most'));
});

test('of ten thousand rows three bad ones are named by their lines and the rest is used', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => `${i % 256},${Math.floor(i / 256) % 256},${(i * 7) % 256},class ${i % 3}`);
  rows[16] = '12,13,class 0';
  rows[4001] = '1,2,256,class 1';
  rows[9998] = '1,2,3,';
  const { own, bad } = parse(rows.join('\n'));
  assert.deepEqual(bad.map(({ line }) => line), [17, 4002, 9999]);
  assert.ok(own);
  assert.equal(samplesOf(own).length, 9997);
  assert.deepEqual(own.classes, ['class 0', 'class 1', 'class 2']);
});

test('a table that is written is read back', () => {
  const table = '1,2,3,"a, ""so"" b"\n4,5,6,海\n7,8,9,c d';
  const { own } = parse(table);
  assert.ok(own);
  assert.deepEqual(parse(print(own)), { own, bad: [] });
});
