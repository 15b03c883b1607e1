// A custom set that several tabs change at the same time. Every class and every colour is a record with the time of its
// last change or removal; of two versions of a record the later one wins. So merging needs no lock: the result is the
// same in any order and after any number of merges (a last-writer-wins map).
import { COLOURS, FEWEST, MOST, countOf, className, customSetOf, samplesOf } from './custom-set.js';

/** @typedef {import('./custom-set.js').CustomSet} CustomSet */
/** @typedef {{ value: string | null, time: number }} Version null: it was removed */
/** @typedef {Map<string, Version>} Records in the order in which they are shown */
/**
 * @typedef {object} SharedSet
 * @property {Records} classes by name
 * @property {Records} colours by RGB (`7a425e`; further ones of the same RGB are `7a425e.1`, …), the value is the class' name
 */
/** @typedef {{ classes: Map<string, string>, colours: Map<string, string> }} Values the records that are not removed, without their times */

/** How long a removal is remembered, ms. Only a tab that slept longer could bring the record back. */
const REMEMBERED = 30 * 24 * 3600 * 1000;

/** @returns {SharedSet} */
export function empty() {
  return { classes: new Map(), colours: new Map() };
}

/**
 * The union of both. The order is that of the first; records of the other alone come last.
 * @param {SharedSet} one
 * @param {SharedSet} other
 * @returns {SharedSet}
 */
export function merged(one, other) {
  return { classes: mergedRecords(one.classes, other.classes), colours: mergedRecords(one.colours, other.colours) };
}

/**
 * The time of the last change of a record, ms; 0 where there is none.
 * @param {SharedSet} set
 */
export function latestIn({ classes, colours }) {
  let latest = 0;
  for (const records of [classes, colours]) for (const { time } of records.values()) latest = Math.max(latest, time);
  return latest;
}

/**
 * Whether the first has every version of the other, or a later one.
 * @param {SharedSet} one
 * @param {SharedSet} other
 */
export function covers(one, other) {
  return [
    [one.classes, other.classes],
    [one.colours, other.colours],
  ].every(([mine, theirs]) => [...theirs].every(([key, version]) => mine.has(key) && later(mine.get(key), version) === mine.get(key)));
}

/**
 * Applies the changes from one custom set to another at a time, in the order of the latter.
 * @param {SharedSet} known
 * @param {CustomSet} before
 * @param {CustomSet} after
 * @param {number} time
 * @returns {SharedSet}
 */
export function changed(known, before, after, time) {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  return { classes: changedRecords(known.classes, old.classes, now.classes, time), colours: changedRecords(known.colours, old.colours, now.colours, time) };
}

/**
 * The custom set that is shown. Classes and colours beyond what a set can hold stay in the records.
 * @param {SharedSet} set
 * @returns {CustomSet}
 */
export function shown({ classes, colours }) {
  const present = (/** @type {Records} */ records) => new Map([...records].flatMap(([key, { value }]) => (value === null ? [] : [[key, value]])));
  return customSetOfValues({ classes: present(classes), colours: present(colours) });
}

/**
 * A set that this tab remembers, with the changes that another tab has made meanwhile.
 * @param {CustomSet} remembered
 * @param {CustomSet} before
 * @param {CustomSet} after
 * @returns {CustomSet}
 */
export function rebased(remembered, before, after) {
  const [set, old, now] = [remembered, before, after].map(valuesOf);
  for (const kind of /** @type {const} */ (['classes', 'colours'])) {
    for (const [key, value] of now[kind]) if (old[kind].get(key) !== value) set[kind].set(key, value);
    for (const key of old[kind].keys()) if (!now[kind].has(key)) set[kind].delete(key);
  }
  return customSetOfValues(set);
}

/**
 * The text to store; removals of colours longer ago than REMEMBERED are left out.
 * @param {SharedSet} set
 * @param {number} time
 */
export function textOf({ classes, colours }, time) {
  const names = [...new Set([...classes.keys(), ...[...colours.values()].flatMap(({ value }) => value ?? [])])];
  const place = new Map(names.map((name, index) => [name, index]));
  const stored = [...colours].filter(([, version]) => version.value !== null || time - version.time < REMEMBERED);
  return JSON.stringify({
    classes: names.map((name) => {
      const version = classes.get(name);
      return [name, version?.time ?? 0, version && version.value !== null ? 1 : 0];
    }),
    // `7a425e=0`: the colour and the index of its class; `7a425e=-` where it was removed.
    colours: stored.map(([key, { value }]) => `${key}=${value === null ? '-' : place.get(value)}`).join(' '),
    // Run lengths of equal times.
    times: runsOf(stored.map(([, version]) => version.time)),
  });
}

/**
 * The set of a stored text, read record by record: one that can't be read is left out.
 * @param {string | null} text
 * @returns {SharedSet}
 */
