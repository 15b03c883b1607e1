// Paints the numbers themselves, their gates, on the way back their wishes, and what is told of a weight on its wire.
import { key } from '../../explain/spot.js';
import { isInked, leadersOf } from './block.js';
import { drawPlaces, drawWindows } from './draw-windows.js';
import { squares, wishes } from './ink.js';
import { drawGates } from './lines.js';
import { eased } from './motion.js';
import { drawEnds, drawMoved } from './notes.js';
import { turnOf } from './picture.js';
import { windowsAt } from './windows.js';

/** @typedef {CanvasRenderingContext2D} Context */
/** @typedef {import('./picture.js').Picture} Picture */
/** @typedef {import('./picture.js').Movement} Movement */

/** How opaque a number is behind its gradient. */
const GHOST = { page: 0.42, projector: 0.55 };
/** How opaque is what has no part in the number that is open. */
const ASIDE = 0.25;

/**
 * @param {Context} context
 * @param {Picture} picture
 */
export function paintInk(context, picture) {
  const { columns, shown, geometry: { blocks }, palette, wishScale, involved, open, projector, movement } = picture;
  const ghost = projector ? GHOST.projector : GHOST.page;
  paintGates(context, picture);
  columns.forEach((column, i) => {
    const block = blocks[i];
    const after = columns[i + 1];
    // Where two columns share a place, the later one is seen once it is computed.
    const covered = blocks[i + 1]?.shared && after?.lit && (column.lit === 'forward' || after.lit === 'backward');
    if (!shown[i] || !isInked(block) || !column.lit || covered) return;
    if (block.picture && column.role === 'input') return picture.input(context, block);
    if (picture.maps(context, block, column)) return;
    const moving = movement?.kind === 'sweep' ? turnOf(movement, i, columns.length) : column.current ? movement : null;
    const values = column.ghost ?? column.values;
    context.fillStyle = palette.ink;
    context.strokeStyle = palette.ink;
    const belongs = (/** @type {number} */ node) => involved?.spots.has(key({ kind: 'cell', column: i, node })) ?? false;
    const leaders = block.group > 1 ? leadersOf(block, column.values, belongs) : null;
    const seen = (/** @type {number} */ node) => leaders?.has(node) ?? true;
    const aside = (/** @type {boolean} */ part, /** @type {(which: (node: number) => boolean) => void} */ draw) => {
      if (!open || !involved) return part ? draw(seen) : undefined;
      draw((node) => belongs(node) === part && seen(node));
    };
    const strength = column.ghost ? ghost : 1;
    for (const part of [true, false]) {
      context.globalAlpha = part ? strength : Math.min(strength, ASIDE);
      aside(part, (which) => drawForward(context, picture, i, values, which, moving));
      // At the update the weights are what moves.
      context.globalAlpha = part ? (picture.moves ? 0.35 : 1) : ASIDE;
      if (column.ghost) aside(part, (which) => drawBackward(context, picture, i, which, moving, wishScale));
    }
    context.globalAlpha = 1;
  });
  paintWeight(context, picture);
  const sliding = movement?.kind === 'slide' ? columns.findIndex(({ current }) => current) : 0;
  if (sliding > 0 && shown[sliding] && shown[sliding - 1]) {
    const { shape: [, height, width] } = columns[sliding];
    drawWindows(context, blocks, windowsAt(sliding, Math.min(height * width - 1, Math.floor((movement?.part ?? 0) * height * width)), columns), palette.forward);
  }
  if (!involved) return;
  const { windows, places, at } = involved;
  if (picture.movement?.kind === 'slide') return;
  if (places && shown[at.column]) drawPlaces(context, blocks[at.column], places, palette.backward);
  drawWindows(context, blocks, windows.filter(({ column }) => shown[column]), picture.backward ? palette.backward : palette.forward);
}

/**
 * @param {Context} context
 * @param {Picture} picture
 */
