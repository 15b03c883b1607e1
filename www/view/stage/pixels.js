// Pictures on the stage's canvas: a number's size is the ink in its pixel. A positive pixel is solid, a negative one has a
// hole, a true zero is paper. The input is seen in its colours, whole and by channel.
import { pixelsOf } from '../../colours/pixels.js';
import { addRectangle } from './ink-plane.js';
import { channelBox, seenBox } from './picture-block.js';

/** @typedef {CanvasRenderingContext2D} Context */
/** @typedef {import('./block.js').Block} Block */

/** How many steps of ink are told apart. */
const STEPS = 16;
/** How thick the rim of a pixel with a hole is beside the pixel. */
const RIM = 0.3;

/** The sheet of a block: its numbers in ink, as fine as the screen. @typedef {{ context: CanvasRenderingContext2D, image: ImageData }} Sheet */
/** The sheet of each block that was drawn, as long as it stands where it is. @type {WeakMap<Block, Sheet>} */
const sheets = new WeakMap();

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
  const fine = context.getTransform().a;
  // It begins at a whole pixel of the screen, so that nothing is blurred when it is put there.
  const [left, top] = [Math.floor(block.x * fine), Math.floor(block.y * fine)];
  const sheet = sheetOf(block, Math.ceil((block.x + block.width) * fine) - left, Math.ceil((block.y + block.height) * fine) - top);
  if (!sheet) return;
  const plane = { width: sheet.image.width, height: sheet.image.height, pixels: sheet.image.data };
  plane.pixels.fill(0);
  const rim = Math.max(1, wide * RIM) * fine;
  for (let channel = 0; channel < channels; channel += 1) {
    const box = channelBox(block, picture, channel);
    for (let at = 0; at < height * width; at += 1) {
      const node = channel * height * width + at;
      const value = values[node];
      if (value === 0 || !which(node)) continue;
      const step = Number.isFinite(value) ? Math.min(STEPS, Math.ceil((Math.abs(value) / scale) * STEPS)) : STEPS;
      const x = (box.x + (at % width) * wide) * fine - left;
      const y = (box.y + Math.floor(at / width) * tall) * fine - top;
      const [right, bottom] = [x + wide * fine, y + tall * fine];
      addRectangle(plane, x, y, right, bottom, step / STEPS);
      if (!(value > 0) && right - rim > x + rim) addRectangle(plane, x + rim, y + rim, right - rim, bottom - rim, -step / STEPS);
    }
  }
  sheet.context.putImageData(sheet.image, 0, 0);
  // Its colour is that of the context, whatever it is called.
  sheet.context.globalCompositeOperation = 'source-in';
  sheet.context.fillStyle = context.fillStyle;
  sheet.context.fillRect(0, 0, plane.width, plane.height);
  const alpha = context.globalAlpha;
  context.globalAlpha = alpha * grown;
  context.imageSmoothingEnabled = false;
  context.drawImage(sheet.context.canvas, left / fine, top / fine, plane.width / fine, plane.height / fine);
  context.globalAlpha = alpha;
}

/**
 * The sheet of a block.
 * @param {Block} block
 * @param {number} width pixels of the screen
 * @param {number} height
 * @returns {Sheet | null} null where there is no room for one
 */
function sheetOf(block, width, height) {
  const known = sheets.get(block);
  if (known && known.image.width === width && known.image.height === height) return known;
  const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
  if (!context || width < 1 || height < 1) return null;
  const sheet = { context, image: new ImageData(width, height) };
  sheets.set(block, sheet);
  return sheet;
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
