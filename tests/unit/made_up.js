// Made-up links and settings, odd in every way that one can think of; always the same.

const ODD = [NaN, Infinity, -1, 0, 1, 0.5, 1e9, -1e-9, 2 ** 32, '', 'x', null, true, [], {}, [1, 2], '<img src=x onerror=alert(1)>', '__proto__', 'constructor', '%', '%E3%81', '\u0000', '🎨', 'full', 'he', 'own', 'gaussian.NaN', '3.3.3', '1*full@0.01', 'affine2.dw[3,41]', 'backward:affine2', 'AAAA~BBBBBCCCCC'];
const KEYS = ['lang', 'theme', 'room', 'color', 'label', 'scope', 'row', 'at', 'selected', 'step', 'moves', 'speed', 'slice', 'maps', 'catches', 'log', 'own', 'hidden', 'learningRate', 'batch', 'init', 'input', 'seed', 'data', 'train', 'test', 'foo', '__proto__', 'constructor'];

/** The same numbers from 0 to 1 each time. */
function createRandom() {
  let seed = 7;
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function madeUp() {
  const random = createRandom();
  /**
   * @template T
   * @param {readonly T[]} list
   */
  const one = (list) => list[Math.floor(random() * list.length)];

  return {
    /** @param {number} count */
    links: (count) =>
      Array.from({ length: count }, () => {
        const words = Array.from({ length: 1 + Math.floor(random() * 6) }, () => `${one(KEYS)}=${random() < 0.3 ? Math.floor(random() * 300) : String(one(ODD))}`);
        const text = words.join('&');
        return random() < 0.2 ? text.split('').sort(() => random() - 0.5).join('') : text;
      }),
    /**
     * @param {number} count
     * @param {readonly string[]} keys
     */
    settings: (count, keys) =>
      Array.from({ length: count }, () => {
        const entries = Array.from({ length: 1 + Math.floor(random() * 5) }, () => [one([...keys, 'foo', '__proto__']), random() < 0.3 ? random() * 50 : one(ODD)]);
        return /** @type {Record<string, unknown>} */ (Object.fromEntries(entries));
      }),
  };
}
