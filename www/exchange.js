// Labelled colours as a page that embeds the element has them: `[{ r, g, b, label }, …]`, the label a name.
import { COLOURS, FEWEST, MOST, nameOf, ownOf, samplesOf } from './own.js';

/** @typedef {{ r: number, g: number, b: number, label: string }} Labelled */

/** The most bad rows that are named. */
const NAMED = 10;

/**
 * The colours in force; one's own in the order in which they came.
 * @param {import('./state.js').State} state
 * @param {import('./core.js').Data} data
 * @returns {Labelled[]}
 */
export function dataOf({ settings, own }, { classes, train, test }) {
  const samples = settings.data === 'own' ? samplesOf(own) : [...train, ...test];
  return samples.map(({ rgb: [r, g, b], label }) => ({ r, g, b, label: classes[label] }));
}

/**
 * One's own colours out of what was given.
 * @param {unknown} given
 * @returns {{ own: import('./own.js').Own | null, bad: number[] }} `bad` are the places of what can't be used,
 * from 0; nothing is made where nothing can be used
 */
export function ownFrom(given) {
  /** @type {string[]} */
  const classes = [];
  /** @type {import('./core.js').Sample[]} */
  const samples = [];
  /** @type {number[]} */
  const bad = [];
  if (!Array.isArray(given)) return { own: null, bad: [0] };
  given.forEach((row, index) => {
    const { r, g, b, label } = row ?? {};
    const rgb = [r, g, b];
    const name = nameOf(label);
    const fits = rgb.every((x) => Number.isInteger(x) && x >= 0 && x <= 255) && name !== '';
    const room = samples.length < COLOURS && (classes.includes(name) || classes.length < MOST);
    if (!fits || !room) {
      bad.push(index);
      return;
    }
    if (!classes.includes(name)) classes.push(name);
    samples.push({ rgb, label: classes.indexOf(name) });
  });
  if (samples.length === 0 && given.length > 0) return { own: null, bad };
  for (let n = 1; classes.length < FEWEST; n += 1) if (!classes.includes(String(n))) classes.push(String(n));
  return { own: ownOf(classes, samples), bad };
}

/**
 * Where the bad rows are, in a few words.
 * @param {number[]} bad
 */
export function badRows(bad) {
  const named = bad.slice(0, NAMED).map((index) => String(index + 1));
  return bad.length > NAMED ? `${named.join(', ')}, …` : named.join(', ');
}
