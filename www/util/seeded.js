// Random numbers by a seed, the same in every browser: whole numbers only, by the generator mulberry32.

/**
 * @param {number} seed a whole number
 * @returns {(below: number) => number} a whole number from 0, less than `below`
 */
export function seeded(seed) {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
