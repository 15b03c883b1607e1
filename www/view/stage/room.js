// The room that the columns have between what stands over and under them. Pure sums, no page.

/** Over the columns stand their names and scales, or only their scales, and under them their weights, em. */
const [NAMES, SCALES, WEIGHTS] = [3.8, 1.25, 0.95];
/** The key in the lower corners: its height, and how far it reaches from the left and from the right, em. */
const [KEY, LEFT, RIGHT] = [1.5, 11, 46];
/** The largest cells of a layer that is shown by itself, px. */
const LARGE = 34;

/**
 * @param {{ width: number, height: number }} picture px
 * @param {object} look
 * @param {number} look.em px
 * @param {boolean} look.flat whether the columns lie one under another
 * @param {boolean} look.named whether the columns have their names over them
 * @param {boolean} look.alone whether only some of the columns are shown
 * @param {boolean} keyed whether the key has a row of its own
 * @returns {import('./geometry.js').Room}
 */
export function roomOf({ width, height }, { em, flat, named, alone }, keyed) {
  const [top, bottom] = flat ? [0, 0] : [(named ? NAMES : SCALES) * em, (keyed ? WEIGHTS + KEY : WEIGHTS) * em];
  return { width, height: height - top - bottom, top, em, flat, ...(alone && !flat ? { most: LARGE } : {}) };
}

/**
 * Whether the weights under a column lie where the key stands in a lower corner.
 * @param {readonly { role: string }[]} columns
 * @param {readonly import('./block.js').Block[]} blocks
 * @param {{ width: number, height: number }} picture px
 * @param {number} em px
 */
export function meetsKey(columns, blocks, { width, height }, em) {
  return columns.some(({ role }, i) => {
    const { x, y, width: wide, height: tall } = blocks[i];
    if (role !== 'weighted' || y + tall + WEIGHTS * em <= height - KEY * em) return false;
    return x < LEFT * em || x + wide > width - RIGHT * em;
  });
}
