// The picture on display, as the state has it: a short text that a link can hold. It is the number of a picture of the data
// (`17`: the training pictures before the test pictures), or the bytes of a drawing (their base64url); empty for the first
// picture.
import { isPicture, sizeOf } from '../core/tensor-shape.js';
import { base64url, fromBase64url } from '../util/bytes.js';

/** @typedef {import('../core/wasm.js').Data} Data */

/** The longest text: of a picture of 1,500 bytes. */
export const LONGEST = 2000;

/**
 * The text of a picture's bytes.
 * @param {ArrayLike<number>} bytes
 */
export function textOfBytes(bytes) {
  return base64url(Uint8Array.from(bytes));
}

/**
 * A text, where it can be that of a picture.
 * @param {unknown} value
 */
export function pictureText(value) {
  return typeof value === 'string' && value.length <= LONGEST && /^[\w-]*$/.test(value) ? value : undefined;
}

/**
 * Whether a text names a picture of the data, and is no drawing.
 * @param {string} text
 */
export function isOfData(text) {
  return /^\d{0,5}$/.test(text);
}

/**
 * The input that a picture's text stands for.
 * @param {string} text
 * @param {Data} data a set of pictures
 * @returns {ArrayLike<number> | null} null where the data has no such picture, or it is of another size
 */
export function pictureIn(text, data) {
  const { train, test, shape } = data;
  if (isOfData(text)) {
    const index = Number(text);
    return (train[index] ?? test[index - train.length])?.rgb ?? (text === '' ? new Uint8Array(sizeOf(shape)) : null);
  }
  const bytes = bytesOf(text);
  return bytes?.length === sizeOf(shape) ? bytes : null;
}

/**
 * The input on display, where it is not a row of the batch: the picked colour, or the picture.
 * @param {Pick<import('../state/schema.js').State, 'color' | 'picture'>} state
 * @param {Data} data
 * @returns {ArrayLike<number>}
 */
export function inputOf({ color, picture }, data) {
  if (!isPicture(data.shape)) return color;
  return pictureIn(picture, data) ?? pictureIn('', data) ?? color;
}

/**
 * The text for an input of the data: its number, where the data has it.
 * @param {ArrayLike<number>} input
 * @param {Data} data
 */
export function pictureTextOf(input, { train, test }) {
  const index = [...train, ...test].findIndex(({ rgb }) => sameInput(rgb, input));
  return index >= 0 ? String(index) : textOfBytes(input);
}

/**
 * Whether two inputs are the same colour or the same picture.
 * @param {ArrayLike<number>} one
 * @param {ArrayLike<number>} other
 */
export function sameInput(one, other) {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i += 1) if (one[i] !== other[i]) return false;
  return true;
}

/**
 * The bytes of a text.
 * @param {string} text
 * @returns {Uint8Array | null} null where it is none of bytes
 */
export function bytesOf(text) {
  try {
    return fromBase64url(text);
  } catch {
    return null;
  }
}
