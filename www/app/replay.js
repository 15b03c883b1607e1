// The replay of recorded moves up to a training step, stretch by stretch, in slices.

/** @typedef {import('../state/moves.js').Stretch} Stretch */
/** @typedef {import('../state/schema.js').State} State */

/**
 * @typedef {object} Replay
 * @property {number} step where it leads
 * @property {string | undefined} moves how it was asked for, as a text; undefined where only the step was
 * @property {Partial<State>} then what to put into the state at its end
 * @property {() => void} done called when it has arrived at all that was asked for
 * @property {(steps: number, milliseconds: number) => number} work goes on for a while; returns how many moves were made
 * @property {() => number} left how many moves are left; 0 where they can't be made
 * @property {() => number} progress how much of it has been made, 0 to 1
 */

/**
 * @param {readonly Stretch[]} stretches
 * @param {(stretch: Stretch, milliseconds: number) => number} make makes moves of a stretch for a while; returns how many, 0
 * where they can't be made
 * @param {() => number} skip takes over what somebody else has made of it; returns how many moves
 * @param {{ step: number, moves: string | undefined, then: Partial<State> }} goal
 * @returns {Replay}
 */
export function createReplay(stretches, make, skip, goal) {
  let rest = stretches.map((stretch) => ({ ...stretch }));
  const all = stretches.reduce((sum, { steps }) => sum + steps, 0);
  let made = 0;

  /** @param {number} steps */
  function advance(steps) {
    made += steps;
    for (let left = steps; left > 0; ) {
      const part = Math.min(left, rest[0].steps);
      rest[0].steps -= part;
      left -= part;
      if (rest[0].steps === 0) rest.shift();
    }
  }

  return {
    ...goal,
    done: () => {},
    work(_, milliseconds) {
      const [end, before] = [performance.now() + milliseconds, made];
      advance(skip());
      while (rest.length > 0) {
        const time = end - performance.now();
        if (time <= 0) break;
        const steps = make(rest[0], time);
        advance(steps);
        if (steps === 0) rest = [];
      }
      return made - before;
    },
    left: () => rest.reduce((sum, { steps }) => sum + steps, 0),
    progress: () => (all > 0 ? made / all : 1),
  };
}
