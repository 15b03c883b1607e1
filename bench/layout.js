// How pictures and weights lie in memory. The core has channel after channel, `(C, H, W)`; the other programs have the channels
// of a pixel side by side, `(H, W, C)`.

/** @typedef {import('./problem.js').Stage} Stage */

/**
 * For each number of a shape with the channels last, its place where they come first.
 * @param {number[]} shape `[C, H, W]`, or `[n]`, where both are the same
 */
export function channelsLast([channels, height = 1, width = 1]) {
  const pixels = height * width;
  return Array.from({ length: channels * pixels }, (_, i) => (i % channels) * pixels + Math.floor(i / channels));
}

/**
 * The shape that goes into each stage.
 * @param {number[]} input
 * @param {Stage[]} stages
 */
export function inputsOf(input, stages) {
  const shapes = [input];
  for (const { kind, outputs } of stages) {
    const [channels, height, width] = shapes[shapes.length - 1];
    if (kind === 'affine') shapes.push([outputs]);
    else if (kind === 'conv') shapes.push([outputs, height, width]);
    else shapes.push([channels, height / 2, width / 2]);
  }
  return shapes.slice(0, -1);
}

/**
 * The weights of a stage as rows of `outputs` numbers, a row for each number that goes in (for a Convolution: in the window of
 * 3 × 3), with the channels last.
 * @param {Stage} stage
 * @param {number[]} input
 */
export function rowsOf({ kind, outputs, w }, input) {
  const conv = kind === 'conv';
  const order = channelsLast(conv ? [input[0], 3, 3] : input);
  const at = (/** @type {number} */ place, /** @type {number} */ output) => (conv ? output * order.length + place : place * outputs + output);
  return Float32Array.from({ length: order.length * outputs }, (_, i) => w[at(order[Math.floor(i / outputs)], i % outputs)]);
}
