// Where the names of the classes stand on the wheel: each in the roomiest place of its class, and once there it stays as
// long as it has room enough.
import { NONE } from './borders.js';

/** The class of a point that a name may not cover, because the mark is there. */
const COVERED = 254;
/** How many times its size must have room for a name to be shown, and to stay: rather than no name, one that laps over a little. */
const [ENTER, STAY] = [0.85, 0.75];
/** A name stays where it has this share of the most room, or this much. */
const [SHARE, ENOUGH] = [0.6, 1.5];
/** How far a name goes towards its place in a frame, while it glides. */
const GLIDE = 0.3;

/** @typedef {{ label: number, x: number, y: number }} Placed a class and the middle of its name, −1 to 1 */
/**
 * How names are to be placed.
 * @typedef {object} Wish
 * @property {readonly (readonly [number, number])[]} sizes width and height of each class's name, where the disc is 2 wide
 * @property {readonly [number, number, number] | null} mark middle and radius of what no name should cover
 * @property {boolean} glide whether a name that moves gets there little by little
 */

export function createNames() {
  /** @type {Map<number, Placed>} */
  let before = new Map();

  /**
   * @param {import('./borders.js').Grid} grid
   * @param {Wish} wish
   * @returns {Placed[]}
   */
  function place(grid, { sizes, mark, glide }) {
    const free = inside(grid, null);
    const uncovered = mark ? inside(grid, mark) : free;
    const now = sizes.map((size, label) => {
      const last = before.get(label);
      // A name makes way for the mark where it can.
      const found = placeIn(uncovered, grid.side, label, size, last) ?? placeIn(free, grid.side, label, size, last);
      return found && last && glide ? { label, x: last.x + (found.x - last.x) * GLIDE, y: last.y + (found.y - last.y) * GLIDE } : found;
    });
    const placed = now.filter((one) => one !== null);
    before = new Map(placed.map((one) => [one.label, one]));
    return placed;
  }

  return { place };
}

/**
 * The classes of a grid, without those of the ring around the disc and those under the mark.
 * @param {import('./borders.js').Grid} grid
 * @param {readonly [number, number, number] | null} mark
 */
function inside({ side, classes }, mark) {
  const kept = classes.slice();
  // It runs for each of thousands of points: no lists are made on the way.
  for (let row = 0, at = 0; row < side; row += 1) {
    const y = along(row, side);
    for (let column = 0; column < side; column += 1, at += 1) {
      const x = along(column, side);
      if (x * x + y * y > 1) kept[at] = NONE;
      else if (mark && (x - mark[0]) ** 2 + (y - mark[1]) ** 2 < mark[2] ** 2) kept[at] = COVERED;
    }
  }
  return kept;
}

/**
 * The place for the name of one class.
 * @param {Uint8Array} classes
 * @param {number} side
 * @param {number} label
 * @param {readonly [number, number]} size
 * @param {Placed | undefined} last where it was
 * @returns {Placed | null} null where there is not room enough
 */
export function placeIn(classes, side, label, size, last) {
  const rooms = roomsOf(classes, side, label, size);
  const most = rooms.reduce((a, b) => Math.max(a, b), 0);
  if (most < (last ? STAY : ENTER)) return null;
  const nearest = (/** @type {number} */ value) => Math.min(side - 1, Math.max(0, Math.round(((value + 1) / 2) * (side - 1))));
  if (last) {
    const room = rooms[nearest(last.y) * side + nearest(last.x)];
    if (room >= Math.max(STAY, Math.min(most * SHARE, ENOUGH))) return { ...last };
  }
  // Of the roomiest places the one nearest to where it was, or to the middle of all of them.
  const good = [...rooms.keys()].filter((at) => rooms[at] >= most * 0.92);
  const [x, y] = last ? [last.x, last.y] : [0, 1].map((axis) => good.reduce((sum, at) => sum + along(axis ? Math.floor(at / side) : at % side, side), 0) / good.length);
  const distance = (/** @type {number} */ at) => (along(at % side, side) - x) ** 2 + (along(Math.floor(at / side), side) - y) ** 2;
  const best = good.reduce((a, b) => (distance(b) < distance(a) ? b : a));
  return { label, x: along(best % side, side), y: along(Math.floor(best / side), side) };
}

/**
 * How many times as large a name could be around each point without leaving its class: 1 where it just fits.
 * @param {Uint8Array} classes
 * @param {number} side
 * @param {number} label
 * @param {readonly [number, number]} size
 * @returns {Float32Array} 0 for points of other classes
 */
export function roomsOf(classes, side, label, [wide, tall]) {
  const cell = 2 / (side - 1);
  const [half, high] = [wide / 2 / cell, tall / 2 / cell];
  // How far the class reaches from each point to the nearer side.
  const reach = new Float32Array(side * side);
  for (let y = 0; y < side; y += 1) {
    let run = 0;
    for (let x = 0; x < side; x += 1) reach[y * side + x] = run = classes[y * side + x] === label ? run + 1 : 0;
    run = 0;
    for (let x = side - 1; x >= 0; x -= 1) {
      run = classes[y * side + x] === label ? run + 1 : 0;
      reach[y * side + x] = Math.min(reach[y * side + x], run);
    }
  }
  return reach.map((here, at) => {
    let [narrowest, best] = [here, 0];
    for (let away = 0; narrowest > 0; away += 1) {
      const [above, below] = [at - away * side, at + away * side];
      narrowest = Math.min(narrowest, above < 0 ? 0 : reach[above], below >= reach.length ? 0 : reach[below]);
      best = Math.max(best, Math.min((narrowest - 0.5) / half, (away + 0.5) / high));
      if ((narrowest - 0.5) / half <= (away + 0.5) / high) break;
    }
    return Math.max(0, best);
  });
}

/**
 * The coordinate of a point, −1 to 1.
 * @param {number} i
 * @param {number} side
 */
function along(i, side) {
  return (2 * i) / (side - 1) - 1;
}
