// Whether a value from another page is plain and small, checked without following it far: whatever
// is made of it later then costs little, too.

/** The most it may weigh: a letter of a text or of a key weighs one, and so does any other value. */
const MOST = 200_000;
/** The most keys of one object, and how deep one may lie in another. */
const KEYS = 100;
const DEPTH = 5;

/**
 * Only objects, lists, texts, numbers, yes, no and nothing; as deep as a state is, not as heavy as a book.
 * @param {unknown} value
 */
export function isSmall(value) {
  return weighed(value, DEPTH, MOST) >= 0;
}

/**
 * @param {unknown} value
 * @param {number} depth how much deeper it may lie
 * @param {number} room what it may weigh
 * @returns {number} the room that is left; below 0 where it does not fit
 */
function weighed(value, depth, room) {
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
    left = weighed(part, depth - 1, left);
    if (left < 0) break;
  }
  return left;
}
