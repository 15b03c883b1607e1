// The custom set: the colours that the learner has labelled, and edits of it. No function changes its arguments.
//
// The colours are one text, seven characters each (`7a425e0`: the colour, then the class as one of the digits 0 to 9 and a to
// z), so that ten thousand of them are quick to compare, to store and to send.

import { LIMITS } from '../core/facts.js';

/** @typedef {import('../core/wasm.js').Sample} Sample */

/**
 * @typedef {object} CustomSet
 * @property {string[]} classes the names of the classes, FEWEST to MOST
 * @property {string} colours seven characters each
 */

/** The fewest and the most classes, and the most colours. */
export const { fewestClasses: FEWEST, mostClasses: MOST, mostColours: COLOURS } = LIMITS;
/** The longest name of a class. */
export const LONGEST = 40;

const SIZE = 7;
/** The record of a colour, with a class of any number. */
const RECORD = /^[0-9a-f]{6}[0-9a-z]$/;
/** The most classes that a record can name. */
export const RECORD_CLASSES = 36;

/**
 * A valid name of a class: on one line, at most LONGEST characters, without lone surrogates.
 * @param {unknown} given
 */
export function className(given) {
  return [...String(given).trim().replace(/[\r\n]+/g, ' ')].slice(0, LONGEST).join('').replace(/\p{Surrogate}/gu, '\uFFFD').trim();
}

/**
 * The name of a class from any value: a text or a finite number; empty where it is neither.
 * @param {unknown} given
 */
export function nameOf(given) {
  return typeof given === 'string' || Number.isFinite(given) ? className(given) : '';
}

/** @type {Readonly<CustomSet>} */
export const NONE = Object.freeze({ classes: ['1', '2'], colours: '' });

/**
 * The set with default names for its classes, where the learner has neither className a class nor added a colour.
 * @param {CustomSet} own
 * @param {readonly string[]} names in the reader's language
 * @returns {CustomSet}
 */
export function begun(own, names) {
  const untouched = own.colours === '' && own.classes.join() === NONE.classes.join();
  return untouched ? { ...own, classes: [...names] } : own;
}

/**
 * How many colours there are.
 * @param {CustomSet} own
 */
export function countOf(own) {
  return own.colours.length / SIZE;
}

/**
 * The colours one by one.
 * @param {CustomSet} own
 * @returns {Sample[]}
 */
export function samplesOf(own) {
  const { colours } = own;
  return Array.from({ length: countOf(own) }, (_, i) => {
    const at = i * SIZE;
    const channels = parseInt(colours.slice(at, at + 6), 16);
    return { rgb: [channels >> 16, (channels >> 8) & 255, channels & 255], label: labelIn(colours[at + 6]) };
  });
}

/**
 * @param {string[]} classes
 * @param {readonly Sample[]} samples
 * @returns {CustomSet}
 */
export function customSetOf(classes, samples) {
  return { classes, colours: samples.map(recordOf).join('') };
}

/** @param {Sample} sample */
function recordOf({ rgb, label }) {
  return rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('') + digitOf(label);
}

/**
 * A class as the digit of a record.
 * @param {number} label
 */
export function digitOf(label) {
  return label.toString(RECORD_CLASSES);
}

/**
 * The class of a record's digit.
 * @param {string} digit
 */
export function labelIn(digit) {
  return parseInt(digit, RECORD_CLASSES);
}

/**
 * Adds a colour; one that is in the set already gets this class instead.
 * @param {CustomSet} own
 * @param {Sample} sample
 * @returns {CustomSet | null} null where there is no room
 */
export function withSample(own, sample) {
  const samples = samplesOf(own);
  const existing = samples.find((one) => one.rgb.every((channel, i) => channel === sample.rgb[i]));
  if (existing) existing.label = sample.label;
  else if (samples.length >= COLOURS) return null;
  else samples.push(sample);
  return customSetOf(own.classes, samples);
}

