// An array as NumPy stores it, in the format NPY: a line of Python that says what it is, then its numbers. It is read whichever
// way NumPy lays it down: float32 or float64, little- or big-endian, row by row or column by column (Fortran order).
import { placeOf, indexAt, sizeOf } from '../core/tensor-shape.js';
import { CoreError } from '../core/wasm.js';
import { checkSize, numbers } from './arrays.js';

/** The kinds of numbers that are read: how many bytes each takes. @type {Readonly<Record<string, number>>} */
const KINDS = { f4: 4, f8: 8 };
const MAGIC = [0x93, ...Array.from('NUMPY', (letter) => letter.charCodeAt(0))];

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 * @returns {import('./arrays.js').NumberArray}
 * @throws {CoreError} `weightsNoArray`, `weightsKind`, `weightsCut`, and as `numbers` does
 */
export function arrayIn(name, bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wrong = new CoreError('weightsNoArray', { name });
  if (bytes.length < 12 || MAGIC.some((byte, i) => bytes[i] !== byte)) throw wrong;
  // Since version 2 a long line can be said.
  const [start, length] = bytes[6] === 1 ? [10, view.getUint16(8, true)] : [12, view.getUint32(8, true)];
  if (start + length > bytes.length) throw new CoreError('weightsCut', { name });
  const line = new TextDecoder('latin1').decode(bytes.subarray(start, start + length));
  const [, kind] = /'descr': *'([^']*)'/.exec(line) ?? [];
  const [, order] = /'fortran_order': *(True|False)/.exec(line) ?? [];
  const [, sides] = /'shape': *\(([\d, ]*)\)/.exec(line) ?? [];
  // Of a structured type, which has a list there, nothing can be made either.
  if (order === undefined || sides === undefined) throw wrong;
  const width = kind === undefined ? undefined : KINDS[kind.slice(1)];
  if (width === undefined || !['<', '>'].includes(kind[0])) throw new CoreError('weightsKind', { name, kind: nameOf(kind) });
  const shape = sides.split(',').filter((side) => side.trim() !== '').map(Number);
  checkSize(shape);
  const data = start + length;
  if (bytes.length - data !== sizeOf(shape) * width) throw new CoreError('weightsCut', { name });
  const little = kind[0] === '<';
  const read = (/** @type {number} */ place) => (width === 4 ? view.getFloat32(data + place * 4, little) : view.getFloat64(data + place * 8, little));
  if (order === 'False' || shape.length < 2) return numbers(name, shape, read);
  // Column by column is row by row of the transposed array.
  const across = [...shape].reverse();
  return numbers(name, shape, (place) => read(placeOf(indexAt(place, shape).reverse(), across)));
}

/**
 * What NumPy calls a kind of numbers.
 * @param {string} [kind] as `<i8`
 */
function nameOf(kind = '') {
  const [, letter = '', size = ''] = /^[<>=|]?([a-zA-Z])(\d*)$/.exec(kind) ?? [];
  const names = { f: 'float', i: 'int', u: 'uint', c: 'complex' };
  if (letter === 'b') return 'bool';
  if (letter === 'O') return 'object';
  return Object.hasOwn(names, letter) ? `${names[/** @type {'f'} */ (letter)]}${Number(size) * 8}` : kind.slice(0, 20) || 'structured';
}
