// Given first weights in the state: a text that a link and a record can hold. It is the base64url of all weights and biases, layer
// by layer, each four bytes, little-endian; empty where they are drawn.
import { base64url, fromBase64url, littleEndian } from '../util/bytes.js';
import { LIMITS } from './facts.js';

/** The longest text. */
const LONGEST = Math.ceil((LIMITS.mostWeights * 4 * 4) / 3);

/**
 * The text of weights.
 * @param {Float32Array} weights
 */
export function textOfWeights(weights) {
  return base64url(littleEndian(weights));
}

/**
 * The weights of a text.
 * @param {string} text
 * @returns {Float32Array | null} null where it is none of them
 */
export function weightsIn(text) {
  if (text.length > LONGEST || !/^[\w-]*$/.test(text)) return null;
  try {
    const bytes = fromBase64url(text);
    if (bytes.length % 4 !== 0) return null;
    const view = new DataView(bytes.buffer);
    return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(i * 4, true));
  } catch {
    return null;
  }
}

/**
 * A text, where it is one of weights. The core says what is wrong with the weights themselves.
 * @param {unknown} value
 */
export function weightsText(value) {
  return typeof value === 'string' && weightsIn(value) ? value : undefined;
}
