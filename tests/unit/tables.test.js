// Labelled colours out of a table, as people have them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { print } from '../../www/colours/table/print.js';
import { finished, readingText } from '../../www/colours/table/read.js';
import { firstPlan, selected } from '../../www/colours/table/selection.js';
import { samplesOf } from '../../www/colours/custom-set.js';
import { TEXT } from './words.js';
import { decoded } from '../../www/colours/table/encoding.js';
import { customSetFrom } from '../../www/colours/records.js';
import { encoded } from './encoder.js';

/**
 * @param {string} text
 * @param {import('../../www/colours/table/read.js').Choices} [choices]
 */
const read = (text, choices) => finished(readingText(text, choices));

/** @param {import('../../www/colours/table/read.js').Reading} reading */
function rowsOf({ labels, rgb, classes }) {
  return [...labels].map((label, i) => `${rgb.subarray(i * 3, i * 3 + 3).join()},${classes[label].label}`).join(' ');
}

const ONE = '250,20,30,warm';
const TWO = `${ONE} 0,0,255,cool`;

/** Each form, a table in it, and what it says. @type {[string, string, string][]} */
const FORMS = [
  ['what is documented', '250,20,30,warm\n0,0,255,cool', TWO],
  ['hexadecimal digits', '#fa141e,warm\n#00f,cool', TWO],
  ['both of these in one table', '250,20,30,warm\n#0000ff,cool', TWO],
  ['a heading', 'r,g,b,label\r\n250,20,30,warm\r\n\r\n0,0,255,cool\r\n', TWO],
  ['several separators', '250;20;30;warm\n0\t0\t255\tcool', TWO],
  ['quotes', '1,2,3,"a, ""so"" b"\n 4 , 5 , 6 , c d ', '1,2,3,a, "so" b 4,5,6,c d'],
  ['a mark', '\uFEFF1,2,3,海\n4,5,6,森', '1,2,3,海 4,5,6,森'],
  ['lines that end as on an old Mac', '250,20,30,warm\r0,0,255,cool', TWO],
  ['the label first', 'label,r,g,b\n2,245,65,59\n0,20,30,40', '245,65,59,2 20,30,40,0'],
  ['words for headings', 'red,green,blue,class\n250,20,30,warm', ONE],
  ['words in capitals, in another order', 'Category,Blue,Green,Red\nwarm,30,20,250', ONE],
  ['Japanese headings', 'R値,G値,B値,色名\n250,20,30,warm', ONE],
  ['headings in Japanese and Latin letters', '赤(R),緑(G),青(B),ラベル\n250,20,30,warm', ONE],
  ['headings in full width', 'Ｒ，Ｇ，Ｂ，分類\n２５０，２０，３０，warm', ONE],
  ['a colour code by its heading', 'id,notes,colour code,label\n1,x,#fa141e,warm\n2,y,#00f,cool', TWO],
  ['a heading #rgb', '#rgb,label\n#fa141e,warm', ONE],
  ['a heading of the index that is a sign', '#,r,g,b,label\n1,250,20,30,warm\n2,0,0,255,cool', TWO],
  ['an index without a heading', ',r,g,b,label\n0,250,20,30,warm\n1,0,0,255,cool', TWO],
  ['alpha and notes beside it', 'notes,r,g,b,a,label\nx,250,20,30,255,warm', ONE],
  ['a label that beats a name', 'name,r,g,b,label\nscarlet,250,20,30,warm', ONE],
  ['a class that beats a name', 'class,name,hex\nwarm,scarlet,#fa141e', ONE],
  ['colour as the class', 'colour,r,g,b\nwarm,250,20,30', ONE],
  ['colour as the colour', 'colour,label\n#fa141e,warm', ONE],
  ['name and hex', 'name,hex\nwarm,#fa141e\ncool,#00f', TWO],
  ['the class first, without a heading', 'warm,#fa141e\ncool,#00f', TWO],
  ['the class first, before channels', 'warm,250,20,30\ncool,0,0,255', TWO],
  ['alpha without a heading', '250,20,30,255,warm\n0,0,255,255,cool', TWO],
  ['an index without any heading', '1,250,20,30,warm\n2,0,0,255,cool\n3,250,20,30,warm', `${TWO} ${ONE}`],
  ['trailing commas', '250,20,30,warm,\n0,0,255,cool,', TWO],
  ['rows of commas, as Excel leaves them', '250,20,30,warm\n,,,\n0,0,255,cool\n,,,\n', TWO],
  ['digits without a sign', 'fa141e,warm\n0000ff,cool', TWO],
  ['0x', '0xfa141e,warm\n0x0000ff,cool', TWO],
  ['opaque digits', '#fa141eff,warm\n#00ff,cool', TWO],
  ['three digits', '#f12,warm', '255,17,34,warm'],
  ['capital digits', '#FA141E,warm', ONE],
  ['rgb()', 'rgb(250, 20, 30),warm\nrgb(0,0,255),cool', TWO],
  ['rgb() as it is written now', 'rgb(250 20 30 / 100%);warm', ONE],
  ['rgba()', '"rgba(250, 20, 30, 1)",warm', ONE],
  ['rgb() of percents', 'rgb(98%, 8%, 12%),warm', '250,20,31,warm'],
  ['rgb() of black is no range of its own', 'rgb(1, 0, 0),warm', '1,0,0,warm'],
  ['a colour in quotes', '"250,20,30",warm\n"0,0,255",cool', TWO],
  ['a colour in parentheses', '(250, 20, 30),warm\n[0, 0, 255],cool', TWO],
  ['whole numbers with a point', '250.0,20.0,30.0,warm\n0.0,0.0,255.0,cool', TWO],
  ['numbers as NumPy writes them', '2.500e+02,2.00e+01,3.0e+01,warm', ONE],
  ['0 to 1', '0.98,0.08,0.12,warm\n0,0,1,cool', '250,20,31,warm 0,0,255,cool'],
  ['percents', '98%,8%,12%,warm\n0%,0,100%,cool', '250,20,31,warm 0,0,255,cool'],
  ['percents by the heading', 'r (%),g (%),b (%),label\n98,8,12,warm', '250,20,31,warm'],
  ['decimal commas', '0,98;0,08;0,12;warm\n0;0;1;cool', '250,20,31,warm 0,0,255,cool'],
  ['whole numbers with decimal commas', '250,0;20,0;30,0;warm', ONE],
  ['full width and Japanese commas', '２５０，２０、３０，warm\n０、０、２５５、cool', TWO],
  ['full width beside plain commas', '２５０,２０,３０,warm', ONE],
  ['spaces', '250 20 30 warm\n  0   0 255  cool', TWO],
  ['spaces, and in the class, too', '250 20 30 very warm', '250,20,30,very warm'],
  ['spaces, the class first', 'warm 250 20 30\ncool 0 0 255', TWO],
  ['spaces and digits', '#fa141e warm', ONE],
  ['spaces and a heading', 'r g b label\n250 20 30 warm', ONE],
  ['the colours of X11', '! $XConsortium: rgb.txt $\n250  20  30\t\twarm\n  0   0 255\t\tcool', TWO],
  ['a palette of GIMP', 'GIMP Palette\nName: Two\nColumns: 2\n#\n250  20  30\twarm\n  0   0 255\tcool', TWO],
  ['a palette of GIMP with spaces', 'GIMP Palette\nName: Two\nColumns: 2\n#\n250  20  30  warm\n  0   0 255  cool', TWO],
  ['the colours of xkcd', '# License: http://creativecommons.org\nwarm\t#fa141e\t\ncool\t#0000ff\t', TWO],
  ['Markdown', '|r|g|b|label|\n|250|20|30|warm|', ONE],
  ['objects', '[{"r":250,"g":20,"b":30,"label":"warm"},{"r":0,"g":0,"b":255,"label":"cool"}]', TWO],
  ['objects with long keys', '[{"red":"250","green":"20","blue":"30","class":"warm"}]', ONE],
  ['objects with a colour', '[{"color":"#fa141e","label":"warm"},{"color":"#00f","label":"cool"}]', TWO],
  ['objects with a colour as CSS writes it', '[{"color":"rgb(250, 20, 30)","label":"warm"}]', ONE],
  ['objects with channels in a text', '[{"colour":"250,20,30","label":"warm"}]', ONE],
  ['objects with a list', '[{"colour":[250,20,30],"label":"warm"}]', ONE],
  ['objects in objects', '[{"colour":{"r":250,"g":20,"b":30},"label":"warm"}]', ONE],
  ['lists', '[[250,20,30,"warm"],[0,0,255,"cool"]]', TWO],
  ['lists with digits', '[["#fa141e","warm"],["#00f","cool"]]', TWO],
  ['a list in an object', '{"colors":[{"hex":"#fa141e","name":"warm"}]}', ONE],
  ['colours by class', '{"warm":["#fa141e"],"cool":["#00f"]}', TWO],
  ['comments', '# made by hand\n250,20,30,warm\n// so\n0,0,255,cool\n# end', TWO],
  ['a heading as a comment', '# r,g,b,label\n250,20,30,warm', ONE],
  ['sep=', 'sep=;\r\n250;20;30;warm\r\n', ONE],
  ['titles', 'My colours\n2026\n\nr,g,b,label\n250,20,30,warm', ONE],
  ['a title with the commas of a spreadsheet', 'My colours,,,\n,,,\nr,g,b,label\n250,20,30,warm', ONE],
  ['a class that is a number', '250,20,30,7\n100,100,200,8', '250,20,30,7 100,100,200,8'],
  ['a class on two lines', '250,20,30,"very\nwarm"\n0,0,255,cool', '250,20,30,very warm 0,0,255,cool'],
  ['a class that looks like digits', '250,20,30,facade\n0,0,255,decade', '250,20,30,facade 0,0,255,decade'],
  ['a class with a quotation mark', '250,20,30,5" disk\n0,0,255,cool', '250,20,30,5" disk 0,0,255,cool'],
  ['a class with parentheses', '250,20,30,warm (dark)\n0,0,255,cool', '250,20,30,warm (dark) 0,0,255,cool'],
  ['a class called as a colour', '250,20,30,red\n0,0,255,blue', '250,20,30,red 0,0,255,blue'],
];

