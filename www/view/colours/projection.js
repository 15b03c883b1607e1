// The RGB cube as a solid that is turned and looked at from afar. Sums only, no page.
import { neighbours } from '../../colours/regions.js';

/** @typedef {[number, number, number]} Point in the cube, 0 to 1 each: red, green, blue */
/** @typedef {{ x: number, y: number, depth: number }} Seen depth grows towards the eye */
/** @typedef {{ corners: Point[], middle: Point }} Face */

/** The corners of the cube, and its edges as pairs of them. */
export const CORNERS = /** @type {Point[]} */ ([0, 1, 2, 3, 4, 5, 6, 7].map((i) => [i >> 2, (i >> 1) & 1, i & 1]));
export const EDGES = CORNERS.flatMap((_, i) => [1, 2, 4].filter((bit) => !(i & bit)).map((bit) => [i, i | bit]));

/**
 * A view of the cube: its black corner below, its white corner above, turned about the line between them and
 * tipped towards the eye.
 * @param {number} turn radians
 * @param {number} tip radians
 * @returns {(point: readonly number[]) => Seen} x and y −1 to 1, y downwards
 */
export function viewOf(turn, tip) {
  const [ct, st, cp, sp] = [Math.cos(turn), Math.sin(turn), Math.cos(tip), Math.sin(tip)];
  return ([r, g, b]) => {
    // Along the line of greys, and on the plane across it.
    const up = (r + g + b - 1.5) / Math.sqrt(3);
    const across = (g - b) / Math.SQRT2;
    const away = (2 * r - g - b) / Math.sqrt(6);
    const x = across * ct + away * st;
    const z = away * ct - across * st;
    return { x: x / 0.87, y: -(up * cp - z * sp) / 0.87, depth: up * sp + z * cp };
  };
}

/**
 * Where the answer changes on a lattice: one face between two neighbours of different classes.
 * @param {Uint8Array} answers red the slowest
 * @param {number} side
 * @returns {Face[]}
 */
export function faces(answers, side) {
  const sizes = [side, side, side];
  const half = 0.5 / (side - 1);
  /** @type {Face[]} */
  const found = [];
  for (let at = 0; at < answers.length; at += 1) {
    const here = pointOf(at, side);
    for (const other of neighbours(at, sizes)) {
      if (other < at || answers[other] === answers[at]) continue;
      const there = pointOf(other, side);
      const along = here.findIndex((value, i) => value !== there[i]);
      const middle = /** @type {Point} */ (here.map((value, i) => (value + there[i]) / 2));
      const [p, q] = [0, 1, 2].filter((axis) => axis !== along);
      const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([dp, dq]) => {
        const corner = /** @type {Point} */ ([...middle]);
        corner[p] = Math.min(1, Math.max(0, corner[p] + dp * half));
        corner[q] = Math.min(1, Math.max(0, corner[q] + dq * half));
        return corner;
      });
      found.push({ corners, middle });
    }
  }
  return found;
}

/**
 * The point of a place on the lattice.
 * @param {number} at
 * @param {number} side
 * @returns {Point}
 */
export function pointOf(at, side) {
  const place = [Math.floor(at / side ** 2), Math.floor(at / side) % side, at % side];
  return /** @type {Point} */ (place.map((i) => i / (side - 1)));
}
