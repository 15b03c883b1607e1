// Drawing what runs between the columns: wires, the gates between a layer and its activation, and the line that leads
// from a block's edge to one of its cells.
import { cellBox, endsOf, pointOn, port } from './block.js';
import { triangle } from './ink.js';

/** @typedef {CanvasRenderingContext2D} Context */
/** @typedef {import('./block.js').Block} Block */
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
 * @param {{ column: number, node: number } | null} [look.leader] the cell up to which its wires are drawn, into its block
 */
export function drawWires(context, blocks, wires, { plus, minus, most, thick = THICK, leader = null }) {
  for (const wire of wires) {
    const { part } = wire;
    const [start, end] = endsOf(blocks, wire);
    const { down } = blocks[wire.from.column];
    if (down ? end.y <= start.y : end.x <= start.x) continue;
    context.strokeStyle = part < 0 ? minus : plus;
    context.lineWidth = THIN + (thick - THIN) * Math.min(1, Math.abs(part) / (most || 1));
    context.setLineDash(part < 0 ? [5, 3] : []);
    context.stroke(curve(start, end, down));
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
  if (block.down) context.lineTo(x, enters ? box.y : box.y + box.height);
  else context.lineTo(enters ? box.x : box.x + box.width, y);
  context.stroke();
}

/**
 * A wire as a path: it leaves and arrives straight.
 * @param {{ x: number, y: number }} start
 * @param {{ x: number, y: number }} end
 * @param {boolean} down
 */
function curve(start, end, down) {
  const path = new Path2D();
  path.moveTo(start.x, start.y);
  const [across, along] = [(start.x + end.x) / 2, (start.y + end.y) / 2];
  if (down) path.bezierCurveTo(start.x, along, end.x, along, end.x, end.y);
  else path.bezierCurveTo(across, start.y, across, end.y, end.x, end.y);
  return path;
}

/**
 * Draws wishes on their way back along wires: each sets out as the wish at the right end, and turns over in the middle
 * where the weight is negative.
 * @param {Context} context
 * @param {readonly Block[]} blocks
 * @param {readonly Wire[]} wires
 * @param {(wire: Wire) => number} gradientOf the gradient at a wire's right end
 * @param {number} part how far they have come, 0 to 1
 * @param {string} color
 */
export function drawTravellers(context, blocks, wires, gradientOf, part, color) {
  if (part <= 0 || part >= 1) return;
  const most = Math.max(...wires.map(({ part: size }) => Math.abs(size)), 1e-30);
  context.fillStyle = color;
  context.strokeStyle = color;
  context.lineWidth = 1.2;
  for (const wire of wires) {
    const { x, y } = pointOn(blocks, wire, 1 - part);
    const gradient = part < 0.5 ? gradientOf(wire) : wire.part;
    const side = 5 + 6 * Math.sqrt(Math.abs(wire.part) / most);
    context.beginPath();
    triangle(context, x, y, side, gradient < 0 ? 1 : -1);
    if (gradient < 0) context.fill();
    else context.stroke();
  }
}

/**
 * Draws weights that an update moves: a halo and an arrow for the movement, and the wire on its way from the old size to
 * the new one.
 * @param {Context} context
 * @param {readonly Block[]} blocks
 * @param {readonly import('./wires.js').Move[]} moves
 * @param {object} look
 * @param {Palette} look.palette
 * @param {number} look.most the weight that is drawn the thickest
 * @param {number} look.times how many times larger the movements are drawn than they are
 * @param {number} look.arrows how far the arrows have come, 0 to 1
 * @param {number} look.part how far the weights have come, 0 to 1
 */
export function drawMoves(context, blocks, moves, { palette, most, times, arrows, part }) {
  const widthOf = (/** @type {number} */ weight) => THIN + (THICK - THIN) * Math.min(1.5, Math.abs(weight) / (most || 1));
  context.lineCap = 'butt';
  for (const move of moves) {
    const { part: weight, change } = move;
    const path = curve(...endsOf(blocks, move), blocks[move.from.column].down);
    context.globalAlpha = 0.3 * arrows;
    context.strokeStyle = palette.backward;
    context.lineWidth = widthOf(weight) + Math.min(7, Math.abs(widthOf(change * times) - THIN) * 2);
    context.stroke(path);
    context.globalAlpha = 0.9;
    const now = weight + change * times * part;
    context.strokeStyle = now < 0 ? palette.minus : palette.plus;
    context.lineWidth = widthOf(now);
    context.setLineDash(now < 0 ? [5, 3] : []);
    context.stroke(path);
    context.setLineDash([]);
  }
  // The arrows lie over all the wires.
  const largest = Math.max(...moves.map(({ change }) => Math.abs(change)), 1e-30);
  context.globalAlpha = arrows;
  context.fillStyle = palette.backward;
  context.strokeStyle = palette.backward;
  context.lineWidth = 1.2;
  moves.forEach((move, i) => {
    const { change } = move;
    const { x, y } = pointOn(blocks, move, arrowAt(i, moves.length));
    const side = 3 + 6 * Math.sqrt(Math.abs(change) / largest);
    context.beginPath();
    triangle(context, x, y, side, change > 0 ? 1 : -1);
    if (change > 0) context.fill();
    else context.stroke();
  });
  context.globalAlpha = 1;
}

/**
 * Where on its wire an arrow stands: they would lie over each other if all stood in the middle.
 * @param {number} i the first is the largest, and stands in the middle
 * @param {number} count
 */
function arrowAt(i, count) {
  const away = (0.3 * Math.ceil(i / 2)) / Math.max(1, Math.ceil(count / 2));
  return 0.5 + (i % 2 === 0 ? away : -away);
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
 */
export function drawGates(context, before, after, closed, { open, closed: shut }) {
  const reach = before.form === 'cells' ? 1.6 : 8;
  const passing = new Path2D();
  const blocking = new Path2D();
  for (let node = 0; node < closed.length; node += before.group) {
    const [start, end] = [port(before, node, 'out'), port(after, node, 'in')];
    // Nodes that share a cell are closed where all of them are.
    let all = true;
    for (let one = node; one < Math.min(node + before.group, closed.length); one += 1) all &&= closed[one] === 1;
    const middle = Math.round((start.x + end.x) / 2);
    if (before.down) {
      const half = Math.round((start.y + end.y) / 2);
      const path = all ? blocking : passing;
      path.moveTo(start.x, start.y);
      path.lineTo(start.x, all ? half - 1 : end.y);
      if (!all) continue;
      path.moveTo(start.x - reach, half);
      path.lineTo(start.x + reach, half);
    } else if (all) {
      blocking.moveTo(start.x + 1, start.y);
      blocking.lineTo(middle - 1, start.y);
      blocking.moveTo(middle, start.y - reach);
      blocking.lineTo(middle, start.y + reach);
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
