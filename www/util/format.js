// Formats of numbers and colours. The only place that chooses the number of digits.

const MINUS = '−';
/** From here on a number has too many digits to be read. */
const LONG = 1e7;
/** Created once: the constructor is slow. */
const COUNT = new Intl.NumberFormat('en-US');

/**
 * A number in four significant digits: 54.10, −0.01823, 1.20e−7. Whole numbers stay whole. Never a hyphen
 * for a minus.
 * @param {number} value
 * @returns {string} also `NaN`, `∞` and `−∞`
 */
export function number(value) {
  return rounded(value, 4);
}

/**
 * A number as an operand: in brackets where it is negative.
 * @param {number} value
 */
export function operand(value) {
  return value < 0 ? `(${number(value)})` : number(value);
}

/**
 * A number that a person has chosen, without trailing zeros: 0.1, −60, 54.1; from ten million on in powers of ten.
 * @param {number} value
 */
export function chosen(value) {
  return Math.abs(value) < LONG ? sign(String(Number(value.toPrecision(4)))) : number(value);
}

/**
 * A number that was computed from chosen ones, in up to seven decimals, without trailing zeros: 2.205, −0.19995.
 * @param {number} value
 */
export function exact(value) {
  return Number.isFinite(value) ? sign(String(Number(value.toFixed(7)))) : number(value);
}

/**
 * A number in five significant digits, precise enough to compute with.
 * @param {number} value
 */
export function precise(value) {
  return rounded(value, 5);
}

/**
 * The value of a number as `precise` shows it.
 * @param {number} value
 */
export function asShown(value) {
  return Number(value.toPrecision(5));
}

/**
 * @param {number} value
 * @param {number} digits the number of significant digits
 */
function rounded(value, digits) {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${MINUS}∞`;
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e6) return sign(String(value));
  if (size >= 1e6 || size < 1e-4) return sign(value.toExponential(2));
  return sign(size >= 10 ** digits ? value.toFixed(0) : value.toPrecision(digits));
}

/**
 * A number in eight significant digits, to show small differences.
 * @param {number} value
 */
export function fine(value) {
  return Number.isFinite(value) ? sign(value.toPrecision(8)) : number(value);
}

/** Smaller than this, a number of three decimals would look like 0: it is written ≈0, in a cell and as a loss. */
const VISIBLE = 0.0005;

/**
 * A number that fits a cell, in six characters at most: 122, 0.67, −24.2, −0.002, ≈0.
 * @param {number} value
 */
export function short(value) {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return number(value);
  if (size >= 1e4) return sign(value.toExponential(0));
  if (size >= 100 || value === 0 || (size > 1 && Number.isInteger(value))) return sign(value.toFixed(0));
  if (size >= 0.005) return sign(value.toFixed(size >= 10 ? 1 : 2));
  return size < VISIBLE ? '≈0' : sign(value.toFixed(3));
}

/**
 * A loss in three decimals, so that its width stays the same while it falls; ≈0 where those would all be 0.
 * @param {number | undefined} value undefined where it was not measured
 */
export function loss(value) {
  if (value === undefined) return '–';
  if (!Number.isFinite(value)) return number(value);
  return value !== 0 && Math.abs(value) < VISIBLE ? '≈0' : sign(value.toFixed(3));
}

/**
 * A share as percent with one decimal.
 * @param {number | undefined} share 0 to 1; undefined where it was not measured
 */
export function percent(share) {
  return share === undefined ? '–' : Number.isFinite(share) ? share === 1 ? '100%' : `${(share * 100).toFixed(1)}%` : number(share);
}

/**
 * A whole number with separators.
 * @param {number} value
 */
export function count(value) {
  return COUNT.format(value);
}

/**
 * `#rrggbb` of a colour.
 * @param {readonly number[]} rgb
 */
export function hex(rgb) {
  return `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** @param {string} text */
function sign(text) {
  return text.replaceAll('-', MINUS).replace('e+', 'e');
}
