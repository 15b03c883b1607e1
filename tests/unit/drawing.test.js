// Drawing: the brushes, the texts of own pictures, how they are kept, and how they join the data.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blank, filled, inkAt, stroke } from '../../www/colours/brush.js';
import { createDrawingStore } from '../../www/colours/drawing-store.js';
import { cleanedDrawings, drawnIn, drawnSamples, rebasedText, withDrawing, withoutDrawing } from '../../www/colours/drawings.js';
import { LIMITS } from '../../www/core/facts.js';
import { Session } from '../../www/app/session.js';
import { settingsFor } from '../../www/colours/datasets.js';
import { givenBy, textOf } from '../../www/state/url.js';
import { cleaned, initial } from '../../www/state/schema.js';
import { bindings } from './core.js';
import { browser } from './tabs.js';

/** @typedef {import('../../www/colours/drawings.js').Drawings} Drawings */

const RGB = [3, 12, 12];
const GREY = [1, 8, 8];
const RED = [255, 0, 0];

/**
 * A picture of one colour, with its class.
 * @param {number} byte
 * @param {number} label
 */
const sample = (byte, label) => ({ rgb: Array.from(filled(RGB, [byte, byte, byte])), label });

/**
 * Own pictures of patterns, each of one colour.
 * @param {[number, number][]} samples byte and class
 * @returns {Drawings}
 */
const drawings = (...samples) => samples.reduce((all, [byte, label]) => withDrawing(all, 'patterns', sample(byte, label)) ?? all, /** @type {Drawings} */ ({}));

/** @param {Drawings} drawn */
const told = (drawn) => drawnSamples(drawnIn(drawn, 'patterns')).map(({ rgb, label }) => `${rgb[0]} ${label}`);

test('a stroke in colour paints every pixel that its line crosses, and no other', () => {
  const drawn = stroke(blank(RGB), RGB, [0.5, 2.5], [11.5, 2.5], RED);
  for (let row = 0; row < 12; row += 1) for (let column = 0; column < 12; column += 1) assert.deepEqual(inkAt(drawn, RGB, row, column), row === 2 ? RED : [255, 255, 255]);
  const steep = stroke(blank(RGB), RGB, [0.5, 0.5], [3.5, 11.5], RED);
  for (let row = 0; row < 12; row += 1) assert.ok(Array.from({ length: 12 }, (_, column) => inkAt(steep, RGB, row, column)).some((ink) => ink[1] === 0), `row ${row}`);
});

test('a stroke beyond the edge paints what lies on the picture', () => {
  const drawn = stroke(blank(RGB), RGB, [-5, 0.5], [1.5, 0.5], RED);
  assert.deepEqual([0, 1, 2].map((column) => inkAt(drawn, RGB, 0, column)[1]), [0, 0, 255]);
  assert.deepEqual(stroke(blank(RGB), RGB, [-5, -5], [-1, -1], RED), blank(RGB));
});

test('a stroke changes no picture but the one it gives', () => {
  const before = blank(RGB);
  stroke(before, RGB, [0.5, 0.5], [5.5, 5.5], RED);
  assert.deepEqual(before, blank(RGB));
});

test('with one channel a stroke is full on its line, fainter beside it, and nothing further off', () => {
  const drawn = stroke(blank(GREY), GREY, [3.5, 1.5], [3.5, 6.5], [255]);
  const [middle, beside, far] = [3, 4, 5].map((column) => inkAt(drawn, GREY, 4, column)[0]);
  assert.equal(middle, 255);
  assert.ok(beside > 20 && beside < 130, `${beside}`);
  assert.equal(far, 0);
  assert.equal(inkAt(drawn, GREY, 4, 2)[0], beside, 'alike on both sides');
});

