// Bytes: of numbers, joined, and as a text that a link can hold.

/** How many bytes are made a text at once: so many arguments a function can have anywhere. */
const CHUNK = 8192;

/**
 * The bytes of numbers in little-endian order, on any machine.
 * @param {Float32Array} numbers
 */
export function littleEndian(numbers) {
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  numbers.forEach((x, i) => view.setFloat32(i * 4, x, true));
  return new Uint8Array(view.buffer);
}

/**
 * Arrays one after another, in a new one of a kind.
 * @template {Uint8Array | Float32Array} T
 * @param {new (length: number) => T} Kind
 * @param {readonly ArrayLike<number>[]} parts
 */
export function joined(Kind, parts) {
  const whole = new Kind(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * The base64url of bytes.
 * @param {Uint8Array} bytes
 */
export function base64url(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i += CHUNK) text += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The bytes of a base64url.
 * @param {string} text
 * @throws {DOMException} where it is none
 */
export function fromBase64url(text) {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
