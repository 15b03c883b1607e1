// What is written or drawn on a wire: its number where a gap has few of them, the bias of a number, and the two ends of a
// weight's gradient as a rectangle, whose area is their product.
import { short } from '../../util/format.js';
import { endsOf, pointOn, port } from './block.js';

/** @typedef {CanvasRenderingContext2D} Context */
/** @typedef {import('./block.js').Block} Block */
/** @typedef {import('./wires.js').Wire} Wire */
/** @typedef {import('./palette.js').Palette} Palette */

/** A gap of at most this many wires has their numbers on them. */
const NUMBERED = 12;
/** The least room for a number on a wire, px. */
const ROOM = 90;
/** The largest rectangle, px. */
const [WIDE, TALL] = [64, 30];

/**
 * Writes the numbers of a gap's wires on them, where they are few.
 * @param {Context} context
 * @param {readonly Block[]} blocks
 * @param {readonly Wire[]} wires
 * @param {Palette} palette
 */
export function writeNumbers(context, blocks, wires, palette) {
  if (wires.length > NUMBERED) return;
  const converging = wires.every(({ to }) => to.node === wires[0].to.node);
  for (const wire of wires) {
    const { to, part } = wire;
    const [start, end] = endsOf(blocks, wire);
    if (end.x - start.x < ROOM) continue;
    // Each target's numbers stand at a place of their own, so that they do not meet where wires cross; those into one
    // target, near their sources.
    const t = converging ? 0.3 : 0.24 + 0.52 * (to.node / Math.max(1, blocks[to.column].count - 1));
    const { x, y } = pointOn(blocks, wire, t);
    write(context, short(part), x, y, part < 0 ? palette.minus : palette.plus, palette.paper);
  }
}

/**
 * Draws the bias of a number as a short wire of its own.
 * @param {Context} context
 * @param {Block} block
 * @param {number} node
 * @param {number} bias
 * @param {number} most the part that is drawn the thickest
 * @param {Palette} palette
 */
export function drawBias(context, block, node, bias, most, palette) {
  const { x, y } = port(block, node, 'in');
  context.strokeStyle = bias < 0 ? palette.minus : palette.plus;
  context.lineWidth = 0.8 + 2.6 * Math.min(1, Math.abs(bias) / (most || 1));
  context.setLineDash(bias < 0 ? [4, 3] : []);
  context.beginPath();
  context.moveTo(x - 12, y + 16);
  context.quadraticCurveTo(x - 10, y + 2, x, y);
  context.stroke();
  context.setLineDash([]);
  write(context, 'b', x - 14, y + 23, palette.soft, palette.paper);
}

/**
 * Draws what came in × what was wanted on a weight's wire: the rectangle is their product.
 * @param {Context} context
 * @param {readonly Block[]} blocks
 * @param {Wire} wire
 * @param {[number, number]} ends what came in, and the gradient at the other end
 * @param {[number, number]} scales what fills a cell at either end
 * @param {Palette} palette
 */
export function drawEnds(context, blocks, wire, [x, gradient], [scale, wishScale], palette) {
  const [start, end] = endsOf(blocks, wire);
  const [middle, height] = [(start.x + end.x) / 2, (start.y + end.y) / 2];
  const wide = Math.min(1, Math.abs(x) / scale) * Math.min(WIDE, (end.x - start.x) * 0.8);
  const tall = Math.min(1, Math.abs(gradient) / wishScale) * TALL;
  // A source that is closed has no rectangle.
  if (x !== 0 && gradient !== 0) {
    const box = /** @type {const} */ ([middle - Math.max(3, wide) / 2, height - Math.max(3, tall) / 2, Math.max(3, wide), Math.max(3, tall)]);
    context.globalAlpha = 0.85;
    if (x * gradient < 0) {
      context.fillStyle = palette.backward;
      context.fillRect(...box);
    } else {
      context.fillStyle = palette.paper;
      context.fillRect(...box);
      context.strokeStyle = palette.backward;
      context.lineWidth = 1.5;
      context.strokeRect(...box);
    }
    context.globalAlpha = 1;
  }
  write(context, `${short(x)} × ${short(gradient)}`, middle, height + Math.max(3, tall) / 2 + 11, palette.backward, palette.paper);
}

/**
 * Words in the middle of a point, with paper around them.
 * @param {Context} context
 * @param {string} words
 * @param {number} x
 * @param {number} y
 * @param {string} color
 * @param {string} paper
 */
function write(context, words, x, y, color, paper) {
  context.font = '600 12px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = paper;
  context.strokeText(words, x, y);
  context.fillStyle = color;
  context.fillText(words, x, y);
}
