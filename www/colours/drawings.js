// The learner's own pictures, by data set. They join the training pictures of that set in the core.
//
// Those of a set are one text, quick to compare, to store and to send: `0AAEC.3_v38`, each picture as the digit of its class
// and its bytes in base64url, joined by points. No function changes its arguments.
import { LIMITS, PICTURES } from '../core/facts.js';
import { sizeOf } from '../core/tensor-shape.js';
import { digitOf, labelIn } from './custom-set.js';
import { bytesOf, textOfBytes } from './pictures.js';

/** @typedef {import('../core/wasm.js').Sample} Sample */
/** A text for each data set that has any, by its name. @typedef {Record<string, string>} Drawings */

const { mostDrawings: MOST, mostClasses: CLASSES } = LIMITS;

/**
 * The text of a set's pictures; empty where there are none.
 * @param {Drawings} drawings
 * @param {string} set
 */
export function drawnIn(drawings, set) {
  return Object.hasOwn(PICTURES, set) && Object.hasOwn(drawings, set) ? drawings[set] : '';
}

/**
 * The pictures of a text.
 * @param {string} text
 * @returns {Sample[]}
 */
export function drawnSamples(text) {
  return recordsOf(text).map(([picture, digit]) => ({ rgb: /** @type {any} */ (bytesOf(picture) ?? new Uint8Array()), label: labelIn(digit) }));
}

/**
 * Adds a picture to a set; one that is in it already gets this class instead.
 * @param {Drawings} drawings
 * @param {string} set
 * @param {Sample} sample
 * @returns {Drawings | null} null where there is no room
 */
export function withDrawing(drawings, set, { rgb, label }) {
  const records = new Map(recordsOf(drawnIn(drawings, set)));
  records.set(textOfBytes(rgb), digitOf(label));
  return records.size > MOST ? null : { ...drawings, [set]: textOf(records) };
}

/**
 * Removes a picture from a set.
 * @param {Drawings} drawings
 * @param {string} set
 * @param {ArrayLike<number>} rgb
 * @returns {Drawings}
 */
export function withoutDrawing(drawings, set, rgb) {
  const records = new Map(recordsOf(drawnIn(drawings, set)));
  records.delete(textOfBytes(rgb));
  return { ...drawings, [set]: textOf(records) };
}

/**
 * The pictures of a set with the changes that lead from `before` to `after`: what was added or given another class there is so
 * here, and what was removed there is not here. The latest are kept where there would be too many.
 * @param {string} text
 * @param {string} before
 * @param {string} after
 */
export function rebasedText(text, before, after) {
  const [records, old, now] = [text, before, after].map((one) => new Map(recordsOf(one)));
  for (const picture of old.keys()) if (!now.has(picture)) records.delete(picture);
  for (const [picture, digit] of now) if (old.get(picture) !== digit) records.set(picture, digit);
  return textOf(new Map([...records].slice(-MOST)));
}

/**
 * The same for all sets.
 * @param {Drawings} drawings
 * @param {Drawings} before
 * @param {Drawings} after
 * @returns {Drawings}
 */
export function rebasedDrawings(drawings, before, after) {
  const sets = Object.keys({ ...drawings, ...before, ...after });
  return Object.fromEntries(sets.map((set) => [set, rebasedText(drawnIn(drawings, set), drawnIn(before, set), drawnIn(after, set))]));
}

/**
 * Drawings read from anything: the allowed ones of each set of pictures that is named, or undefined where it has another form.
 * @param {unknown} value
 * @returns {Drawings | undefined}
 */
export function cleanedDrawings(value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const sets = Object.entries(value).filter(([set, text]) => Object.hasOwn(PICTURES, set) && typeof text === 'string');
  if (sets.length === 0 && Object.keys(value).length > 0) return undefined;
  return Object.fromEntries(sets.map(([set, text]) => [set, cleanedText(text, set)]));
}

/**
 * @param {string} text
 * @param {string} set
 */
export function cleanedText(text, set) {
  // Each byte is 4/3 of a character.
  const length = Math.ceil((sizeOf(PICTURES[set]) * 4) / 3);
  const given = text.slice(0, (length + 2) * MOST).split('.');
  const valid = given.filter((record) => record.length === length + 1 && /^[0-9a-z][\w-]*$/.test(record) && labelIn(record[0]) < CLASSES);
  return textOf(new Map(recordsOf(valid.join('.'))));
}

/**
 * @param {string} text
 * @returns {[string, string][]} the picture's bytes as a text, and the digit of its class
 */
function recordsOf(text) {
  return text === '' ? [] : text.split('.').map((record) => [record.slice(1), record[0]]);
}

/** @param {Map<string, string>} records */
function textOf(records) {
  return [...records].map(([picture, digit]) => digit + picture).join('.');
}
