// Turns: what is dear beside a training is done one thing a frame, so that no frame is late because several fell into it. Of
// those that are due the one that has waited longest comes first.
import { createPace } from './pace.js';

/** What takes less than this waits for nobody, and nobody for it, ms. */
const LIGHT = 1;
/** For how many frames a thing is waited for that is not asked for any more, as when another room is shown. */
const PATIENCE = 2;

/** @typedef {ReturnType<typeof createPace>} Pace */

/** @param {() => number} [clock] ms */
export function createTurns(clock = () => performance.now()) {
  let frame = 0;
  /** What was done in this frame. @type {Pace | null} */
  let done = null;
  /** What is due and was not done: since when, ms, and the frame in which it was asked for last. @type {Map<Pace, { since: number, asked: number }>} */
  const waiting = new Map();

  return {
    /** Begins a frame. */
    begin() {
      frame += 1;
      done = null;
    },
    /**
     * A pace that keeps its turn.
     * @param {number} least how long what is done stays at least, ms
     * @param {number} share how much of the time it may take, 0 to 1
     * @returns {Pace}
     */
    pace(least, share) {
      const own = createPace(least, share, clock);
      const heavy = () => own.cost() >= LIGHT;

      function due() {
        if (!own.due()) return false;
        if (!heavy()) return true;
        const since = waiting.get(own)?.since ?? clock();
        waiting.set(own, { since, asked: frame });
        const first = [...waiting.values()].every((other) => other.since >= since || other.asked < frame - PATIENCE);
        return first && (done === null || done === own);
      }

      /**
       * @template T
       * @param {() => T} work
       * @returns {T}
       */
      function run(work) {
        // What it asks for on its way waits for the next frame, too.
        if (heavy()) done = own;
        const made = own.run(work);
        waiting.delete(own);
        if (heavy()) done = own;
        return made;
      }

      return { due, run, cost: own.cost };
    },
  };
}

/** @typedef {ReturnType<typeof createTurns>} Turns */
