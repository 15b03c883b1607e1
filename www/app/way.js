// The way to a training step that is still to be made: stretch by stretch, a turn at a time.

/** @typedef {import('../state/moves.js').Stretch} Stretch */

/**
 * @typedef {object} Way
 * @property {(make: (stretch: Stretch, milliseconds: number) => number, milliseconds: number) => boolean} travel goes on for a
 * while; `make` says how many moves of a stretch it has made, 0 where they can't be made. Returns whether the way has come to its end
 * @property {() => number} progress how much of it has been made, 0 to 1
 */

/**
 * @param {readonly Stretch[]} stretches
 * @returns {Way}
 */
export function createWay(stretches) {
  const left = stretches.map((stretch) => ({ ...stretch }));
  const all = stretches.reduce((sum, { steps }) => sum + steps, 0);
  let done = 0;

  return {
    travel(make, milliseconds) {
      const end = performance.now() + milliseconds;
      while (left.length > 0) {
        const time = end - performance.now();
        if (time <= 0) return false;
        const made = make(left[0], time);
        if (made === 0) return true;
        done += made;
        left[0].steps -= made;
        if (left[0].steps === 0) left.shift();
      }
      return true;
    },
    progress: () => (all > 0 ? done / all : 1),
  };
}
