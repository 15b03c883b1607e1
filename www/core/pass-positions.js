// Where the learner can stand in a pass, in order: forward through every column, the loss, back through
// every layer, the update. Knows names only, no numbers.

/** @typedef {'forward' | 'loss' | 'backward' | 'update'} Phase */

/**
 * @typedef {object} Place
 * @property {string} at how the place is written in the state: `forward:affine1`, `update`
 * @property {Phase} phase
 * @property {string} column the column it stands on; empty for the update
 */

/**
 * All places of a pass.
 * @param {readonly string[]} columns names from `data` to `loss`
 * @returns {Place[]}
 */
export function places(columns) {
  const forward = columns.map((column) => {
    /** @type {Phase} */
    const phase = column === 'loss' ? 'loss' : 'forward';
    return { at: `forward:${column}`, phase, column };
  });
  const layers = columns.filter((column) => column !== 'data' && column !== 'loss').reverse();
  const backward = layers.map((column) => ({ at: `backward:${column}`, phase: /** @type {Phase} */ ('backward'), column }));
  return [...forward, ...backward, { at: 'update', phase: 'update', column: '' }];
}

/**
 * The index of a place; the first place where there is none of that name.
 * @param {readonly Place[]} walk
 * @param {string} at
 */
export function indexOf(walk, at) {
  return Math.max(0, walk.findIndex((place) => place.at === at));
}

/**
 * The last place of a phase: where "all of it" leads.
 * @param {readonly Place[]} walk
 * @param {Phase} phase
 */
export function endOf(walk, phase) {
  return walk.findLastIndex((place) => place.phase === phase);
}

/**
 * Which direction's numbers a column shows at a place: none before forward has reached it, then forward,
 * and backward once the gradient has come by. The data column always shows the colour.
 * @param {readonly Place[]} walk
 * @param {number} index where the learner stands
 * @param {string} column
 * @returns {'forward' | 'backward' | null}
 */
export function lit(walk, index, column) {
  const back = walk.findIndex((place) => place.at === `backward:${column}`);
  if (back >= 0 && back <= index) return 'backward';
  return indexOf(walk, `forward:${column}`) <= index ? 'forward' : null;
}
