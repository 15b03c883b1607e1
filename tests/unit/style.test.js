// The spelling of the Japanese words, as www/text/STYLE.md decides it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const PAGE = new URL('../../www/', import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, PAGE), 'utf8');
const JAPANESE = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u;

/** What is written, and what is not written instead, of the tables of the style sheet. */
const RULES = read('text/STYLE.md')
  .split('\n')
  .map((line) => /^\| (.+?) \| (`.+`) \|$/.exec(line))
  .flatMap((row) => (row ? [{ write: row[1], not: [...row[2].matchAll(/`([^`]+)`/g)].map(([, form]) => new RegExp(form.replaceAll('\\|', '|'), 'u')) }] : []));

/** All files with Japanese words for readers. */
const FILES = [...readdirSync(new URL('text/ja/', PAGE)).map((file) => `text/ja/${file}`), 'index.html', ...readdirSync(new URL('examples/', PAGE)).filter((file) => file.endsWith('.html')).map((file) => `examples/${file}`)];

/**
 * What a text has that the style sheet forbids.
 * @param {string} text
 */
function forbidden(text) {
  return text.split('\n').flatMap((line, i) => (JAPANESE.test(line) ? RULES.flatMap(({ write, not }) => not.filter((form) => form.test(line)).map((form) => `line ${i + 1}: ${form.exec(line)?.[0]}, write ${write}: ${line.trim().slice(0, 160)}`)) : []));
}

test('the Japanese words are spelt as the style sheet decides', () => {
  assert.ok(FILES.length > 10, FILES.join());
  assert.deepEqual(FILES.flatMap((file) => forbidden(read(file)).map((found) => `${file}, ${found}`)), []);
});

test('the style sheet forbids nothing that it writes, and finds what it forbids', () => {
  assert.ok(RULES.length >= 30, String(RULES.length));
  for (const { write } of RULES) assert.deepEqual(forbidden(write.replace(/\(.*/, '')), [], write);
  for (const wrong of ['色をえらぶ', 'ひらいてください', '3 つの組', '「色」の部屋', '三つの値', '約 2000 回', 'ブラウザを開く', 'まちがい', 'くらべましょう', '発表を始める', '数でなくなる', '損失がどれだけ増えるか']) {
    assert.ok(forbidden(wrong).length > 0, wrong);
  }
  for (const right of ['組み合わせと仕組み', '2023 年以降', '約 2,000 回', '#2244cc,冷たい', 'いません']) assert.deepEqual(forbidden(right), [], right);
});
