// A clock for tests: time passes only when it is told to, and nobody waits.

export function createClock() {
  let now = 0;
  let count = 0;
  /** @type {{ at: number, order: number, work: () => void }[]} */
  let waiting = [];

  return {
    now: () => now,
    /**
     * @param {() => void} work
     * @param {number} milliseconds
     */
    later(work, milliseconds) {
      const one = { at: now + milliseconds, order: (count += 1), work };
      waiting.push(one);
      return () => void (waiting = waiting.filter((other) => other !== one));
    },
    /** Lets so many ms pass, and does what is due, in its order. @param {number} milliseconds */
    pass(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at || a.order - b.order);
        if (!next) break;
        waiting = waiting.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.work();
      }
      now = end;
    },
  };
}

/** @typedef {ReturnType<typeof createClock>} Clock */
