// How the room has answered: counts by choice, and numbers as a histogram.

/** @typedef {import('./messages.js').Answer} Answer */

/** The bars of a histogram, at most. */
const BARS = 12;
/** Up to so many different numbers each has a bar of its own. */
const SINGLE = 8;

/** @typedef {{ from: number, to: number, count: number, right: boolean }} Bin numbers from one to another, both among them */

/**
 * Counts by choice.
 * @param {readonly Answer[]} records
 * @param {number} choices
 * @returns {number[]}
 */
export function countsOf(records, choices) {
  const counts = Array.from({ length: choices }, () => 0);
  for (const [, choice] of records) if (counts[choice] !== undefined) counts[choice] += 1;
  return counts;
}

/**
 * Numbers with their counts, the smallest first.
 * @param {readonly Answer[]} records
 * @returns {[number, number][]}
 */
export function valuesOf(records) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const [, value] of records) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}

/**
 * The histogram of numbers. Few different ones have a bar each; many share bars of equal width over the middle nine tenths of the
 * answers, and what lies outside joins the first and the last bar, so that one who typed a million hides nobody.
 * @param {readonly (readonly [number, number])[]} values with their counts, the smallest first
 * @param {number | null} right the right number; null where it is not known
 * @returns {Bin[]}
 */
export function binsOf(values, right) {
  if (values.length <= SINGLE) {
    const all = right === null || values.some(([value]) => near(value, right)) ? values : [...values, /** @type {const} */ ([right, 0])].sort(([a], [b]) => a - b);
    return all.map(([value, count]) => ({ from: value, to: value, count, right: right !== null && near(value, right) }));
  }
  const every = values.flatMap(([value, count]) => Array.from({ length: count }, () => value));
  const low = Math.min(every[Math.floor(every.length * 0.05)], right ?? Infinity);
  const high = Math.max(every[Math.ceil(every.length * 0.95) - 1], right ?? -Infinity);
  const width = (high - low) / BARS || 1;
  const place = (/** @type {number} */ value) => Math.max(0, Math.min(BARS - 1, Math.floor((value - low) / width)));
  const bins = Array.from({ length: BARS }, (_, i) => ({ from: low + i * width, to: low + (i + 1) * width, count: 0, right: right !== null && place(right) === i }));
  for (const [value, count] of values) bins[place(value)].count += count;
  bins[0].from = Math.min(bins[0].from, values[0][0]);
  bins[BARS - 1].to = Math.max(bins[BARS - 1].to, /** @type {readonly [number, number]} */ (values.at(-1))[0]);
  return bins;
}

/**
 * Whether a number is the right one as people round it: to three figures or more.
 * @param {number} value
 * @param {number} right
 */
export function near(value, right) {
  return Math.abs(value - right) <= Math.max(0.0005, Math.abs(right) * 0.005);
}

/**
 * Lines of a table as CSV.
 * @param {readonly (readonly (string | number)[])[]} rows
 */
export function csvOf(rows) {
  const cell = (/** @type {string | number} */ value) => (/[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
