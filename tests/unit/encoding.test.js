// The encoding of a file: found, asked about where two are near, and chosen. Words with bytes from 0x80 to 0x9f in
// windows-1252 are read in the tests of the page: Node.js 20 takes it for Latin-1 (nodejs/node#60888).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decoded } from '../../www/colours/table/encoding.js';
import { encoded } from './encoder.js';

const utf8 = (/** @type {string} */ text) => new TextEncoder().encode(text);
const utf16 = (/** @type {string} */ text, little = true) =>
  Uint8Array.from([...`\uFEFF${text}`].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]).map((_, i, all) => all[little ? i : i ^ 1]));

for (const [name, bytes, encoding, text] of /** @type {[string, Uint8Array, string, string][]} */ ([
  ['ASCII', utf8('1,2,3,a'), 'utf-8', '1,2,3,a'],
  ['UTF-8', utf8('1,2,3,海'), 'utf-8', '1,2,3,海'],
  ['UTF-8 with a mark', utf8('\uFEFF1,2,3,海'), 'utf-8', '1,2,3,海'],
  ['UTF-16', utf16('1,2,3,海'), 'utf-16le', '1,2,3,海'],
  ['UTF-16, the other way round', utf16('1,2,3,海', false), 'utf-16be', '1,2,3,海'],
  ['ISO-2022-JP', utf8('1,2,3,\u001b$B3$\u001b(B'), 'iso-2022-jp', '1,2,3,海'],
  ...['暖かい', '海', '橙', '赤,緑', '赤紫', 'アカ', 'みどりA', 'あか red', '臙脂色', '翡翠', '表示'].map((word) => [`Shift_JIS ${word}`, encoded(`1,2,3,${word}\r\n4,5,6,${word}`, 'shift_jis'), 'shift_jis', `1,2,3,${word}\r\n4,5,6,${word}`]),
  ...['暖かい', 'みどり', '空色と赤い色'].map((word) => [`EUC-JP ${word}`, encoded(`1,2,3,${word}\n`, 'euc-jp'), 'euc-jp', `1,2,3,${word}\n`]),
  ...['Mädchen', 'GRÜN', 'größe', 'bleu foncé', 'été', 'naïve', 'blå', 'crème brûlée', 'niño', 'Ærø'].map((word) => [`windows-1252 ${word}`, encoded(`1,2,3,${word}\n4,5,6,${word}`, 'windows-1252'), 'windows-1252', `1,2,3,${word}\n4,5,6,${word}`]),
])) {
  test(`a file is read in its encoding: ${name}`, () => {
    assert.deepEqual(decoded(bytes), { text, encoding, sure: true, refused: null });
  });
}

test('where two encodings are near it is asked, and the choice counts', () => {
  for (const [word, encoding] of [['ｱｶ', 'shift_jis'], ['赤,緑', 'euc-jp']]) {
    const near = encoded(`1,2,3,${word}\n`, encoding);
    assert.equal(decoded(near).sure, false, word);
    assert.equal(decoded(near, /** @type {'shift_jis'} */ (encoding)).text, `1,2,3,${word}\n`);
  }
  const bytes = encoded('1,2,3,ÄÖ\n', 'windows-1252');
  assert.equal(decoded(bytes).sure, false);
  assert.deepEqual(decoded(bytes, 'windows-1252'), { text: '1,2,3,ÄÖ\n', encoding: 'windows-1252', sure: true, refused: null });
  assert.equal(decoded(bytes, 'shift_jis').text, '1,2,3,ﾄﾖ\n');
  assert.equal(decoded(bytes, 'utf-8').refused, 'encoding');
});

test('what is no text is refused with what it is', () => {
  assert.equal(decoded(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0])).refused, 'workbook');
  assert.equal(decoded(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])).refused, 'workbook');
  assert.equal(decoded(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])).refused, 'binary');
  assert.equal(decoded(new Uint8Array(1000)).refused, 'binary');
  assert.equal(decoded(new Uint8Array(32 * 1024 * 1024 + 1).fill(0x31)).refused, 'large');
});

test('a name in no encoding gets no character that stands for what could not be read', () => {
  for (const bytes of [[0x31, 0xff], [0x31, 0x81], [0x31, 0xf0, 0x40], [0x31, 0xfd]]) {
    const { text } = decoded(Uint8Array.from(bytes));
    assert.doesNotMatch(text, /[\uFFFD\p{Co}]/u);
  }
});
