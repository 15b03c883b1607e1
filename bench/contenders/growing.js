// The core's trainer at any size; see bench/growing.rs.

/** Built for the bench only, and so unknown to a check of types. */
const BINDINGS = '../built/growing.js';

/**
 * @typedef {{ train(steps: number): void, loss(): number, free(): void }} Network
 * @typedef {{ default(): Promise<unknown>, Growing: { new (hidden: Uint32Array, colours: number): Network, cnn(channels: Uint32Array, pictures: number): Network } }} Bindings
 */

/**
 * @param {number[]} hidden
 * @param {number} rows How many samples there are; each update learns from all of them.
 * @param {boolean} cnn Whether `hidden` are the channels of a CNN, and the samples pictures.
 * @returns {Promise<import('../problem.js').Contender>}
 */
export async function growing(hidden, rows, cnn = false) {
  const { default: load, Growing } = /** @type {Bindings} */ (await import(BINDINGS));
  await load();
  const widths = Uint32Array.from(hidden);
  const make = () => (cnn ? Growing.cnn(widths, rows) : new Growing(widths, rows));
  let network = make();
  return {
    begin() {
      network.free();
      network = make();
    },
    train: (steps) => network.train(steps),
    loss: () => network.loss(),
  };
}
