// The jobs of training: so many updates, updates until somebody stops them, or the first ones as a time-lapse.

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
    // At the slowest speed each update is seen whole.
    const made = changes.train(steps, milliseconds, store.state.speed !== 'slow');
    if (made > 0) store.showTrained();
    return made;
  };
  const end = () => {
    changes.stand();
    store.showTrained();
  };
  return { work, left: () => Infinity, rate: () => RATE[store.state.speed], playing: true, end };
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

/** Early learning is the drama: so many updates at each beat of the time-lapse. */
const LAPSE = [1, 1, 1, 2, 3, 5, 8, 13, 21];
/** How long a beat takes, s. */
const BEAT = 0.42;

/**
 * Makes the first updates as a time-lapse, faster and faster; then it stops by itself. It is ordinary training.
 * @param {import('./session.js').Session} session
 * @returns {Job}
 */
export function teaching(session) {
  const job = training(session, LAPSE.reduce((sum, updates) => sum + updates, 0));
  let made = 0;
  const work = (/** @type {number} */ most, /** @type {number} */ milliseconds) => {
    const more = job.work(most, milliseconds);
    made += more;
    return more;
  };
  return { ...job, work, rate: () => rateAfter(made), playing: true };
}

/**
 * The rate of the time-lapse after so many updates, in updates a second.
 * @param {number} made
 */
function rateAfter(made) {
  let before = 0;
  const beat = LAPSE.find((updates) => (before += updates) > made) ?? LAPSE[LAPSE.length - 1];
  return beat / BEAT;
}
