// A picture of the data as a canvas of its pixels: it is as large as a stylesheet says.
import { pixelsOf } from '../../colours/pixels.js';
import { h } from '../dom.js';

/**
 * Paints a picture.
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayLike<number>} bytes
 * @param {readonly number[]} shape `[C, H, W]`
 */
export function paintPicture(canvas, bytes, shape) {
  const [, height, width] = shape;
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.putImageData(new ImageData(pixelsOf(bytes, shape), width), 0, 0);
}

/** A small picture, painted anew only where it is another. */
export function createThumb() {
  const element = h('canvas', { class: 'thumb', 'aria-hidden': 'true' });
  /** @type {ArrayLike<number> | null} */
  let painted = null;

  /**
   * @param {ArrayLike<number>} bytes
   * @param {readonly number[]} shape
   */
  function update(bytes, shape) {
    if (painted !== bytes) paintPicture(element, bytes, shape);
    painted = bytes;
  }

  return { element, update };
}