test('ink over ink never makes it fainter, and the eraser takes it off', () => {
  const once = stroke(blank(GREY), GREY, [3.5, 3.5], [3.5, 3.5], [255]);
  const twice = stroke(once, GREY, [4.5, 3.5], [4.5, 3.5], [255]);
  assert.ok(once.every((byte, i) => twice[i] >= byte));
  const erased = stroke(once, GREY, [3.5, 3.5], [3.5, 3.5], [0]);
  assert.equal(inkAt(erased, GREY, 3, 3)[0], 0);
  assert.ok(erased.every((byte, i) => byte <= once[i]));
});

test('own pictures come back from their text with their classes', () => {
  const drawn = drawings([0, 3], [200, 1]);
  assert.deepEqual(told(drawn), ['0 3', '200 1']);
  assert.deepEqual(drawnSamples(drawnIn(drawn, 'patterns'))[1].rgb, Uint8Array.from(sample(200, 1).rgb));
  assert.equal(drawnIn(drawn, 'dominant'), '', 'a set of colours has none');
  assert.equal(drawnIn(drawn, 'constructor'), '');
});

test('a picture that is drawn again gets the new class, and one can be removed', () => {
  const drawn = drawings([0, 3], [200, 1], [0, 2]);
  assert.deepEqual(told(drawn), ['0 2', '200 1']);
  assert.deepEqual(told(withoutDrawing(drawn, 'patterns', sample(0, 0).rgb)), ['200 1']);
});

test('there is an end to the room for own pictures', () => {
  const full = Array.from({ length: LIMITS.mostDrawings }, (_, i) => i).reduce((all, i) => withDrawing(all, 'patterns', sample(i, 0)) ?? {}, /** @type {Drawings} */ ({}));
  assert.equal(told(full).length, LIMITS.mostDrawings);
  assert.equal(withDrawing(full, 'patterns', sample(255, 0)), null);
  assert.ok(withDrawing(full, 'patterns', sample(3, 1)), 'another class needs no room');
  assert.deepEqual(cleanedDrawings(full), full, 'all of them are read again');
});

test('of given own pictures those that can be read are taken', () => {
  const { patterns } = drawings([0, 3], [200, 1]);
  const [first, second] = patterns.split('.');
  const given = { patterns: [first, 'short', `!${second.slice(1)}`, `z${second.slice(1)}`, second].join('.'), dominant: first, unknown: first };
  assert.deepEqual(cleanedDrawings(given), { patterns });
  for (const wrong of [null, 3, 'text', [first], { patterns: 7 }, { unknown: first }]) assert.equal(cleanedDrawings(wrong), undefined);
  assert.deepEqual(cleanedDrawings({}), {});
});

test('changes of two sides are both made', () => {
  const [before, mine, theirs] = [drawings([0, 0], [1, 1]), drawings([0, 0], [1, 1], [2, 2]), drawings([1, 3])];
  const both = rebasedText(theirs.patterns, before.patterns, mine.patterns);
  assert.deepEqual(told({ patterns: both }), ['1 3', '2 2']);
});

/**
 * A page with its own pictures, as far as they go.
 * @param {import('../../www/state/storage.js').Records} storage
 * @param {() => number} [clock]
 */
function page(storage, clock) {
  const store = createDrawingStore(storage, clock);
  let drawn = store.open();
  storage.listen((key) => {
    const heard = store.hear(key);
    if (!heard) return;
    store.adopt(heard.drawn);
    drawn = heard.drawn;
  }, new AbortController().signal);
  return {
    store,
    drawn: () => drawn,
    told: () => told(drawn),
    /** @param {Drawings | null} after */
    draw(after) {
      assert.ok(after);
      const { merged } = store.keep(after);
      if (merged) store.adopt(merged);
      drawn = merged ?? after;
    },
    /** @param {Drawings} linked */
    open(linked) {
      store.lend(linked);
      drawn = { ...drawn, ...linked };
    },
  };
}

