// The guard at the door of the core. A call that traps (a panic, an access beyond the memory, a stack that is full) leaves its
// instance of the WebAssembly in a state that nobody knows: from then on a new instance is in its place, the labs of the old one are
// lost, and each call of one says so.
import { CoreError } from './core-error.js';

/** @typedef {import('./wasm.js').Bindings} Bindings */
/** @typedef {import('./wasm.js').Lab} Lab */

/** The labs of the present instance. @type {WeakSet<object>} */
let living = new WeakSet();
/** Labs that came through the guard. @type {WeakSet<object>} */
const known = new WeakSet();

/** What the last trap said of itself. */
let last = '';

/**
 * Whether a lab was lost by a trap.
 * @param {Lab} lab
 */
export const isLost = (lab) => known.has(lab) && !living.has(lab);

/**
 * The bindings, guarded.
 * @param {Bindings} bindings
 * @param {() => void} [renewed] called when a new instance is in the place of one that has trapped
 * @returns {Bindings}
 */
export function guarded(bindings, renewed = () => {}) {
  /**
   * Looks at what a call has failed with; after a trap the instance is another one.
   * @param {unknown} problem
   * @returns {unknown} what is to be thrown
   */
  function failure(problem) {
    if (!isTrap(problem)) return problem;
    living = new WeakSet();
    last = problem instanceof Error ? problem.message : String(problem);
    try {
      bindings.__wbg_reset_state();
      renewed();
    } catch {
      // Without memory for another one the next call traps, too, and says so.
    }
    return trapped();
  }

  /**
   * @template T
   * @param {() => T} work
   * @returns {T}
   */
  function call(work) {
    try {
      return work();
    } catch (problem) {
      throw failure(problem);
    }
  }

  class Lab extends bindings.Lab {
    /** @param {ConstructorParameters<typeof bindings.Lab>} given */
    constructor(...given) {
      try {
        super(...given);
        known.add(this);
        living.add(this);
      } catch (problem) {
        throw failure(problem);
      }
    }

    // What is lost needs no memory any more.
    free() {
      if (living.delete(this)) call(() => super.free());
    }
  }

  const plain = new Set(['constructor', 'free', ...Object.getOwnPropertyNames(Object.prototype)]);
  /** @type {any} */
  const prototype = Lab.prototype;
  for (const name of Object.getOwnPropertyNames(bindings.Lab.prototype)) {
    if (plain.has(name) || name.startsWith('__')) continue;
    /** @type {(...given: unknown[]) => unknown} */
    const method = /** @type {any} */ (bindings.Lab.prototype)[name];
    prototype[name] = function (/** @type {unknown[]} */ ...given) {
      if (isLost(this)) throw trapped();
      return call(() => method.apply(this, given));
    };
  }
  const functions = Object.entries(bindings).filter(([name, value]) => typeof value === 'function' && /^[a-z]/.test(name) && !['default', 'initSync'].includes(name));
  const wrapped = functions.map(([name, work]) => [name, (/** @type {any[]} */ ...given) => call(() => /** @type {any} */ (work)(...given))]);
  return { ...bindings, ...Object.fromEntries(wrapped), Lab };
}

/**
 * Whether a call has ended in a trap, and not with an error of the core.
 * @param {unknown} problem
 */
function isTrap(problem) {
  // A stack that is full is another error in each engine.
  return problem instanceof WebAssembly.RuntimeError || problem instanceof RangeError || (problem instanceof Error && problem.name === 'InternalError');
}

/** The failure that the last trap is. */
export function trapped() {
  return new CoreError('trapped', { problem: last }, `the computing part has stopped (${last}); restart it on the page, or load the page again`);
}
