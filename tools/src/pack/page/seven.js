// Decodes seven bits a character; src/pack/seven.rs encodes them, and documents the format.

/** The codes that don't stand for themselves. */
const LEFT_OUT = [0, 13, 60];

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>} the bytes, perhaps with a 0 after them
 */
export function decoded(text) {
  const bytes = new Uint8Array(Math.ceil((text.length * 14) / 8));
  let [length, bits, count] = [0, 0, 0];
  const add = (/** @type {number} */ code) => {
    bits = ((bits << 7) | code) & 0x3fff;
    count += 7;
    if (count < 8) return;
    count -= 8;
    bytes[length] = bits >> count;
    length += 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 128) add(code);
    else {
      add(LEFT_OUT[(code >> 7) - 1]);
      add(code & 127);
    }
  }
  return bytes.subarray(0, length);
}
