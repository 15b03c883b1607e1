// The wheel's geometry: hue, saturation and brightness of a colour, and the place of each on the disc. The core has the
// same formulas in src/wheel.rs.

/** @typedef {readonly [number, number, number]} Hsv hue in turns (0 is red), saturation and value, 0 to 1 */

/**
 * The colour of a hue, saturation and value, each channel rounded.
 * @param {Hsv} hsv
 * @returns {[number, number, number]}
 */
export function rgbOf([hue, saturation, value]) {
  const channel = (/** @type {number} */ n) => {
    const k = (n + hue * 6) % 6;
    const missing = Math.min(1, Math.max(0, Math.min(k, 4 - k)));
    return Math.round(value * (1 - saturation * missing) * 255);
  };
  return [channel(5), channel(3), channel(1)];
}

/**
 * Hue, saturation and value of a colour. A grey has no hue, and black no saturation either: there those of `before` stay.
 * @param {readonly number[]} rgb
 * @param {Hsv} [before]
 * @returns {Hsv}
 */
export function hsvOf([r, g, b], before = [0, 0, 0]) {
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  const spread = most - least;
  if (most === 0) return [before[0], before[1], 0];
  if (spread === 0) return [before[0], 0, most / 255];
  const sixth = most === r ? (g - b) / spread : most === g ? 2 + (b - r) / spread : 4 + (r - g) / spread;
  return [((sixth + 6) % 6) / 6, spread / most, most / 255];
}

/**
 * The place of a hue and saturation on the disc: −1 to 1 to the right and down, red at the bottom, clockwise.
 * @param {Hsv} hsv
 * @returns {[number, number]}
 */
export function placeOf([hue, saturation]) {
  const angle = hue * 2 * Math.PI;
  return [-Math.sin(angle) * saturation, Math.cos(angle) * saturation];
}

/**
 * Hue and saturation at a place; beyond the edge the full saturation. The very middle has the given hue.
 * @param {number} x
 * @param {number} y
 * @param {number} hue
 * @returns {[number, number]}
 */
export function polarOf(x, y, hue) {
  const saturation = Math.min(1, Math.hypot(x, y));
  if (saturation === 0) return [hue, 0];
  return [(Math.atan2(-x, y) / (2 * Math.PI) + 1) % 1, saturation];
}
