// Where an exercise imports something.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importIn } from '../../www/sandbox/imports.js';

test('an import is found over white space and comments', () => {
  for (const text of [
    "import('/core.js')",
    'import (1)',
    'import.meta',
    'import . meta',
    'import\n(1)',
    'import\u00a0\u2028\ufeff(1)',
    'import/**/(1)',
    'import/* ( no ) * / *//***/(1)',
    'import // here\n(1)',
    'import // here\r(1)',
    'import // here\u2029(1)',
    'import <!-- here\n(1)',
    'import\n--> here\n(1)',
    'import//\n/*\n*/<!--\n//\n(1)',
    'import//*\n(1)',
    'import /*/ */ (1)',
    '/import(1)',
    'ä.import(1)',
    '{import(1)}',
  ]) {
    assert.equal(importIn(text), text.indexOf('import'), text);
  }
  assert.equal(importIn("const one = [...import /* it */ ( // here\n'/core.js')]"), 16);
  assert.equal(importIn('important(1); import what; import(2)'), 27);
});

test('what only looks like an import is left alone', () => {
  for (const text of [
    '',
    'import',
    'import what',
    'import // what counts',
    'import /* what counts',
    'import /*/ (1)',
    'import / (1)',
    'import - (1)',
    'import < (1)',
    'imports(1)',
    'important(1)',
    'reimport(1)',
    '$import(1)',
    '_import.meta',
    'Import(1)',
    'const important = 1; // import what counts\nreturn important',
  ]) {
    assert.equal(importIn(text), -1, text);
  }
});

test('it is at least as strict as the grammar of comments, in every text of few signs', () => {
  // Goes back over what was read before, so it is good for short texts only.
  const grammar = /(?<![\w$])import(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/|(?:\/\/|<!--|-->).*)*[.(]/;
  const signs = ['/', '*', '\n', ' ', '<!--', '-->', '(', 'x'];
  let texts = ['import'];
  for (let length = 0; length < 6; length += 1) {
    texts = texts.flatMap((text) => signs.map((sign) => text + sign));
    const missed = texts.filter((text) => grammar.test(text) && importIn(text) < 0);
    assert.deepEqual(missed, []);
  }
});
