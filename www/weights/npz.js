// Arrays as NumPy stores them: one in the format NPY, several in a ZIP archive of them (`np.load` opens it). Nothing is compressed:
// weights hardly can be.
import { tuple } from '../export/notebook/python.js';
import { joined, littleEndian } from '../util/bytes.js';
import { checksum } from './checksum.js';

/** @typedef {{ name: string, shape: readonly number[], data: Float32Array }} NamedArray */

/** The header of an array ends at a multiple of it, so that the numbers can be used where they lie. */
const ALIGNMENT = 64;
/** The first day that an archive can name, so that the same weights are always the same file. */
const DAY = 33;

/**
 * An archive of arrays.
 * @param {readonly NamedArray[]} arrays each with a name of ASCII letters, digits, `_` and `.`
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function npz(arrays) {
  return archive(arrays.map((array) => ({ name: `${array.name}.npy`, bytes: npy(array) })));
}

/**
 * An array of float32 in the format NPY 1.0: a line of Python that says what it is, then its numbers, little-endian, row by row.
 * @param {{ shape: readonly number[], data: Float32Array }} array
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function npy({ shape, data }) {
  const dict = `{'descr': '<f4', 'fortran_order': False, 'shape': ${tuple(shape)}, }`;
  // Ten bytes stand before the line, which a line feed ends.
  const padding = (ALIGNMENT - ((10 + dict.length + 1) % ALIGNMENT)) % ALIGNMENT;
  const line = `${dict}${' '.repeat(padding)}\n`;
  const bytes = new Uint8Array(10 + line.length + data.length * 4);
  bytes.set([0x93, ...ascii('NUMPY'), 1, 0]);
  new DataView(bytes.buffer).setUint16(8, line.length, true);
  bytes.set(ascii(line), 10);
  bytes.set(littleEndian(data), 10 + line.length);
  return bytes;
}

/**
 * A ZIP archive whose files are stored as they are.
 * @param {readonly { name: string, bytes: Uint8Array }[]} files
 * @returns {Uint8Array<ArrayBuffer>}
 */
function archive(files) {
  const entries = files.map(({ name, bytes }) => {
    const about = new Uint8Array(26);
    const view = new DataView(about.buffer);
    view.setUint16(0, 20, true); // The version of the format that a reader has to know.
    view.setUint16(8, DAY, true);
    view.setUint32(10, checksum(bytes), true);
    view.setUint32(14, bytes.length, true);
    view.setUint32(18, bytes.length, true);
    view.setUint16(22, name.length, true);
    return { about, name: Uint8Array.from(ascii(name)), bytes };
  });
  /** @type {Uint8Array[]} */
  const parts = [];
  /** @type {Uint8Array[]} */
  const directory = [];
  let offset = 0;
  for (const { about, name, bytes } of entries) {
    const central = new Uint8Array(46);
    const view = new DataView(central.buffer);
    view.setUint32(0, 0x02014b50, true);
    view.setUint16(4, 20, true);
    central.set(about, 6);
    view.setUint32(42, offset, true);
    directory.push(central, name);
    const local = new Uint8Array(30);
    new DataView(local.buffer).setUint32(0, 0x04034b50, true);
    local.set(about, 4);
    parts.push(local, name, bytes);
    offset += local.length + name.length + bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, entries.length, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return joined(Uint8Array, [...parts, ...directory, end]);
}

/** @param {string} text */
const ascii = (text) => Array.from(text, (letter) => letter.charCodeAt(0));
