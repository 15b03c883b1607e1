// A kernel as cells, one square of them for each channel of its input: the larger a weight, the more ink; a negative one is
// hollow.

/** The side of a cell, the gap between two channels, and the thickness of a hollow cell's edge, px. */
const [CELL, GAP, EDGE] = [10, 5, 1.4];

/**
 * Draws a kernel.
 * @param {HTMLCanvasElement} canvas it gets its size
 * @param {ArrayLike<number>} weights of one channel of the output, in the order of memory
 * @param {readonly number[]} shape `[channels, height, width]` of them
 * @param {number} scale the size of a weight that fills its cell
 * @param {{ ink: string, paper: string }} palette
 */
export function drawKernel(canvas, weights, [channels, height, width], scale, { ink, paper }) {
  const fine = devicePixelRatio;
  const [wide, tall] = [channels * width * CELL + (channels - 1) * GAP, height * CELL];
  const size = { width: Math.round(wide * fine), height: Math.round(tall * fine) };
  if (canvas.width !== size.width || canvas.height !== size.height) {
    Object.assign(canvas, size);
    Object.assign(canvas.style, { width: `${wide}px`, height: `${tall}px` });
  }
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(fine, 0, 0, fine, 0, 0);
  context.fillStyle = paper;
  context.fillRect(0, 0, wide, tall);
  Object.assign(context, { fillStyle: ink, strokeStyle: ink, lineWidth: EDGE });
  const area = height * width;
  Array.from(weights).forEach((weight, i) => {
    const [channel, at] = [Math.floor(i / area), i % area];
    const x = channel * (width * CELL + GAP) + (at % width) * CELL + CELL / 2;
    const y = Math.floor(at / width) * CELL + CELL / 2;
    const share = Math.sqrt(Math.abs(weight) / (scale || 1)) || 0;
    if (weight > 0) {
      const side = Math.max(1.5, share * (CELL - 1));
      context.fillRect(x - side / 2, y - side / 2, side, side);
    } else if (weight < 0) {
      const side = Math.max(4, share * (CELL - 1)) - EDGE;
      context.strokeRect(x - side / 2, y - side / 2, side, side);
    } else context.fillRect(x - 0.75, y - 0.75, 1.5, 1.5);
  });
}
