// The wires between layers. At rest the strongest weights of each gap, as a texture; for a number that is explained, one
// wire for each operand, thicker for a larger part. Pure: which wires there are, not how they are drawn.
import { key, spot } from '../../explain/spot.js';
import { isKernel } from '../../explain/weight-index.js';
import { isPicture } from '../../core/tensor-shape.js';
import { kernelsOf, windowsOf } from './windows.js';
import { round } from './scale.js';

/** @typedef {{ column: number, node: number }} End a cell */
/** @typedef {{ from: End, to: End, part: number }} Wire from the left column to the right one */
/** @typedef {import('../../app/view-model.js').ColumnModel} ColumnModel */
/** @typedef {import('../../explain/spot.js').Spot} Spot */

/** How many weights of a gap are seen to move. */
const MOVING = 14;
/** How many wires of a gap are drawn at rest. */
export const RESTING = 24;

/**
 * The strongest weights into a column.
 * @param {readonly ColumnModel[]} columns
 * @param {number} column its index
 * @param {number} [most] how many
 * @returns {Wire[]} none for a column without a matrix of weights
 */
export function strongest(columns, column, most = RESTING) {
  const weights = columns[column].weights;
  if (!weights || isKernel(weights.shape)) return [];
  const { w, columns: nodes } = weights;
  const sizes = w.map(Math.abs);
  // A typed array sorts numbers without a function to compare them: this is done while a colour is dragged.
  const least = sizes.slice().sort().at(-Math.min(most, sizes.length)) ?? 0;
  /** @type {Wire[]} */
  const wires = [];
  for (let i = 0; i < w.length && wires.length < most; i += 1) {
    if (sizes[i] < least || w[i] === 0) continue;
    wires.push({ from: { column: column - 1, node: Math.floor(i / nodes) }, to: { column, node: i % nodes }, part: w[i] });
  }
  return wires;
}

/** A weight that an update has moved: its wire, with `part` before it, and by how much. @typedef {Wire & { change: number }} Move */

/**
 * The weights into a column that the present update has moved the furthest.
 * @param {readonly ColumnModel[]} columns
 * @param {number} column its index
 * @param {number} [most] how many
 * @returns {Move[]} none where no update was just made
 */
export function moved(columns, column, most = MOVING) {
  const weights = columns[column].weights;
  if (!weights?.before || isKernel(weights.shape)) return [];
  const { before, values, columns: nodes } = weights;
  const moves = Array.from(values, (value, i) => ({ i, change: value - before[i] })).filter(({ change }) => change !== 0);
  moves.sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  return moves.slice(0, most).map(({ i, change }) => ({ from: { column: column - 1, node: Math.floor(i / nodes) }, to: { column, node: i % nodes }, part: before[i], change }));
}

/**
 * What the present update has moved, and how many times larger it has to be drawn to be seen beside the weights.
 * @param {{ columns: readonly ColumnModel[], effect: object | null, playing: boolean }} model
 * @returns {{ into: Move[][], times: number } | null} null where no update was just made
 */
export function movesIn({ columns, effect, playing }) {
  if (!effect || playing) return null;
  const into = columns.map((_, i) => moved(columns, i));
  const all = into.flat();
  if (all.length === 0) return null;
  const mean = (/** @type {(move: Move) => number} */ of) => all.reduce((sum, move) => sum + Math.abs(of(move)), 0) / all.length;
  return { into, times: Math.max(1, roundDown((0.5 * mean(({ part }) => part)) / mean(({ change }) => change))) };
}

/**
 * The largest of 1, 2 or 5 times a power of ten that is not more than a number.
 * @param {number} value
 */
function roundDown(value) {
  const up = round(value);
  return up <= value * (1 + 1e-6) ? up : round(up / 2.4);
}

/**
 * What of the stage belongs to an explained number.
 * @typedef {object} Involved
 * @property {Spot} at where the number itself is
 * @property {Wire[]} wires the largest part last
 * @property {import('./windows.js').Window[]} windows where its operands are pixels, their windows
 * @property {import('./windows.js').Kernels | null} kernels where it is made with kernels, these
 * @property {Map<number, number> | null} places of the gradient of a kernel's weight: what each place of its picture brings to it, by
 * the node of its column; null for any other number
 * @property {number | null} bias the part of its bias; null where it has none
 * @property {[number, number] | null} ends for the gradient of a weight by one colour: what came in, and the gradient at its
 * other end; null for any other number
 * @property {Set<string>} spots all spots that belong to it, as `key` writes them
 */

