// What people write is read in a time that grows with its length, no faster. Each of these texts takes years, or at
// least hours, where it is read by going back over what was read before: then the test never ends.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../www/colours/csv.js';
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
    assert.ok(Number.isNaN(typed(`${part.repeat(MANY)}x`)), part);
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
  for (const part of ['"', 'x"', ' "', '""', ',', ';', ' ', 'x', 'x ', '#', '1', '"x']) {
    assert.equal(parse(`${part.repeat(MANY)}!`).own, null, part);
  }
});