for (const [name, text, rows] of FORMS) {
  test(`a table is read as it is meant: ${name}`, () => {
    const reading = read(text);
    assert.equal(reading.refused, null);
    assert.deepEqual(reading.bad, []);
    assert.deepEqual(reading.questions, []);
    assert.equal(rowsOf(reading), rows);
  });
}

/** Lines that can't be used beside one that can, and the reason in English. @type {[string, string][]} */
const BAD = [
  ['1,2,-3,a', 'whole numbers'],
  ['1,2,3.5,a', 'whole numbers'],
  ['1,2,256,a', 'whole numbers'],
  ['1,2,x,a', 'whole numbers'],
  ['1,,3,a', 'whole numbers'],
  ['1,2,a', 'whole numbers'],
  ['1,2,1e400,a', 'whole numbers'],
  ['50%,2,3,a', 'stand together'],
  ['150%,0,0,a', 'percents from 0 to 100'],
  ['1,2,3,', 'the class has no name'],
  ['1,2,3," "', 'the class has no name'],
  ['1,2,3,a,b', 'more cells than columns'],
  ['1,2,3,"a', 'not closed'],
  ['1,2,3,a\uFFFDb', 'can’t be shown'],
  ['1,2,3,a\uE000', 'can’t be shown'],
  ['1,2,3,a\u0007', 'can’t be shown'],
  [`1,2,3,a${','.repeat(300)}b`, 'more than 200 cells'],
];

