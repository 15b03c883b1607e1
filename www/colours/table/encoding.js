// The text in a file of unknown encoding. UTF-8 and, by their marks, UTF-16 are read strictly; where that fails, the
// encodings that spreadsheets save in are compared by what comes out.
import { scoreOfJapanese, scoreOfLatin } from './encoding-score.js';

/** The encodings that can be chosen, as `TextDecoder` and the page call them. */
export const ENCODINGS = /** @type {const} */ (['utf-8', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-jp', 'iso-2022-jp', 'windows-1252']);

/** @typedef {typeof ENCODINGS[number]} Encoding */
/**
 * @typedef {object} Decoded
 * @property {string} text empty where nothing could be decoded
 * @property {Encoding | null} encoding null where none fits
 * @property {boolean} sure false where another encoding fits about as well
 * @property {'workbook' | 'binary' | 'encoding' | 'large' | null} refused why nothing can be read
 */

/** The most bytes that are read. */
export const MOST_BYTES = 32 * 1024 * 1024;
/** The least lead of the best score over the next, of 2. */
const LEAD = 0.6;
/** How many bytes are scored, at most. */
const SCORED = 200_000;
/** The first bytes of a ZIP archive, as which Excel, Numbers and LibreOffice save a workbook, and of an old workbook. */
const WORKBOOKS = [[0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0]];
/** @type {[Encoding, number[]][]} */
const MARKS = [['utf-8', [0xef, 0xbb, 0xbf]], ['utf-16le', [0xff, 0xfe]], ['utf-16be', [0xfe, 0xff]]];
/** Escape sequences that begin Japanese in ISO-2022-JP: ESC $ @, ESC $ B, ESC ( J. */
const ESCAPES = ['\u001b$@', '\u001b$B', '\u001b(J'];

/**
 * @param {Uint8Array} bytes
 * @param {Encoding | null} [chosen] by the reader, in the place of what is found
 * @returns {Decoded}
 */
export function decoded(bytes, chosen = null) {
  if (bytes.length > MOST_BYTES) return refused('large');
  if (WORKBOOKS.some((mark) => begins(bytes, mark))) return refused('workbook');
  if (chosen) {
    const text = strict(bytes, chosen);
    return text === null ? refused('encoding') : { text, encoding: chosen, sure: true, refused: null };
  }
  const marked = MARKS.find(([, mark]) => begins(bytes, mark))?.[0];
  const text = marked ? strict(bytes, marked) : null;
  if (marked && text !== null) return certain(text, marked);
  const unmarked = strict(bytes, 'utf-8');
  if (unmarked === null) return compared(bytes);
  const switched = ESCAPES.some((escape) => unmarked.includes(escape)) ? strict(bytes, 'iso-2022-jp') : null;
  return switched === null ? certain(unmarked, 'utf-8') : certain(switched, 'iso-2022-jp');
}

/**
 * The text of a file in an encoding without a mark of its own, by the scores of those that can decode all of it.
 * @param {Uint8Array} bytes
 * @returns {Decoded}
 */
function compared(bytes) {
  const part = bytes.subarray(0, SCORED);
  const all = [
    { encoding: /** @type {const} */ ('shift_jis'), score: () => scoreOfJapanese(part, 'shift_jis') },
    { encoding: /** @type {const} */ ('euc-jp'), score: () => scoreOfJapanese(part, 'euc-jp') },
    { encoding: /** @type {const} */ ('windows-1252'), score: () => scoreOfLatin(part) },
  ];
  const fitting = all.flatMap(({ encoding, score }) => {
    const text = strict(bytes, encoding);
    return text === null || isBinary(text) ? [] : [{ encoding, text, score: score() }];
  });
  if (fitting.length === 0) return refused(bytes.includes(0) ? 'binary' : 'encoding');
  const [best, next] = fitting.sort((one, other) => other.score - one.score);
  return { text: best.text, encoding: best.encoding, sure: next === undefined || best.score - next.score >= LEAD, refused: null };
}

/**
 * The decoded text, without its mark; null where some byte is not of the encoding.
 * @param {Uint8Array} bytes
 * @param {Encoding} encoding
 */
function strict(bytes, encoding) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * @param {string} text
 * @param {Encoding} encoding
 * @returns {Decoded}
 */
function certain(text, encoding) {
  return isBinary(text) ? refused('binary') : { text, encoding, sure: true, refused: null };
}

/**
 * Whether a text has control characters that no table has: U+0000, and U+0080 to U+009F, which windows-1252 gives for bytes
 * that it has no character for.
 * @param {string} text
 */
function isBinary(text) {
  return /[\0\u0080-\u009f]/.test(text);
}

/**
 * @param {Uint8Array} bytes
 * @param {readonly number[]} mark
 */
function begins(bytes, mark) {
  return mark.every((byte, i) => bytes[i] === byte);
}

/**
 * @param {NonNullable<Decoded['refused']>} why
 * @returns {Decoded}
 */
function refused(why) {
  return { text: '', encoding: null, sure: true, refused: why };
}
