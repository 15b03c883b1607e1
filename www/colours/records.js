// Labelled colours in the format of the element's interface: `[{ r, g, b, label }, …]`, the label a name.
import { COLOURS, FEWEST, MOST, customSetOf, samplesOf } from './custom-set.js';
import { entriesIn } from './table/entries.js';
import { finished, readingEntries } from './table/read.js';
import { isPicture } from '../core/tensor-shape.js';
import { copied, isWhole, lengthOf, partOf } from '../util/readers.js';

/** @typedef {import('./custom-set.js').CustomSet} CustomSet */
/** @typedef {{ r: number, g: number, b: number, label: string }} Labelled */
/** A picture, all its numbers in row order, channel after channel. @typedef {{ picture: Uint8Array, label: string }} LabelledPicture */
/** @typedef {import('./table/row.js').Why | 'fields' | 'classes' | 'many'} WhyNot `fields`: they are not those of a colour and a class */
/** @typedef {'noList' | 'tooMany' | 'sparse'} Refused */

/** The most bad rows that are listed. */
const LISTED = 3;
/** The most values that a colour may hold. */
const ROW = 100;

/**
 * The colours or pictures in force; those of a custom set in the order of their addition.
 * @param {import('../state/schema.js').State} state
 * @param {import('../core/wasm.js').Data} data
 * @returns {(Labelled | LabelledPicture)[]}
 */
export function dataOf({ settings, own }, { classes, train, test, shape }) {
  if (isPicture(shape)) return [...train, ...test].map(({ rgb, label }) => ({ picture: Uint8Array.from(rgb), label: classes[label] }));
  const samples = settings.data === 'own' ? samplesOf(own) : [...train, ...test];
  return samples.map(({ rgb: [r, g, b], label }) => ({ r, g, b, label: classes[label] }));
}

/**
 * A custom set from a list of a script: objects as in a table's rows, `{ r, g, b, label }` among others.
 * @param {unknown} given
 * @returns {{ own: CustomSet | null, bad: number[], whys: WhyNot[], refused: Refused | null }} `bad` are the indices of the
 * rows that can't be used, from 0, each with its reason in `whys`; `own` is null where no row can be used; `refused` where the
 * list was not looked at
 */
export function customSetFrom(given) {
  const entries = entriesIn(given);
  if (typeof entries === 'string') return { own: null, bad: [], whys: [], refused: entries };
  if (entries.length === 0) return { own: filled([], []), bad: [], whys: [], refused: null };
  let found = finished(readingEntries(entries));
  // A script that calls it a label means a class, also where all are different.
  if (found.refused === 'nameOnly') found = finished(readingEntries(entries, { roles: found.roles.map((role) => (role === 'name' ? 'label' : role)) }));
  // A script gives channels from 0 to 255, unless they are fractions.
  const asked = found.questions.some(({ about }) => about === 'scale');
  const reading = asked ? finished(readingEntries(entries, { roles: found.roles, scale: 'byte' })) : found;
  if (reading.refused || reading.questions.length > 0) return { own: null, bad: entries.map((_, i) => i), whys: entries.map(() => 'fields'), refused: null };
  const bad = reading.bad.map(({ line, why }) => ({ index: line - 1, why: /** @type {WhyNot} */ (why) }));
  /** @type {import('../core/wasm.js').Sample[]} */
  const samples = [];
  reading.labels.forEach((label, i) => {
    const why = label >= MOST ? 'classes' : samples.length >= COLOURS ? 'many' : null;
    if (why) bad.push({ index: reading.lines[i] - 1, why });
    else samples.push({ rgb: [...reading.rgb.subarray(i * 3, i * 3 + 3)], label });
  });
  bad.sort((one, other) => one.index - other.index);
  const told = { bad: bad.map(({ index }) => index), whys: bad.map(({ why }) => why), refused: null };
  return { own: samples.length === 0 ? null : filled(reading.classes.slice(0, MOST).map(({ label }) => label), samples), ...told };
}

/**
 * A custom set of at least FEWEST classes.
 * @param {string[]} classes
 * @param {import('../core/wasm.js').Sample[]} samples
 */
function filled(classes, samples) {
  const names = [...classes];
  for (let n = 1; names.length < FEWEST; n += 1) if (!names.includes(String(n))) names.push(String(n));
  return customSetOf(names, samples);
}

/**
 * Colours or pictures as one list of bytes: red, green, blue, red, …
 * @param {unknown} given `[[r, g, b], …]`; of pictures, lists or `Uint8Array`s of all their numbers
 * @param {number} [size] how many numbers each has
 * @returns {Uint8Array | null} null where something is none
 */
export function channelsOf(given, size = 3) {
  const length = lengthOf(given);
  if (length === null) return null;
  /** @type {number[]} */
  const channels = [];
  for (let i = 0; i < length; i += 1) {
    const input = copied(listOf(partOf(given, i)), Math.max(ROW, size));
    if (!isInput(input, size)) return null;
    channels.push(...input);
  }
  return Uint8Array.from(channels);
}

/**
 * Bytes as a list; anything else as it is.
 * @param {unknown} value
 */
function listOf(value) {
  return ArrayBuffer.isView(value) && value instanceof Uint8Array ? [...value] : value;
}

/**
 * Whether a value is a list of so many whole numbers from 0 to 255.
 * @param {unknown} value
 * @param {number} size
 * @returns {value is number[]}
 */
function isInput(value, size) {
  return Array.isArray(value) && value.length === size && value.every((byte) => isWhole(byte, 0, 255));
}

/**
 * The numbers of the first bad rows, from 1, and why each can't be used, to be told: `2, 4, 5` and `2:byte 4:entry 5:label`.
 * @param {number[]} bad
 * @param {WhyNot[]} whys
 */
export function badRows(bad, whys) {
  const numbers = bad.slice(0, LISTED).map((index) => String(index + 1));
  return { rows: bad.length > LISTED ? `${numbers.join(', ')}, …` : numbers.join(', '), whys: numbers.map((number, i) => `${number}:${whys[i]}`).join(' ') };
}
