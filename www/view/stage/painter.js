// Paints the stage on its two canvases: under the ink what stays while numbers change (places and wires), over it the
// numbers themselves, their gates, and on the way back their wishes.
import { key } from '../../explain/spot.js';
import { leadersOf } from './block.js';
import { places, squares, wishes } from './ink.js';
import { drawGates, drawMoves, drawTravellers, drawWires } from './lines.js';
import { eased } from './motion.js';
import { drawBias, drawEnds, drawMoved, writeNumbers } from './notes.js';

/** @typedef {CanvasRenderingContext2D} Context */
/** @typedef {import('../../app/view-model.js').ColumnModel} ColumnModel */
/** @typedef {import('./geometry.js').Geometry} Geometry */
/** @typedef {import('./wires.js').Wire} Wire */
/** @typedef {import('./wires.js').Involved} Involved */
/** @typedef {import('./palette.js').Palette} Palette */
/** @typedef {{ kind: import('./motion.js').Kind, part: number } | null} Movement */

/** The moved weights into each column, and how many times larger their movements are drawn. @typedef {{ into: import('./wires.js').Move[][], times: number }} Moves */

/** How opaque a number is behind its gradient. */
const GHOST = { page: 0.42, projector: 0.55 };
/** How opaque the wires at rest are. */
const FAINT = { page: 0.38, projector: 0.6 };
/** How opaque is what has no part in the number that is open. */
const ASIDE = 0.25;
/** The most wishes that are seen on their way. */
const TRAVELLERS = 24;

/**
 * All that is painted.
 * @typedef {object} Picture
 * @property {readonly ColumnModel[]} columns
 * @property {readonly boolean[]} shown which columns are there
 * @property {Geometry} geometry
 * @property {Palette} palette
 * @property {readonly number[]} scales the number that fills a cell, one a column
 * @property {number} wishScale the gradient that fills a cell
 * @property {readonly Wire[][]} resting the wires into each column
 * @property {Moves | null} moves what an update has moved, in the place of the resting wires
 * @property {Involved | null} involved what belongs to the number in the spotlight
 * @property {boolean} open whether that number is open: then all else steps back
 * @property {readonly Wire[]} trail the wires of the blame that led to it
 * @property {boolean} backward whether it is told on the way back
 * @property {boolean} projector
 * @property {Movement} movement
 * @property {(context: Context, block: import('./block.js').Block, column: ColumnModel) => boolean} maps draws the maps of a column's nodes in
 * their cells, where they are wanted; returns whether they are
 */

/**
 * @param {Context} context
 * @param {Picture} picture
 */
export function paintBase(context, picture) {
  const { columns, shown, geometry: { blocks }, palette, resting, involved, backward, projector, movement } = picture;
  context.strokeStyle = palette.line;
  blocks.forEach((block, i) => {
    if (shown[i] && block.form === 'cells' && !block.shared) places(context, block);
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
  if (!involved) return;
  const { wires, at } = involved;
  if (at.kind === 'cell' && columns[at.column].role === 'input') return;
  const seen = wires.filter(({ from, to }) => shown[from.column] && shown[to.column]);
  const most = Math.max(...seen.map(({ part }) => Math.abs(part)), 0);
  const [plus, minus] = backward ? [palette.backward, palette.backward] : [palette.plus, palette.minus];
  const column = Math.max(1, ...seen.map(({ to }) => to.column));
  const leader = at.kind === 'cell' && blocks[at.column].form === 'cells' ? { column: at.column, node: at.node } : null;
  reveal(context, blocks, column, movement, backward, () => drawWires(context, blocks, seen, { plus, minus, most, leader }));
  if (backward && movement && ['backward', 'slow'].includes(movement.kind)) {
    drawTravellers(context, blocks, seen.slice(-TRAVELLERS), ({ to }) => columns[to.column].values[to.node] ?? 0, eased(movement.part, 0, movement.kind === 'slow' ? 0.45 : 0.6), palette.backward);
  }
  if (at.kind === 'cell' && involved.bias !== null && shown[at.column]) drawBias(context, blocks[at.column], at.node, involved.bias, most, palette);
  if (at.kind === 'cell') writeNumbers(context, blocks, seen, palette);
}

/**
 * A column's turn in a movement that goes through all of them.
 * @param {NonNullable<Movement>} movement
 * @param {number} i the column
 * @param {number} count of columns
 * @returns {NonNullable<Movement>}
 */
function turnOf({ kind, part }, i, count) {
  return { kind, part: Math.min(1, Math.max(0, part * count - i + 1)) };
}

/**
 * @param {Context} context
 * @param {Picture} picture
 * @param {Moves} moves
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
    if (!shown[i] || block.form !== 'cells' || !column.lit || covered) return;
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
}

/**
 * @param {Context} context
 * @param {Picture} picture
 */
function paintGates(context, { columns, shown, geometry: { blocks }, palette, open, movement }) {
  columns.forEach((column, i) => {
    if (!column.blocked || !shown[i] || !shown[i - 1] || blocks[i].shared) return;
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
