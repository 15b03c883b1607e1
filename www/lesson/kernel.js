// A kernel that is set by hand, on a picture small enough for it: what the window gives at every place, what ReLU and max
// pooling leave of that. Pure.

/** The side of the picture, of a kernel, and of what pooling leaves. */
export const [SIDE, KERNEL, POOLED] = [8, 3, 4];
/** What a weight of the kernel can be. */
export const WEIGHTS = [0, 1, -1];
/** The kernel for left edges: what is on the right, less what is on the left. */
export const LEFT_EDGES = [-1, 0, 1, -1, 0, 1, -1, 0, 1];
/** The first and the last row and column of the bright square in the picture. */
const [FIRST, LAST] = [2, 5];

/** Dark is 0, bright is 1: a bright square. Row after row. */
export const PICTURE = Array.from({ length: SIDE * SIDE }, (_, at) => Number([Math.floor(at / SIDE), at % SIDE].every((i) => i >= FIRST && i <= LAST)));

/**
 * @typedef {object} KernelFacts
 * @property {readonly number[]} kernel its nine weights, row after row
 * @property {number[]} out what the window gives at each place of the picture
 * @property {number[]} relu
 * @property {number[]} pooled
 */

/**
 * The pixels in the window around a place; 0 beyond the border.
 * @param {number} place
 */
export function windowAt(place) {
  const [row, column] = [Math.floor(place / SIDE), place % SIDE];
  return LEFT_EDGES.map((_, k) => {
    const [i, j] = [row + Math.floor(k / KERNEL) - 1, column + (k % KERNEL) - 1];
    return i >= 0 && j >= 0 && i < SIDE && j < SIDE ? PICTURE[i * SIDE + j] : 0;
  });
}

/**
 * @param {readonly number[]} kernel nine weights
 * @returns {KernelFacts}
 */
export function kernelFacts(kernel) {
  const out = PICTURE.map((_, place) => windowAt(place).reduce((sum, x, k) => sum + x * kernel[k], 0));
  const relu = out.map((value) => Math.max(0, value));
  const pooled = Array.from({ length: POOLED * POOLED }, (_, at) => Math.max(...poolAt(at).map((place) => relu[place])));
  return { kernel, out, relu, pooled };
}

/**
 * The four places that pooling takes together.
 * @param {number} at of what it leaves
 */
export function poolAt(at) {
  const first = 2 * Math.floor(at / POOLED) * SIDE + 2 * (at % POOLED);
  return [first, first + 1, first + SIDE, first + SIDE + 1];
}

/**
 * Whether a kernel answers at the left edge of the square and nowhere else, once ReLU has gone over it.
 * @param {KernelFacts} facts
 */
export function findsLeftEdges({ relu }) {
  const at = (/** @type {number} */ row, /** @type {number} */ column) => relu[row * SIDE + column];
  const inner = [FIRST + 1, LAST - 1];
  const edge = inner.every((row) => at(row, FIRST) > 0);
  const flat = inner.every((row) => inner.every((column) => at(row, column) === 0) && at(row, LAST) === 0 && at(row, LAST + 1) === 0);
  const others = inner.every((column) => [FIRST - 1, FIRST, LAST, LAST + 1].every((row) => at(row, column) === 0));
  return edge && flat && others;
}
