// A picture of the data as a canvas of its pixels: it is as large as a stylesheet says.
import { h } from '../dom.js';

/**
 * Paints a picture.
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayLike<number>} bytes
 * @param {readonly number[]} shape `[C, H, W]`
 */
export function paintPicture(canvas, bytes, [channels, height, width]) {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const image = new ImageData(width, height);
  const pixels = width * height;
  for (let at = 0; at < pixels; at += 1) {
    for (let c = 0; c < 3; c += 1) image.data[at * 4 + c] = bytes[(channels === 1 ? 0 : c) * pixels + at];
    image.data[at * 4 + 3] = 255;
  }
  canvas.getContext('2d')?.putImageData(image, 0, 0);
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