/**
 * Removes all colours of these channels.
 * @param {CustomSet} own
 * @param {readonly number[]} rgb
 * @returns {CustomSet}
 */
export function withoutColour(own, rgb) {
  const hex = recordOf({ rgb: [...rgb], label: 0 }).slice(0, 6);
  const records = own.colours.match(/.{7}/g) ?? [];
  return { ...own, colours: records.filter((one) => !one.startsWith(hex)).join('') };
}

/**
 * Renames a class. An empty or taken name changes nothing.
 * @param {CustomSet} own
 * @param {number} index
 * @param {string} given
 * @returns {CustomSet}
 */
export function renamed(own, index, given) {
  const name = className(given);
  if (name === '' || own.classes.includes(name)) return own;
  return { ...own, classes: own.classes.map((old, i) => (i === index ? name : old)) };
}

/**
 * Adds a class, with the first free number, where there is room.
 * @param {CustomSet} own
 * @param {(n: number) => string} [called] the name of a class of that number
 * @returns {CustomSet}
 */
export function withClass(own, called = String) {
  if (own.classes.length >= MOST) return own;
  let n = own.classes.length + 1;
  while (own.classes.includes(called(n))) n += 1;
  return { ...own, classes: [...own.classes, called(n)] };
}

/**
 * Removes a class and its colours, where enough classes remain.
 * @param {CustomSet} own
 * @param {number} index
 * @returns {CustomSet}
 */
export function withoutClass(own, index) {
  if (own.classes.length <= FEWEST) return own;
  const rest = samplesOf(own).filter(({ label }) => label !== index);
  const samples = rest.map(({ rgb, label }) => ({ rgb, label: label > index ? label - 1 : label }));
  return customSetOf(own.classes.filter((_, i) => i !== index), samples);
}

/**
 * Joins two sets; classes of the same name become one, and those without a colour are dropped.
 * @param {CustomSet} own
 * @param {CustomSet} more
 * @returns {CustomSet | null} null where there would be too many classes or colours
 */
export function joined(own, more) {
  const classes = [...new Set([...usedIn(own), ...usedIn(more)])];
  // A network needs at least two classes.
  for (const name of [...own.classes, ...more.classes]) if (classes.length < FEWEST && !classes.includes(name)) classes.push(name);
  if (classes.length > MOST || countOf(own) + countOf(more) > COLOURS) return null;
  const relabelled = (/** @type {CustomSet} */ set) => samplesOf(set).map(({ rgb, label }) => ({ rgb, label: classes.indexOf(set.classes[label]) }));
  return customSetOf(classes, [...relabelled(own), ...relabelled(more)]);
}

/**
 * The classes that have a colour.
 * @param {CustomSet} own
 */
function usedIn(own) {
  const labels = new Set(samplesOf(own).map(({ label }) => label));
  return own.classes.filter((_, i) => labels.has(i));
}

/**
 * A custom set read from anything: its allowed part, or undefined where it has another form. Each class and each
 * colour is checked separately. A class without a name is left out with its colours; those of one name are one class.
 * @param {unknown} value
 * @returns {CustomSet | undefined}
 */
export function cleanedCustomSet(value) {
  const { classes, colours } = /** @type {Partial<CustomSet>} */ (value ?? {});
  if (!Array.isArray(classes) || typeof colours !== 'string') return undefined;
  const given = Array.from(classes.slice(0, RECORD_CLASSES), nameOf);
  const names = [...new Set(given)].filter((name) => name !== '').slice(0, MOST);
  if (names.length < FEWEST) return undefined;
  const labels = given.map((name) => names.indexOf(name));
  const records = [];
  for (let at = 0; at < colours.length && records.length < COLOURS; at += SIZE) {
    const record = colours.slice(at, at + SIZE);
    const label = RECORD.test(record) ? (labels[labelIn(record[SIZE - 1])] ?? -1) : -1;
    if (label >= 0) records.push(record.slice(0, SIZE - 1) + digitOf(label));
  }
  return { classes: names, colours: records.join('') };
}
