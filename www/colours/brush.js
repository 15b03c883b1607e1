// Brushes: how a stroke changes a picture. Pictures are bytes of a shape `[C, H, W]`, in row order; no function changes its
// arguments.
import { sizeOf } from '../core/tensor-shape.js';

/** A place on a picture, in pixels: the middle of the first one is at 0.5, 0.5. @typedef {readonly [number, number]} Point */
/** @typedef {readonly number[]} Shape */

/** How far from the line of a stroke the ink of the soft brush reaches, pixels: it fades from there to the line. */
const REACH = 1.3;

/**
 * A picture after a stroke. With one channel the brush is soft, as in scanned handwriting: a pixel takes so much of the ink
 * as its middle is near to the line; what has more of it stays. Else each pixel that the line crosses gets the ink.
 * @param {Uint8Array} bytes
 * @param {Shape} shape
 * @param {Point} from
 * @param {Point} to
 * @param {readonly number[]} ink a byte a channel
 */
export function stroke(bytes, shape, from, to, ink) {
  return shape[0] === 1 ? softStroke(bytes, shape, from, to, ink[0]) : hardStroke(bytes, shape, from, to, ink);
}

/**
 * A picture of one colour.
 * @param {Shape} shape
 * @param {readonly number[]} ink
 */
export function filled(shape, ink) {
  const pixels = shape[1] * shape[2];
  return Uint8Array.from({ length: sizeOf(shape) }, (_, i) => ink[Math.floor(i / pixels)]);
}

/**
 * An empty picture: white paper, or, where it has one channel, no ink.
 * @param {Shape} shape
 */
export function blank(shape) {
  return filled(shape, shape[0] === 1 ? [0] : Array(shape[0]).fill(255));
}

/**
 * The colour of a pixel, a byte a channel.
 * @param {ArrayLike<number>} bytes
 * @param {Shape} shape
 * @param {number} row
 * @param {number} column
 */
export function inkAt(bytes, [channels, height, width], row, column) {
  return Array.from({ length: channels }, (_, c) => bytes[(c * height + row) * width + column]);
}

/**
 * @param {Uint8Array} bytes
 * @param {Shape} shape
 * @param {Point} from
 * @param {Point} to
 * @param {readonly number[]} ink
 */
function hardStroke(bytes, [channels, height, width], [x0, y0], [x1, y1], ink) {
  const drawn = Uint8Array.from(bytes);
  // Two samples a pixel leave no gap.
  const steps = Math.max(1, Math.ceil(2 * Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))));
  for (let i = 0; i <= steps; i += 1) {
    const [column, row] = [Math.floor(x0 + ((x1 - x0) * i) / steps), Math.floor(y0 + ((y1 - y0) * i) / steps)];
    if (row < 0 || column < 0 || row >= height || column >= width) continue;
    for (let c = 0; c < channels; c += 1) drawn[(c * height + row) * width + column] = ink[c];
  }
  return drawn;
}

/**
 * @param {Uint8Array} bytes
 * @param {Shape} shape
 * @param {Point} from
 * @param {Point} to
 * @param {number} ink
 */
function softStroke(bytes, [, height, width], from, to, ink) {
  const drawn = Uint8Array.from(bytes);
  for (let at = 0; at < height * width; at += 1) {
    const far = distance([(at % width) + 0.5, Math.floor(at / width) + 0.5], from, to);
    const share = Math.min(1, Math.max(0, REACH - far));
    // Bright ink only brightens, and dark ink only darkens.
    drawn[at] = ink > 127 ? Math.max(bytes[at], Math.round(ink * share)) : Math.min(bytes[at], Math.round(255 - (255 - ink) * share));
  }
  return drawn;
}

/**
 * How far a point lies from a line between two others.
 * @param {Point} point
 * @param {Point} from
 * @param {Point} to
 */
function distance([x, y], [x0, y0], [x1, y1]) {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / length));
  return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
}
