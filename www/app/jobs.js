// The jobs of training: so many updates, or updates until somebody stops them.

/** Steps a second for each speed. */
const RATE = { slow: 2, normal: 30, fast: Infinity };

/** @typedef {import('./runner.js').Job} Job */

/**
 * Plays the training, at the speed that the state says.
 * @param {import('./session.js').Session} session
 * @returns {Job}
 */
export function playing({ store, changes }) {
  const work = (/** @type {number} */ steps, /** @type {number} */ milliseconds) => {
    const made = changes.train(steps, milliseconds);
    if (made > 0) store.showTrained();
    return made;
  };
  return { work, left: () => Infinity, rate: () => RATE[store.state.speed], playing: true, end: () => store.showTrained() };
}

/**
 * Makes so many updates; ends early where training diverges.
 * @param {import('./session.js').Session} session
 * @param {number} steps
 * @returns {Job}
 */
export function training({ store, changes }, steps) {
  let left = Math.max(0, Math.floor(steps));
  const work = (/** @type {number} */ most, /** @type {number} */ milliseconds) => {
    if (left === 0) return 0;
    const made = changes.train(Math.min(left, most), milliseconds);
    store.showTrained();
    left -= made;
    return made;
  };
  // A single step is over before a button could show it.
  return { work, left: () => left, playing: steps > 1 };
}
