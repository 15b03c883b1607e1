// Catches: a short list of colours without duplicates, in the order in which they were caught, and its text in a link.
import { colourOf } from '../state/parse.js';
import { hex } from '../util/format.js';
import { isColour } from '../util/readers.js';
import { same } from '../util/same.js';

/** @typedef {[number, number, number]} Rgb */

/** The most catches that are kept. */
export const MOST = 24;

/**
 * The list with one more at its end; of too many the oldest is dropped.
 * @param {readonly Rgb[]} catches
 * @param {readonly number[]} rgb
 * @returns {readonly Rgb[]} the same list where it is in it already
 */
export function withCatch(catches, rgb) {
  if (catches.some((one) => same(one, [...rgb]))) return catches;
  return [...catches, /** @type {Rgb} */ ([...rgb])].slice(-MOST);
}

/**
 * The colours of a given list that can be used; anything else in it is dropped.
 * @param {unknown} value
 * @returns {Rgb[] | undefined} undefined where it is no list, or nothing in it can be used
 */
export function cleanedCatches(value) {
  if (!Array.isArray(value)) return undefined;
  /** @type {readonly Rgb[]} */
  let kept = [];
  for (const one of value) if (kept.length < MOST && isColour(one)) kept = withCatch(kept, one);
  return kept.length > 0 || value.length === 0 ? [...kept] : undefined;
}

/**
 * `7a425e.0010ff`
 * @param {readonly Rgb[]} catches
 */
export function textOfCatches(catches) {
  return catches.map((rgb) => hex(rgb).slice(1)).join('.');
}

/**
 * The list of a text, not yet cleaned: what is no colour stays a word.
 * @param {string} text
 * @returns {unknown[]}
 */
export function catchesOf(text) {
  return text === '' ? [] : text.split('.').map((word) => (word.length === 6 ? colourOf(word) : word));
}
