// Pictures on the stage's canvas: a number's size is the ink in its pixel. A positive pixel is solid, a negative one has a
// hole, a true zero is paper. The input is seen in its colours, whole and by channel.
import { pixelsOf } from '../../colours/pixels.js';
import { channelBox, seenBox } from './picture-block.js';

/** @typedef {CanvasRenderingContext2D} Context */
/** @typedef {import('./block.js').Block} Block */

/** How many steps of ink are told apart. */
const STEPS = 16;
/** How thick the rim of a pixel with a hole is beside the pixel. */
const RIM = 0.3;

/**
 * Draws a column's numbers as pixels.
 * @param {Context} context its fill is the ink
 * @param {Block} block
 * @param {ArrayLike<number>} values
 * @param {number} scale the number that is black
 * @param {(node: number) => boolean} [which] the nodes that are drawn
 * @param {number} [grown] how much of their ink they have, 0 to 1
 */
export function pixels(context, block, values, scale, which = () => true, grown = 1) {
  const { picture, wide, tall } = block;
  if (!picture) return;
  const { height, width, channels } = picture;
  const alpha = context.globalAlpha;
  const paths = Array.from({ length: STEPS + 1 }, () => new Path2D());
  const rim = Math.max(1, wide * RIM);
  for (let channel = 0; channel < channels; channel += 1) {
    const { x: left, y: top } = channelBox(block, picture, channel);
    for (let at = 0; at < height * width; at += 1) {
      const node = channel * height * width + at;
      const value = values[node];
      if (value === 0 || !which(node)) continue;
      const step = Number.isFinite(value) ? Math.min(STEPS, Math.ceil((Math.abs(value) / scale) * STEPS)) : STEPS;
      const path = paths[step];
      const [x, y] = [left + (at % width) * wide, top + Math.floor(at / width) * tall];
      path.rect(x, y, wide, tall);
      // The hole is a second rectangle, which the even-odd rule leaves out.
      if (!(value > 0)) path.rect(x + rim, y + rim, wide - 2 * rim, tall - 2 * rim);
    }
  }
  paths.forEach((path, step) => {
    if (step === 0) return;
    context.globalAlpha = alpha * grown * (step / STEPS);
    context.fill(path, 'evenodd');
  });
  context.globalAlpha = alpha;
}

/**
 * The frames of a column's pictures.
 * @param {Context} context its stroke is the hairline
 * @param {Block} block
 */
export function frames(context, block) {
  const { picture } = block;
  if (!picture) return;
  context.lineWidth = 1;
  context.beginPath();
  for (let channel = 0; channel < picture.channels; channel += 1) {
    const { x, y, width, height } = channelBox(block, picture, channel);
    context.rect(x - 0.5, y - 0.5, width + 1, height + 1);
  }
  context.stroke();
}

export function createInputPainter() {
  const sheet = document.createElement('canvas');
  /** What is on the sheet: the whole picture, then each channel, one under another. @type {ArrayLike<number> | null} */
  let drawn = null;

  /**
   * @param {ArrayLike<number>} bytes
   * @param {import('./picture-block.js').Pictures} picture
   */
  function lay(bytes, { channels, height, width }) {
    if (drawn === bytes) return;
    drawn = bytes;
    const shape = [channels, height, width];
    Object.assign(sheet, { width, height: height * (channels + 1) });
    const put = (/** @type {number} */ part, /** @type {ArrayLike<number>} */ seen) => sheet.getContext('2d')?.putImageData(new ImageData(pixelsOf(seen, shape), width), 0, part * height);
    put(0, bytes);
    const only = (/** @type {number} */ channel) => Array.from(bytes, (byte, i) => (Math.floor(i / (height * width)) === channel ? byte : 0));
    for (let channel = 0; channel < channels; channel += 1) put(channel + 1, only(channel));
  }

  /**
   * Draws the input as it is seen, whole where there is room for it, and each of its channels.
   * @param {Context} context
   * @param {Block} block
   * @param {ArrayLike<number>} bytes
   */
  return function paintInput(context, block, bytes) {
    const { picture } = block;
    if (!picture) return;
    lay(bytes, picture);
    const { channels, height, width } = picture;
    context.imageSmoothingEnabled = false;
    const put = (/** @type {number} */ part, /** @type {import('./block.js').Box | null} */ box) => box && context.drawImage(sheet, 0, part * height, width, height, box.x, box.y, box.width, box.height);
    put(0, seenBox(block, picture));
    for (let channel = 0; channel < channels; channel += 1) put(channel + 1, channelBox(block, picture, channel));
  };
}