for (const [line, why] of BAD) {
  test(`a line that can't be used is named with its reason: ${JSON.stringify(line.slice(0, 30))}`, () => {
    const { bad, labels } = read(`250,20,30,warm\n0,0,255,cool\n${line}`);
    assert.equal(labels.length, 2);
    assert.deepEqual(bad.map((one) => one.line), [3]);
    assert.ok(TEXT.en.badWhy[bad[0].why].includes(why), TEXT.en.badWhy[bad[0].why]);
    assert.ok(TEXT.ja.badWhy[bad[0].why].length > 5);
  });
}

for (const [line, why] of [['#12345,a', 'six hexadecimal digits'], ['warm,a', 'six hexadecimal digits'], ['0xfffa141e,a', 'six hexadecimal digits'], ['rgb(1,2),a', 'six hexadecimal digits'], ['rgb(0.5, 0, 0),a', 'whole numbers'], ['#fffa1480,a', 'transparency stands first or last']]) {
  test(`a colour in one cell that can't be used is named with its reason: ${line}`, () => {
    const { bad, labels } = read(`#fa141e,warm\n#00f,cool\n${line}`);
    assert.deepEqual([labels.length, ...bad.map((one) => one.line)], [2, 3]);
    assert.ok(TEXT.en.badWhy[bad[0].why].includes(why), TEXT.en.badWhy[bad[0].why]);
  });
}

