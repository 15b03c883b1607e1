// Paints what lies under the ink and stays while numbers change: places and wires, and at an update the weights that move.
import { isInked } from './block.js';
import { drawKernels } from './draw-windows.js';
import { places } from './ink.js';
import { drawMoves, drawTravellers, drawWires } from './lines.js';
import { eased } from './motion.js';
import { drawBias, writeNumbers } from './notes.js';
import { turnOf } from './picture.js';

/** @typedef {CanvasRenderingContext2D} Context */
/** @typedef {import('./picture.js').Picture} Picture */
/** @typedef {import('./picture.js').Movement} Movement */

/** How opaque the wires at rest are. */
const FAINT = { page: 0.38, projector: 0.6 };
/** The most wishes that are seen on their way. */
const TRAVELLERS = 24;

/**
 * @param {Context} context
 * @param {Picture} picture
 */
export function paintBase(context, picture) {
  const { columns, shown, geometry: { blocks }, palette, resting, involved, backward, projector, movement } = picture;
  context.strokeStyle = palette.line;
  blocks.forEach((block, i) => {
    if (shown[i] && isInked(block) && !block.shared) places(context, block);
  });
  if (picture.moves) {
    paintMoves(context, picture, picture.moves);
    return;
  }
  const faint = projector ? FAINT.projector : FAINT.page;
  columns.forEach((column, i) => {
    if (!shown[i] || !shown[i - 1] || !column.lit) return;
    // What lies behind the gradient is seen as a ghost.
    context.globalAlpha = column.lit === 'backward' ? faint * 0.6 : faint;
    const most = Math.max(...resting[i].map(({ part }) => Math.abs(part)), 0);
    reveal(context, blocks, i, movement?.kind === 'sweep' ? turnOf(movement, i, columns.length) : column.current ? movement : null, false, () => {
      drawWires(context, blocks, resting[i], { plus: palette.plus, minus: palette.minus, most, thick: 2.2 });
    });
    context.globalAlpha = 1;
    if (!involved) writeNumbers(context, blocks, resting[i], palette);
  });
  context.globalAlpha = 1;
  const along = picture.trail.filter(({ from, to }) => shown[from.column] && shown[to.column]);
  // The trail is a broad light under the wires.
  context.globalAlpha = 0.45;
  drawWires(context, blocks, along, { plus: palette.backward, minus: palette.backward, most: 1, thick: 7 });
  context.globalAlpha = 1;
  if (!involved || movement?.kind === 'slide') return;
  const { wires, at } = involved;
  if (at.kind === 'cell' && columns[at.column].role === 'input') return;
  const seen = wires.filter(({ from, to }) => shown[from.column] && shown[to.column]);
  const most = Math.max(...seen.map(({ part }) => Math.abs(part)), 0);
  const [plus, minus] = backward ? [palette.backward, palette.backward] : [palette.plus, palette.minus];
  const column = Math.max(1, ...seen.map(({ to }) => to.column));
  const leader = at.kind === 'cell' && isInked(blocks[at.column]) ? { column: at.column, node: at.node } : null;
  reveal(context, blocks, column, movement, backward, () => drawWires(context, blocks, seen, { plus, minus, most, leader }));
  if (backward && movement && ['backward', 'slow'].includes(movement.kind)) {
    drawTravellers(context, blocks, seen.slice(-TRAVELLERS), ({ to }) => columns[to.column].values[to.node] ?? 0, eased(movement.part, 0, movement.kind === 'slow' ? 0.45 : 0.6), palette.backward);
  }
  if (involved.kernels && shown[at.column] && shown[at.column - 1] && !(backward && at.kind === 'cell')) drawKernels(context, blocks, involved.kernels, at.kind === 'dot' ? at.row : null, palette);
  if (at.kind === 'cell' && involved.bias !== null && shown[at.column]) drawBias(context, blocks[at.column], at.node, involved.bias, most, palette);
  // Beside kernels there is no room for numbers.
  if (at.kind === 'cell' && involved.windows.length === 0) writeNumbers(context, blocks, seen, palette);
}

/**
 * @param {Context} context
 * @param {Picture} picture
 * @param {import('./picture.js').Moves} moves
 */
function paintMoves(context, { shown, geometry: { blocks }, palette, movement }, { into, times }) {
  const [arrows, part] = movement?.kind === 'update' ? [eased(movement.part, 0, 0.4), eased(movement.part, 0.4, 1)] : [1, 1];
  into.forEach((moves, i) => {
    if (!shown[i] || !shown[i - 1] || moves.length === 0) return;
    const most = Math.max(...moves.map(({ part: weight }) => Math.abs(weight)));
    drawMoves(context, blocks, moves, { palette, most, times, arrows, part });
  });
}

/**
 * Draws the wires into a column as far as a movement has come.
 * @param {Context} context
 * @param {readonly import('./block.js').Block[]} blocks
 * @param {number} column
 * @param {Movement} movement
 * @param {boolean} backward whether they come from the right
 * @param {() => void} draw
 */
function reveal(context, blocks, column, movement, backward, draw) {
  if (!movement || !['affine', 'backward', 'slow', 'sweep'].includes(movement.kind)) return draw();
  const part = eased(movement.part, 0, movement.kind === 'slow' ? 0.35 : 0.6);
  const [first, last] = [blocks[column - 1], blocks[column]];
  const { width, height } = context.canvas;
  context.save();
  context.beginPath();
  if (last.down) {
    const [top, bottom] = [first.y, last.y + last.height];
    context.rect(0, backward ? bottom - (bottom - top) * part : top, width, (bottom - top) * part);
  } else {
    const [left, right] = [first.x, last.x + last.width];
    context.rect(backward ? right - (right - left) * part : left, 0, (right - left) * part, height);
  }
  context.clip();
  draw();
  context.restore();
}
