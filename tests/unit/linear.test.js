// What people write is read in a time that grows with its length, no faster. Each of these texts takes years, or at
// least hours, where it is read by going back over what was read before: then the test never ends.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finished, readingText } from '../../www/colours/table/read.js';
import { scoreOfJapanese, scoreOfLatin } from '../../www/colours/table/encoding-score.js';
import { customSetFrom } from '../../www/colours/records.js';
import { typed } from '../../www/lesson/number-answer.js';
import { givenBy } from '../../www/state/url.js';
import { read } from '../../www/state/moves.js';
import { colourOf, placeOf } from '../../www/state/parse.js';
import { importIn } from '../../www/sandbox/imports.js';
import { cleaned, initial } from '../../www/state/schema.js';

const MANY = 1_000_000;

test('a long exercise is looked through for import in linear time, whatever it holds', () => {
  for (const part of ['/', '//', '-->', '<!--', '/*', '/**', '/**/', '*/', '/* ', '//\n', ' ', '\n', 'import', 'import ', 'import/*', 'import//', 'import/**/', 'import\n', 'import//\n', 'import<!--', 'import-->']) {
    const text = part.repeat(MANY / part.length);
    assert.equal(importIn(`// import ${text}`), -1, part);
    assert.equal(importIn(`import ${text}`), -1, part);
  }
  assert.equal(importIn(`import${'/**/'.repeat(MANY)}(`), 0);
});

test('a long number is read in linear time', () => {
  for (const part of ['1', ' ', ',1', '.1', '1.', '-', '1e', '%', 'ー', '１']) {
    assert.ok(Number.isNaN(typed(`${part.repeat(MANY)}x`).value), part);
  }
});

test('a long place, colour or list of moves is read in linear time', () => {
  for (const part of ['a', 'a.', '.', 'forward:', ' ', ',', '1', '1 ', '#']) {
    const text = part.repeat(MANY);
    for (const long of [`${text} !`, `affine1.${text} !`, `affine1.w${text} !`, `forward:${text} !`]) assert.ok(placeOf(long).at === long, part);
    assert.ok(typeof colourOf(`${text}!`) === 'string', part);
    assert.equal(read(`1*full@${text}!`, 1), null, part);
  }
});

test('a long link is read in linear time', () => {
  for (const part of ['a', '#', ':', '&', '=', '%', '+', 'a:', 'at=', 'own=~', '.', '~', '_', 'A']) {
    const text = part.repeat(MANY / 10);
    for (const long of [text, `a:${text}`, `at=affine1.${text} `, `own=${text}`, `own=a.b~${text}`, `moves=${text}`, `hidden=${text}`, `neuron=${text}`]) {
      const given = givenBy(long);
      if (given) cleaned(given, initial());
    }
  }
});

test('a long line of a table is read in linear time', () => {
  for (const part of ['"', 'x"', ' "', '""', ',', ';', ' ', 'x', 'x ', '#', '1', '"x', '(', '(1', 'rgb(', '[1,', '、', '|', '１', '1 ', '\uFEFF', 'e1', '0.', '%', "'"]) {
    assert.equal(finished(readingText(`${part.repeat(MANY)}!`)).labels.length, 0, part);
  }
});

test('a table of many lines is read in linear time, whatever they hold', () => {
  for (const part of ['\n', '\r', '\r\n', '"\n', '"\r', 'a"\n', '"a\n', '#\n', '#fff\n', 'a\n', '1,2,3,"\n', '1,2,3,"\r', '(\n', ',\n', '! \r', '[{\n', '1,2\n', 'r,g,b,label\n']) {
    const text = part.repeat(MANY / 10);
    assert.equal(finished(readingText(`${text}!`)).labels.length, 0, part);
    assert.equal(finished(readingText(`1,2,3,a\n${text}`)).bad.some(({ line }) => line === 1), false, part);
  }
});

test('a long name, value or heading is read in linear time', () => {
  for (const part of ['a', '=', "'", '1', '１', '-', ' ', '(', '%', '🎨', '、']) {
    const long = part.repeat(MANY);
    for (const text of [`1,2,3,${long}`, `${long},2,3,a`, `r,g,b,${long}\n1,2,3,a`, `${long} (${long}),g,b,label\n1,2,3,a`, `[{"r":1,"g":2,"b":3,"label":"${long}","${long}":1}]`]) finished(readingText(text));
    customSetFrom([{ r: 1, g: 2, b: 3, label: long }, { r: long, g: 2, b: 3, label: 'a' }]);
  }
});

test('a file is scored in linear time', () => {
  for (const bytes of [[0x81], [0xb1], [0x8f], [0x8e], [0xe4, 0x41], [0x92, 0x73]]) {
    const file = Uint8Array.from({ length: MANY }, (_, i) => bytes[i % bytes.length]);
    for (const score of [scoreOfJapanese(file, 'shift_jis'), scoreOfJapanese(file, 'euc-jp'), scoreOfLatin(file)]) assert.ok(score >= -1 && score <= 1);
  }
});
