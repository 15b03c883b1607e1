// The way to the present step as it was last known. The core knows it, and is lost where it has trapped: then the run can be made
// anew by these moves.
import { plain, read, written } from '../state/moves.js';

/** @param {import('./store.js').Store} store */
export function createKnownWay(store) {
  let [step, moves] = [0, ''];

  return {
    /** Notes how the present step was reached; after each change but those that a training makes by itself. */
    note() {
      step = store.workbench.step;
      moves = written(store.workbench.stretches(step));
    },
    /**
     * The moves that lead to a step: beyond what was noted, a training has gone on by the settings.
     * @param {number} to
     */
    moves(to) {
      const known = step === 0 ? [] : (read(moves, step) ?? []);
      return written(joined([...cut(known, to), ...plain(to - step, store.state.settings)]));
    },
  };
}

/**
 * The first so many moves of stretches.
 * @param {readonly import('../state/moves.js').Stretch[]} stretches
 * @param {number} steps
 */
function cut(stretches, steps) {
  let left = steps;
  return stretches.flatMap((stretch) => {
    const made = Math.min(stretch.steps, left);
    left -= made;
    return made > 0 ? [{ ...stretch, steps: made }] : [];
  });
}

/**
 * Stretches of which equal ones that follow each other are one.
 * @param {readonly import('../state/moves.js').Stretch[]} stretches
 */
function joined(stretches) {
  /** @type {import('../state/moves.js').Stretch[]} */
  const all = [];
  for (const stretch of stretches) {
    const last = all.at(-1);
    const alike = last && written([{ ...last, steps: 1 }]) === written([{ ...stretch, steps: 1 }]);
    if (alike) all[all.length - 1] = { ...last, steps: last.steps + stretch.steps };
    else all.push(stretch);
  }
  return all;
}
