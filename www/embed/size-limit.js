// Whether a value from another page is plain and small, checked without reading far into it, so that
// later work on it is cheap, too.

/** The largest weight: each character of a text or of a key weighs 1, and so does any other value. */
const MOST = 200_000;
/** The most keys of one object, and the deepest nesting. */
const KEYS = 100;
const DEPTH = 5;

/**
 * Whether a value consists only of plain objects, lists, texts, numbers, booleans, null and undefined, and keeps the limits.
 * @param {unknown} value
 */
export function isSmall(value) {
  return roomAfter(value, DEPTH, MOST) >= 0;
}

/**
 * @param {unknown} value
 * @param {number} depth how many more levels it may have
 * @param {number} room the largest weight
 * @returns {number} the remaining room; below 0 where it does not fit
 */
function roomAfter(value, depth, room) {
  if (typeof value === 'string') return room - value.length;
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? -1 : room - 1;
  if (depth === 0) return -1;
  const list = Array.isArray(value);
  if (!list && Object.getPrototypeOf(value) !== Object.prototype) return -1;
  const size = list ? value.length : Object.keys(value).length;
  if (size > (list ? room : KEYS)) return -1;
  // A list can have other keys and gaps, too.
  const parts = list ? Array.from(value) : Object.entries(value).flat();
  let left = room - 1;
  for (const part of parts) {
    left = roomAfter(part, depth - 1, left);
    if (left < 0) break;
  }
  return left;
}