/**
 * @param {Pick<import('../../explain/terms.js').Explanation, 'address' | 'value' | 'terms' | 'operation'> | null} explanation
 * @param {readonly ColumnModel[]} columns
 * @param {readonly { address: string }[]} [trail] the numbers that led to it
 * @returns {Involved | null} null for a number that is not on the stage
 */
export function involvedIn(explanation, columns, trail = []) {
  const at = explanation ? spot(explanation.address, columns) : null;
  if (!explanation || !at) return null;
  /** @type {Map<string, { end: Spot & { kind: 'cell' }, part: number }>} */
  const ends = new Map();
  const spots = new Set([key(at)]);
  for (const { address } of trail) spots.add(key(spot(address, columns) ?? at));
  /** @type {number | null} */
  let bias = null;
  for (const { part, factors } of explanation.terms) {
    const found = factors.flatMap(({ address }) => (address ? (spot(address, columns) ?? []) : []));
    for (const one of found) {
      spots.add(key(one));
      if (one.kind !== 'cell' || key(one) === key(at)) continue;
      const end = ends.get(key(one)) ?? { end: one, part: 0 };
      end.part += part;
      ends.set(key(one), end);
    }
    if (at.kind === 'cell' && found.length === 1 && found[0].kind === 'dot' && found[0].row < 0) bias = part;
  }
  const kernels = kernelsOf(at, columns);
  const operands = [...ends.values()];
  const windows = at.kind === 'cell' && isPicture(columns[at.column].shape) ? windowsOf(operands, columns, explanation.operation.kind === 'max' ? (value) => value : undefined) : [];
  const own = at.kind === 'dot' ? (kernels ? [] : ownWire(at, explanation.value)) : null;
  const wires = own ?? (windows.length > 0 ? windowWires(at, windows, explanation) : operands.map(({ end, part }) => wire(at, end, part)));
  const mattering = at.kind === 'dot' && kernels ? operands.filter(({ end }) => end.column === at.column) : [];
  wires.sort((a, b) => Math.abs(a.part) - Math.abs(b.part));
  for (const { from, to } of wires) for (const end of [from, to]) spots.add(key({ kind: 'cell', ...end }));
  const factors = explanation.terms.length === 1 ? explanation.terms[0].factors : [];
  const two = at.kind === 'dot' && at.row >= 0 && factors.length === 2 && factors.every(({ address }) => address && spot(address, columns)?.kind === 'cell');
  const places = mattering.length > 0 ? new Map(mattering.map(({ end, part }) => [end.node, part])) : null;
  return { at, wires, windows, kernels, places, bias, ends: two ? [factors[0].value, factors[1].value] : null, spots };
}

/**
 * A wire for each window: of a maximum only from the pixel that is taken over.
 * @param {Spot} at
 * @param {readonly import('./windows.js').Window[]} windows
 * @param {Pick<import('../../explain/terms.js').Explanation, 'operation' | 'terms' | 'value'>} explanation
 */
function windowWires(at, windows, { operation, value }) {
  const { column, node } = /** @type {End} */ (at);
  const taken = operation.kind === 'max';
  return windows.map((window) => wire({ column, node }, { column: window.column, node: window.node }, taken ? value : window.part));
}

/**
 * The wires of a trail of blame, from number to number.
 * @param {readonly { address: string }[]} trail
 * @param {readonly ColumnModel[]} columns
 * @returns {Wire[]} none between two numbers of the same cell
 */
export function wiresAlong(trail, columns) {
  const spots = trail.flatMap(({ address }) => spot(address, columns) ?? []);
  return spots.flatMap((at, i) => {
    if (at.kind === 'dot') return ownWire(at, 1);
    const before = spots[i - 1];
    return before?.kind === 'cell' && before.column !== at.column ? [wire(before, at, 1)] : [];
  });
}

/**
 * The wire that a weight itself is; none for a bias.
 * @param {Spot & { kind: 'dot' }} at
 * @param {number} part
 * @returns {Wire[]}
 */
function ownWire({ column, row, node }, part) {
  return row < 0 ? [] : [{ from: { column: column - 1, node: row }, to: { column, node }, part }];
}

/**
 * @param {End} a
 * @param {End} b
 * @param {number} part
 * @returns {Wire}
 */
function wire(a, b, part) {
  const [from, to] = a.column <= b.column ? [a, b] : [b, a];
  return { from: { column: from.column, node: from.node }, to: { column: to.column, node: to.node }, part };
}
