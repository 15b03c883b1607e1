// How much bytes look like Japanese, and like Latin words with accents. A score is the mean over what is not ASCII, from -1
// (nobody writes that) to 1 (it looks just right); 0 where all is ASCII.

/** Rows of JIS X 0208: signs, letters and kana; then the kanji of level 1, which are the usual ones. */
const [LAST_KANA, FIRST_KANJI, LAST_USUAL] = [8, 16, 47];
/** The last sign before the half-width kana, ･. */
const LAST_HALF_SIGN = 0xa5;
/** Letters and signs that stand inside words, beside the letters of Latin-1: ƒŠŒŽšœžŸ have their own codes, and the apostrophe. */
const WORD_BYTES = new Set([0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f, 0x92]);

/**
 * @param {Uint8Array} bytes
 * @param {'shift_jis' | 'euc-jp'} encoding
 */
export function scoreOfJapanese(bytes, encoding) {
  const [rowAt, isHalf] = encoding === 'shift_jis' ? [rowOfShiftJis, isHalfOfShiftJis] : [rowOfEuc, () => false];
  let [sum, count] = [0, 0];
  /** Whether the character before is none of ASCII. */
  let among = false;
  for (let i = 0; i < bytes.length; ) {
    if (bytes[i] < 0x80) {
      among = false;
      i += 1;
      continue;
    }
    const half = isHalf(bytes[i]) || (encoding === 'euc-jp' && bytes[i] === 0x8e);
    const size = encoding === 'shift_jis' && half ? 1 : bytes[i] === 0x8f && encoding === 'euc-jp' ? 3 : 2;
    const next = bytes[i + size] ?? 0;
    const beside = isLetter(bytes[i - 1] ?? 0) && !among;
    // Japanese beside a Latin letter is rare: it is mostly a Latin word that was cut apart.
    const torn = (beside && !isEndOfPair(bytes, i)) || isLetter(next);
    // Words in half-width kana are rare, and their signs rarer.
    if (half) sum += torn ? -1 : bytes[i] <= LAST_HALF_SIGN ? -0.5 : among || next >= 0x80 ? 0.6 : 0;
    else {
      const row = rowAt(bytes[i], bytes[i + 1] ?? 0);
      if (row <= LAST_KANA) sum += 1;
      else if (row >= FIRST_KANJI && row <= LAST_USUAL) sum += torn ? 0 : 1;
      else sum += torn ? -1 : 0;
    }
    count += 1;
    among = true;
    i += size;
  }
  return count === 0 ? 0 : sum / count;
}

/**
 * Of windows-1252.
 * @param {Uint8Array} bytes
 */
export function scoreOfLatin(bytes) {
  let [sum, count, run] = [0, 0, 0];
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i];
    run = byte < 0x80 ? 0 : run + 1;
    if (run === 0) continue;
    count += 1;
    // × and ÷ stand among the letters.
    const word = (byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7) || WORD_BYTES.has(byte);
    const inWord = isLetter(bytes[i - 1] ?? 0) || isLetter(bytes[i + 1] ?? 0);
    if (!word || run > 2) sum -= 1;
    else sum += inWord ? 1 : 0.5;
  }
  return count === 0 ? 0 : sum / count;
}

/** @param {number} byte */
function isLetter(byte) {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

/**
 * Whether the byte before `i` is the second of a character of two, although it looks like a letter.
 * @param {Uint8Array} bytes
 * @param {number} i
 */
function isEndOfPair(bytes, i) {
  return i >= 2 && bytes[i - 2] >= 0x80;
}

/** @param {number} byte */
function isHalfOfShiftJis(byte) {
  return byte >= 0xa1 && byte <= 0xdf;
}

/**
 * The row of JIS X 0208, from 1.
 * @param {number} lead
 * @param {number} trail
 */
function rowOfShiftJis(lead, trail) {
  return (lead - (lead < 0xa0 ? 0x81 : 0xc1)) * 2 + (trail >= 0x9f ? 2 : 1);
}

/** @param {number} lead */
function rowOfEuc(lead) {
  return lead === 0x8f ? 99 : lead - 0xa0;
}
