// The bytes in a text of seven bits a character; src/pack/dense.rs writes it, and says how.

const ESCAPE = 0x7f;
const TURNED = 0x40;

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function decoded(text) {
  const bytes = new Uint8Array(text.length);
  let [length, bits, count] = [0, 0, 0];
  for (let i = 0; i < text.length; i += 1) {
    let group = text.charCodeAt(i);
    if (group === ESCAPE) group = text.charCodeAt((i += 1)) ^ TURNED;
    // Fewer than eight bits were left.
    bits = ((bits << 7) | group) & 0x3fff;
    count += 7;
    if (count < 8) continue;
    count -= 8;
    bytes[length] = bits >> count;
    length += 1;
  }
  return bytes.subarray(0, length);
}
