// The appearance of numbers. Size is darkness; sign is shape in a cell and hue in a weight image.

/** @typedef {{ plus: readonly number[], minus: readonly number[] }} Hues */

/**
 * The two signs' colours: orange and violet, which colour-blind eyes can distinguish.
 * @type {{ light: Hues, dark: Hues }}
 */
export const HUES = {
  light: { plus: [179, 88, 6], minus: [84, 39, 136] },
  dark: { plus: [245, 166, 84], minus: [178, 152, 236] },
};

/**
 * The darkness of a value, 0 to 1, relative to the largest of its neighbours. Small values stay visible.
 * @param {number} value
 * @param {number} largest largest size among its neighbours
 * @returns {number} 0 for 0, and for a value that is not finite
 */
export function strength(value, largest) {
  if (value === 0 || !Number.isFinite(value)) return 0;
  if (!Number.isFinite(largest) || largest === 0) return 1;
  return 0.12 + 0.88 * Math.min(1, Math.abs(value) / largest) ** 0.6;
}

/**
 * The largest absolute value among finite values; 0 where there is none.
 * @param {ArrayLike<number>} values
 */
export function largest(values) {
  let most = 0;
  for (let i = 0; i < values.length; i += 1) {
    const size = Math.abs(values[i]);
    if (size > most && Number.isFinite(size)) most = size;
  }
  return most;
}

/**
 * Black or white, whichever has more contrast on a colour, by WCAG 2.2.
 * @param {readonly number[]} rgb
 */
export function over(rgb) {
  const [r, g, b] = rgb.map((channel) => (channel <= 10 ? channel / 3294.6 : ((channel / 255 + 0.055) / 1.055) ** 2.4));
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05 ? '#fff' : '#000';
}

/**
 * Writes a matrix as pixels: positive in one hue, negative in the other, 0 clear.
 * @param {Uint8ClampedArray} pixels RGBA, four a value
 * @param {ArrayLike<number>} values
 * @param {number} most the absolute value that is drawn opaque
 * @param {Hues} hues
 * @param {number} [offset] index of the first pixel
 */
export function paint(pixels, values, most, hues, offset = 0) {
  for (let i = 0; i < values.length; i += 1) {
    const hue = values[i] < 0 ? hues.minus : hues.plus;
    const p = (offset + i) * 4;
    pixels[p] = hue[0];
    pixels[p + 1] = hue[1];
    pixels[p + 2] = hue[2];
    pixels[p + 3] = strength(values[i], most) * 255;
  }
}

/**
 * The value of the largest size in a matrix, and its row and column.
 * @param {Float32Array} values row after row
 * @param {number} columns
 * @returns {{ value: number, place: [number, number] }} the first number where all are equally large
 */
export function strongest(values, columns) {
  const most = largest(values);
  const at = Math.max(0, values.findIndex((value) => Math.abs(value) === most));
  return { value: values[at] ?? 0, place: [Math.floor(at / columns), at % columns] };
}
