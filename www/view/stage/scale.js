// The scales of the ink: how large a number is that fills a cell. A scale is a round number, and is held while numbers
// change, so that sizes can be compared from step to step.

/** A scale is given up once it is this many times too large. */
const TOO_LARGE = 6;

/**
 * The least of 1, 2 or 5 times a power of ten that is not less than a number.
 * @param {number} most
 * @returns {number} 1 where `most` is not a positive number
 */
export function round(most) {
  if (!(most > 0) || !Number.isFinite(most)) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 5, 10].find((times) => times * power >= most * (1 - 1e-6)) ?? 10;
  return Number((step * power).toPrecision(1));
}

/**
 * The scale for the present numbers: the one that is held, unless they outgrew it or have become far too small for it.
 * @param {number | undefined} held
 * @param {number} most the largest size among them; 0 where there is none
 */
export function heldScale(held, most) {
  if (held !== undefined && most <= held && (most === 0 || most * TOO_LARGE > held)) return held;
  return round(most);
}

/**
 * The side of the square whose area stands for a number.
 * @param {number} value
 * @param {number} scale the number that fills a cell
 * @param {number} cell its side, px
 * @returns {number} px; 0 for 0
 */
export function sideOf(value, scale, cell) {
  return cell * Math.sqrt(Math.min(1, Math.abs(value) / scale));
}
