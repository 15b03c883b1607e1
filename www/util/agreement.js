// Whether numbers that JavaScript has computed agree with those of the core.

/** The core computes with 24 bits, JavaScript with 53. */
const [RELATIVE, ABSOLUTE] = [1e-4, 1e-5];

/**
 * Whether all numbers of a result agree with those of the core.
 * @param {unknown} actual
 * @param {number | number[]} expected
 * @param {number} [slack] an additional absolute tolerance
 */
export function agrees(actual, expected, slack = 0) {
  if (typeof expected === 'number') return typeof actual === 'number' && isClose(actual, expected, slack);
  return Array.isArray(actual) && actual.length === expected.length && actual.every((value, i) => typeof value === 'number' && isClose(value, expected[i], slack));
}

/**
 * @param {number} a
 * @param {number} b
 * @param {number} slack
 */
function isClose(a, b, slack) {
  return Math.abs(a - b) <= Math.max(ABSOLUTE, Math.abs(b) * RELATIVE, slack);
}
