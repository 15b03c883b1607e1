// Readers of values from outside: in a state, a message, a link, a call, a store. They never throw. Each returns the
// nearest allowed value, or `undefined` where there is none.

/** The most values that a copy may contain, and its deepest nesting. */
const ROOM = 10_000;
const DEPTH = 6;
/** The longest address of a number. */
const ADDRESS = 1000;

/** @typedef {{ [key: string]: unknown }} Dictionary */

/**
 * A copy of anything as plain data: objects, lists, texts, numbers, booleans and null. Every part is read once, so that
 * a getter can't return different values. A value that is none of these, can't be read, is nested too deep, or is
 * too much, is undefined in the copy; a gap in a list is, too.
 * @param {unknown} value
 * @param {number} [room] the most values that it may contain
 * @returns {unknown}
 */
export function copied(value, room = ROOM) {
  return copy(value, DEPTH, { left: room });
}

/**
 * @param {unknown} value
 * @param {number} depth how many more levels it may have
 * @param {{ left: number }} room
 * @returns {unknown}
 */
function copy(value, depth, room) {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value;
  if (typeof value !== 'object' || depth === 0) return undefined;
  try {
    const keys = Array.isArray(value) ? null : Object.keys(value);
    const length = keys ? keys.length : lengthOf(value);
    if (length === null || length > room.left) return undefined;
    room.left -= length;
    const part = (/** @type {string | number} */ key) => copy(partOf(value, key), depth - 1, room);
    // Not by assignment: a key may be `__proto__`.
    return keys ? Object.fromEntries(keys.map((key) => [key, part(key)])) : Array.from({ length }, (_, i) => part(i));
  } catch {
    return undefined;
  }
}

/**
 * One part of an object; undefined where reading it fails.
 * @param {unknown} object
 * @param {string | number} key
 * @returns {unknown}
 */
export function partOf(object, key) {
  try {
    return /** @type {any} */ (object)[key];
  } catch {
    return undefined;
  }
}

/**
 * The length of a list.
 * @param {unknown} value
 * @returns {number | null} null where it is no list
 */
export function lengthOf(value) {
  try {
    const length = Array.isArray(value) ? value.length : null;
    return isWhole(length, 0, 2 ** 32) ? length : null;
  } catch {
    return null;
  }
}

/**
 * Whether a copy is an object and no list.
 * @param {unknown} value
 * @returns {value is Dictionary}
 */
export function isDictionary(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Whether a value is a whole number in a range, ends included.
 * @param {unknown} value
 * @param {number} least
 * @param {number} most
 * @returns {value is number}
 */
export function isWhole(value, least, most) {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

/**
 * Whether a value is a list of red, green and blue, each a whole number from 0 to 255.
 * @param {unknown} value
 * @returns {value is [number, number, number]}
 */
export function isColour(value) {
  return Array.isArray(value) && value.length === 3 && [0, 1, 2].every((i) => isWhole(value[i], 0, 255));
}

/**
 * @param {unknown} value
 * @returns {boolean | undefined}
 */
export function yesNo(value) {
  return typeof value === 'boolean' ? value : undefined;
}

/**
 * A text of at most `most` characters.
 * @param {number} most
 * @returns {(value: unknown) => string | undefined}
 */
export function text(most) {
  return (value) => (typeof value === 'string' && value.length <= most ? value : undefined);
}

/**
 * The address of a number to be handed to the core, which reports what is wrong with it; empty where it is no text.
 * @param {unknown} value
 */
export function addressIn(value) {
  return text(ADDRESS)(value) ?? '';
}

/**
 * One of the allowed words.
 * @template {string} T
 * @param {...T} allowed
 * @returns {(value: unknown) => T | undefined}
 */
export function oneOf(...allowed) {
  return (value) => allowed.find((word) => word === value);
}

/**
 * A whole number in a range; a number beyond it is moved to its edge.
 * @param {number} least
 * @param {number} most
 * @returns {(value: unknown) => number | undefined}
 */
export function whole(least, most) {
  return (value) => {
    if (typeof value !== 'number' || Number.isNaN(value)) return undefined;
    return Math.min(most, Math.max(least, Math.round(value)));
  };
}

/**
 * A number that is still positive in the single precision of the core, and at most `most`.
 * @param {number} most
 * @returns {(value: unknown) => number | undefined}
 */
export function positive(most) {
  return (value) => (typeof value === 'number' && Math.fround(value) > 0 && value <= most ? value : undefined);
}

/**
 * Red, green and blue; a number beyond the range is moved to its edge.
 * @param {unknown} value
 * @returns {[number, number, number] | undefined}
 */
export function colour(value) {
  if (!Array.isArray(value) || value.length !== 3) return undefined;
  const channels = Array.from(value, whole(0, 255));
  return channels.includes(undefined) ? undefined : /** @type {[number, number, number]} */ (channels);
}

/**
 * Null, or a value that another reader accepts.
 * @template T
 * @param {(value: unknown) => T | undefined} reader
 * @returns {(value: unknown) => T | null | undefined}
 */
export function orNull(reader) {
  return (value) => (value === null ? null : reader(value));
}
