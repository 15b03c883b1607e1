// Labelled colours in the format of the element's interface: `[{ r, g, b, label }, …]`, the label a name.
import { COLOURS, FEWEST, MOST, nameOf, customSetOf, samplesOf } from './custom-set.js';
import { copied, isColour, isDictionary, lengthOf, partOf } from '../util/readers.js';

/** @typedef {{ r: number, g: number, b: number, label: string }} Labelled */

/** The most bad rows that are listed. */
const LISTED = 10;
/** The most rows that are read. */
const MOST_ROWS = 10 * COLOURS;
/** The most values that a row may hold. */
const ROW = 100;

/**
 * The colours in force; those of a custom set in the order of their addition.
 * @param {import('../state/schema.js').State} state
 * @param {import('../core/wasm.js').Data} data
 * @returns {Labelled[]}
 */
export function dataOf({ settings, own }, { classes, train, test }) {
  const samples = settings.data === 'own' ? samplesOf(own) : [...train, ...test];
  return samples.map(({ rgb: [r, g, b], label }) => ({ r, g, b, label: classes[label] }));
}

/**
 * A custom set from given rows.
 * @param {unknown} given
 * @returns {{ own: import('./custom-set.js').CustomSet | null, bad: number[] }} `bad` are the indices of the rows that can't be used,
 * from 0; `own` is null where no row can be used
 */
export function customSetFrom(given) {
  /** @type {string[]} */
  const classes = [];
  /** @type {import('../core/wasm.js').Sample[]} */
  const samples = [];
  /** @type {number[]} */
  const bad = [];
  const rows = rowsOf(given);
  if (!rows) return { own: null, bad: [0] };
  rows.forEach((row, index) => {
    const { r, g, b, label } = isDictionary(row) ? row : {};
    const rgb = [r, g, b];
    const name = nameOf(label);
    const room = samples.length < COLOURS && (classes.includes(name) || classes.length < MOST);
    if (!isColour(rgb) || name === '' || !room) {
      bad.push(index);
      return;
    }
    if (!classes.includes(name)) classes.push(name);
    samples.push({ rgb, label: classes.indexOf(name) });
  });
  if (samples.length === 0 && rows.length > 0) return { own: null, bad };
  for (let n = 1; classes.length < FEWEST; n += 1) if (!classes.includes(String(n))) classes.push(String(n));
  return { own: customSetOf(classes, samples), bad };
}

/**
 * The rows of a list, each copied by itself: a row that can't be read doesn't affect the others. If there are
 * more than MOST_ROWS, one undefined row stands for the rest.
 * @param {unknown} given
 * @returns {unknown[] | null} null where it is no list
 */
function rowsOf(given) {
  const length = lengthOf(given);
  if (length === null) return null;
  return Array.from({ length: Math.min(length, MOST_ROWS + 1) }, (_, i) => (i < MOST_ROWS ? copied(partOf(given, i), ROW) : undefined));
}

/**
 * Colours as a list of red, green, blue, red, …
 * @param {unknown} given `[[r, g, b], …]`
 * @returns {Uint8Array | null} null where something is no colour
 */
export function channelsOf(given) {
  const length = lengthOf(given);
  if (length === null) return null;
  /** @type {number[]} */
  const channels = [];
  for (let i = 0; i < length; i += 1) {
    const colour = copied(partOf(given, i), ROW);
    if (!isColour(colour)) return null;
    channels.push(...colour);
  }
  return Uint8Array.from(channels);
}

/**
 * The numbers of the bad rows, from 1, as a short list.
 * @param {number[]} bad
 */
export function badRows(bad) {
  const numbers = bad.slice(0, LISTED).map((index) => String(index + 1));
  return bad.length > LISTED ? `${numbers.join(', ')}, …` : numbers.join(', ');
}