function paintGates(context, { columns, shown, geometry: { blocks }, palette, open, movement }) {
  columns.forEach((column, i) => {
    if (!column.blocked || !shown[i] || !shown[i - 1] || blocks[i].shared || blocks[i].picture) return;
    context.globalAlpha = (open ? 0.4 : 1) * (movement?.kind === 'sweep' ? turnOf(movement, i, columns.length).part : 1);
    drawGates(context, blocks[i - 1], blocks[i], column.blocked, { open: columns[i - 1].ghost ? palette.backward : palette.ink, closed: palette.hair });
  });
  context.globalAlpha = 1;
}

/**
 * @param {Context} context
 * @param {Picture} picture
 * @param {number} i the column
 * @param {ArrayLike<number>} values
 * @param {(node: number) => boolean} which
 * @param {Movement} moving
 */
function drawForward(context, { geometry: { blocks }, scales, columns }, i, values, which, moving) {
  const block = blocks[i];
  if (moving?.kind === 'slide' && block.picture) {
    // Pixel by pixel, as the window goes over the picture.
    const { height, width } = block.picture;
    return squares(context, block, values, scales[i], (node) => which(node) && node % (height * width) <= moving.part * height * width);
  }
  if (moving?.kind === 'sweep') return squares(context, block, values, scales[i], which, 0, eased(moving.part, 0, 1));
  if (moving?.kind === 'affine') return squares(context, block, values, scales[i], which, 0, eased(moving.part, 0.3, 1));
  if (moving?.kind !== 'activation' || !blocks[i - 1] || block.shared) return squares(context, block, values, scales[i], which);
  // Through open gates the numbers slide over; closed ones stop there.
  const from = blocks[i - 1].x - block.x;
  const closed = columns[i].blocked;
  const before = columns[i - 1].ghost ?? columns[i - 1].values;
  squares(context, block, values, scales[i], (node) => which(node) && closed?.[node] !== 1, from * (1 - eased(moving.part, 0, 1)));
  context.globalAlpha *= 1 - eased(moving.part, 0.4, 1);
  squares(context, block, before, scales[i - 1], (node) => which(node) && closed?.[node] === 1, from * (1 - 0.35 * eased(moving.part, 0, 0.5)));
}

/**
 * @param {Context} context
 * @param {Picture} picture
 * @param {number} i the column
 * @param {(node: number) => boolean} which
 * @param {Movement} moving
 * @param {number} scale
 */
function drawBackward(context, { geometry: { blocks }, columns, palette, involved }, i, which, moving, scale) {
  context.fillStyle = palette.backward;
  context.strokeStyle = palette.backward;
  if (moving?.kind === 'slow') {
    // One node first, then all.
    const one = involved?.at.kind === 'cell' && involved.at.column === i ? involved.at.node : -1;
    const [first, rest] = [eased(moving.part, 0.4, 0.5), eased(moving.part, 0.65, 1)];
    if (first > 0) wishes(context, blocks[i], columns[i].values, scale, (node) => node === one && which(node), first);
    if (rest > 0) wishes(context, blocks[i], columns[i].values, scale, (node) => node !== one && which(node), rest);
  } else {
    const grown = moving?.kind === 'backward' ? eased(moving.part, 0.45, 1) : moving?.kind === 'gate' ? eased(moving.part, 0, 0.8) : 1;
    if (grown > 0) wishes(context, blocks[i], columns[i].values, scale, which, grown);
  }
  context.fillStyle = palette.ink;
  context.strokeStyle = palette.ink;
}

/**
 * Tells of a weight on its wire: how an update has moved it, or the two ends of its gradient.
 * @param {Context} context
 * @param {Picture} picture
 */
function paintWeight(context, { columns, shown, geometry: { blocks }, palette, scales, wishScale, moves, involved }) {
  const [wire] = involved?.at.kind === 'dot' ? involved.wires : [];
  if (!involved || !wire || !shown[wire.from.column] || !shown[wire.to.column]) return;
  const { weights, few } = columns[wire.to.column];
  const at = wire.from.node * (weights?.columns ?? 0) + wire.to.node;
  if (moves && weights?.before) drawMoved(context, blocks, wire, weights.values[at] - weights.before[at], palette);
  // A score's wish fills its box at 1.
  else if (involved.ends) drawEnds(context, blocks, wire, involved.ends, [scales[wire.from.column], few ? 1 : wishScale], palette);
}
