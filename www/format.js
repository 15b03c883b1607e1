// Numbers and names as a reader sees them. One rule for how many digits, in one place.

const MINUS = '−';

/**
 * A number in about four significant digits: 54.1, −0.01823, 1.2e−7. Never a hyphen for a minus.
 * @param {number} value
 * @returns {string} `NaN` and infinities in words of mathematics
 */
export function number(value) {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${MINUS}∞`;
  const size = Math.abs(value);
  if (value === 0) return '0';
  if (size >= 1e6 || size < 1e-4) return sign(value.toExponential(2));
  if (size >= 1000) return sign(value.toFixed(0));
  return sign(trim(value.toPrecision(4)));
}

/**
 * A number that fits a cell: three significant digits at most, seven characters at most.
 * @param {number} value
 */
export function short(value) {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return number(value);
  if (size >= 1e5 || (size > 0 && size < 1e-3)) return sign(value.toExponential(0));
  if (size >= 100 || Number.isInteger(value)) return sign(value.toFixed(0));
  return sign(value.toFixed(size >= 10 ? 1 : 2));
}

/**
 * A loss: three decimals, so that its width is steady while it falls.
 * @param {number} value
 */
export function loss(value) {
  if (!Number.isFinite(value)) return number(value);
  return value > 0 && value < 0.0005 ? '< 0.001' : sign(value.toFixed(3));
}

/**
 * A share as percent with one decimal.
 * @param {number} share 0 to 1
 */
export function percent(share) {
  return Number.isFinite(share) ? `${(share * 100).toFixed(1)} %` : number(share);
}

/**
 * A whole number with separators.
 * @param {number} value
 */
export function count(value) {
  return value.toLocaleString('en-US');
}

/**
 * A layer's name as a title: `affine1` → `Affine1`, `relu3` → `ReLU3`.
 * @param {string} name
 */
export function title(name) {
  if (name.startsWith('relu')) return `ReLU${name.slice(4)}`;
  return name.charAt(0).toUpperCase() + name.slice(1);
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

/** @param {string} text */
function trim(text) {
  return text.includes('.') && !text.includes('e') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}
