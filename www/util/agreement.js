// Whether numbers that JavaScript has computed agree with those of the core.

/** The core computes with 24 bits, JavaScript with 53. */
const [SHARE, NEAR] = [1e-4, 1e-5];

/**
 * Whether a result agrees with the core's numbers, one and all.
 * @param {unknown} got
 * @param {number | number[]} wanted
 * @param {number} [slack] how far off they may be
 */
export function agrees(got, wanted, slack = 0) {
  if (typeof wanted === 'number') return typeof got === 'number' && isClose(got, wanted, slack);
  return Array.isArray(got) && got.length === wanted.length && got.every((value, i) => typeof value === 'number' && isClose(value, wanted[i], slack));
}

/**
 * @param {number} a
 * @param {number} b
 * @param {number} slack
 */
function isClose(a, b, slack) {
  return Math.abs(a - b) <= Math.max(NEAR, Math.abs(b) * SHARE, slack);
}
