// The marks on the stage's canvas: a number's size is area in ink. A positive number is solid, a negative one hollow, a
// true zero a dot; on the way back a number's wish is a triangle, up and solid or down and hollow.
import { cellBox } from './block.js';
import { frames, pixels } from './pixels.js';
import { sideOf } from './scale.js';

/** @typedef {CanvasRenderingContext2D} Context */
/** @typedef {import('./block.js').Block} Block */

/** The least side of a solid mark, of a square with a hole and of a triangle with one, px. */
const [SOLID, HOLLOW, HOLLOW_TRIANGLE] = [2, 4, 5];
/** The least paper inside a square, px: with less it would be blurred away. */
const PAPER = 2;
/** The least side of a triangle with a hole in widths of its line. */
const TRIANGLE_LINES = 4;

/**
 * How wide the line of a hollow mark is.
 * @param {Block} block
 * @returns {number} px
 */
function lineOf({ wide }) {
  return Math.min(1.8, Math.max(1.2, wide * 0.1));
}

/**
 * Draws a column's numbers as squares.
 * @param {Context} context its fill and stroke are the ink
 * @param {Block} block
 * @param {ArrayLike<number>} values
 * @param {number} scale
 * @param {(node: number) => boolean} [which] the nodes that are drawn
 * @param {number} [shift] how far to the side the marks are, px
 * @param {number} [grown] how much of their size they have, 0 to 1
 */
export function squares(context, block, values, scale, which = () => true, shift = 0, grown = 1) {
  if (block.picture) return pixels(context, block, values, scale, which, grown);
  context.lineWidth = lineOf(block);
  const least = Math.max(HOLLOW, PAPER + 2 * context.lineWidth);
  context.beginPath();
  const hollow = new Path2D();
  for (let node = 0; node < values.length; node += 1) {
    if (!which(node)) continue;
    const box = cellBox(block, node);
    const [x, y] = [box.x + box.width / 2 + shift, box.y + box.height / 2];
    const value = values[node];
    if (!Number.isFinite(value)) cross(hollow, x, y, box.width * 0.3);
    else if (value === 0) context.rect(x - 0.75, y - 0.75, 1.5, 1.5);
    else {
      const side = sideOf(value, scale, box.width - 2) * grown;
      if (value > 0) centred(context, x, y, Math.max(SOLID, side));
      else centred(hollow, x, y, Math.max(least, side) - context.lineWidth);
    }
  }
  context.fill();
  context.stroke(hollow);
}

/**
 * Draws what each number of a column wishes: its gradient's opposite.
 * @param {Context} context its fill and stroke are the colour of backward
 * @param {Block} block
 * @param {ArrayLike<number>} gradients
 * @param {number} scale
 * @param {(node: number) => boolean} [which]
 * @param {number} [grown]
 */
export function wishes(context, block, gradients, scale, which = () => true, grown = 1) {
  // In a picture a wish has no room for a triangle: what is to be larger is solid, what is to be smaller has a hole.
  if (block.picture) return pixels(context, block, Float32Array.from(gradients, (gradient) => -gradient), scale, which, grown);
  context.lineWidth = lineOf(block);
  const least = Math.max(HOLLOW_TRIANGLE, TRIANGLE_LINES * context.lineWidth);
  context.beginPath();
  const down = new Path2D();
  for (let node = 0; node < gradients.length; node += 1) {
    if (!which(node)) continue;
    const box = cellBox(block, node);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const gradient = gradients[node];
    if (!Number.isFinite(gradient)) cross(down, x, y, box.width * 0.3);
    else if (gradient === 0) context.rect(x - 0.75, y - 0.75, 1.5, 1.5);
    else {
      const side = Math.max(least, sideOf(gradient, scale, box.width - 1) * grown);
      if (gradient < 0) triangle(context, x, y, side, 1);
      else triangle(down, x, y, side - context.lineWidth, -1);
    }
  }
  context.fill();
  context.stroke(down);
}

/**
 * The empty places of a column's numbers.
 * @param {Context} context its stroke is the hairline
 * @param {Block} block
 */
export function places(context, block) {
  if (block.picture) return frames(context, block);
  context.lineWidth = 1;
  context.beginPath();
  for (let node = 0; node < block.count; node += block.group) {
    const { x, y, width, height } = cellBox(block, node);
    context.rect(Math.round(x) + 0.5, Math.round(y) + 0.5, Math.round(width) - 1, Math.round(height) - 1);
  }
  context.stroke();
}

/**
 * @param {Pick<Path2D, 'rect'>} path
 * @param {number} x
 * @param {number} y
 * @param {number} side
 */
function centred(path, x, y, side) {
  path.rect(x - side / 2, y - side / 2, side, side);
}

/**
 * @param {Pick<Path2D, 'moveTo' | 'lineTo' | 'closePath'>} path
 * @param {number} x
 * @param {number} y
 * @param {number} side
 * @param {1 | -1} up
 */
export function triangle(path, x, y, side, up) {
  const [half, tall] = [side / 2, side * 0.44 * up];
  path.moveTo(x, y - tall);
  path.lineTo(x + half, y + tall);
  path.lineTo(x - half, y + tall);
  path.closePath();
}

/**
 * @param {Pick<Path2D, 'moveTo' | 'lineTo'>} path
 * @param {number} x
 * @param {number} y
 * @param {number} reach
 */
function cross(path, x, y, reach) {
  path.moveTo(x - reach, y - reach);
  path.lineTo(x + reach, y + reach);
  path.moveTo(x + reach, y - reach);
  path.lineTo(x - reach, y + reach);
}
