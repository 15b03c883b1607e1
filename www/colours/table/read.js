// Reading a table of labelled colours: what stands in which column, which lines can't be used and why, and what has to be
// asked. Nothing that is not certain is decided in silence.
import { LONGEST, className } from '../custom-set.js';
import { columnsOf, isWhole } from './columns.js';
import { entriesOfJson, rowsOfEntries } from './entries.js';
import { framed } from './frame.js';
import { rangeOf } from './headings.js';
import { unguarded } from './print.js';
import { createRowReader } from './row.js';
import { createScaleCount } from './scale.js';
import { MOST_ROWS, MOST_TEXT, split } from './split.js';

/** @typedef {import('./columns.js').Role} Role */
/** @typedef {import('./scale.js').Scale} Scale */
/** @typedef {import('./split.js').Row} Row */
/** @typedef {import('./row.js').Why} Why */
/** @typedef {'empty' | 'tooLong' | 'tooMany' | 'json' | 'noColour' | 'noLabel' | 'nameOnly'} Refusal why nothing of a table can be used */
/** @typedef {{ line: number, why: Why, text: string }} Bad */
/** @typedef {{ about: 'columns' } | { about: 'scale', scales: Scale[] }} Question */
/**
 * What the reader has chosen in the place of what was found.
 * @typedef {object} Choices
 * @property {Role[] | null} [roles]
 * @property {Scale | null} [scale]
 */
/**
 * @typedef {object} Reading
 * @property {string[] | null} head the heading
 * @property {Role[]} roles
 * @property {boolean} guessed whether the roles were guessed from the contents
 * @property {Scale} scale
 * @property {Question[]} questions what has to be answered before the colours can be used
 * @property {Row[]} titles lines above the table that are left out
 * @property {number} headLine the line of the heading; 0 where there is none
 * @property {Row[]} sample the first rows, as they are written
 * @property {Uint8Array} rgb red, green, blue, red, …
 * @property {Uint32Array} labels of each colour the index of its class
 * @property {Uint32Array} lines of each colour its line, or the number of its entry
 * @property {{ label: string, count: number }[]} classes in the order in which they come
 * @property {Bad[]} bad lines that can't be used
 * @property {number} duplicates colours that had come before with the same class
 * @property {number} conflicts colours that have more than one class
 * @property {number} transparent colours whose transparency is left out
 * @property {number} shortened classes whose name was too long
 * @property {Refusal | null} refused
 */

/** Rows that are shown as an example. */
const SAMPLE = 6;
/** The most characters of a bad line that are shown. */
const SHOWN = 40;
/** Rows between two signs of life. */
const SLICE = 200;

/**
 * Reads a text.
 * @param {string} text
 * @param {Choices} [choices]
 * @returns {Generator<number, Reading>} on the way, the share that is done
 */
export function* readingText(text, choices = {}) {
  if (text.length > MOST_TEXT) return nothing('tooLong');
  const entries = entriesOfJson(text);
  if (entries === 'broken') return nothing('json');
  if (entries !== 'notJson') return entries.length > MOST_ROWS ? nothing('tooMany') : yield* readingEntries(entries, choices);
  const { rows, remark, refused } = yield* half(split(text), 0);
  if (refused) return nothing(refused);
  return yield* half(readingRows(framed(rows, remark), choices, []), 0.5);
}

/**
 * Reads a list of objects, or of lists.
 * @param {readonly unknown[]} entries plain copies
 * @param {Choices} [choices]
 * @returns {Generator<number, Reading>}
 */
export function* readingEntries(entries, choices = {}) {
  const { head, rows, empty } = yield* half(rowsOfEntries(entries), 0);
  const missing = empty.map((line) => ({ line, why: /** @type {const} */ ('entry'), text: '' }));
  return yield* half(readingRows({ head, headLine: 0, titles: [], rows }, choices, missing), 0.5);
}

/**
 * Runs a reading to its end at once.
 * @template T
 * @param {Generator<number, T>} reading
 */
export function finished(reading) {
  let step = reading.next();
  while (!step.done) step = reading.next();
  return step.value;
}

/**
 * A part of the work as half of it.
 * @template T
 * @param {Generator<number, T>} work
 * @param {number} done before it
 * @returns {Generator<number, T>}
 */
function* half(work, done) {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    yield done + step.value / 2;
  }
}

/**
 * @param {import('./frame.js').Frame} frame
 * @param {Choices} choices
 * @param {Bad[]} missing lines that hold nothing to read
 * @returns {Generator<number, Reading>}
 */
