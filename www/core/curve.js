// The course of a training run, as the core returns it: a flat array, FIELDS numbers a point, in order of their steps. It is
// read where it lies: it has thousands of points, and a frame of training has no time to copy them.

/** The numbers of a point: step, train loss, test loss, train accuracy, test accuracy. */
export const FIELDS = 5;

/** @typedef {ArrayLike<number>} Curve */

/**
 * How many points lie before a step.
 * @param {Curve} curve
 * @param {number} step
 */
export function countBefore(curve, step) {
  let [from, to] = [0, curve.length / FIELDS];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (curve[middle * FIELDS] < step) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * The point nearest to a step, the earlier of two.
 * @param {Curve} curve
 * @param {number} step
 * @returns {number[]} its numbers; empty where there is no point
 */
export function nearest(curve, step) {
  const after = countBefore(curve, step);
  const last = curve.length / FIELDS - 1;
  const closer = after > last || (after > 0 && step - curve[(after - 1) * FIELDS] <= curve[after * FIELDS] - step);
  const at = Math.max(0, closer ? after - 1 : after) * FIELDS;
  return Array.from({ length: last < 0 ? 0 : FIELDS }, (_, i) => curve[at + i]);
}

/**
 * The largest finite number of some fields, and the smallest above 0.
 * @param {Curve} curve
 * @param {readonly number[]} fields
 * @returns {[number, number]} −∞ and ∞ where there is none
 */
export function extremes(curve, fields) {
  let [most, least] = [-Infinity, Infinity];
  for (let i = 0; i < curve.length; i += FIELDS) {
    for (const field of fields) {
      const value = curve[i + field];
      if (!Number.isFinite(value)) continue;
      if (value > most) most = value;
      if (value > 0 && value < least) least = value;
    }
  }
  return [most, least];
}
