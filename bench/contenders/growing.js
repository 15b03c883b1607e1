// The core's trainer at any size; see bench/growing.rs.

/** Built for the bench only, and so unknown to a check of types. */
const BINDINGS = '../built/growing.js';

/**
 * @typedef {{
 *   train(steps: number): void, loss(): number, free(): void,
 *   inputs(): Float32Array, labels(): Uint32Array, params(): Float32Array, learningRate(): number,
 * }} Network
 * @typedef {{ default(): Promise<unknown>, Growing: { new (hidden: Uint32Array, colours: number): Network, cnn(channels: Uint32Array, pictures: number): Network } }} Bindings
 */

/**
 * A network that learns at each update from all its samples.
 * @param {number[]} hidden
 * @param {number} rows How many samples there are.
 * @param {boolean} cnn Whether `hidden` are the channels of a CNN, and the samples pictures.
 */
export async function grown(hidden, rows, cnn) {
  const { default: load, Growing } = /** @type {Bindings} */ (await import(BINDINGS));
  await load();
  const widths = Uint32Array.from(hidden);
  const make = () => (cnn ? Growing.cnn(widths, rows) : new Growing(widths, rows));
  const network = make();
  return { network, make, learningRate: network.learningRate() };
}

/**
 * @param {number[]} hidden
 * @param {number} rows
 * @param {boolean} cnn
 * @returns {Promise<import('../problem.js').Contender>}
 */
export async function growing(hidden, rows, cnn = false) {
  let { network, make } = await grown(hidden, rows, cnn);
  return {
    begin() {
      network.free();
      network = make();
    },
    train: (steps) => network.train(steps),
    loss: () => network.loss(),
  };
}
