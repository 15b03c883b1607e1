// Pictures as pixels that a canvas can show. Pure.

/**
 * The pixels of a picture: red, green, blue and opacity, row after row. A picture of one channel is grey.
 * @param {ArrayLike<number>} bytes `(C, H, W)`
 * @param {readonly number[]} shape `[C, H, W]`
 * @returns {Uint8ClampedArray<ArrayBuffer>}
 */
export function pixelsOf(bytes, [channels, height, width]) {
  const size = height * width;
  const pixels = new Uint8ClampedArray(size * 4).fill(255);
  for (let at = 0; at < size; at += 1) {
    for (let c = 0; c < 3; c += 1) pixels[at * 4 + c] = bytes[(channels === 1 ? 0 : c) * size + at];
  }
  return pixels;
}

/**
 * Weights as a picture: grey is 0, brighter than grey positive, darker negative, in each channel by itself.
 * @param {ArrayLike<number>} weights one for each number of the input
 * @param {number} scale the size of the weight that is white, and of the one that is black
 * @returns {Uint8ClampedArray<ArrayBuffer>} as many bytes as there are weights; NaN is grey
 */
export function aroundGrey(weights, scale) {
  return Uint8ClampedArray.from(weights, (weight) => 127.5 * (1 + (weight / (scale || 1) || 0)));
}

/**
 * A part of a picture: the pixels around one of them; beyond the border there are none.
 * @param {ArrayLike<number>} bytes `(C, H, W)`
 * @param {readonly number[]} shape `[C, H, W]`
 * @param {{ row: number, column: number }} middle
 * @param {number} reach how many pixels it goes to each side
 * @returns {Uint8ClampedArray<ArrayBuffer>} as `pixelsOf` has them; transparent where there are none
 */
export function patchOf(bytes, shape, { row, column }, reach) {
  const [, height, width] = shape;
  const side = 2 * reach + 1;
  const all = pixelsOf(bytes, shape);
  const patch = new Uint8ClampedArray(side * side * 4);
  for (let i = 0; i < side * side; i += 1) {
    const [y, x] = [row - reach + Math.floor(i / side), column - reach + (i % side)];
    if (y >= 0 && y < height && x >= 0 && x < width) patch.set(all.subarray((y * width + x) * 4, (y * width + x) * 4 + 4), i * 4);
  }
  return patch;
}
