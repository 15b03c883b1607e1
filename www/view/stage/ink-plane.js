// A plane of ink: how much of each pixel of the screen is covered by rectangles that lie anywhere. Thousands of small
// rectangles are added to it in a part of the time that a canvas takes to fill them as a path, and two that touch leave no seam.
// Pure.

/**
 * @typedef {object} Plane
 * @property {number} width pixels of the screen
 * @property {number} height
 * @property {Uint8ClampedArray} pixels red, green, blue and opacity, row after row; only the opacity is used
 */

/**
 * Adds a rectangle.
 * @param {Plane} plane
 * @param {number} left from the plane's left edge, pixels of the screen; it need not be whole
 * @param {number} top
 * @param {number} right
 * @param {number} bottom
 * @param {number} opacity of what is added, 0 to 1; a negative one takes ink away, as for a hole
 */
export function addRectangle({ width, height, pixels }, left, top, right, bottom, opacity) {
  const [first, last] = [Math.max(0, Math.floor(left)), Math.min(width, Math.ceil(right))];
  const end = Math.min(height, Math.ceil(bottom));
  for (let y = Math.max(0, Math.floor(top)); y < end; y += 1) {
    const down = 255 * opacity * (Math.min(bottom, y + 1) - Math.max(top, y));
    for (let x = first, at = (y * width + first) * 4 + 3; x < last; x += 1, at += 4) {
      pixels[at] += down * (Math.min(right, x + 1) - Math.max(left, x));
    }
  }
}
