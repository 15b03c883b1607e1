// The lines of a text one by one, whatever ends them.

/**
 * The lines of a text one by one.
 * @param {string} text
 */
export function createLines(text) {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let number = 1;
  const [feed, back] = [createFinder(text, '\n'), createFinder(text, '\r')];
  const end = (/** @type {number} */ from) => Math.min(feed(from), back(from));
  const after = (/** @type {number} */ last) => (text[last] === '\r' && text[last + 1] === '\n' ? last + 2 : last + 1);
  return {
    more: () => at < text.length,
    position: () => at,
    number: () => number,
    peek: () => text.slice(at, end(at)),
    /** The next line. */
    take() {
      const [from, last] = [at, end(at)];
      at = after(last);
      number += 1;
      return text.slice(from, last);
    },
    end,
    after,
    /**
     * Goes on from another place.
     * @param {number} position the beginning of a line
     * @param {number} lines how many lines have been taken besides
     */
    skip(position, lines) {
      at = position;
      number += lines;
    },
  };
}

/**
 * Where a sign is next. What has been looked through is not looked through again.
 * @param {string} text
 * @param {string} sign
 * @returns {(from: number) => number} the length of the text where there is none
 */
function createFinder(text, sign) {
  let [first, found] = [0, -1];
  return (from) => {
    if (from < first || from > found) {
      const at = text.indexOf(sign, from);
      [first, found] = [from, at < 0 ? text.length : at];
    }
    return found;
  };
}
