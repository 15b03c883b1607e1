// How often something is done beside a training that could be done in every frame: so seldom that it takes a small part of
// the time, also on a slow computer.

/**
 * @param {number} least how long it stays at least, ms
 * @param {number} share how much of the time it may take, 0 to 1
 * @param {() => number} [clock] ms
 */
export function createPace(least, share, clock = () => performance.now()) {
  let [ended, rests, spent] = [-Infinity, 0, 0];

  return {
    /** Whether it may be done again. */
    due: () => clock() - ended >= rests,
    /** How long it took the last time, ms. */
    cost: () => spent,
    /**
     * Does it, and notes how long it takes.
     * @template T
     * @param {() => T} work
     * @returns {T}
     */
    run(work) {
      const start = clock();
      const made = work();
      ended = clock();
      spent = ended - start;
      rests = Math.max(least, spent / share) - spent;
      return made;
    },
  };
}
