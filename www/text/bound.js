// Words whose lines break well: in Japanese a number stays with its counter, 「1 層」, and a shape or an index in one piece.

const GAP = /(?<=\d) (?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/gu;
/** The gap in a shape, (1, 3). */
const SHAPE = /(?<=\(\d+,) (?=\d+\))/g;
/** Between two indices, w[i][j]. */
const INDEX = /(?<=\])(?=\[)/g;
/** In a range of numbers, 0〜1, and before the number of a logarithm, ln 3. */
const RANGE = /(?<=\d)〜(?=\d)/g;
const LOGARITHM = /\bln (?=\d)/g;
/** Words that a browser's own phrase finder would break after their first letters. */
const WHOLE = /くすんだ|いくつ|ときどき|たど(?:り|って|る)/g;

/**
 * A table of words with such gaps closed to line breaks, also in what its functions will say.
 * @template T
 * @param {T} words strings, functions that give them, and lists and tables of both
 * @returns {T}
 */
export function bound(words) {
  return /** @type {T} */ (tied(words));
}

/**
 * @param {unknown} words
 * @returns {unknown}
 */
function tied(words) {
  if (typeof words === 'string') return words.replace(GAP, '\u00A0').replace(SHAPE, '\u00A0').replace(INDEX, '\u2060').replace(RANGE, '\u2060〜\u2060').replace(LOGARITHM, 'ln\u00A0').replace(WHOLE, (word) => [...word].join('\u2060'));
  if (Array.isArray(words)) return words.map(tied);
  if (typeof words === 'function') {
    const say = (/** @type {unknown[]} */ ...given) => tied(words(...given));
    return Object.defineProperty(say, 'length', { value: words.length });
  }
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, inner]) => [key, tied(inner)]));
}
