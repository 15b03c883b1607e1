// What of a picture a number is made of: a window in every channel, and the kernel between. Pure.
import { indexAt } from '../../core/tensor-shape.js';
import { isKernel } from '../../explain/weight-index.js';

/** @typedef {import('../../app/view-model.js').ColumnModel} ColumnModel */
/** @typedef {import('./wires.js').End} End */

/**
 * A window in one channel of a column of pictures, in pixels, ends included.
 * @typedef {object} Window
 * @property {number} column
 * @property {number} channel
 * @property {number} top
 * @property {number} left
 * @property {number} bottom
 * @property {number} right
 * @property {number} part what it brings to the number
 * @property {number} node its pixel that leads: the one that brings the most, or of a maximum the one that is taken over
 */

/** The kernels that a number is made with, one a channel that comes in. @typedef {{ column: number, node: number, side: number, weights: readonly (readonly number[])[] }} Kernels */

/**
 * The windows that operands in pictures make, one for each channel.
 * @param {readonly { end: End, part: number }[]} operands
 * @param {readonly Pick<ColumnModel, 'shape'>[]} columns
 * @param {(part: number) => number} [rank] by which one pixel of a window leads: by its size, if left out
 * @returns {Window[]} none where the operands are in no picture
 */
export function windowsOf(operands, columns, rank = Math.abs) {
  /** @type {Map<string, Window & { most: number }>} */
  const windows = new Map();
  for (const { end: { column, node }, part } of operands) {
    const { shape } = columns[column];
    if (shape.length !== 3) continue;
    const [channel, i, j] = indexAt(node, shape);
    const id = `${column}:${channel}`;
    const found = windows.get(id) ?? { column, channel, top: i, left: j, bottom: i, right: j, part: 0, node, most: -Infinity };
    windows.set(id, found);
    Object.assign(found, { top: Math.min(found.top, i), left: Math.min(found.left, j), bottom: Math.max(found.bottom, i), right: Math.max(found.right, j), part: found.part + part });
    if (rank(part) > found.most) Object.assign(found, { most: rank(part), node });
  }
  return [...windows.values()].map(({ most: _, ...window }) => window);
}

/**
 * The windows at one place of a layer's pictures, in every channel that comes in, and the pixels that are made of them.
 * @param {number} column
 * @param {number} place of a channel, in reading order
 * @param {readonly Pick<ColumnModel, 'shape' | 'role'>[]} columns
 * @returns {Window[]}
 */
export function windowsAt(column, place, columns) {
  const { shape: [channels, height, width], role } = columns[column];
  const [incoming, tall, wide] = columns[column - 1].shape;
  const [i, j] = [Math.floor(place / width) % height, place % width];
  const pooled = role === 'pooling';
  // A kernel reaches one pixel around its place; pooling takes two by two, side by side.
  const [top, left] = pooled ? [2 * i, 2 * j] : [i - 1, j - 1];
  const [bottom, right] = pooled ? [top + 1, left + 1] : [i + 1, j + 1];
  const nothing = { part: 0, node: 0 };
  const seen = { top: Math.max(0, top), left: Math.max(0, left), bottom: Math.min(tall - 1, bottom), right: Math.min(wide - 1, right), ...nothing };
  const into = Array.from({ length: incoming }, (_, channel) => ({ column: column - 1, channel, ...seen }));
  return [...into, ...Array.from({ length: channels }, (_, channel) => ({ column, channel, top: i, left: j, bottom: i, right: j, ...nothing }))];
}

/**
 * The kernels of a number: of an output of a Convolution, or of one of its weights.
 * @param {import('../../explain/spot.js').Spot} at
 * @param {readonly Pick<ColumnModel, 'shape' | 'weights'>[]} columns
 * @returns {Kernels | null} null for any other number
 */
export function kernelsOf(at, columns) {
  const { shape, weights } = columns[at.column];
  if (!weights || !isKernel(weights.shape)) return null;
  const node = at.kind === 'dot' ? at.node : indexAt(at.node, shape)[0];
  const [, channels, side, across] = weights.shape;
  const size = side * across;
  const kernel = (/** @type {number} */ channel) => Array.from({ length: size }, (_, k) => weights.w[(channel * size + k) * weights.columns + node]);
  return { column: at.column, node, side: across, weights: Array.from({ length: channels }, (_, channel) => kernel(channel)) };
}
