// The limit: only the arithmetic of a step; see bench/limit.rs. It learns nothing.

/** @typedef {{ train(steps: number, operations: number): number }} Limit */

/** @type {Promise<Limit> | undefined} */
let loaded;

/**
 * @param {number} operations The floating-point operations of a step.
 * @returns {Promise<import('../problem.js').Contender>}
 */
export async function limit(operations) {
  loaded ??= WebAssembly.instantiateStreaming(fetch('/bench/built/limit.wasm')).then(
    ({ instance }) => /** @type {Limit} */ (/** @type {unknown} */ (instance.exports)),
  );
  const { train } = await loaded;
  return {
    begin() {},
    train(steps) {
      train(steps, operations);
    },
    loss: () => NaN,
  };
}
