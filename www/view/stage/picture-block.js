// The block of a column of pictures: a picture for each channel, in rows; the input has its own picture over them, in its
// colours. Pure sums.

/** @typedef {import('./block.js').Block} Block */
/** @typedef {import('./block.js').Box} Box */
/**
 * How the pictures of a block stand.
 * @typedef {object} Pictures
 * @property {number} channels
 * @property {number} height of a picture, pixels
 * @property {number} width of a picture, pixels
 * @property {number} stepX from one picture to the next, px
 * @property {number} stepY from one row of pictures to the next, px
 * @property {number} lead the room over the channels in which the input stands as it is seen, px; 0 where there is none
 */

/** The paper between two pictures, px. */
const APART = 4;
/** How large a pixel of the largest pictures is beside a cell of ink. */
const PIXEL = 0.32;
/** How much the pictures of a layer shrink where they have fewer pixels: 1 would keep the size of a pixel, 0 that of a picture. */
const SHRINK = 0.45;
/** How large a pixel of the input is beside those of the other pictures: of one of several channels, and of the only one. */
const [SEEN, GREY] = [0.85, 2.4];
/** The pixels along the side of a picture of the usual size. */
const USUAL = 12;

/**
 * @param {readonly number[]} shape `[C, H, W]`
 * @param {number} cell side of a cell of ink, px
 * @param {number} room height, px
 * @param {boolean} input whether it is the network's input
 * @returns {Pick<Block, 'form' | 'across' | 'count' | 'wide' | 'tall' | 'stepX' | 'stepY'> & { picture: Pictures }}
 */
export function pictureBlock(shape, cell, room, input) {
  const [channels, height, width] = shape;
  const largest = Math.max(height, width);
  // A grey input is seen in its one channel, which is as large as what others have over theirs.
  const seen = input && channels > 1;
  const best = cell * PIXEL * (USUAL / largest) ** (1 - SHRINK) * (seen ? SEEN : input ? GREY : 1);
  // With less room for its height an input is smaller; other pictures stand side by side.
  const fits = seen ? (room - 3 * APART - (channels - 1) * APART * (height / width)) / (height * (channels + 1)) : room / height;
  const pixel = Math.max(2, Math.min(best, fits));
  const [wide, tall] = [width * pixel, height * pixel];
  const across = input ? channels : Math.max(1, Math.ceil(channels / Math.max(1, Math.floor((room + APART) / (tall + APART)))));
  const lead = seen ? (across * (wide + APART) - APART) * (height / width) + 3 * APART : 0;
  return {
    form: 'pictures',
    across,
    count: channels * height * width,
    wide: pixel,
    tall: pixel,
    stepX: pixel,
    stepY: pixel,
    picture: { channels, height, width, stepX: wide + APART, stepY: tall + APART, lead },
  };
}

/**
 * The size of such a block.
 * @param {number} across pictures side by side
 * @param {Pictures} picture
 */
export function pictureSize(across, { channels, stepX, stepY, lead }) {
  return { width: Math.min(across, channels) * stepX - APART, height: lead + Math.ceil(channels / across) * stepY - APART };
}

/**
 * The box of one channel.
 * @param {Block} block
 * @param {Pictures} picture
 * @param {number} channel
 * @returns {Box}
 */
export function channelBox({ x, y, across, wide, tall }, picture, channel) {
  const { height, width, stepX, stepY, lead } = picture;
  return { x: x + (channel % across) * stepX, y: y + lead + Math.floor(channel / across) * stepY, width: width * wide, height: height * tall };
}

/**
 * The box of the input as it is seen.
 * @param {Block} block
 * @param {Pictures} picture
 * @returns {Box | null} null where it has none
 */
export function seenBox({ x, y, width }, { height, width: pixels, lead }) {
  return lead > 0 ? { x, y, width, height: width * (height / pixels) } : null;
}

/**
 * The box of a pixel.
 * @param {Block} block
 * @param {Pictures} picture
 * @param {number} node
 * @returns {Box}
 */
export function pixelBox(block, picture, node) {
  const { height, width } = picture;
  const at = node % (height * width);
  const { x, y } = channelBox(block, picture, Math.floor(node / (height * width)));
  const { wide, tall } = block;
  return { x: x + (at % width) * wide, y: y + Math.floor(at / width) * tall, width: wide, height: tall };
}

/**
 * The pixel at a point; where the input is seen, that of its first channel.
 * @param {Block} block
 * @param {Pictures} picture
 * @param {number} x
 * @param {number} y
 * @returns {number | null} null where there is none
 */
export function pixelAt(block, picture, x, y) {
  const { channels, height, width } = picture;
  const inside = (/** @type {Box} */ box) => x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height;
  const within = (/** @type {Box} */ box) => Math.floor(((y - box.y) / box.height) * height) * width + Math.floor(((x - box.x) / box.width) * width);
  const seen = seenBox(block, picture);
  if (seen && inside(seen)) return within(seen);
  for (let channel = 0; channel < channels; channel += 1) {
    const box = channelBox(block, picture, channel);
    if (inside(box)) return channel * height * width + within(box);
  }
  return null;
}
