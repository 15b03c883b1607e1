// The core's trainer at any size; see bench/growing.rs.

/** Built for the bench only, and so unknown to a check of types. */
const BINDINGS = '../built/growing.js';

/**
 * @typedef {{ train(steps: number): void, loss(): number, free(): void }} Network
 * @typedef {{ default(): Promise<unknown>, Growing: new (hidden: Uint32Array, colours: number) => Network }} Bindings
 */

/**
 * @param {number[]} hidden
 * @param {number} rows How many colours there are; each update learns from all of them.
 * @returns {Promise<import('../problem.js').Contender>}
 */
export async function growing(hidden, rows) {
  const { default: load, Growing } = /** @type {Bindings} */ (await import(BINDINGS));
  await load();
  const widths = Uint32Array.from(hidden);
  let network = new Growing(widths, rows);
  return {
    begin() {
      network.free();
      network = new Growing(widths, rows);
    },
    train: (steps) => network.train(steps),
    loss: () => network.loss(),
  };
}
