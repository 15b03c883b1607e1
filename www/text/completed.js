// A table of words that lacks some, completed by another's.

/**
 * @template T
 * @param {unknown} words a part of such a table
 * @param {T} all a whole table
 * @returns {T} the words, and those of the whole table where there are none
 */
export function completed(words, all) {
  if (typeof all !== 'object' || all === null || Array.isArray(all)) return /** @type {T} */ (words ?? all);
  const known = /** @type {Record<string, unknown>} */ (words ?? {});
  const keys = new Set([...Object.keys(all), ...Object.keys(known)]);
  return /** @type {T} */ (Object.fromEntries([...keys].map((key) => [key, completed(known[key], /** @type {any} */ (all)[key])])));
}
