// What comes from outside is read by readers that never throw, whatever it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badRows, channelsOf, customSetFrom } from '../../www/colours/records.js';
import { inLesson } from '../../www/lesson/index.js';
import { givenBy } from '../../www/state/url.js';
import { cleanedCustomSet } from '../../www/colours/custom-set.js';
import * as readers from '../../www/util/readers.js';
import { cleaned, initial, listed } from '../../www/state/schema.js';

const thrown = () => {
  throw new Error('it was looked at');
};

/** A proxy that throws whatever is done with it. @param {object} target */
function closed(target) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** Values that somebody could give who wants something to go wrong. @type {[string, () => any][]} */
const HOSTILE = [
  ['no value', () => undefined],
  ['NaN', () => NaN],
  ['Infinity', () => -Infinity],
  ['a huge number', () => 1e300],
  ['a BigInt', () => 5n],
  ['a symbol', () => Symbol('a')],
  ['a function', () => thrown],
  ['an object without a prototype', () => Object.create(null)],
  ['an object that can be no text', () => ({ toString: thrown, valueOf: thrown, [Symbol.toPrimitive]: thrown, toJSON: thrown })],
  ['a getter that throws', () => Object.defineProperty({}, 'lang', { enumerable: true, get: thrown })],
  ['a proxy that is shut', () => closed({})],
  ['a list that is shut', () => closed([])],
  ['a proxy that throws when it is asked for its keys', () => new Proxy({}, { ownKeys: thrown })],
  ['a proxy that throws when it is read', () => new Proxy([1, 2, 3], { get: thrown })],
  ['a proxy of a length that is none', () => new Proxy([], { get: (_, key) => (key === 'length' ? NaN : 1) })],
  ['a proxy of endless length', () => new Proxy([], { get: (_, key) => (key === 'length' ? Infinity : 1) })],
  ['a list of gaps', () => new Array(2 ** 32 - 1)],
  ['a list of three gaps', () => new Array(3)],
  ['a list of four gaps', () => new Array(4)],
  ['a cycle', () => {
    /** @type {Record<string, unknown>} */
    const cycle = {};
    cycle.settings = cycle.own = cycle;
    return cycle;
  }],
  ['a cycle that grows a hundredfold a level', () => {
    /** @type {unknown[]} */
    const cycle = [];
    for (let i = 0; i < 100; i += 1) cycle.push(cycle);
    return cycle;
  }],
  ['many keys', () => Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`key ${i}`, i]))],
  ['a date', () => new Date(NaN)],
  ['a map', () => new Map([['lang', 'en']])],
];
/** Those of them that ask for nothing. */
const EMPTY = ['an object without a prototype', 'a date', 'a map'];
/** Keys that a state has. */
const KEYS = /** @type {(keyof ReturnType<typeof initial>)[]} */ (Object.keys(initial()));

test('no reader throws, whatever it is given', () => {
  const all = [
    readers.copied, readers.isDictionary, readers.isColour, readers.yesNo, readers.colour, readers.addressIn,
    readers.text(5), readers.oneOf('a'), readers.whole(0, 5), readers.positive(5), readers.orNull(readers.yesNo),
    (/** @type {unknown} */ value) => readers.isWhole(value, 0, 5),
  ];
  for (const [, value] of HOSTILE) for (const reader of all) {
    // They are for copies, apart from the one that makes them.
    assert.doesNotThrow(() => reader(readers.copied(value())));
    assert.doesNotThrow(() => readers.copied(value()));
  }
});

test('a state that is hostile leaves the state as it is, and is told by its name', () => {
  for (const [name, value] of HOSTILE) {
    const { change, wrong } = cleaned(inLesson(readers.copied(value()), initial(), []), initial());
    assert.deepEqual({ ...initial(), ...change }, initial(), name);
    if (!EMPTY.includes(name)) assert.ok(wrong.length > 0, name);
  }
});

