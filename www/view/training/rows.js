// Where the dots of a data set stand: in rows from left to right, by class, colours by hue; after the training colours a gap, then
// the test colours. Pure.
import { hue } from '../../colours/predictions.js';
import { isPicture } from '../../core/tensor-shape.js';

/** The largest distance from dot to dot, px, and from picture to picture. */
const LARGEST = { colour: 16, picture: 28 };

/** @typedef {{ sample: import('../../core/wasm.js').Sample, index: number, test: boolean }} Dot index as the core counts: the training, then the test colours */
/** @typedef {{ pitch: number, across: number, rows: number, gap: number, before: number }} Rows `gap` places follow the first `before` dots */

/**
 * The dots of a data set in their order.
 * @param {import('../../core/wasm.js').Data} data
 * @returns {Dot[]}
 */
export function dotsOf({ train, test, shape }) {
  const dots = [...train, ...test].map((sample, index) => ({ sample, index, test: index >= train.length }));
  const hues = isPicture(shape) ? dots.map(({ index }) => index) : dots.map(({ sample }) => hue(sample.rgb));
  return dots.sort((a, b) => Number(a.test) - Number(b.test) || a.sample.label - b.sample.label || hues[a.index] - hues[b.index]);
}

/**
 * The rows in which so many dots are as large as a box allows.
 * @param {number} before how many training colours there are
 * @param {number} count how many colours there are
 * @param {number} width of the box, px
 * @param {number} height px
 * @param {boolean} [pictures] whether the dots are pictures
 * @returns {Rows}
 */
export function rowsIn(before, count, width, height, pictures = false) {
  const largest = LARGEST[pictures ? 'picture' : 'colour'];
  const gap = before > 0 && count > before ? 1 : 0;
  const places = Math.max(1, count + gap);
  let across = Math.max(1, Math.ceil(width / largest));
  while (across < places && Math.ceil(places / across) * (width / across) > height) across += 1;
  return { pitch: Math.min(largest, width / across), across, rows: Math.ceil(places / across), gap, before };
}

/**
 * The column and the row of a dot.
 * @param {Rows} rows
 * @param {number} i
 */
export function spotOf({ across, gap, before }, i) {
  const place = i < before ? i : i + gap;
  return { column: place % across, row: Math.floor(place / across) };
}

/**
 * The dot at a point of the box.
 * @param {Rows} rows
 * @param {number} count
 * @param {number} x px
 * @param {number} y px
 * @returns {number | null} null where none is
 */
export function dotAt({ pitch, across, gap, before }, count, x, y) {
  const [column, row] = [Math.floor(x / pitch), Math.floor(y / pitch)];
  if (column < 0 || column >= across || row < 0) return null;
  const place = row * across + column;
  if (gap > 0 && place === before) return null;
  const i = place < before ? place : place - gap;
  return i < count ? i : null;
}
