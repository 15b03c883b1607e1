// The learner's custom set in several tabs: nothing that was coloured in one is lost by another.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST, NONE, cleanedCustomSet, customSetOf, renamed, samplesOf, withSample, withoutClass, withoutColour } from '../../www/colours/custom-set.js';
import { createSetStore } from '../../www/colours/set-store.js';
import { empty, merged, rebased, setOf, shown, textOf, changed } from '../../www/colours/merged-set.js';
import { browser, clock } from './tabs.js';

/** @typedef {import('../../www/colours/custom-set.js').CustomSet} CustomSet */

/**
 * A page with its set, as far as the set goes.
 * @param {import('../../www/state/storage.js').Records} storage
 * @param {() => number} now
 */
function page(storage, now) {
  const store = createSetStore(storage, now);
  let own = store.open().own ?? NONE;
  storage.listen((key, value) => {
    const changed = store.hear(key, value);
    if (!changed) return;
    store.adopt(changed);
    own = changed;
  }, new AbortController().signal);
  return {
    store,
    own: () => own,
    /** @param {CustomSet | null} after */
    edit(after) {
      assert.ok(after);
      own = after;
      own = store.keep(own).merged ?? own;
    },
    colours: () => samplesOf(own).map(({ rgb, label }) => `${rgb.join()} ${own.classes[label]}`),
  };
}

const RED = { rgb: [255, 0, 0], label: 0 };
const GREEN = { rgb: [0, 255, 0], label: 1 };
const BLUE = { rgb: [0, 0, 255], label: 1 };

/** Two tabs that were opened before anything was coloured. */
function twoTabs() {
  const machine = browser();
  const now = clock();
  return { machine, now, one: page(machine.tab(), now), two: page(machine.tab(), now) };
}

test('two colours in the second tab stay beside the three of the first', () => {
  const { machine, now, one, two } = twoTabs();
  for (const rgb of [[1, 1, 1], [2, 2, 2], [3, 3, 3]]) one.edit(withSample(one.own(), { rgb, label: 0 }));
  // The second tab has heard nothing of it yet.
  two.edit(withSample(two.own(), RED));
  two.edit(withSample(two.own(), GREEN));
  machine.settle();
  const all = ['1,1,1 1', '2,2,2 1', '3,3,3 1', '255,0,0 1', '0,255,0 2'];
  assert.deepEqual(one.colours().sort(), all.toSorted());
  assert.deepEqual(two.colours().sort(), all.toSorted());
  assert.deepEqual(page(machine.tab(), now).colours().sort(), all.toSorted(), 'and are there on the next visit');
});

test('a colour that was removed in one tab does not come back from another', () => {
  const { machine, now, one, two } = twoTabs();
  one.edit(withSample(one.own(), RED));
  machine.settle();
  one.edit(withoutColour(one.own(), RED.rgb));
  two.edit(withSample(two.own(), BLUE));
  machine.settle();
  for (const tab of [one, two, page(machine.tab(), now)]) assert.deepEqual(tab.colours(), ['0,0,255 2']);
});

test('a colour that is removed in the millisecond in which it was put in stays removed', () => {
  const machine = browser();
  const one = page(machine.tab(), () => 1000);
  one.edit(withSample(one.own(), RED));
  one.edit(withSample(withoutColour(one.own(), RED.rgb), BLUE));
  assert.deepEqual(one.colours(), ['0,0,255 2']);
  assert.deepEqual(page(machine.tab(), () => 1000).colours(), ['0,0,255 2']);
});

test('of two classes given to a colour, the last one holds', () => {
  const { machine, one, two } = twoTabs();
  one.edit(withSample(one.own(), RED));
  machine.settle();
  one.edit(withSample(one.own(), { ...RED, label: 1 }));
  two.edit(withSample(two.own(), { ...RED, label: 0 }));
  machine.settle();
  // The second tab had not seen the change and has made none of its own; the first tab's holds.
  for (const tab of [one, two]) assert.deepEqual(tab.colours(), ['255,0,0 2']);
  two.edit(withSample(two.own(), { ...RED, label: 0 }));
  machine.settle();
  for (const tab of [one, two]) assert.deepEqual(tab.colours(), ['255,0,0 1']);
});

