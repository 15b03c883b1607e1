// Values as Python writes them.

/**
 * A shape in Python: `(3, 50,)`.
 * @param {readonly number[]} shape
 */
export function tuple(shape) {
  return `(${shape.map((n) => `${n},`).join(' ')})`;
}

/**
 * An array in Python.
 * @param {Uint8Array} bytes
 * @param {string} kind of the numbers, as NumPy writes it
 * @param {number[]} shape
 */
export function array(bytes, kind, shape) {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `read("${btoa(text)}", "${kind}", ${tuple(shape)})`;
}

/**
 * The bytes of whole numbers up to 65,535 in little-endian order, on any machine.
 * @param {Uint32Array} numbers
 */
export function littleEndianShorts(numbers) {
  const view = new DataView(new ArrayBuffer(numbers.length * 2));
  numbers.forEach((x, i) => view.setUint16(i * 2, x, true));
  return new Uint8Array(view.buffer);
}

/**
 * A number in Python. Nine digits are all that a float32 has.
 * @param {number} value
 */
export function float(value) {
  return Number.isFinite(value) ? String(Number(value.toPrecision(9))) : `float("${value}")`;
}
