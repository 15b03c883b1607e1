// Judges a typed number, and recognises known mistakes.

/** The tolerances: relative, and absolute near 0. */
const [SHARE, NEAR] = [0.005, 0.0005];

/**
 * A number as people type it: full-width digits, a real minus, a decimal comma, a percent sign.
 * @param {string} text
 * @returns {number} NaN where it is no number
 */
export function typed(text) {
  const plain = text.normalize('NFKC').trim().replace(/[−–ー]/g, '-').replace(/^(-?\d+),(\d+)$/, '$1.$2').replaceAll(' ', '');
  const [, digits, percent] = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)(%?)$/i.exec(plain) ?? [];
  return digits === undefined ? NaN : Number(digits) / (percent ? 100 : 1);
}

/**
 * Whether two numbers agree within the tolerance.
 * @param {number} given
 * @param {number} wanted
 */
export function near(given, wanted) {
  return Math.abs(given - wanted) <= Math.max(NEAR, Math.abs(wanted) * SHARE);
}

/**
 * The verdict on a number: right, a known slip, or too small or large.
 * @param {number} given
 * @param {number} wanted
 * @param {Record<string, number>} slips
 * @returns {string | null} the name of the slip, `noNumber`, `small` or `large`; null where it is right
 */
export function slipOf(given, wanted, slips) {
  if (Number.isNaN(given)) return 'noNumber';
  if (near(given, wanted)) return null;
  const slip = Object.keys(slips).find((name) => near(given, slips[name]));
  return slip ?? (given < wanted ? 'small' : 'large');
}
