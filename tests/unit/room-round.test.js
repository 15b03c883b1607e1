// A round of colours and the tallies of the room: pure functions.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { samplesOf } from '../../www/colours/custom-set.js';
import { coloursOf, createVotes, disputed, namesIn, orderOf, setOf, verdictOf } from '../../www/room/round.js';
import { binsOf, countsOf, csvOf, near, valuesOf } from '../../www/room/tally.js';
import { hsvOf } from '../../www/view/wheel/hsv.js';

test('every page makes the same colours of a seed, and other ones of another', () => {
  assert.deepEqual(coloursOf(7, 24), coloursOf(7, 24));
  assert.notDeepEqual(coloursOf(7, 24), coloursOf(8, 24));
  assert.deepEqual(coloursOf(7, 3).map((rgb) => rgb.join()), ['53,125,172', '252,156,154', '186,95,192'], 'also in the next release: a round may be open');
});

test('the colours go around the circle of hues, and none is so dark or pale that it has no hue to name', () => {
  for (const seed of [1, 2, 3, 2 ** 31]) {
    const all = coloursOf(seed, 48).map((rgb) => hsvOf(rgb));
    const sixths = new Set(all.map(([hue]) => Math.floor(hue * 6)));
    assert.equal(sixths.size, 6);
    assert.ok(all.every(([, saturation, value]) => saturation > 0.3 && value > 0.4));
  }
});

test('pages begin at different colours and show each once', () => {
  const orders = ['00000000', '00000005', 'ffffffff'].map((id) => orderOf(id.repeat(4), 24));
  assert.equal(new Set(orders.map(([first]) => first)).size, 3);
  for (const order of orders) assert.deepEqual([...order].sort((a, b) => a - b), Array.from({ length: 24 }, (_, i) => i));
  assert.deepEqual(orderOf('', 2), [0, 1]);
});

test('names of classes are read with the commas of either language', () => {
  assert.deepEqual(namesIn(' red, green ,blue,'), ['red', 'green', 'blue']);
  assert.deepEqual(namesIn('赤、青，緑'), ['赤', '青', '緑']);
  for (const wrong of ['', 'red', 'red, red', 'a,b,c,d,e,f,g']) assert.equal(namesIn(wrong), null, wrong);
  assert.equal(namesIn(`${'x'.repeat(60)},b`)?.[0].length, 24);
});

test('of each visitor the last vote for a colour counts, and what is out of range does not', () => {
  const votes = createVotes(3, 2);
  votes.add([[1, 0, 0], [2, 0, 0], [1, 0, 1], [1, 3, 0], [1, 0, 2], [1, -1, 0]]);
  assert.deepEqual(votes.counts(), [[1, 1], [0, 0], [0, 0]]);
  assert.deepEqual([votes.size(), votes.voters()], [2, 2]);
  assert.deepEqual(votes.records(), [[1, 0, 1], [2, 0, 0]]);
});

test('the room’s set has each colour with what most have named, and leaves out what is undecided', () => {
  const colours = coloursOf(7, 4);
  const counts = [[3, 1, 0], [2, 2, 0], [0, 0, 0], [0, 0, 5]];
  const set = setOf(colours, counts, ['a', 'b', 'c']);
  assert.deepEqual(samplesOf(set.own), [{ rgb: [...colours[0]], label: 0 }, { rgb: [...colours[3]], label: 2 }]);
  assert.deepEqual([set.used, set.tied, set.unseen, set.share], [2, 1, 1, 8 / 9]);
  assert.deepEqual(set.own.classes, ['a', 'b', 'c']);
  assert.deepEqual(verdictOf([]), { label: null, share: 0, votes: 0 });
});

test('the colours on which people disagree most come first, and where all agree there are none', () => {
  assert.deepEqual(disputed([[5, 0], [3, 2], [1, 1], [1, 0], [4, 4]], 2), [4, 2]);
  assert.deepEqual(disputed([[5, 0], [1, 0]], 4), []);
});

test('choices are counted, and a choice that does not exist is not', () => {
  assert.deepEqual(countsOf([[1, 0], [2, 2], [3, 2], [4, 7]], 3), [1, 0, 2]);
});

test('a few numbers have a bar each, with the right one among them', () => {
  const values = valuesOf([[1, 54.1], [2, 53], [3, 54.1]]);
  assert.deepEqual(binsOf(values, 54.1), [{ from: 53, to: 53, count: 1, right: false }, { from: 54.1, to: 54.1, count: 2, right: true }]);
  assert.deepEqual(binsOf([[53, 1]], 54.1).map(({ from, count, right }) => [from, count, right]), [[53, 1, false], [54.1, 0, true]]);
  assert.deepEqual(binsOf([], 2).length, 1);
  assert.deepEqual(binsOf([], null), []);
});

test('many numbers share bars, none is lost, and one that is far off hides nobody', () => {
  const records = /** @type {[number, number][]} */ (Array.from({ length: 100 }, (_, i) => [i, i === 0 ? 1e9 : 50 + (i % 20)]));
  const bins = binsOf(valuesOf(records), 60);
  assert.ok(bins.length > 8 && bins.length <= 12);
  assert.equal(bins.reduce((sum, { count }) => sum + count, 0), 100);
  assert.equal(bins.filter(({ right }) => right).length, 1);
  const right = bins.find((bin) => bin.right);
  assert.ok(right && right.from <= 60 && right.to >= 60 && right.to - right.from < 5, JSON.stringify(right));
});

test('a number is near the right one where people have rounded it to three figures', () => {
  assert.ok(near(0.693, 0.6931472) && near(54.1, 54.1) && near(0, 0.0001));
  assert.ok(!near(0.7, 0.6931472) && !near(53, 54.1));
});

test('what spreadsheets would read otherwise is quoted', () => {
  assert.equal(csvOf([['a', 1], ['b,"c"', 0.5]]), 'a,1\r\n"b,""c""",0.5\r\n');
});
