// Judges a typed number, and recognises known mistakes.

/** @typedef {{ value: number, half: number }} Typed a number, and half a unit of its last digit: so far it may have been rounded */

/** The share by which a sum of the core's 24 bits may be off. */
const FLOAT = 1e-5;
/** The share by which a result may be off that is computed from operands of five digits. */
const FIVE = 1e-4;
/** How coarsely the answer may be rounded, as a share of it: to four digits from exact operands, to three from rounded ones. */
const [FINE, COARSE] = [0.0005, 0.005];
/** An answer near 0 may be rounded by so much. */
const NEAR = 0.0005;

/**
 * A number as people type it: full-width digits, a real minus, a decimal comma, a percent sign.
 * @param {string} text
 * @returns {Typed} NaN where it is no number
 */
export function typed(text) {
  const plain = text.normalize('NFKC').trim().replace(/[−–ー]/g, '-').replace(/^(-?\d+),(\d+)$/, '$1.$2').replaceAll(' ', '');
  const [, digits, percent] = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)(%?)$/i.exec(plain) ?? [];
  if (digits === undefined) return { value: NaN, half: NaN };
  const [mantissa, exponent = '0'] = digits.toLowerCase().split('e');
  const [, fraction = ''] = mantissa.split('.');
  const scale = percent ? 100 : 1;
  return { value: Number(digits) / scale, half: Number(`0.5e${Number(exponent) - fraction.length}`) / scale };
}

/**
 * The verdict on a number. It stands for whatever rounds to it. Of the answer and the known slips that do, the nearest decides;
 * from rounded operands the answer, if it is precise enough.
 * @param {Typed} given
 * @param {number} wanted
 * @param {Record<string, number>} slips the results of known slips
 * @param {number} [shown] the answer that the operands give as the question shows them, where it shows them rounded
 * @returns {string | null} the name of the slip, `noNumber`, `rough` for the right answer rounded too far, `small` or `large`; null
 * where it is right
 */
export function slipOf({ value, half }, wanted, slips, shown) {
  if (Number.isNaN(value)) return 'noNumber';
  const apart = (/** @type {number} */ from, /** @type {number} */ share) => Math.max(0, Math.abs(value - from) - Math.abs(from) * share);
  const between = shown !== undefined && (value - wanted) * (value - shown) <= 0;
  const off = between ? 0 : Math.min(apart(wanted, FLOAT), apart(shown ?? wanted, FLOAT));
  const exact = shown === undefined;
  const enough = off <= half && half <= Math.max(NEAR, Math.abs(wanted) * (exact ? FINE : COARSE));
  if (enough && !exact) return null;
  // The answer comes first: a slip with the same result is none.
  let [nearest, least] = [off <= half ? '' : null, off];
  for (const [name, result] of Object.entries(slips)) {
    const far = apart(result, exact ? FLOAT : FIVE);
    if (far <= half && (nearest === null || far < least)) [nearest, least] = [name, far];
  }
  if (nearest === null || !Number.isFinite(value)) return value < wanted ? 'small' : 'large';
  if (nearest !== '') return nearest;
  return enough || (exact && off === 0) ? null : 'rough';
}
