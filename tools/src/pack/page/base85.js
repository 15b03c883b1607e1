// Decodes base 85; src/pack/base85.rs encodes it, and documents the format.

const FIRST = '('.charCodeAt(0);
const LEFT_OUT = '<'.charCodeAt(0);

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function decoded(text) {
  const length = Math.floor((text.length * 4) / 5);
  const view = new DataView(new ArrayBuffer(Math.ceil(text.length / 5) * 4));
  for (let group = 0; group * 5 < text.length; group += 1) {
    let value = 0;
    for (let at = group * 5; at < group * 5 + 5; at += 1) {
      const code = text.charCodeAt(at);
      // Pad the last group with the largest digit, so that its remaining bytes decode correctly.
      value = value * 85 + (at < text.length ? code - FIRST - (code > LEFT_OUT ? 1 : 0) : 84);
    }
    view.setUint32(group * 4, value);
  }
  return new Uint8Array(view.buffer, 0, length);
}
