// Axes: the place of a number, and the round numbers of the ticks. Pure.

/**
 * The least of 1, 2 or 5 times a power of ten that is not less than a number.
 * @param {number} value
 * @param {number} [slack] how far the number may be past a round one and still count as it, as a share of it
 * @returns {number} 1 where `value` is not a positive number
 */
export function roundUp(value, slack = 0) {
  if (!(value > 0) || !Number.isFinite(value)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((times) => times * power >= value * (1 - slack)) ?? 10) * power;
}

/**
 * Round numbers that cover a linear range: 1, 2 or 5 times a power of ten apart.
 * @param {number} most the largest value; the axis begins at 0
 * @param {number} about the approximate number of intervals
 * @returns {number[]} from 0 to at least `most`; `[0, 1]` where `most` is not a positive number
 */
export function ticks(most, about) {
  if (!(most > 0) || !Number.isFinite(most)) return [0, 1];
  const step = roundUp(most / about);
  const parts = Math.ceil(most / step - 1e-9);
  return Array.from({ length: parts + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

/**
 * The ends and the middle of an axis from 0 that grows in steps of 1, 2 and 5, so that it stays while its values jump.
 * @param {number} most the largest value
 * @returns {number[]} `[0, 0.5, 1]` where `most` is not a positive number
 */
export function steadyTicks(most) {
  if (!(most > 0) || !Number.isFinite(most)) return [0, 0.5, 1];
  const end = roundUp(most, 1e-9);
  return [0, end / 2, end].map((mark) => Number(mark.toPrecision(12)));
}

/**
 * Powers of ten that cover a logarithmic range.
 * @param {number} least a positive number
 * @param {number} most at least `least`
 * @returns {number[]}
 */
export function decades(least, most) {
  const [from, to] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))];
  return Array.from({ length: Math.max(1, to - from) + 1 }, (_, i) => Number((10 ** (from + i)).toPrecision(12)));
}

/**
 * A value's place on an axis.
 * @param {number} value
 * @param {readonly number[]} marks the axis's ticks, first and last are its ends
 * @param {boolean} log
 * @returns {number} 0 at the first tick, 1 at the last; a value beyond the axis is moved to its end
 */
export function place(value, marks, log) {
  const [from, to] = [marks[0], marks[marks.length - 1]];
  const share = log ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
  return Number.isNaN(share) ? 0 : Math.min(1, Math.max(0, share));
}