test('own pictures are there on the next visit, and each tab has those of the other', () => {
  const { tab, settle } = browser();
  const [one, other] = [page(tab()), page(tab())];
  one.draw(withDrawing(one.drawn(), 'patterns', sample(1, 1)));
  // Not heard yet.
  other.draw(withDrawing(other.drawn(), 'patterns', sample(2, 2)));
  settle();
  assert.deepEqual(one.told().sort(), ['1 1', '2 2']);
  assert.deepEqual(other.told().sort(), ['1 1', '2 2']);
  one.draw(withoutDrawing(one.drawn(), 'patterns', sample(1, 1).rgb));
  settle();
  assert.deepEqual(other.told(), ['2 2']);
  assert.deepEqual(page(tab()).told(), ['2 2']);
});

test('of two tabs that store a picture at the same moment none loses its own', () => {
  const { tab, settle, records } = browser();
  const [one, other] = [page(tab()), page(tab())];
  one.draw(withDrawing(one.drawn(), 'patterns', sample(1, 1)));
  // The other tab has read before it.
  records.delete('drawn/patterns');
  other.draw(withDrawing(other.drawn(), 'patterns', sample(2, 2)));
  settle();
  for (const visit of [one, other, page(tab())]) assert.deepEqual(visit.told().sort(), ['1 1', '2 2']);
});

test('a picture that another tab takes away later stays away', () => {
  const { tab, settle } = browser();
  let time = 0;
  const [one, other] = [page(tab(), () => time), page(tab(), () => time)];
  one.draw(withDrawing(one.drawn(), 'patterns', sample(1, 1)));
  settle();
  time += 1000;
  other.draw(withoutDrawing(other.drawn(), 'patterns', sample(1, 1).rgb));
  settle();
  for (const visit of [one, other, page(tab())]) assert.deepEqual(visit.told(), []);
});

test('pictures of a link take nothing away from the own ones, and join them once they are changed', () => {
  const { tab } = browser();
  page(tab()).draw(drawings([1, 1]));
  const visit = page(tab());
  visit.open(drawings([7, 0]));
  visit.draw(visit.drawn());
  assert.ok(visit.store.isLent('patterns'));
  assert.deepEqual(page(tab()).told(), ['1 1']);
  visit.draw(withDrawing(visit.drawn(), 'patterns', sample(8, 3)));
  assert.deepEqual(visit.told(), ['1 1', '7 0', '8 3']);
  assert.deepEqual(page(tab()).told(), ['1 1', '7 0', '8 3']);
  assert.ok(!visit.store.isLent('patterns'));
});

test('a link takes along the own pictures of the set in use', () => {
  const settings = settingsFor('patterns', initial().settings);
  const state = { ...initial(), settings, drawn: drawings([9, 2]) };
  const given = givenBy(textOf(state));
  assert.deepEqual(cleaned(given, initial()).change.drawn, state.drawn);
  assert.ok(!textOf({ ...state, settings: initial().settings }).includes('drawn'));
  assert.equal(givenBy('data=patterns')?.drawn, undefined, 'a link that is written by hand leaves them alone');
  assert.deepEqual(givenBy(textOf({ ...state, drawn: {} }))?.drawn, { patterns: '' });
});

/** A session on patterns with a small network. */
function session() {
  const { layers: _, ...settings } = { ...settingsFor('patterns', initial().settings), train: 12, test: 4, hidden: [4] };
  return new Session(bindings, { ...initial(), lang: 'en', settings });
}

test('a drawing joins the training pictures and is learned anew, and both can be taken back', async () => {
  const { store, dispatch } = session();
  await dispatch('train', 3);
  dispatch('picture', '13');
  const shown = Array.from(store.shown.rgb);
  dispatch('put', { label: 2 });
  dispatch('joinPicture');
  assert.deepEqual([store.state.step, store.data.train.length, store.problem?.code], [0, 13, 'relearn']);
  assert.deepEqual(Array.from(store.shown.rgb), shown, 'the picture on display stays');
  dispatch('put', { label: null });
  assert.equal(store.shown.label, 2, 'what the learner has said is right');
  dispatch('removePicture', shown);
  assert.equal(store.data.train.length, 12);
  assert.deepEqual(Array.from(store.shown.rgb), shown, 'also where its number is another');
  dispatch('undraw');
  assert.equal(store.data.train.length, 13);
  dispatch('undraw');
  assert.deepEqual([store.data.train.length, store.state.drawn.patterns ?? ''], [12, '']);
});