/** Tables of which nothing can be used, and the reason in English. @type {[string, string][]} */
const REFUSED = [
  ['', 'no row'],
  ['\n,,,\n# only\n', 'no row'],
  ['r,g,b,label', 'no row'],
  ['1,2,3\n4,5,6', 'No column of classes'],
  ['12,a', 'No column of colours'],
  ['warm,cool\nred,blue', 'No column of colours'],
  ['h,s,v,label\n10,20,30,a', 'No column of colours'],
  ['L,a,b,label\n10,20,30,a', 'No column of colours'],
  ['[{"r":1,"g":2,"b":3,}]', 'not valid JSON'],
  ['{"r":1}\n{"r":2}', 'not valid JSON'],
  ['[1,2,3]', 'No column of colours'],
  [`name,hex\n${Array.from({ length: 30 }, (_, i) => `colour ${i},#fa14${String(i + 10)}`).join('\n')}`, 'another name'],
  ['<img src=x onerror=alert(1)>,<b>', 'No column of colours'],
];

for (const [text, why] of REFUSED) {
  test(`a table of which nothing can be used says why: ${JSON.stringify(text.slice(0, 30))}`, () => {
    const { refused, labels } = read(text);
    assert.equal(labels.length, 0);
    assert.ok(refused && TEXT.en.tableRefused[refused].includes(why), String(refused));
    assert.ok(TEXT.ja.tableRefused[refused].endsWith('。'));
  });
}

/** Tables that can be understood in two ways, what is asked, and a choice with what it gives. @type {[string, string, import('../../www/colours/table/read.js').Choices, string][]} */
const ASKED = [
  ['1,0,0,a\n0,0,1,b', 'scale', { scale: 'unit' }, '255,0,0,a 0,0,255,b'],
  ['1,0,0,a\n0,0,1,b', 'scale', { scale: 'byte' }, '1,0,0,a 0,0,1,b'],
  ['1.0,0.0,0.0,a\n0.0,0.0,1.0,b', 'scale', { scale: 'unit' }, '255,0,0,a 0,0,255,b'],
  [Array.from({ length: 10 }, (_, i) => `${100 - i},2,3,a`).join('\n'), 'scale', { scale: 'percent' }, Array.from({ length: 10 }, (_, i) => `${Math.round((100 - i) * 2.55)},5,8,a`).join(' ')],
  ['1,20,30,2\n2,50,60,2', 'columns', { roles: ['label', 'red', 'green', 'blue'] }, '20,30,2,1 50,60,2,2'],
  ['x,y,z,q\n1,2,30,a\n4,5,60,b', 'columns', { roles: ['red', 'green', 'blue', 'label'] }, '1,2,30,a 4,5,60,b'],
  ['r,g,b,remarks\n1,2,30,a\n4,5,60,b', 'columns', { roles: ['red', 'green', 'blue', 'label'] }, '1,2,30,a 4,5,60,b'],
];

for (const [text, about, choices, rows] of ASKED) {
  test(`what is not certain is asked: ${JSON.stringify(text.slice(0, 30))} with ${JSON.stringify(choices)}`, () => {
    assert.deepEqual(read(text).questions.map((one) => one.about), [about]);
    const chosen = read(text, choices);
    assert.deepEqual([chosen.questions, chosen.bad], [[], []]);
    assert.equal(rowsOf(chosen), rows);
  });
}

test('a first line of data that is no good is named, and not taken for a heading', () => {
  const { bad, head, labels } = read('warm,#fa141\ncool,#0000ff\nwarm,#fa141e');
  assert.deepEqual([head, labels.length, bad.map(({ line }) => line)], [null, 2, [1]]);
});

test('a column that is different in nearly every row is a name, and no class', () => {
  const rows = Array.from({ length: 40 }, (_, i) => `colour ${i},${i},20,30,${i % 2 ? 'warm' : 'cool'}`);
  const { classes, roles } = read(`name,r,g,b,group\n${rows.join('\n')}`);
  assert.deepEqual(classes, [{ label: 'cool', count: 20 }, { label: 'warm', count: 20 }]);
  assert.deepEqual(roles, ['name', 'red', 'green', 'blue', 'label']);
  assert.deepEqual(read(rows.join('\n')).roles, ['name', 'red', 'green', 'blue', 'label']);
});

test('what was left out, repeated or contradicted is counted', () => {
  const { titles, headLine, duplicates, conflicts, transparent, shortened } = read(`Mine\nhex,label\n#fa141e,a\n#fa141e,a\n#fa141e,b\n#00f8,b\n#0f0,${'x'.repeat(41)}`);
  assert.deepEqual([titles.length, headLine, duplicates, conflicts, transparent, shortened], [1, 2, 1, 1, 1, 1]);
});

test('of ten thousand rows three bad ones are named by their lines and the rest is used', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => `${i % 256},${Math.floor(i / 256) % 256},${(i * 7) % 256},class ${i % 3}`);
  rows[16] = '12,13,class 0';
  rows[4001] = '1,2,256,class 1';
  rows[9998] = '1,2,3,';
  const { bad, labels, classes } = read(rows.join('\n'));
  assert.deepEqual(bad.map(({ line }) => line), [17, 4002, 9999]);
  assert.equal(labels.length, 9997);
  assert.deepEqual(classes.map(({ label }) => label), ['class 0', 'class 1', 'class 2']);
});

