// Given first weights in the state: a text that a link and a record can hold. It is the base64url of all weights and biases, layer
// by layer, each four bytes, little-endian; empty where they are drawn.
import { LIMITS } from './facts.js';

/** How many bytes are made a text at once: so many arguments a function can have anywhere. */
const CHUNK = 8192;
/** The longest text. */
const LONGEST = Math.ceil((LIMITS.mostWeights * 4 * 4) / 3);

/**
 * The text of weights.
 * @param {Float32Array} weights
 */
export function textOfWeights(weights) {
  const bytes = new Uint8Array(weights.length * 4);
  const view = new DataView(bytes.buffer);
  weights.forEach((weight, i) => view.setFloat32(i * 4, weight, true));
  let text = '';
  for (let i = 0; i < bytes.length; i += CHUNK) text += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The weights of a text.
 * @param {string} text
 * @returns {Float32Array | null} null where it is none of them
 */
export function weightsIn(text) {
  if (text.length > LONGEST || !/^[\w-]*$/.test(text)) return null;
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    if (bytes.length % 4 !== 0) return null;
    const view = new DataView(new ArrayBuffer(bytes.length));
    for (let i = 0; i < bytes.length; i += 1) view.setUint8(i, bytes.charCodeAt(i));
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
