// Drawing what a number in a picture is made of: windows, kernels, and the places that matter to a kernel's gradient.
import { cellBox } from './block.js';
import { channelBox, seenBox } from './picture-block.js';
import { sideOf } from './scale.js';

/** @typedef {CanvasRenderingContext2D} Context */
/** @typedef {import('./block.js').Block} Block */
/** @typedef {import('./palette.js').Palette} Palette */

/** The largest and the least side of a cell of a kernel, and the paper between two kernels, px. */
const [LARGEST, LEAST, APART] = [11, 5, 5];
/** Where between two columns kernels stand. */
const WHERE = 0.5;

/**
 * Frames the windows.
 * @param {Context} context
 * @param {readonly Block[]} blocks
 * @param {readonly import('./windows.js').Window[]} windows
 * @param {string} color
 */
export function drawWindows(context, blocks, windows, color) {
  context.strokeStyle = color;
  context.lineWidth = 1.8;
  context.setLineDash([]);
  for (const { column, channel, top, left, bottom, right } of windows) {
    const block = blocks[column];
    if (!block.picture) continue;
    const { height, width } = block.picture;
    const seen = channel === 0 ? seenBox(block, block.picture) : null;
    for (const box of [channelBox(block, block.picture, channel), ...(seen ? [seen] : [])]) {
      const [wide, tall] = [box.width / width, box.height / height];
      context.strokeRect(box.x + left * wide, box.y + top * tall, (right - left + 1) * wide, (bottom - top + 1) * tall);
    }
  }
}

/**
 * The cells of kernels between two columns, one under another.
 * @param {readonly Block[]} blocks
 * @param {import('./windows.js').Kernels} kernels
 * @returns {{ cell: number, x: number, tops: number[] } | null} null where there is no room for them
 */
export function kernelRoom(blocks, { column, side, weights }) {
  const [before, after] = [blocks[column - 1], blocks[column]];
  if (!before || before.down) return null;
  const [left, right] = [before.x + before.width, after.x];
  const height = after.height + 2 * APART;
  const cell = Math.floor(Math.min(LARGEST, (right - left - 8) / side, (height - (weights.length - 1) * APART) / (side * weights.length)));
  if (cell < LEAST) return null;
  const step = side * cell + APART;
  const top = after.y + (after.height - (weights.length * step - APART)) / 2;
  return { cell, x: left + (right - left) * WHERE - (side * cell) / 2, tops: weights.map((_, i) => top + i * step) };
}

/**
 * Draws kernels: a positive weight solid, a negative one a dashed frame, its area its size.
 * @param {Context} context
 * @param {readonly Block[]} blocks
 * @param {import('./windows.js').Kernels} kernels
 * @param {number | null} row the weight that is told of, as the weights count; null for none
 * @param {Palette} palette
 */
export function drawKernels(context, blocks, kernels, row, palette) {
  const room = kernelRoom(blocks, kernels);
  if (!room) return;
  const { cell, x: left, tops } = room;
  const { side, weights } = kernels;
  const most = Math.max(...weights.flat().map(Math.abs)) || 1;
  weights.forEach((kernel, channel) => {
    const top = tops[channel];
    context.setLineDash([]);
    context.fillStyle = palette.paper;
    context.fillRect(left - 2, top - 2, side * cell + 4, side * cell + 4);
    context.strokeStyle = palette.hair;
    context.lineWidth = 1;
    context.strokeRect(left - 1.5, top - 1.5, side * cell + 3, side * cell + 3);
    kernel.forEach((weight, k) => {
      const [x, y] = [left + (k % side) * cell + cell / 2, top + Math.floor(k / side) * cell + cell / 2];
      const size = Math.max(2, sideOf(weight, most, cell - 2));
      if (weight > 0) {
        context.fillStyle = palette.plus;
        context.fillRect(x - size / 2, y - size / 2, size, size);
      } else if (weight < 0) {
        context.strokeStyle = palette.minus;
        context.lineWidth = 1.2;
        context.setLineDash(size > 5 ? [2, 1.2] : []);
        context.strokeRect(x - size / 2, y - size / 2, size, size);
      }
      if (row !== channel * kernel.length + k) return;
      context.setLineDash([]);
      context.strokeStyle = palette.ink;
      context.lineWidth = 2;
      context.strokeRect(x - cell / 2, y - cell / 2, cell, cell);
    });
  });
  context.setLineDash([]);
}

/**
 * Draws what each place of a picture brings to the gradient of a kernel's weight: solid where it is positive, with a hole
 * where it is negative.
 * @param {Context} context
 * @param {Block} block
 * @param {Map<number, number>} places
 * @param {string} color
 */
export function drawPlaces(context, block, places, color) {
  const most = Math.max(...[...places.values()].map(Math.abs)) || 1;
  const alpha = context.globalAlpha;
  context.fillStyle = color;
  for (const [node, part] of places) {
    const { x, y, width, height } = cellBox(block, node);
    context.globalAlpha = alpha * Math.min(1, Math.abs(part) / most);
    const path = new Path2D();
    path.rect(x, y, width, height);
    if (part < 0) path.rect(x + width * 0.3, y + height * 0.3, width * 0.4, height * 0.4);
    context.fill(path, 'evenodd');
  }
  context.globalAlpha = alpha;
}