test('a write that another tab overwrites at the same moment is stored again', () => {
  const { machine, now, one, two } = twoTabs();
  // Each reads before the other has written, as two processes can.
  const stale = new Map(machine.records);
  one.edit(withSample(one.own(), RED));
  const first = new Map(machine.records);
  machine.records.clear();
  for (const [key, value] of stale) machine.records.set(key, value);
  two.edit(withSample(two.own(), GREEN));
  assert.notDeepEqual([...first], [...machine.records], 'the first write is gone');
  machine.settle();
  assert.deepEqual(page(machine.tab(), now).colours().sort(), ['0,255,0 2', '255,0,0 1']);
});

test('a class is renamed with its colours, and one that another tab has named stays', () => {
  const { machine, one, two } = twoTabs();
  one.edit(withSample(one.own(), RED));
  machine.settle();
  one.edit(renamed(one.own(), 0, 'warm'));
  two.edit(renamed(two.own(), 1, 'cold'));
  machine.settle();
  for (const tab of [one, two]) {
    assert.deepEqual(tab.own().classes.toSorted(), ['cold', 'warm']);
    assert.deepEqual(tab.colours(), ['255,0,0 warm']);
  }
});

test('a class that was removed lives on where another tab has put a colour into it', () => {
  const { machine, one, two } = twoTabs();
  one.edit({ classes: ['a', 'b', 'c'], colours: '' });
  machine.settle();
  one.edit(withoutClass(one.own(), 2));
  two.edit(withSample(two.own(), { ...RED, label: 2 }));
  machine.settle();
  for (const tab of [one, two]) assert.deepEqual(tab.colours(), ['255,0,0 c']);
});

test('what is beyond the most classes is not shown and not lost', () => {
  const { machine, now, one, two } = twoTabs();
  const all = Array.from({ length: MOST }, (_, n) => n);
  const full = (/** @type {string} */ start) => customSetOf(all.map((n) => start + n), all.map((n) => ({ rgb: [n, start.charCodeAt(0), 0], label: n })));
  one.edit(full('a'));
  two.edit(full('b'));
  machine.settle();
  const later = page(machine.tab(), now);
  assert.equal(later.own().classes.length, MOST);
  const stored = [...machine.records.values()].join();
  for (const start of ['a', 'b']) for (const n of all) assert.ok(stored.includes(`"${start}${n}"`), `${start}${n}`);
});

test('merging is the same in whatever order and however often it is done', () => {
  const mine = changed(empty(), NONE, customSetOf(['a', 'b'], [RED, GREEN]), 5);
  const theirs = changed(empty(), NONE, customSetOf(['b', 'c'], [RED, BLUE]), 5);
  const third = changed(theirs, shown(theirs), withoutColour(shown(theirs), BLUE.rgb), 6);
  const records = (/** @type {import('../../www/colours/merged-set.js').SharedSet} */ { classes, colours }) => [classes, colours].map((map) => [...map].sort(([a], [b]) => (a < b ? -1 : 1)));
  const wanted = records(merged(merged(mine, theirs), third));
  for (const other of [merged(third, merged(theirs, mine)), merged(merged(merged(theirs, third), mine), theirs)]) assert.deepEqual(records(other), wanted);
});

test('the order of the colours and the same colour twice are kept', () => {
  const own = customSetOf(['a', 'b'], [BLUE, RED, { ...RED, label: 1 }, GREEN, RED]);
  const set = changed(empty(), NONE, own, 7);
  assert.deepEqual(shown(set), own);
  assert.deepEqual(shown(setOf(textOf(set, 8))), own);
});

