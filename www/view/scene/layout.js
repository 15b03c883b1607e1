// How large the cells of the scene are, and in how many columns. Pure sums, no page.
import { FEW } from '../../app/view-model.js';

/**
 * @typedef {object} Fit
 * @property {number} cell side of a small cell, px
 * @property {number} gap between cells, px
 * @property {number} big side of a cell that has room for its number, px
 * @property {number[]} across cells side by side in each layer
 */

/**
 * How large cells may be.
 * @typedef {object} Largest
 * @property {number} most side of a small cell, px
 * @property {readonly number[]} across cells side by side that are taken as long as those are not too small
 * @property {number} big side of a cell that has room for its number, px
 */

/** Cells side by side that are easy to count. */
export const ACROSS = [5, 10, 20];
/** The same where layers lie one under another. */
const ACROSS_FLAT = [50, 25, 20, 10];

/**
 * Sizes for layers that stand side by side: the largest cells with which all fit. Five cells side by side
 * are easiest to count, so more are taken only where the cells would become too small to point at.
 * @param {readonly number[]} widths nodes of each layer
 * @param {number} width room for all, px
 * @param {number} height room for the tallest, px
 * @param {number} em the page's font size, px
 * @param {Largest} [largest]
 * @returns {Fit}
 */
export function upright(widths, width, height, em, { most, across: easy, big } = { most: 24, across: ACROSS.slice(0, 1), big: em * 3 }) {
  /** @param {number} cell @param {readonly number[]} choices */
  const fit = (cell, choices) => {
    const gap = cell > 8 ? 2 : 1;
    const rows = Math.floor((height + gap) / (cell + gap));
    const across = widths.map((n) => (n <= FEW ? 1 : (choices.find((c) => n / c <= rows) ?? Infinity)));
    // A column is at least as wide as its name, and has a little paper around it.
    const wide = across.map((c, i) => Math.max(widths[i] <= FEW ? big : c * (cell + gap) - gap, em * 4) + em * 0.9);
    return wide.reduce((a, b) => a + b) <= width ? { cell, gap, big, across } : null;
  };
  const tries = /** @type {[readonly number[], number][]} */ ([[easy, 8], [ACROSS, 6]]);
  for (const [choices, least] of tries) {
    for (let cell = most; cell >= least; cell -= 0.5) {
      const found = fit(cell, choices);
      if (found) return found;
    }
  }
  // So many or so wide layers that the scene has to scroll sideways.
  return { cell: 6, gap: 1, big, across: widths.map((n) => (n <= FEW ? 1 : (ACROSS.find((c) => (n / c) * 7 <= height) ?? 20))) };
}

/**
 * How high a cell with a number is, and the room under it for its name, so that all of its layer fit.
 * @param {number} n nodes of the layer
 * @param {number} big the side it would have, px
 * @param {number} height room for all, px
 * @param {number} em the page's font size, px
 */
export function heightOf(n, big, height, em) {
  const between = em * (n > 4 ? 1.12 : 1.5);
  return { high: Math.max(em * 1.15, Math.min(big, height / n - between)), between };
}

/**
 * Sizes for layers that lie one under another, on a narrow screen.
 * @param {readonly number[]} widths nodes of each layer
 * @param {number} width room for one layer, px
 * @param {number} big side of a cell with a number, px
 * @returns {Fit}
 */
export function flat(widths, width, big) {
  const most = ACROSS_FLAT.find((c) => width / c >= 11) ?? 10;
  const gap = 2;
  const cell = Math.min(16, Math.floor(((width + gap) / most - gap) * 2) / 2);
  return { cell, gap, big, across: widths.map((n) => (n <= FEW ? n : Math.min(n, most))) };
}

/**
 * Pixels for each weight of a picture of `rows × columns`, so that it fits and no weight is lost where
 * there is room; never more than four times as long as wide.
 * @param {number} rows
 * @param {number} columns
 * @param {number} width room, px
 * @param {number} height room, px
 * @returns {[number, number]} px across and down; below 1 where the picture has to shrink
 */
export function pixels(rows, columns, width, height) {
  const across = width / columns;
  const down = height / rows;
  const whole = (/** @type {number} */ size) => (size >= 1 ? Math.floor(size) : size);
  const [x, y] = [whole(across), whole(down)];
  return [Math.min(x, Math.max(1, y) * 4, 12), Math.min(y, Math.max(1, x) * 4, 12)];
}