test('a part of a state that is hostile is told by its name and touches no other part', () => {
  for (const [name, value] of HOSTILE) for (const key of KEYS) {
    const given = { theme: 'dark', speed: 'fast', [key]: value() };
    const { change, wrong } = cleaned(inLesson(readers.copied(given), initial(), []), initial());
    const huge = ['Infinity', 'a huge number'].includes(name);
    // Of these a part can be given, so none of it, too.
    const harmless = ['settings', 'drawn'].includes(key) && EMPTY.includes(name);
    if (!harmless) assert.ok(wrong.includes(key) || wrong.includes('state'), `${key}: ${name}`);
    if (wrong.includes('state')) continue;
    if (key !== 'theme') assert.equal(change.theme, 'dark', `${key}: ${name}`);
    if (key !== 'speed') assert.equal(change.speed, 'fast', `${key}: ${name}`);
    if (!huge && !harmless && key !== 'settings') assert.equal(change[key], undefined, `${key}: ${name}`);
  }
});

test('a setting that is hostile is told and leaves the others as they are', () => {
  const { settings } = initial();
  for (const [name, value] of HOSTILE) for (const key of /** @type {(keyof typeof settings)[]} */ (Object.keys(settings))) {
    const { change, wrong } = cleaned({ settings: { seed: 7, [key]: value() } }, initial());
    if (key !== 'init' || !EMPTY.includes(name)) assert.ok(wrong.includes('settings') || wrong.includes('state'), `${key}: ${name}`);
    if (change.settings && key !== 'seed') assert.equal(change.settings.seed, 7, `${key}: ${name}`);
  }
});

test('colours that are hostile are none', () => {
  const row = { r: 1, g: 2, b: 3, label: 'a' };
  for (const [name, value] of HOSTILE) {
    assert.equal(customSetFrom(value()).own, null, name);
    assert.equal(channelsOf(value()), null, name);
    assert.equal(channelsOf([[1, 2, 3], value()]), null, name);
    assert.deepEqual(customSetFrom([row, value(), row]).bad, [1], name);
    for (const key of Object.keys(row)) {
      // A number may be the name of a class.
      if (key !== 'label' || name !== 'a huge number') assert.deepEqual(customSetFrom([row, { ...row, [key]: value() }]).bad, [1], `${key}: ${name}`);
      if (key !== 'label') assert.equal(channelsOf([[1, 2, value()]]), null, `${key}: ${name}`);
    }
    assert.equal(cleanedCustomSet(readers.copied({ classes: value(), colours: '' })), undefined, name);
    assert.equal(cleanedCustomSet(readers.copied({ classes: ['a', 'b'], colours: value() })), undefined, name);
  }
  assert.equal(channelsOf([, [1, 2, 3]]), null);
  assert.deepEqual([...(channelsOf([[1, 2, 3], [4, 5, 6]]) ?? [])], [1, 2, 3, 4, 5, 6]);
  assert.deepEqual(channelsOf([]), new Uint8Array());
});

test('a list that is too long or sparse is refused before it is walked', () => {
  let looked = 0;
  const counted = (/** @type {unknown[]} */ list) => new Proxy(list, { get: (target, key) => {
    looked += 1;
    return Reflect.get(target, key);
  } });
  assert.equal(customSetFrom(new Array(2 ** 32 - 1)).refused, 'tooMany');
  assert.deepEqual([customSetFrom(counted(new Array(100_001).fill({ r: 1, g: 2, b: 3, label: 'a' }))).refused, looked], ['tooMany', 1]);
  looked = 0;
  assert.equal(customSetFrom(counted(new Array(100_000))).refused, 'sparse');
  assert.ok(looked < 10, String(looked));
  for (const none of [null, undefined, 5, 'abc', {}]) assert.equal(customSetFrom(none).refused, 'noList');
});

test('a list in proxies, as frameworks hand them over, is read, and every part once', () => {
  /** @type {string[]} */
  const reads = [];
  const watched = (/** @type {object} */ target, /** @type {string} */ name) => new Proxy(target, { get: (inner, key) => {
    reads.push(`${name}.${String(key)}`);
    return Reflect.get(inner, key);
  } });
  const rows = [{ r: 1, g: 2, b: 3, label: 'a' }, { r: 4, g: 5, b: 6, label: 'b' }].map((row, i) => watched(row, `row${i}`));
  const { own, bad } = customSetFrom(watched(rows, 'list'));
  assert.deepEqual([own, bad], [{ classes: ['a', 'b'], colours: '01020300405061' }, []]);
  assert.equal(reads[0], 'list.length');
  assert.deepEqual(reads.length, new Set(reads).size, reads.join(' '));
});

