// All pictures of a data set on one canvas that is not shown, so that each of them can be drawn by one call.
import { pixelsOf } from '../colours/pixels.js';

/** How many pictures stand side by side. */
const ACROSS = 64;

export function createSheet() {
  const canvas = document.createElement('canvas');
  /** @type {import('../core/wasm.js').Data | null} */
  let laid = null;
  let [wide, tall] = [1, 1];

  return {
    /**
     * Puts all pictures of a data set on the sheet.
     * @param {import('../core/wasm.js').Data} data
     */
    lay(data) {
      if (laid === data) return;
      laid = data;
      [, tall, wide] = data.shape;
      const all = [...data.train, ...data.test];
      Object.assign(canvas, { width: ACROSS * wide, height: Math.max(1, Math.ceil(all.length / ACROSS)) * tall });
      const context = canvas.getContext('2d');
      all.forEach(({ rgb }, i) => context?.putImageData(new ImageData(pixelsOf(rgb, data.shape), wide, tall), (i % ACROSS) * wide, Math.floor(i / ACROSS) * tall));
    },
    /**
     * Draws a picture into a square. Where it is larger than the picture, its pixels stay sharp.
     * @param {CanvasRenderingContext2D} context
     * @param {number} index among the training, then the test pictures
     * @param {number} left
     * @param {number} top
     * @param {number} size
     */
    draw(context, index, left, top, size) {
      context.imageSmoothingEnabled = size * devicePixelRatio < wide;
      context.drawImage(canvas, (index % ACROSS) * wide, Math.floor(index / ACROSS) * tall, wide, tall, left, top, size, size);
    },
  };
}
