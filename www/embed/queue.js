// A bounded queue: items are processed in order, one per turn. Between two turns
// the page has time for other work, however many items wait and however long each takes.

/**
 * @template T
 * @param {number} most how many items may wait
 * @param {number} turn the least time from the end of one item to the start of the next, ms
 * @param {() => Promise<unknown>} opened a promise that the first item waits for
 * @param {(item: T) => void} work
 * @returns {(item: T) => boolean} adds an item; false where the queue is full
 */
export function createQueue(most, turn, opened, work) {
  /** @type {T[]} */
  const waiting = [];
  let busy = false;

  async function drain() {
    busy = true;
    try {
      await opened();
      while (waiting.length > 0) {
        work(/** @type {T} */ (waiting.shift()));
        await new Promise((done) => setTimeout(done, turn));
      }
    } catch {
      // It will never open: drop the waiting items.
      waiting.length = 0;
    }
    busy = false;
  }

  return (item) => {
    if (waiting.length >= most) return false;
    waiting.push(item);
    if (!busy) drain();
    return true;
  };
}
