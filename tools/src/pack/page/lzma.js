// Unpacks LZMA; src/pack/compress.rs packs it. The format is the one of the LZMA specification, without a header, with the
// usual parameters: a literal depends on 3 bits of the byte before it, a length on 2 bits of its place.

const [LITERAL_BITS, PLACES] = [3, 4];
/** Of a probability: how fine it is, and how fast it follows what comes. */
const [BITS, FOLLOWS] = [11, 5];
const STATES = 12;
/** How many probabilities a tree of lengths has: two choices, and three trees. */
const LENGTHS = 2 + 8 * PLACES * 2 + 256;

/** Where the probabilities of each kind begin. */
const [MATCH, REPEAT, LATEST, SECOND, THIRD, SHORT, SLOT, SPECIAL, ALIGNED, LENGTH, AGAIN, LITERAL] = starts([
  STATES * PLACES, STATES, STATES, STATES, STATES, STATES * PLACES, 4 * 64, 115, 16, LENGTHS, LENGTHS, 0,
]);

/** @param {number[]} sizes */
function starts(sizes) {
  let end = 0;
  return sizes.map((size) => (end += size) - size);
}

/**
 * @param {Uint8Array} packed
 * @param {number} size how many bytes it holds
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function unpacked(packed, size) {
  const out = new Uint8Array(size);
  const probability = new Uint16Array(LITERAL + (0x300 << LITERAL_BITS)).fill(1 << (BITS - 1));
  // The first byte is always 0.
  let at = 5;
  let code = ((packed[1] << 24) | (packed[2] << 16) | (packed[3] << 8) | packed[4]) >>> 0;
  let range = 0xffffffff;

  function refill() {
    if (range >= 0x1000000) return;
    range = (range << 8) >>> 0;
    code = ((code << 8) | packed[at]) >>> 0;
    at += 1;
  }

  /** @param {number} which */
  function bit(which) {
    const bound = (range >>> BITS) * probability[which];
    const value = code < bound ? 0 : 1;
    if (value === 0) {
      range = bound;
      probability[which] += ((1 << BITS) - probability[which]) >> FOLLOWS;
    } else {
      range -= bound;
      code -= bound;
      probability[which] -= probability[which] >> FOLLOWS;
    }
    refill();
    return value;
  }

  /**
   * A number, its highest bit first.
   * @param {number} tree
   * @param {number} bits
   */
  function number(tree, bits) {
    let node = 1;
    for (let i = 0; i < bits; i += 1) node = (node << 1) | bit(tree + node);
    return node - (1 << bits);
  }

  /**
   * A number, its lowest bit first.
   * @param {number} tree
   * @param {number} bits
   */
  function reversed(tree, bits) {
    let [node, value] = [1, 0];
    for (let i = 0; i < bits; i += 1) {
      const next = bit(tree + node);
      node = (node << 1) | next;
      value |= next << i;
    }
    return value;
  }

  /**
   * A number whose bits are all as likely.
   * @param {number} bits
   */
  function even(bits) {
    let value = 0;
    for (let i = 0; i < bits; i += 1) {
      range >>>= 1;
      const next = code < range ? 0 : 1;
      if (next === 1) code -= range;
      value = (value << 1) | next;
      refill();
    }
    return value;
  }

  /**
   * How many bytes are copied.
   * @param {number} kind
   * @param {number} place
   */
  function length(kind, place) {
    if (bit(kind) === 0) return 2 + number(kind + 2 + 8 * place, 3);
    if (bit(kind + 1) === 0) return 10 + number(kind + 2 + 8 * PLACES + 8 * place, 3);
    return 18 + number(kind + 2 + 16 * PLACES, 8);
  }

  /**
   * How far back they are copied from, less 1.
   * @param {number} count how many are
   */
  function distance(count) {
    const slot = number(SLOT + 64 * Math.min(count - 2, 3), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const high = (2 | (slot & 1)) << bits;
    if (slot < 14) return high + reversed(SPECIAL + high - slot, bits);
    return high + (even(bits - 4) << 4) + reversed(ALIGNED, 4);
  }

  // What came last, and the last four distances.
  let state = 0;
  let [latest, second, third, fourth] = [0, 0, 0, 0];
  for (let end = 0; end < size; ) {
    const place = end % PLACES;
    if (bit(MATCH + state * PLACES + place) === 0) {
      const tree = LITERAL + 0x300 * (end === 0 ? 0 : out[end - 1] >> (8 - LITERAL_BITS));
      let symbol = 1;
      if (state >= 7) {
        // After a copy the byte that would have come next is a guess.
        for (let guess = out[end - latest - 1]; symbol < 0x100; guess <<= 1) {
          const guessed = (guess >> 7) & 1;
          const next = bit(tree + 0x100 * (1 + guessed) + symbol);
          symbol = (symbol << 1) | next;
          if (next !== guessed) break;
        }
      }
      while (symbol < 0x100) symbol = (symbol << 1) | bit(tree + symbol);
      out[end] = symbol;
      end += 1;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count = 1;
    if (bit(REPEAT + state) === 0) {
      [second, third, fourth] = [latest, second, third];
      count = length(LENGTH, place);
      latest = distance(count);
      state = state < 7 ? 7 : 10;
    } else {
      const newest = bit(LATEST + state) === 0;
      if (!newest) {
        if (bit(SECOND + state) === 0) [latest, second] = [second, latest];
        else if (bit(THIRD + state) === 0) [latest, second, third] = [third, latest, second];
        else [latest, second, third, fourth] = [fourth, latest, second, third];
      }
      if (newest && bit(SHORT + state * PLACES + place) === 0) {
        state = state < 7 ? 9 : 11;
      } else {
        count = length(AGAIN, place);
        state = state < 7 ? 8 : 11;
      }
    }
    for (; count > 0 && end < size; count -= 1, end += 1) out[end] = out[end - latest - 1];
  }
  return out;
}
