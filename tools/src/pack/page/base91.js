// Decodes base 91; src/pack/base91.rs encodes it, and documents the format.

const BASE = 91;
const FIRST = '#'.charCodeAt(0);
const LEFT_OUT = '<'.charCodeAt(0);
const SMALL = 88;

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function decoded(text) {
  const bytes = new Uint8Array(Math.ceil((text.length * 7) / 8) + 1);
  let [length, bits, count] = [0, 0, 0];
  const digitAt = (/** @type {number} */ at) => {
    const code = text.charCodeAt(at);
    return code - FIRST - (code > LEFT_OUT ? 1 : 0);
  };
  for (let at = 0; at < text.length; at += 2) {
    const pair = at + 1 < text.length;
    const group = digitAt(at) + (pair ? digitAt(at + 1) * BASE : 0);
    bits |= group << count;
    count += pair ? ((group & 0x1fff) > SMALL ? 13 : 14) : 8;
    for (; count > 7; count -= 8) {
      bytes[length] = bits & 255;
      length += 1;
      bits >>>= 8;
    }
  }
  return bytes.subarray(0, length);
}
