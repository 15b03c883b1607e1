// The borders between the classes of a grid, as lines: marching squares for any number of classes. Where two neighbouring
// points have different classes, the border crosses between them where their scores would be equal.

/** The class of a point that has none. */
export const NONE = 255;

/**
 * A grid of classes over the square from −1 to 1, the first and last points of a row on its edges.
 * @typedef {object} Grid
 * @property {number} side points along each edge
 * @property {Uint8Array} classes row after row; NONE outside the disc
 * @property {Float32Array} scores `count` of each point
 * @property {number} count how many classes there are
 */

/** A crossing, or the middle of a cell where borders meet, and those that it is linked to. @typedef {{ x: number, y: number, to: number[] }} Knot */
/** A line through points `x, y, x, y, …`; closed where the last point is the first. @typedef {number[]} Line */

/**
 * @param {Grid} grid
 * @returns {Line[]}
 */
export function bordersOf({ side, classes, scores, count }) {
  /** By a number of their place. @type {Map<number, Knot>} */
  const knots = new Map();
  const along = (/** @type {number} */ i) => (2 * i) / (side - 1) - 1;

  /**
   * The crossing between two neighbouring points, as a knot; −1 where they have the same class.
   * @param {number} p
   * @param {number} q to the right of `p`, or below it
   */
  function crossing(p, q) {
    const [a, b] = [classes[p], classes[q]];
    if (a === b) return -1;
    const id = 2 * p + (q === p + 1 ? 0 : 1);
    if (!knots.has(id)) {
      const [before, after] = [scores[p * count + a] - scores[p * count + b], scores[q * count + b] - scores[q * count + a]];
      const share = before + after > 0 ? Math.min(1, Math.max(0, before / (before + after))) : 0.5;
      const [x, y] = [p % side, Math.floor(p / side)];
      knots.set(id, { x: along(x + (q === p + 1 ? share : 0)), y: along(y + (q === p + 1 ? 0 : share)), to: [] });
    }
    return id;
  }

  /**
   * @param {number} a
   * @param {number} b
   */
  function link(a, b) {
    knots.get(a)?.to.push(b);
    knots.get(b)?.to.push(a);
  }

  for (let y = 0; y < side - 1; y += 1) {
    for (let x = 0; x < side - 1; x += 1) {
      const p = y * side + x;
      const [right, below, across] = [p + 1, p + side, p + side + 1];
      const [a, b, c, d] = [classes[p], classes[right], classes[below], classes[across]];
      if ((a === b && a === c && a === d) || a === NONE || b === NONE || c === NONE || d === NONE) continue;
      const found = [crossing(p, right), crossing(p, below), crossing(right, across), crossing(below, across)].filter((id) => id >= 0);
      if (found.length === 2) {
        link(found[0], found[1]);
        continue;
      }
      // Three regions meet in this cell, or two at their corners.
      const middle = 2 * side * side + p;
      const at = found.map((id) => /** @type {Knot} */ (knots.get(id)));
      const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;
      knots.set(middle, { x: mean(at.map((one) => one.x)), y: mean(at.map((one) => one.y)), to: [] });
      for (const id of found) link(middle, id);
    }
  }
  return linesThrough(knots);
}

/**
 * Joins linked knots to lines as long as they can be: from one end or meeting to the next, and the rings.
 * @param {Map<number, Knot>} knots loses its links
 * @returns {Line[]}
 */
function linesThrough(knots) {
  const ends = new Set([...knots].filter(([, { to }]) => to.length !== 2).map(([id]) => id));

  /** @param {number} from */
  function lineFrom(from) {
    const line = [];
    for (let [id, next] = /** @type {[number, number | undefined]} */ ([from, undefined]); ; id = next) {
      const knot = /** @type {Knot} */ (knots.get(id));
      line.push(knot.x, knot.y);
      next = line.length > 2 && ends.has(id) ? undefined : knot.to.pop();
      if (next === undefined) return line;
      const { to } = /** @type {Knot} */ (knots.get(next));
      to.splice(to.indexOf(id), 1);
    }
  }

  /** @type {Line[]} */
  const lines = [];
  for (const from of [...ends, ...knots.keys()]) while (knots.get(from)?.to.length) lines.push(smoothed(lineFrom(from)));
  return lines;
}

/**
 * A line without the tremor that comes from colours being whole numbers: each point moves half way to the middle of its
 * neighbours. The ends stay.
 * @param {Line} line
 * @returns {Line}
 */
function smoothed(line) {
  const last = line.length - 2;
  const closed = line[0] === line[last] && line[1] === line[last + 1];
  return line.map((here, at) => {
    const end = at < 2 || at >= last;
    if (end && !closed) return here;
    const [before, after] = end ? [line[last - 2 + (at % 2)], line[2 + (at % 2)]] : [line[at - 2], line[at + 2]];
    return here / 2 + (before + after) / 4;
  });
}