export function setOf(text) {
  const set = empty();
  /** @type {{ classes?: unknown, colours?: unknown, times?: unknown }} */
  let stored = {};
  try {
    stored = JSON.parse(text ?? '{}') ?? {};
  } catch {
    return set;
  }
  const classes = Array.isArray(stored.classes) ? stored.classes : [];
  const names = classes.map((record) => (Array.isArray(record) && typeof record[0] === 'string' ? className(record[0]) : ''));
  names.forEach((name, index) => {
    const [, time, alive] = Array.isArray(classes[index]) ? classes[index] : [];
    if (name !== '' && !set.classes.has(name)) set.classes.set(name, { value: alive === 1 ? '' : null, time: timeOf(time) });
  });
  const times = timesIn(stored.times);
  const records = typeof stored.colours === 'string' ? stored.colours.split(' ') : [];
  for (const record of records) {
    const time = times.next().value ?? 0;
    const [, key, at] = /^([0-9a-f]{6}(?:\.[1-9]\d{0,4})?)=(-|\d{1,4})$/.exec(record) ?? [];
    const name = at === '-' ? null : names[Number(at)];
    if (key !== undefined && name !== undefined && name !== '') set.colours.set(key, { value: name, time });
  }
  return set;
}

/**
 * @param {Records} one
 * @param {Records} other
 * @returns {Records}
 */
function mergedRecords(one, other) {
  /** @type {Records} */
  const all = new Map();
  for (const [key, version] of one) all.set(key, later(version, other.get(key)));
  for (const [key, version] of other) if (!all.has(key)) all.set(key, version);
  return all;
}

/**
 * The version that wins. Of two with the same time every tab chooses the same one.
 * @param {Version | undefined} one
 * @param {Version | undefined} other
 * @returns {Version}
 */
function later(one, other) {
  if (!one || !other) return /** @type {Version} */ (one ?? other);
  if (one.time !== other.time) return one.time > other.time ? one : other;
  return (one.value ?? '') >= (other.value ?? '') ? one : other;
}

/**
 * @param {Records} known
 * @param {Map<string, string>} before
 * @param {Map<string, string>} after
 * @param {number} time
 * @returns {Records}
 */
function changedRecords(known, before, after, time) {
  /** @type {Records} */
  const all = new Map();
  for (const [key, value] of after) {
    const version = known.get(key);
    all.set(key, version && before.get(key) === value ? version : { value, time });
  }
  for (const [key, version] of known) if (!after.has(key)) all.set(key, before.has(key) ? { value: null, time } : version);
  return all;
}

/**
 * A class missing from the list is kept as long as it has a colour.
 * @param {Values} values
 * @returns {CustomSet}
 */
function customSetOfValues({ classes, colours }) {
  const used = new Set(colours.values());
  let names = [...new Set([...classes.keys(), ...used])];
  // If there are too many, drop those without a colour first.
  if (names.length > MOST) names = [...names.filter((name) => used.has(name)), ...names.filter((name) => !used.has(name))].slice(0, MOST);
  for (let n = 1; names.length < FEWEST; n += 1) if (!names.includes(String(n))) names.push(String(n));
  const labels = new Map(names.map((name, label) => [name, label]));
  const samples = [...colours].flatMap(([key, name]) => {
    const label = labels.get(name);
    return label === undefined ? [] : [{ rgb: [0, 2, 4].map((at) => parseInt(key.slice(at, at + 2), 16)), label }];
  });
  return customSetOf(names, samples.slice(0, COLOURS));
}

/**
 * @param {CustomSet} own
 * @returns {Values}
 */
function valuesOf(own) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const colours = new Map();
  for (const { rgb, label } of countOf(own) > 0 ? samplesOf(own) : []) {
    const hex = rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('');
    const n = counts.get(hex) ?? 0;
    counts.set(hex, n + 1);
    colours.set(n === 0 ? hex : `${hex}.${n}`, own.classes[label]);
  }
  return { classes: new Map(own.classes.map((name) => [name, ''])), colours };
}

/**
 * @param {number[]} times
 * @returns {[number, number][]} the number of equal times in a row, and the time
 */
function runsOf(times) {
  /** @type {[number, number][]} */
  const runs = [];
  for (const time of times) {
    const last = runs[runs.length - 1];
    if (last && last[1] === time) last[0] += 1;
    else runs.push([1, time]);
  }
  return runs;
}

/**
 * @param {unknown} runs
 * @returns {Generator<number, undefined>}
 */
function* timesIn(runs) {
  for (const run of Array.isArray(runs) ? runs : []) {
    const [count, time] = Array.isArray(run) ? run : [];
    for (let i = 0; i < count && i < 2 * COLOURS; i += 1) yield timeOf(time);
  }
}

/** @param {unknown} time */
function timeOf(time) {
  return typeof time === 'number' && Number.isFinite(time) ? time : 0;
}