test('the first three bad rows are told with their reasons', () => {
  const good = { r: 1, g: 2, b: 3, label: 'a' };
  const { bad, whys } = customSetFrom([good, { ...good, r: 256 }, null, { ...good, label: '' }, { ...good, label: '\uE000' }]);
  assert.deepEqual(badRows(bad, whys), { rows: '2, 3, 4, …', whys: '2:byte 3:entry 4:label' });
});

test('a list from a script may be written as a table may', () => {
  for (const list of [
    [{ red: '250', green: 20, blue: 30, class: 'warm' }],
    [{ color: '#fa141e', label: 'warm' }],
    [{ colour: [250, 20, 30], label: 'warm' }],
    [{ hex: 'fa141e', name: 'warm' }],
    [['#fa141e', 'warm']],
    [[250, 20, 30, 'warm']],
  ]) assert.deepEqual(customSetFrom(list).own, { classes: ['warm', '1'], colours: 'fa141e0' }, JSON.stringify(list));
  // Channels from 0 to 255 are what is documented.
  assert.deepEqual(customSetFrom([{ r: 1, g: 0, b: 0, label: 'a' }]).own?.colours, '0100000');
  assert.deepEqual(customSetFrom([{ r: 0.5, g: 0, b: 1, label: 'a' }]).own?.colours, '8000ff0');
});

test('a copy has every part as it was read the first time', () => {
  let reads = 0;
  const given = {
    get lang() {
      reads += 1;
      return reads === 1 ? 'en' : { length: 1 };
    },
  };
  const copy = readers.copied(given);
  assert.deepEqual([copy, copy, reads], [{ lang: 'en' }, { lang: 'en' }, 1]);
  const plain = { a: [1, 'b', null, true, { c: [] }] };
  assert.deepEqual(readers.copied(plain), plain);
});

test('a key that every object has by itself is no part of a state', () => {
  const given = JSON.parse('{"__proto__": {"lang": "en"}, "constructor": 1, "toString": 2}');
  const { change, wrong } = cleaned(given, initial());
  assert.deepEqual([change, wrong.sort()], [{}, ['__proto__', 'constructor', 'toString']]);
  assert.deepEqual(cleaned(givenBy('__proto__=1'), initial()).wrong, ['__proto__']);
});

test('settings that are none are told at a step of the lesson, too', () => {
  for (const settings of [null, 'abc', 5, []]) {
    const { wrong } = cleaned(inLesson({ lesson: 'forward', settings }, initial(), []), initial());
    assert.deepEqual(wrong, ['settings'], String(settings));
  }
  const { change, wrong } = cleaned(inLesson({ lesson: 'forward', settings: { seed: 7 } }, initial(), []), initial());
  assert.deepEqual([change.settings?.seed, wrong], [7, []]);
});

test('of many or long names of what was wrong so many are told as can be read', () => {
  assert.equal(listed(['a', 'b', 'a']), 'a, b');
  const many = listed(Array.from({ length: 5000 }, (_, i) => `${i}`.repeat(500)));
  assert.ok(many.endsWith(', …') && many.length < 500, many);
});

test('pictures are read as lists or bytes of the right size, and nothing else', () => {
  assert.deepEqual([...(channelsOf([[1, 2, 3, 4], Uint8Array.of(5, 6, 7, 8)], 4) ?? [])], [1, 2, 3, 4, 5, 6, 7, 8]);
  for (const wrong of [[[1, 2, 3]], [[1, 2, 3, 256]], [[1, 2, 3, 0.5]], [Uint8Array.of(1)], [1, 2, 3, 4]]) assert.equal(channelsOf(wrong, 4), null);
  for (const [name, value] of HOSTILE) assert.equal(channelsOf([value()], 432), null, name);
});
