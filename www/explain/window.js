// The windows of a sum over pictures: of an output of a Convolution a window in each channel that came in, of a gradient of
// its input a window in each channel that went out; and the window whose largest number a max pooling took. Pure.
import { parse } from '../core/address.js';
import { isKernel } from './weight-index.js';

/** @typedef {import('./terms.js').Explanation} Explanation */
/** @typedef {import('./terms.js').Term} Term */
/**
 * A window in one channel.
 * @typedef {object} Grid
 * @property {number} channel
 * @property {(Term | null)[]} cells row by row; null where there is no number
 * @property {number} sum of their parts
 */
/**
 * @typedef {object} Windows
 * @property {number} side cells along a side
 * @property {Grid[]} grids in the order of their channels
 * @property {Term | null} bias
 * @property {boolean} turned whether it is a gradient: the kernels meet it turned by half a turn, and past the border is nothing
 * @property {boolean} padded whether it has zeros that stand past the border of the picture
 * @property {boolean} cut whether a part of a window lies past the border, where there is nothing
 */

/** The side of a kernel. */
export const SIDE = 3;
/** The tensor of a Convolution's kernels. */
const WEIGHT = 'w';
/** What the core calls a zero past the border. */
const PADDING = 'padding';
/** Grids that are shown where not all are: more would not fit beside each other. */
const SHOWN = 3;

/**
 * The windows that a number is a sum over.
 * @param {Explanation} explanation
 * @returns {Windows | null} null where it is no such sum
 */
export function windowsIn({ operation, terms, mean }) {
  if (operation.kind !== 'sum' || mean || terms.length === 0) return null;
  /** @type {Map<number, Grid>} */
  const grids = new Map();
  /** @type {Term | null} */
  let bias = null;
  for (const term of terms) {
    if (grids.size > 0 && term.factors.length === 1) bias = term;
    else {
      const place = placeOf(term);
      if (!place) return null;
      const grid = grids.get(place.channel) ?? { channel: place.channel, cells: Array(SIDE * SIDE).fill(null), sum: 0 };
      grids.set(place.channel, grid);
      grid.cells[place.cell] = term;
      grid.sum += term.part;
    }
  }
  if (grids.size === 0) return null;
  const all = [...grids.values()].sort((a, b) => a.channel - b.channel);
  return { side: SIDE, grids: all, bias, turned: all.some(({ cells }) => cells.some((term) => term?.factors[0].address?.includes('.dout['))), padded: terms.some(isPadding), cut: all.some(({ cells }) => cells.includes(null)) };
}

/**
 * Where a product with a kernel's weight stands.
 * @param {Term} term
 * @returns {{ channel: number, cell: number } | null} null where it is no such product
 */
function placeOf({ factors }) {
  const [what, weight] = factors.map(({ address }) => (address ? parse(address) : null));
  if (factors.length !== 2 || weight?.tensor !== WEIGHT || !isKernel(weight.index) || (!what && factors[0].name !== PADDING)) return null;
  const [out, channel, row, column] = weight.index;
  const cell = row * SIDE + column;
  if (!what || what.tensor === 'x') return { channel, cell };
  // A number has met the weight at the right of a kernel in the window to the left of it: seen from the number, the kernel is
  // turned by half a turn.
  return what.tensor === 'dout' ? { channel: out, cell: SIDE * SIDE - 1 - cell } : null;
}

/**
 * Whether a term is made with a zero past the border of the picture.
 * @param {Term} term
 */
export function isPadding({ factors }) {
  return factors.some(({ address, name }) => !address && name === PADDING);
}

/**
 * The grids that are shown, those with the largest sums first where not all are.
 * @param {Windows} windows
 * @param {boolean} open whether all are to be shown
 * @returns {{ shown: Grid[], folded: Grid[], rest: number }} `rest` is the sum of the folded ones
 */
export function foremost({ grids }, open) {
  if (grids.length <= SHOWN) return { shown: grids, folded: [], rest: 0 };
  const sorted = [...grids].sort((a, b) => Math.abs(b.sum) - Math.abs(a.sum));
  const cut = open ? sorted.length : SHOWN - 1;
  return { shown: sorted.slice(0, cut), folded: sorted.slice(cut), rest: sorted.slice(cut).reduce((sum, grid) => sum + grid.sum, 0) };
}

/**
 * The window of which a max pooling took the largest.
 * @param {Explanation} explanation
 * @returns {{ side: number, cells: Term[], largest: number } | null} row by row, and which is the largest; null where it is no such number
 */
export function poolIn({ operation, terms }) {
  if (operation.kind !== 'max' && operation.kind !== 'place') return null;
  const largest = terms.findIndex(({ part }) => part === Math.max(...terms.map((term) => term.part)));
  return { side: Math.sqrt(terms.length), cells: terms, largest };
}
