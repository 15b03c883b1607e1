// A bounded queue: items are processed in order, one in a turn. Between two turns
// there is time for everything else, however much comes and however long each takes.

/**
 * @template T
 * @param {number} most how many may wait
 * @param {number} turn the least time from the end of one to the beginning of the next, ms
 * @param {() => Promise<unknown>} opened a promise that the first item waits for
 * @param {(one: T) => void} work
 * @returns {(one: T) => boolean} whether it could take its place
 */
export function createLine(most, turn, opened, work) {
  /** @type {T[]} */
  const waiting = [];
  let busy = false;

  async function serve() {
    busy = true;
    try {
      await opened();
      while (waiting.length > 0) {
        work(/** @type {T} */ (waiting.shift()));
        await new Promise((done) => setTimeout(done, turn));
      }
    } catch {
      // It will never be opened.
      waiting.length = 0;
    }
    busy = false;
  }

  return (one) => {
    if (waiting.length >= most) return false;
    waiting.push(one);
    if (!busy) serve();
    return true;
  };
}
