// What a script is told of a table.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTable } from '../../www/element/interface.js';
import { encoded } from './encoder.js';

test('a text is read to the form of the interface', async () => {
  const found = await readTable('# mine\nid,R,G,B,class\n1,250,20,30,warm\n2,0,0,256,cool\n3,0,0,255,cool', {}, 'en');
  assert.deepEqual(found, {
    data: [{ r: 250, g: 20, b: 30, label: 'warm' }, { r: 0, g: 0, b: 255, label: 'cool' }],
    classes: [{ label: 'warm', count: 1 }, { label: 'cool', count: 1 }],
    columns: [['id', 'ignored'], ['R', 'red'], ['G', 'green'], ['B', 'blue'], ['class', 'label']].map(([heading, role]) => ({ heading, role })),
    encoding: null,
    problems: [{ line: 4, reason: 'r, g and b are whole numbers from 0 to 255' }],
  });
});

test('bytes are read in their encoding, a view of them, too', async () => {
  const bytes = encoded('赤,緑,青,分類\r\n250,20,30,暖かい\r\n', 'shift_jis');
  for (const given of [bytes, bytes.slice().buffer]) {
    const { data, encoding, problems } = await readTable(given, {}, 'ja');
    assert.deepEqual([data, encoding, problems], [[{ r: 250, g: 20, b: 30, label: '暖かい' }], 'shift_jis', []]);
  }
});

test('what has to be decided is told and decided by an option', async () => {
  const asked = await readTable('1,0,0,a\n0,1,0,b', {}, 'en');
  assert.deepEqual([asked.data, asked.problems.map(({ line }) => line)], [[], [0]]);
  assert.ok(asked.problems[0].reason.includes('more than 1'));
  const { data, problems } = await readTable('1,0,0,a\n0,1,0,b', { range: 'unit' }, 'en');
  assert.deepEqual([data[0], problems], [{ r: 255, g: 0, b: 0, label: 'a' }, []]);
  const bytes = encoded('1,2,3,ÄÖ\n', 'windows-1252');
  assert.equal((await readTable(bytes, {}, 'en')).data.length, 0);
  assert.equal((await readTable(bytes, { encoding: 'windows-1252' }, 'en')).data[0].label, 'ÄÖ');
  assert.equal((await readTable('1,2,30,a', { columns: ['blue', 'green', 'red', 'label'] }, 'en')).data[0].r, 30);
});

test('what is neither a text nor bytes, or no option, is refused with a sentence', async () => {
  for (const given of [null, undefined, 5, {}, [], Symbol('a')]) await assert.rejects(readTable(/** @type {any} */ (given), {}, 'en'), /a string or an ArrayBuffer/);
  for (const options of [{ encoding: 'klingon' }, { range: 'wide' }, { columns: ['purple'] }, { columns: 'red' }, 'unit']) await assert.rejects(readTable('1,2,3,a', /** @type {any} */ (options), 'en'), /option/);
});
