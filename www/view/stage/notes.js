// What is written or drawn on a wire: its number where a gap has few of them, the bias of a number, and the two ends of a
// weight's gradient as a rectangle, whose area is their product.
import { number, short } from '../../util/format.js';
import { endsOf, pointOn, port } from './block.js';

/** @typedef {CanvasRenderingContext2D} Context */
/** @typedef {import('./block.js').Block} Block */
/** @typedef {import('./wires.js').Wire} Wire */
/** @typedef {import('./palette.js').Palette} Palette */

/** A gap of at most this many wires has their numbers on them. */
const NUMBERED = 12;
/** The least room for a number on a wire, px. */
const ROOM = 90;
/** How far before a column its frame stands, px. */
const FRAME = 5;
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
    write(context, short(part), x, y, part < 0 ? palette.minus : palette.plus, palette);
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
  write(context, 'b', x - 14, y + 23, palette.soft, palette);
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
  pill(context, `${short(x)} × ${short(gradient)}`, middle, height + Math.max(3, tall) / 2 + 14, end.x, palette);
}

/**
 * Rings a weight on its wire, and writes how far an update has moved it.
 * @param {Context} context
 * @param {readonly Block[]} blocks
 * @param {Wire} wire
 * @param {number} change
 * @param {Palette} palette
 */
export function drawMoved(context, blocks, wire, change, palette) {
  const { x, y } = pointOn(blocks, wire, 0.5);
  context.strokeStyle = palette.ink;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(x, y, 9, 0, 2 * Math.PI);
  context.stroke();
  pill(context, `${change > 0 ? '+' : ''}${number(change)}`, x, y + 21, endsOf(blocks, wire)[1].x, palette);
}

/**
 * Words on a pill of paper, which stays readable over cells and wires.
 * @param {Context} context
 * @param {string} words
 * @param {number} middle
 * @param {number} y
 * @param {number} end of the gap: the frame of the column after it is not covered
 * @param {Palette} palette
 */
function pill(context, words, middle, y, end, { backward: color, paper, font, letters }) {
  context.font = font;
  const [half, tall] = [context.measureText(words).width / 2 + letters / 2, letters * 1.5];
  const x = Math.min(middle, end - FRAME - half);
  context.beginPath();
  context.roundRect(x - half, y - tall / 2, 2 * half, tall, tall / 2);
  context.fillStyle = paper;
  context.fill();
  context.lineWidth = 1.2;
  context.strokeStyle = color;
  context.stroke();
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = color;
  context.fillText(words, x, y);
}

/**
 * Words in the middle of a point, with paper around them.
 * @param {Context} context
 * @param {string} words
 * @param {number} x
 * @param {number} y
 * @param {string} color
 * @param {Palette} palette
 */
function write(context, words, x, y, color, { paper, font }) {
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = paper;
  context.strokeText(words, x, y);
  context.fillStyle = color;
  context.fillText(words, x, y);
}
