// Marks on a picture of colours, each to be seen on any colour: right is a dot, wrong a cross, a class its name.
import { hex } from '../../util/format.js';

/** The radius of a dot and half a cross, px. */
const DOT = 2.6;
const CROSS = 4;

/** The most colours that are marked on a picture: of more no single one could be seen, and they would take long. */
export const MARKED = 600;

/** The widest name of a class, px. */
const WIDEST = 84;

/** Twice, so that one of the two is seen: first paper and wide, then ink. */
const STROKES = /** @type {[string, number][]} */ ([['#fff', 3.4], ['#000', 1.4]]);

/**
 * A colour that is named right.
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 * @param {readonly number[]} rgb
 * @param {number} [size]
 */
export function dot(context, x, y, rgb, size = DOT) {
  context.beginPath();
  context.arc(x, y, size, 0, 2 * Math.PI);
  for (const [style, width] of STROKES) {
    Object.assign(context, { strokeStyle: style, lineWidth: (width * size) / DOT });
    context.stroke();
  }
  context.fillStyle = hex(rgb);
  context.fill();
}

/**
 * A colour that is named wrong.
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 * @param {number} [size]
 */
export function cross(context, x, y, size = CROSS) {
  context.beginPath();
  for (const side of [-1, 1]) {
    context.moveTo(x - size, y - size * side);
    context.lineTo(x + size, y + size * side);
  }
  for (const [style, width] of STROKES) {
    Object.assign(context, { strokeStyle: style, lineWidth: ((width + 0.6) * size) / CROSS });
    context.stroke();
  }
}

/**
 * The name of a class on a slip of paper, kept inside the picture.
 * @param {CanvasRenderingContext2D} context
 * @param {string} words
 * @param {number} x its middle
 * @param {number} y
 * @param {[number, number]} size of the picture
 * @param {boolean} dark
 */
export function chip(context, words, x, y, [wide, tall], dark) {
  const { fontFamily, fontSize } = getComputedStyle(context.canvas);
  context.font = `600 ${parseFloat(fontSize) * 0.86}px ${fontFamily}`;
  let name = words;
  for (let size = words.length - 1; size > 0 && context.measureText(name).width > WIDEST; size -= 1) name = `${words.slice(0, size)}…`;
  const half = context.measureText(name).width / 2 + 6;
  const at = { x: Math.min(wide - half - 2, Math.max(half + 2, x)), y: Math.min(tall - 12, Math.max(12, y)) };
  context.beginPath();
  context.roundRect(at.x - half, at.y - 10, half * 2, 20, 6);
  Object.assign(context, { fillStyle: dark ? '#15161a' : '#fff', strokeStyle: dark ? '#eceae4' : '#1c1e24', lineWidth: 1 });
  context.fill();
  context.stroke();
  Object.assign(context, { fillStyle: dark ? '#eceae4' : '#1c1e24', textAlign: 'center', textBaseline: 'middle' });
  context.fillText(name, at.x, at.y + 0.5);
}
