// Drawing what runs between the columns: wires, the gates between a layer and its activation, and the line that leads
// from a block's edge to one of its cells.
import { cellBox, port } from './geometry.js';

/** @typedef {CanvasRenderingContext2D} Context */
/** @typedef {import('./geometry.js').Block} Block */
/** @typedef {import('./wires.js').Wire} Wire */
/** @typedef {import('./palette.js').Palette} Palette */

/** The thinnest and the thickest wire of an explained number, px. */
const [THIN, THICK] = [0.6, 3.4];

/**
 * Draws wires.
 * @param {Context} context
 * @param {readonly Block[]} blocks
 * @param {readonly Wire[]} wires
 * @param {object} look
 * @param {string} look.plus
 * @param {string} look.minus
 * @param {number} look.most the part that is drawn the thickest
 * @param {number} [look.thick]
 * @param {boolean} [look.dashed] whether negative ones are dashed
 * @param {{ column: number, node: number } | null} [look.leader] the cell up to which its wires are drawn, into its block
 */
export function drawWires(context, blocks, wires, { plus, minus, most, thick = THICK, dashed = true, leader = null }) {
  for (const { from, to, part } of wires) {
    const [left, right] = [blocks[from.column], blocks[to.column]];
    const [start, end] = [port(left, from.node, 'out'), port(right, to.node, 'in')];
    if (end.x <= start.x) continue;
    context.strokeStyle = part < 0 ? minus : plus;
    context.lineWidth = THIN + (thick - THIN) * Math.min(1, Math.abs(part) / (most || 1));
    context.setLineDash(part < 0 && dashed ? [5, 3] : []);
    const bend = (start.x + end.x) / 2;
    context.beginPath();
    context.moveTo(start.x, start.y);
    context.bezierCurveTo(bend, start.y, bend, end.y, end.x, end.y);
    context.stroke();
  }
  context.setLineDash([]);
  if (!leader || wires.length === 0) return;
  const block = blocks[leader.column];
  const box = cellBox(block, leader.node);
  const enters = wires.some(({ to }) => to.column === leader.column && to.node === leader.node);
  const { x, y } = port(block, leader.node, enters ? 'in' : 'out');
  context.strokeStyle = plus;
  context.lineWidth = 1.4;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(enters ? box.x : box.x + box.width, y);
  context.stroke();
}

/**
 * Draws the gates between a layer and its activation: a line through each open one, a bar before each closed one.
 * @param {Context} context
 * @param {Block} before
 * @param {Block} after
 * @param {ArrayLike<number>} closed 1 for a node that lets nothing through
 * @param {object} look
 * @param {string} look.open
 * @param {string} look.closed
 * @param {(node: number) => boolean} [look.which] the nodes that are drawn
 */
export function drawGates(context, before, after, closed, { open, closed: shut, which = () => true }) {
  const passing = new Path2D();
  const blocking = new Path2D();
  for (let node = 0; node < closed.length; node += 1) {
    if (!which(node)) continue;
    const [start, end] = [port(before, node, 'out'), port(after, node, 'in')];
    const middle = Math.round((start.x + end.x) / 2);
    if (closed[node] === 1) {
      blocking.moveTo(start.x + 1, start.y);
      blocking.lineTo(middle - 1, start.y);
      blocking.moveTo(middle, start.y - 1.6);
      blocking.lineTo(middle, start.y + 1.6);
    } else {
      passing.moveTo(start.x, start.y);
      passing.lineTo(end.x, start.y);
    }
  }
  context.lineWidth = 1;
  context.strokeStyle = shut;
  context.stroke(blocking);
  context.lineWidth = 1.2;
  context.strokeStyle = open;
  context.stroke(passing);
}
