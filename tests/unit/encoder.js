// Texts as bytes in encodings that the platform can only decode: every code is decoded once and looked up backwards.

/** @param {string} encoding */
function codesOf(encoding) {
  const decoder = new TextDecoder(encoding, { fatal: true });
  /** @type {Map<string, number[]>} */
  const codes = new Map();
  const learn = (/** @type {number[]} */ bytes) => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if ([...text].length === 1 && !codes.has(text)) codes.set(text, bytes);
    } catch {
      // No character has this code.
    }
  };
  for (let lead = 0; lead < 256; lead += 1) learn([lead]);
  if (encoding !== 'windows-1252') for (let lead = 0x81; lead < 256; lead += 1) for (let trail = 0x40; trail < 256; trail += 1) learn([lead, trail]);
  return codes;
}

/** @type {Map<string, Map<string, number[]>>} */
const known = new Map();

/**
 * @param {string} text
 * @param {string} encoding
 */
export function encoded(text, encoding) {
  const codes = known.get(encoding) ?? codesOf(encoding);
  known.set(encoding, codes);
  return Uint8Array.from([...text].flatMap((sign) => {
    const code = codes.get(sign);
    if (!code) throw new Error(`${encoding} has no ${sign}`);
    return code;
  }));
}
