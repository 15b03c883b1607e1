// The weights of this moment as a file: for NumPy, or as text.
import { npz } from './npz.js';

/** @typedef {import('../app/session.js').Session} Session */

/**
 * The parameters of all layers, by address: `affine1.w`.
 * @param {Session} session
 * @returns {import('./npz.js').NamedArray[]}
 */
function parameters({ store: { workbench } }) {
  const copy = workbench.copy();
  const layers = workbench.layersOf(copy);
  copy.free();
  return layers.flatMap(({ name, params }) => params.map((param) => ({ ...param, name: `${name}.${param.name}` })));
}

/**
 * For `np.load`: `weights['affine1.w']`.
 * @param {Session} session
 */
export function weightsAsNpz(session) {
  return npz(parameters(session));
}

/**
 * An object with the step, and for each parameter its shape and its numbers, row by row. They are the shortest that read back as the
 * same float32.
 * @param {Session} session
 * @returns {string}
 */
export function weightsAsJson(session) {
  const weights = Object.fromEntries(parameters(session).map(({ name, shape, data }) => [name, { shape, data: Array.from(data, shortest) }]));
  return JSON.stringify({ step: session.store.workbench.step, weights });
}

/** @param {number} x a float32 */
function shortest(x) {
  for (let digits = 6; digits < 9; digits += 1) {
    const short = Number(x.toPrecision(digits));
    if (Math.fround(short) === x) return short;
  }
  return Number(x.toPrecision(9));
}
