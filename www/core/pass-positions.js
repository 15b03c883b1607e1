// The positions of a pass, in the order in which the page steps through them: forward through every column, the loss,
// back through every layer, the update. Only names, no numbers.

/** @typedef {'forward' | 'loss' | 'backward' | 'update'} Phase */

/**
 * @typedef {object} Position
 * @property {string} at how the position is written in the state: `forward:affine1`, `update`
 * @property {Phase} phase
 * @property {string} column its column; empty for the update
 */

/**
 * All positions of a pass.
 * @param {readonly string[]} columns names from `data` to `loss`
 * @returns {Position[]}
 */
export function positionsOf(columns) {
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
 * The index of a position; 0 where there is none of that name.
 * @param {readonly Position[]} positions
 * @param {string} at
 */
export function indexOf(positions, at) {
  return Math.max(0, positions.findIndex((position) => position.at === at));
}

/**
 * The last position of a phase: the end of "all of it".
 * @param {readonly Position[]} positions
 * @param {Phase} phase
 */
export function endOf(positions, phase) {
  return positions.findLastIndex((position) => position.phase === phase);
}

/**
 * Which direction's numbers a column shows at a position: none before forward has reached it, then forward,
 * and backward once the gradient has come by. The data column always shows the colour.
 * @param {readonly Position[]} positions
 * @param {number} index of the present position
 * @param {string} column
 * @returns {'forward' | 'backward' | null}
 */
export function lit(positions, index, column) {
  const back = positions.findIndex((position) => position.at === `backward:${column}`);
  if (back >= 0 && back <= index) return 'backward';
  return indexOf(positions, `forward:${column}`) <= index ? 'forward' : null;
}