test('a row that lacks a cell is never read with its cells moved', () => {
  for (const [row, why] of [['7,250,20,30', 'label'], ['7,250,20,warm', 'byte']]) {
    const { bad, labels } = read(`1,250,20,30,warm\n2,0,0,255,cool\n3,0,0,250,cool\n${row}`);
    assert.deepEqual([labels.length, bad.map((one) => one.why)], [3, [why]], row);
  }
  const { bad } = read('x,#fa141e,warm\nx,#00f,cool\nx,#fff\n');
  assert.deepEqual(bad.map((one) => [one.line, one.why]), [[3, 'label']]);
});

test('a quote that is never closed loses its own row only', () => {
  for (const end of ['', '\n4,5,6,"d', '\n4,5,6,"d"', '\n4,5,6,e"']) {
    const { bad, labels } = read(`1,2,3,a\n1,2,4,"b\n1,2,5,c\n1,2,6,a${end}`);
    assert.equal(bad[0].line, 2, end);
    assert.equal(bad[0].why, 'quote', end);
    assert.ok(labels.length >= 3, end);
  }
});

test('two columns of colours or of classes are asked about', () => {
  assert.deepEqual(read('#fff,#000,a\n#f00,#0f0,b').questions, [{ about: 'columns' }]);
  assert.deepEqual(read('1,2,30,a,x\n1,2,40,b,y').questions, [{ about: 'columns' }]);
  const { questions, classes } = read('1,2,30,x,a\n1,2,40,x,b');
  assert.deepEqual([questions, classes.map(({ label }) => label)], [[], ['a', 'b']], 'the same everywhere is no class');
});

test('lines are counted over comments, empty lines and cells of several lines', () => {
  const { bad } = read('# one\n\n1,2,3,"a\nb"\n4,5,6,c\nbad,5,6,c\n');
  assert.deepEqual(bad.map(({ line }) => line), [6]);
});

/** @param {string} text */
function reread(text) {
  const reading = read(text);
  assert.deepEqual([reading.bad, reading.questions, reading.refused], [[], [], null]);
  return selected(reading, firstPlan(reading.classes), { other: 'other', fill: 'else' }, 1);
}

for (const name of ['=1+1', '+5', '-x', '@a', '＝1', "'=1", "''=1", "'a", '-', '=cmd|" /C calc"!A0', 'a;b', 'a,b', 'say "so"', '海', '#fff', '赤、朱', 'a  b']) {
  test(`a table that is saved is read back, also through Shift_JIS: ${name}`, () => {
    const { own } = customSetFrom([{ r: 1, g: 2, b: 3, label: name }, { r: 255, g: 0, b: 9, label: '表' }, { r: 1, g: 1, b: 1, label: name }]);
    assert.ok(own);
    const table = print(own);
    assert.ok(table.startsWith('\uFEFF'), 'Excel knows UTF-8 by its mark');
    assert.doesNotMatch(table, /,"?[=+\-@＝＋－＠]/, 'no cell is computed');
    assert.deepEqual(reread(table), own);
    const spreadsheet = decoded(encoded(table.slice(1), 'shift_jis'));
    assert.deepEqual([spreadsheet.encoding, spreadsheet.sure], ['shift_jis', true]);
    assert.deepEqual(reread(spreadsheet.text), own);
  });
}

test('a table of colours that are nearly black, or all whole, is read back as it was', () => {
  for (const rgb of [[0, 0, 0], [1, 1, 1], [100, 100, 100]]) {
    const { own } = customSetFrom(Array.from({ length: 12 }, (_, i) => ({ r: rgb[0], g: rgb[1], b: rgb[2], label: i % 2 ? 'a' : 'b' })));
    assert.ok(own);
    assert.deepEqual(samplesOf(reread(print(own))), samplesOf(own));
  }
});