function* readingRows({ head, headLine, titles, rows }, choices, missing) {
  if (rows.length === 0) return { ...nothing(missing.length > 0 ? 'noColour' : 'empty'), bad: missing };
  yield 0;
  const found = columnsOf(head, rows);
  yield 0;
  const roles = choices.roles ?? found.roles;
  const base = { head, headLine, titles, roles, guessed: !choices.roles && found.guessed, sample: rows.slice(0, SAMPLE) };
  const whole = isWhole(roles);
  if (!whole.colour && found.unsure && !choices.roles) return { ...nothing('noColour'), ...base, questions: [{ about: 'columns' }], bad: missing };
  if (!whole.colour) return { ...nothing('noColour'), ...base, bad: missing };
  if (!whole.label) return { ...nothing(roles.includes('name') ? 'nameOnly' : 'noLabel'), ...base, bad: missing };

  const read = createRowReader(roles, head !== null);
  const counts = createScaleCount();
  for (let i = 0; i < rows.length; i += 1) {
    if (i % SLICE === SLICE - 1) yield i / rows.length / 2;
    const value = read.row(rows[i]);
    if ('channels' in value && value.scaled) counts.add(value.channels);
  }
  const told = head?.map((heading, i) => (['red', 'green', 'blue'].includes(roles[i]) ? rangeOf(heading) : null)).find((range) => range !== null);
  const { scale: likely, asked } = told ? { scale: told, asked: [] } : counts.found();
  const scale = choices.scale ?? likely;
  /** @type {Question[]} */
  const questions = [];
  if (found.unsure && !choices.roles) questions.push({ about: 'columns' });
  if (asked.length > 0 && !choices.scale) questions.push({ about: 'scale', scales: asked });

  const rgb = new Uint8Array(rows.length * 3);
  const labels = new Uint32Array(rows.length);
  const lines = new Uint32Array(rows.length);
  const bad = [...missing];
  const names = createNames();
  const seen = createSeen();
  let [size, transparent] = [0, 0];
  for (let i = 0; i < rows.length; i += 1) {
    if (i % SLICE === SLICE - 1) yield 0.5 + i / rows.length / 2;
    // Read once more: a hundred thousand kept values cost more.
    const value = read.finish(read.row(rows[i]), scale);
    const label = 'why' in value ? value : names.find(value.label);
    if ('why' in label) {
      bad.push({ line: rows[i].line, why: label.why, text: rows[i].cells.join(',').slice(0, SHOWN) });
      continue;
    }
    if ('why' in value) continue;
    rgb.set(value.rgb, size * 3);
    labels[size] = label.index;
    lines[size] = rows[i].line;
    names.count(label.index);
    seen.add(value.rgb, label.index);
    if (value.alpha < 1) transparent += 1;
    size += 1;
  }
  bad.sort((one, other) => one.line - other.line);
  const { classes, shortened } = names.all();
  return { ...nothing(null), ...base, scale, questions, rgb: rgb.slice(0, size * 3), labels: labels.slice(0, size), lines: lines.slice(0, size), classes, bad, transparent, shortened, ...seen.all() };
}

/** The names of the classes, as they come. */
function createNames() {
  /** @type {Map<string, { index: number } | { why: Why }>} */
  const found = new Map();
  /** @type {Map<string, number>} */
  const indices = new Map();
  /** @type {{ label: string, count: number }[]} */
  const classes = [];
  let shortened = 0;
  return {
    /**
     * @param {string} cell
     * @returns {{ index: number } | { why: Why }}
     */
    find(cell) {
      const known = found.get(cell);
      if (known) return known;
      const given = unguarded(cell);
      const label = className(given);
      /** @type {{ index: number } | { why: Why }} */
      let result;
      if (label === '') result = { why: 'label' };
      else if (isGarbled(given)) result = { why: 'garbled' };
      else {
        const index = indices.get(label) ?? classes.length;
        if (index === classes.length) classes.push({ label, count: 0 });
        indices.set(label, index);
        if ([...given].length > LONGEST) shortened += 1;
        result = { index };
      }
      found.set(cell, result);
      return result;
    },
    count: (/** @type {number} */ index) => void (classes[index].count += 1),
    all: () => ({ classes, shortened }),
  };
}

/** Counts colours that come again. */
function createSeen() {
  /** The class of each colour; -1 where it has more than one. @type {Map<number, number>} */
  const seen = new Map();
  let [duplicates, conflicts] = [0, 0];
  return {
    /**
     * @param {readonly number[]} rgb
     * @param {number} label
     */
    add([r, g, b], label) {
      const key = (r << 16) | (g << 8) | b;
      const before = seen.get(key);
      if (before === undefined) seen.set(key, label);
      else if (before === label) duplicates += 1;
      else if (before >= 0) {
        conflicts += 1;
        seen.set(key, -1);
      }
    },
    all: () => ({ duplicates, conflicts }),
  };
}

/**
 * Whether a name holds what no one wrote: a replacement character, a character for private use, half of one, or a
 * control character.
 * @param {string} name
 */
function isGarbled(name) {
  return /[\uFFFD\p{Co}\p{Cs}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/u.test(name);
}

/**
 * A reading without a colour.
 * @param {Refusal | null} refused
 * @returns {Reading}
 */
function nothing(refused) {
  return { head: null, headLine: 0, titles: [], roles: [], guessed: false, scale: 'byte', questions: [], sample: [], rgb: new Uint8Array(), labels: new Uint32Array(), lines: new Uint32Array(), classes: [], bad: [], duplicates: 0, conflicts: 0, transparent: 0, shortened: 0, refused };
}
