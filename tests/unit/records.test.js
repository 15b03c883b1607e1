// What was kept, linked or sent is read record by record: one that is wrong is left out, and its neighbours stay as they are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customSetFrom } from '../../www/colours/records.js';
import { givenBy, textOf } from '../../www/state/url.js';
import { cleanedCustomSet } from '../../www/colours/custom-set.js';
import { cleaned, initial } from '../../www/state/schema.js';

test('a colour that is wrong is left out of a kept set, and those after it stay', () => {
  const [red, blue] = ['ff00000', '0000ff1'];
  for (const [colours, kept] of [
    ['ff00006' + '0000ff1' + '00ff000', ['0000ff1', '00ff000']],
    [red + 'zz00ff0' + blue, [red, blue]],
    [red + 'FF00FF0' + blue, [red, blue]],
    [red + '       ' + blue, [red, blue]],
    [red + blue + '00ff', [red, blue]],
    [red + '00ff00\n' + blue, [red, blue]],
    [red + '00ff009' + blue, [red, blue]],
    ['', []],
  ]) {
    assert.deepEqual(cleanedCustomSet({ classes: ['a', 'b'], colours }), { classes: ['a', 'b'], colours: /** @type {string[]} */ (kept).join('') }, String(colours));
  }
});

test('a class that is left out takes its colours with it, and the others keep theirs', () => {
  const colours = ['ff00000', '00ff001', '0000ff2', 'ffff003'].join('');
  for (const [classes, names, kept] of [
    [['a', '', 'b'], ['a', 'b'], 'ff000000000ff1'],
    [['a', null, 'b'], ['a', 'b'], 'ff000000000ff1'],
    [['a', NaN, 'b'], ['a', 'b'], 'ff000000000ff1'],
    [['a', {}, 'b'], ['a', 'b'], 'ff000000000ff1'],
    [[' ', 'a', 'b', 7], ['a', 'b', '7'], '00ff0000000ff1ffff002'],
    [['a', 'b', 'a', ' b '], ['a', 'b'], 'ff0000000ff0010000ff0ffff001'],
    [[, 'a', 'b'], ['a', 'b'], '00ff0000000ff1'],
  ]) {
    assert.deepEqual(cleanedCustomSet({ classes, colours }), { classes: names, colours: kept }, JSON.stringify(classes));
  }
});

test('of more classes than there may be the first are kept, with their colours', () => {
  const classes = Array.from({ length: 14 }, (_, i) => `class ${i + 1}`);
  assert.deepEqual(cleanedCustomSet({ classes, colours: 'ff0000c0000ffb00ff00d' }), { classes: classes.slice(0, 12), colours: '0000ffb' });
});

test('a colour of a link that can not be read is left out and told', () => {
  const state = { ...initial(), own: { classes: ['a', 'b'], colours: 'ff000000000ff1' } };
  const link = textOf({ ...state, settings: { ...state.settings, data: 'own' } });
  const digits = /own=a\.b%7E([\w-]+)/.exec(link)?.[1] ?? '';
  assert.equal(digits.length, 10);
  const [red, blue] = [digits.slice(0, 5), digits.slice(5)];
  for (const [given, kept] of [
    [red + blue, 'ff000000000ff1'],
    [red + '?????' + blue, 'ff000000000ff1'],
    [red + 'AA*AA' + blue, 'ff000000000ff1'],
    [red + 'é🎨é' + 'A' + blue, 'ff000000000ff1'],
    // Larger than any colour, and of a class that there is not.
    [red + '_____' + blue, 'ff000000000ff1'],
    [red + 'AAAAH' + blue, 'ff000000000ff1'],
    [red + blue + 'AAA', 'ff000000000ff1'],
    [red + '~', 'ff00000'],
  ]) {
    const { change, wrong } = cleaned(givenBy(`data=own&own=a.b~${encodeURIComponent(given)}`), state);
    assert.deepEqual(change.own, { classes: ['a', 'b'], colours: kept }, given);
    assert.deepEqual(wrong, given === red + blue ? [] : ['own'], given);
  }
});

test('what a link says that is no number, no yes and no no is told and not taken for another', () => {
  for (const [word, key] of [
    ['seed=', 'settings'],
    ['seed=%20', 'settings'],
    ['seed=x', 'settings'],
    ['train=', 'settings'],
    ['batch=', 'settings'],
    ['hidden=5..5', 'settings'],
    ['hidden=5.x', 'settings'],
    ['init=gaussian.', 'settings'],
    ['init=gaussian.x', 'settings'],
    ['init=he.5', 'settings'],
    ['step=', 'step'],
    ['row=', 'row'],
    ['slice=', 'slice'],
    ['label=%20', 'label'],
    ['maps=yes', 'maps'],
    ['log=', 'log'],
    ['log=2', 'log'],
    ['neuron=1__2_3', 'neuron'],
    ['color=1,,3', 'color'],
  ]) {
    const { wrong } = cleaned(givenBy(word), initial());
    assert.deepEqual(wrong, [key], word);
  }
  const good = cleaned(givenBy('seed=0&batch=full&hidden=&init=gaussian.0.5&step=0&label=&maps=1&log=0&neuron=1_0_-1_.5&color=1,2,3'), initial());
  assert.deepEqual(good.wrong, []);
  assert.equal(good.change.settings?.init.std, 0.5);
});

test('rows of data without a usable label are left out and told', () => {
  const row = { r: 1, g: 2, b: 3 };
  const labels = ['a', NaN, Infinity, '', ' ', null, undefined, {}, [], true, Symbol('b'), 5n, 0, 'b'];
  const { own, bad } = customSetFrom(labels.map((label) => ({ ...row, label })));
  assert.deepEqual(own?.classes, ['a', '0', 'b']);
  assert.deepEqual(bad, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});
