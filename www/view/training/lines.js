// Lines on a canvas, in the ink that it holds.

/** How long the parts of a broken line are, and its gaps, px. */
const [DASH, GAP] = [4, 3];

/**
 * @param {CanvasRenderingContext2D} context
 * @param {readonly number[]} places x and y in turn; one alone is a dot
 */
export function solid(context, places) {
  context.beginPath();
  for (let i = 0; i < places.length; i += 2) {
    if (i === 0) context.moveTo(places[0], places[1]);
    if (i > 0 || places.length === 2) context.lineTo(places[i] + (i === 0 ? 0.01 : 0), places[i + 1]);
  }
  context.stroke();
}

/**
 * A line with gaps, which go on where those of the part before have ended. The canvas's own dashes begin anew with each
 * part, and cost many times as much.
 * @param {CanvasRenderingContext2D} context
 * @param {readonly number[]} places x and y in turn
 * @param {number} before how long the part before is, px
 * @returns {number} how long both are
 */
export function broken(context, places, before) {
  let length = before;
  context.beginPath();
  for (let i = 2; i < places.length; i += 2) {
    const [x0, y0, x1, y1] = places.slice(i - 2, i + 2);
    const long = Math.hypot(x1 - x0, y1 - y0);
    for (let at = 0; at < long; ) {
      const phase = length % (DASH + GAP);
      const next = Math.min(long, at + (phase < DASH ? DASH : DASH + GAP) - phase + 1e-6);
      if (phase < DASH) {
        context.moveTo(x0 + ((x1 - x0) * at) / long, y0 + ((y1 - y0) * at) / long);
        context.lineTo(x0 + ((x1 - x0) * next) / long, y0 + ((y1 - y0) * next) / long);
      }
      length += next - at;
      at = next;
    }
  }
  context.stroke();
  return length;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} x0
 * @param {number} y0
 * @param {number} x1
 * @param {number} y1
 */
export function segment(context, x0, y0, x1, y1) {
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  context.stroke();
}