test('undoing a new beginning brings the pictures of then back', async () => {
  const { store, dispatch } = session();
  await dispatch('train', 3);
  dispatch('picture', '13');
  dispatch('joinPicture');
  dispatch('undo');
  assert.deepEqual([store.state.step, store.data.train.length, store.state.drawn.patterns ?? ''], [3, 12, '']);
  assert.equal(store.state.picture, '13', 'the picture on display stays, under its number of then');
});

test('own pictures that are given leave the picture on display where it is', () => {
  const { store, dispatch } = session();
  dispatch('picture', '13');
  const shown = Array.from(store.shown.rgb);
  dispatch('put', { drawn: drawings([0, 1], [1, 2]) });
  assert.deepEqual([store.state.picture, store.data.train.length], ['15', 14]);
  assert.deepEqual(Array.from(store.shown.rgb), shown);
});

test('what the core refuses changes no picture', () => {
  const { store, dispatch } = session();
  dispatch('put', { drawn: drawings([0, 9]) });
  assert.equal(store.problem?.code, 'noSuchClass');
  assert.deepEqual([store.data.train.length, store.state.drawn], [12, {}]);
});

test('in a link a drawing takes a tenth of its bytes, and comes back with each of them', () => {
  const striped = (/** @type {number} */ i) => stroke(stroke(blank(RGB), RGB, [0.5, (i % 11) + 0.5], [11.5, (i % 7) + 0.5], RED), RGB, [(i % 12) + 0.5, 0.5], [(i % 5) + 0.5, 11.5], [i % 256, 9, 9]);
  const many = Array.from({ length: LIMITS.mostDrawings }, (_, i) => i).reduce((all, i) => withDrawing(all, 'patterns', { rgb: /** @type {any} */ (striped(i)), label: i % 4 }) ?? all, /** @type {Drawings} */ ({}));
  const first = initial();
  const state = { ...first, settings: settingsFor('patterns', first.settings), drawn: many };
  const link = textOf(state);
  const { length } = told(many);
  assert.ok(length > 100, `${length}`);
  assert.ok(link.length < length * 80, `${link.length} for ${length} drawings`);
  assert.equal(cleaned(givenBy(link), first).change.drawn?.patterns, many.patterns);
});

test('pictures of many greys and of one, and links with all bytes, come back from a link as they were', () => {
  const first = initial();
  const soft = stroke(blank(GREY), GREY, [1.5, 1.2], [6.1, 6.8], [255]);
  const noise = Uint8Array.from({ length: 64 }, (_, i) => (i * 97) % 256);
  const digits = [soft, noise, blank(GREY)].reduce((all, rgb, i) => withDrawing(all, 'digits', { rgb: /** @type {any} */ (rgb), label: i }) ?? all, /** @type {Drawings} */ ({}));
  const state = { ...first, settings: settingsFor('digits', first.settings), drawn: digits };
  assert.equal(cleaned(givenBy(textOf(state)), first).change.drawn?.digits, digits.digits);
  assert.equal(cleaned(givenBy(`data=digits&drawn=${digits.digits}`), first).change.drawn?.digits, digits.digits);
});

test('of a link whose drawings are damaged those that can be read are taken', () => {
  const first = initial();
  const { patterns } = drawings([7, 2]);
  const damaged = ['0*', '1*AA', '2*AQ', `3*${'_'.repeat(40)}`, '0*!!', patterns, ''].join('.');
  assert.equal(cleaned(givenBy(`data=patterns&drawn=${damaged}`), first).change.drawn?.patterns, patterns);
});