test('a stored record that is damaged is left out, and only that one', () => {
  const text = textOf(changed(empty(), NONE, customSetOf(['a', 'b'], [RED, GREEN, BLUE]), 7), 8);
  assert.deepEqual(shown(setOf(text.replace('00ff00=1', '00ff0=1'))), customSetOf(['a', 'b'], [RED, BLUE]));
  assert.deepEqual(shown(setOf(text.replace('00ff00=1', '00ff00=9'))), customSetOf(['a', 'b'], [RED, BLUE]));
  for (const broken of ['', 'null', '[]', '{"colours":7,"classes":{}}', '{"classes":[null,["a"]],"times":[[1e9,1]]}', text.slice(0, -5)]) {
    assert.equal(shown(setOf(broken)).colours, '', broken);
  }
});

test('a removal is forgotten after a month', () => {
  const set = changed(changed(empty(), NONE, customSetOf(['a', 'b'], [RED]), 0), customSetOf(['a', 'b'], [RED]), customSetOf(['a', 'b'], []), 1);
  const month = 31 * 24 * 3600 * 1000;
  assert.ok(textOf(set, 2).includes('ff0000=-'));
  assert.ok(!textOf(set, month).includes('ff0000'));
});

test('the colours of a link are stored when they are changed, beside the learner’s own', () => {
  const machine = browser();
  const now = clock();
  const one = page(machine.tab(), now);
  one.edit(customSetOf(['warm', 'cold'], [RED]));
  const linked = customSetOf(['a', 'b'], [GREEN]);
  const stored = new Map(machine.records);
  one.store.lend(linked);
  one.edit(linked);
  assert.deepEqual([...machine.records], [...stored], 'it has not been changed yet');
  one.edit(withSample(linked, BLUE));
  const { own, spare } = createSetStore(machine.tab(), now).open();
  assert.deepEqual(own, withSample(linked, BLUE));
  assert.deepEqual(spare, [customSetOf(['warm', 'cold'], [RED])]);
});

test('two tabs that open the same link and change its colours change the same set', () => {
  const machine = browser();
  const now = clock();
  const linked = customSetOf(['a', 'b'], [GREEN]);
  for (const sample of [RED, BLUE]) {
    const tab = page(machine.tab(), now);
    tab.store.lend(linked);
    tab.edit(linked);
    tab.edit(withSample(linked, sample));
  }
  assert.deepEqual(page(machine.tab(), now).colours().sort(), ['0,0,255 b', '0,255,0 b', '255,0,0 a']);
});

test('five sets are kept beside the one in use, the oldest gives way', () => {
  const machine = browser();
  const now = clock();
  const one = page(machine.tab(), now);
  one.edit(customSetOf(['a', 'b'], [RED]));
  for (let n = 0; n < 7; n += 1) {
    const linked = customSetOf(['a', 'b'], [{ rgb: [n, n, n], label: 0 }]);
    one.store.lend(linked);
    one.edit(withSample(linked, BLUE));
  }
  const { spare } = createSetStore(machine.tab(), now).open();
  assert.equal(spare.length, 5);
  assert.ok(!spare.some(({ colours }) => colours.includes('ff0000')), 'the first is gone');
});

test('colours that were stored as one record, before, are taken over', () => {
  const old = { classes: ['warm', 'cold'], colours: 'ff000000000ff1', used: true, spare: [{ classes: ['a', 'b'], colours: '00ff001' }] };
  const machine = browser({ own: JSON.stringify(old) });
  const { own, spare, used } = createSetStore(machine.tab(), clock()).open();
  assert.deepEqual(own, cleanedCustomSet(old));
  assert.deepEqual(spare, [customSetOf(['a', 'b'], [GREEN])]);
  assert.equal(used, true);
  assert.equal(machine.records.has('own'), false);
});

test('what another tab has changed is not undone with what this one undoes', () => {
  const remembered = customSetOf(['a', 'b'], [RED]);
  const before = customSetOf(['a', 'b'], [RED, GREEN]);
  const after = customSetOf(['a', 'b'], [RED, GREEN, BLUE]);
  assert.deepEqual(rebased(remembered, before, after), customSetOf(['a', 'b'], [RED, BLUE]));
  assert.deepEqual(rebased(before, after, withoutColour(after, RED.rgb)), customSetOf(['a', 'b'], [GREEN]));
});
