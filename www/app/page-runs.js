// The runs of one page: elements that ask for the same run share the work. A run is the same wherever settings, colours and
// moves are, bit for bit, so a replay takes over what another element has made of it already.

import { stretchesOf, written } from '../state/moves.js';

/** @typedef {import('./workbench.js').Workbench} Workbench */

/** The workbenches of the page, as long as somebody uses them. @type {Set<WeakRef<Workbench>>} */
const benches = new Set();

/** @param {Workbench} workbench */
export function join(workbench) {
  benches.add(new WeakRef(workbench));
}

/**
 * Takes over the run of the workbench that is furthest on the way to a step, where one is further than this one.
 * @param {Workbench} workbench
 * @param {readonly import('../state/moves.js').Stretch[]} way the moves from step 0 up to that step
 * @returns {number} how many steps this has saved
 */
export function takeOver(workbench, way) {
  const before = workbench.step;
  const end = way.reduce((sum, { steps }) => sum + steps, 0);
  /** @type {Workbench | null} */
  let furthest = null;
  for (const ref of benches) {
    const other = ref.deref();
    if (!other) benches.delete(ref);
    if (!other || other === workbench || other.lost) continue;
    const { step } = other;
    const ahead = step > (furthest ?? workbench).step && step <= end && step === other.lab.furthest();
    if (ahead && workbench.isLike(other) && written(other.stretches(step)) === written(partOf(way, step))) furthest = other;
  }
  if (furthest) workbench.adopt(furthest);
  return workbench.step - before;
}

/**
 * The first moves of a way.
 * @param {readonly import('../state/moves.js').Stretch[]} way
 * @param {number} steps
 */
function partOf(way, steps) {
  return stretchesOf(way.map(({ batch, colour, ...rest }) => ({ ...rest, feed: { batch: batch ?? undefined, colour: colour ?? undefined } })), steps);
}
