// The values that a cell can hold: a number as people write it, and a colour in one cell. No expression here repeats what
// itself repeats, so that a long cell costs its length.

/** @typedef {{ rgb: [number, number, number], alpha: number, unsure: boolean }} Colour alpha from 0 to 1; `unsure` where alpha may as well stand first */
/** @typedef {{ value: number, percent: boolean }} Quantity */

/** No colour is written longer. */
const LONGEST = 100;
const HEX = /^(#|0x)?([0-9a-f]{3,8})$/;
const NUMBER = /^[+-]?(\d{1,20}\.?\d{0,30}|\.\d{1,30})(e[+-]?\d{1,3})?$/;
const DECIMAL_COMMA = /^[+-]?\d{1,20},\d{1,30}$/;

/**
 * A cell with full-width digits, letters and signs in their plain form.
 * @param {string} cell
 */
export function plain(cell) {
  return /[^ -~]/.test(cell) ? cell.normalize('NFKC').replaceAll('、', ',').replaceAll('−', '-').trim() : cell;
}

/**
 * A number: `250`, `250.0`, `0.98`, `0,98`, `98%`, `2.5e+02`, also in full width.
 * @param {string} cell
 * @returns {Quantity | null}
 */
export function quantityOf(cell) {
  if (cell === '' || cell.length > LONGEST) return null;
  const text = plain(cell).toLowerCase();
  const percent = text.endsWith('%');
  const digits = percent ? text.slice(0, -1).trim() : text;
  if (NUMBER.test(digits)) return { value: Number(digits), percent };
  if (DECIMAL_COMMA.test(digits)) return { value: Number(digits.replace(',', '.')), percent };
  return null;
}

/**
 * A colour in hexadecimal digits: `#fa141e`, `#f12`, `0xfa141e`, `#fa141eff`; without a sign before it only where
 * `bare` allows it, and then three digits only with a letter: a spreadsheet makes `100` of `000100`. Eight digits after 0x
 * may begin or end with alpha, so they are none.
 * @param {string} cell
 * @param {boolean} bare
 * @returns {Colour | null}
 */
export function hexOf(cell, bare) {
  if (cell === '' || cell.length > LONGEST) return null;
  const [, sign, digits] = HEX.exec(plain(cell).toLowerCase()) ?? [];
  if (digits === undefined || (!sign && !bare) || ![3, 4, 6, 8].includes(digits.length)) return null;
  if (sign === '0x' && digits.length !== 6) return null;
  if (!sign && digits.length < 6 && !/[a-f]/.test(digits)) return null;
  const size = digits.length < 6 ? 1 : 2;
  const level = (/** @type {number} */ i) => parseInt(digits.slice(i * size, (i + 1) * size).padStart(2, digits[i]), 16);
  const alpha = digits.length % 4 === 0 ? level(3) / 255 : 1;
  return { rgb: [level(0), level(1), level(2)], alpha, unsure: digits.length === 8 && alpha < 1 && level(0) === 255 };
}

/**
 * The numbers of a colour in one cell: `rgb(250, 20, 30)`, `rgba(250 20 30 / 50%)`, `250,20,30`, `(250, 20, 30)`,
 * `[250 20 30]`.
 * @param {string} cell
 * @returns {{ channels: Quantity[], alpha: number, css: boolean } | null} `css` where it is written as in a stylesheet, whose
 * numbers go to 255
 */
export function tripleOf(cell) {
  if (cell.length < 5 || cell.length > LONGEST) return null;
  let text = plain(cell).toLowerCase();
  const css = text.startsWith('rgb');
  if (css) text = text.slice(text.startsWith('rgba') ? 4 : 3).trim();
  const close = { '(': ')', '[': ']' }[text[0]];
  if (css && text[0] !== '(') return null;
  if (close) {
    if (!text.endsWith(close)) return null;
    text = text.slice(1, -1).trim();
  }
  // A decimal comma can't be told from a comma between numbers here.
  const parts = text.split(/[,/;\s]/).filter((part) => part !== '');
  if (parts.length !== 3 && !((css || close) && parts.length === 4)) return null;
  const numbers = parts.map(quantityOf);
  if (numbers.includes(null)) return null;
  const [r, g, b, a] = /** @type {Quantity[]} */ (numbers);
  return { channels: [r, g, b], alpha: a ? (a.percent ? a.value / 100 : a.value > 1 ? a.value / 255 : a.value) : 1, css };
}

/**
 * Whether a cell is a colour by itself, whatever its column is called.
 * @param {string} cell
 */
export function isColour(cell) {
  return hexOf(cell, false) !== null || tripleOf(cell) !== null;
}

/**
 * Whether a cell is meant as a colour in hexadecimal digits, also with too few or too many.
 * @param {string} cell
 */
export function isMeantAsHex(cell) {
  return /^#[0-9a-f]{3,8}$/i.test(cell);
}

/**
 * Whether a cell may be six hexadecimal digits without a sign.
 * @param {string} cell
 */
export function isBareHex(cell) {
  return cell.length >= 6 && cell.length <= 8 && cell.length !== 7 && hexOf(cell, true) !== null;
}

/**
 * Whether a cell can stand in a row of data only: a number or a colour.
 * @param {string} cell
 */
export function isValue(cell) {
  return quantityOf(cell) !== null || hexOf(cell, false) !== null || tripleOf(cell) !== null || (isBareHex(cell) && /\d/.test(plain(cell)));
}
