// The files of a ZIP archive, read by its directory: those that are stored as they are, and those that are compressed by deflate.
import { CoreError } from '../core/wasm.js';
import { checksum } from './checksum.js';

/** The signatures of the end of the directory, of its entries, and of what stands before a file. */
const [END, ENTRY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];
/** The most bytes of the comment behind the end of the directory. */
const COMMENT = 0xffff;
/** Ways of compressing: none, and deflate. */
const [STORED, DEFLATE] = [0, 8];

/** A file of an archive, as its directory tells of it. @typedef {{ name: string, method: number, encrypted: boolean, sum: number, packed: number, size: number, at: number }} Entry */

/**
 * The directory of an archive.
 * @param {Uint8Array} bytes
 * @returns {Entry[] | null} null where they are no archive
 */
export function directoryOf(bytes) {
  const view = viewOf(bytes);
  let end = bytes.length - 22;
  while (end >= 0 && end >= bytes.length - 22 - COMMENT && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== END) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    entries.push({
      name,
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      sum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * The bytes of one file.
 * @param {Uint8Array} bytes of the archive
 * @param {Entry} entry
 * @returns {Promise<Uint8Array>}
 * @throws {CoreError} `weightsCut` where they are not those that were packed, `weightsPacked` where they are packed in a way that
 * can't be read
 */
export async function fileIn(bytes, { name, encrypted, method, sum, packed, size, at }) {
  const view = viewOf(bytes);
  const cut = () => new CoreError('weightsCut', { name });
  if (encrypted || (method !== STORED && method !== DEFLATE)) throw new CoreError('weightsPacked', { name });
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) throw cut();
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const content = bytes.subarray(start, start + packed);
  if (content.length !== packed) throw cut();
  const file = method === STORED ? content : await inflated(content, size, name);
  if (file?.length !== size || checksum(file) !== sum) throw cut();
  return file;
}

/**
 * What was compressed by deflate.
 * @param {Uint8Array} packed
 * @param {number} size how many bytes it becomes
 * @param {string} name
 * @returns {Promise<Uint8Array | null>} null where it becomes something else: no more is ever unpacked
 * @throws {CoreError} `weightsPacked` where the browser can't
 */
async function inflated(packed, size, name) {
  if (typeof DecompressionStream !== 'function') throw new CoreError('weightsPacked', { name });
  const file = new Uint8Array(size);
  let filled = 0;
  try {
    const reader = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (packed)]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return filled === size ? file : null;
      if (filled + value.length > size) {
        reader.cancel().catch(() => {});
        return null;
      }
      file.set(value, filled);
      filled += value.length;
    }
  } catch {
    return null;
  }
}

/** @param {Uint8Array} bytes */
const viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
