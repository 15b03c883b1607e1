// Loads the Rust core: the only importer of the generated bindings. Its constants, available before, are in facts.js.
import { BUILDABLE, wasm } from '../assets.js';
import { CoreError } from './core-error.js';
import { guarded } from './guard.js';

export { CoreError };
export { isLost, trapped } from './guard.js';

/** @typedef {typeof import('../wasm/irozuku.js')} Bindings */
/** @typedef {import('../wasm/irozuku.js').Lab} Lab */

/** An input, red, green and blue or the bytes of a picture (a `Uint8Array`), with its class. @typedef {{ rgb: number[], label: number }} Sample */
/**
 * @typedef {object} Data
 * @property {string[]} classes
 * @property {Sample[]} train
 * @property {Sample[]} test
 * @property {string[]} names of the training, then of the test colours; empty where they have none
 * @property {number | undefined} rule the share of the test colours that the largest channel gets right
 * @property {number[]} shape of an input: `[3]` of a colour, `[C, H, W]` of a picture
 */
/** @typedef {{ label: number, why: { kind: 'rule' | 'tie' | 'like' | 'nobody', index?: number } }} Teacher */
/** The names of a parameter, of its gradient, and of its value after an update. @typedef {{ name: string, gradient: string, updated: string }} Param */
/** The role of a layer. @typedef {'input' | 'weighted' | 'activation' | 'pooling' | 'output' | 'loss'} Role */
/**
 * A kind of layer.
 * @typedef {object} Kind
 * @property {string} name as it begins the names of its layers
 * @property {Role} role
 * @property {'relative' | 'absolute' | null} map how the maps of its nodes are scaled; null where they have none
 * @property {Param[]} params learned tensors; empty where there are none
 */
/**
 * One column of a pass, as the core describes it.
 * @typedef {object} Column
 * @property {string} name as in addresses: `affine1`
 * @property {string} kind `affine`, `relu`, `softmax`, …; `data` and `loss` are kinds of their own
 * @property {Role} role what it is for
 * @property {number} width how many nodes it has
 * @property {[string, number[]][]} tensors the names of its tensors, with their shapes
 * @property {Param[]} params learned tensors; empty where there are none
 */
/**
 * @typedef {object} Summary
 * @property {number} step
 * @property {number | undefined} trainLoss undefined where there are no training colours
 * @property {number | undefined} testLoss undefined where there are no test colours
 * @property {number | undefined} trainAccuracy
 * @property {number | undefined} testAccuracy
 * @property {[number, number] | undefined} sampled how many training and how many test colours these are of, where not of all
 * @property {number | undefined} diverged
 */
/**
 * @typedef {object} Diagnosis
 * @property {{ layer: string, of: number, nodes: number[] }[]} dead nodes of ReLU layers whose output is 0 for every training colour
 * @property {{ layer: string, mean: number }[]} gradients the mean |dw| of each Affine layer
 * @property {number} sure share of the training colours with an answer above 99.9 %
 * @property {number} wrongly share of the training colours answered so, but wrongly
 * @property {string[]} alike layers whose nodes all have the same weights
 */
/** A summary where there are training colours. @typedef {Summary & { trainLoss: number, trainAccuracy: number }} Measured */
/** @typedef {{ gradient: number, plus: number, minus: number, quotient: number, difference: number }} Check */
/** @typedef {{ before: number, after: number, trainBefore: number, trainAfter: number }} Effect */
/**
 * @typedef {object} Settings
 * @property {number[]} hidden nodes of each hidden Affine layer; a ReLU follows each
 * @property {{ kind: string, nodes?: number }[]} [layers] the hidden layers one by one, in the place of `hidden`
 * @property {number} learningRate
 * @property {number | 'full'} batch
 * @property {{ kind: 'zeros' | 'gaussian' | 'he', std?: number }} init
 * @property {'raw' | 'scaled' | 'standardised'} input
 * @property {number} seed
 * @property {string} data the name of a data set: `dominant`, `named`, `vivid`, `own`, `patterns`, `digits`
 * @property {number} train
 * @property {number} test
 * @property {string} weights first weights that are given, see weights-text.js; empty where they are drawn, as `init` says
 */

/**
 * The limits that the core checks; src/facts.rs documents each.
 * @typedef {object} Limits
 * @property {number} mostLayers
 * @property {number} mostNodes
 * @property {number} mostColours
 * @property {number} fewestClasses
 * @property {number} mostClasses
 * @property {number} mostDrawings
 * @property {number} mostWeights
 * @property {number} largestLearningRate
 * @property {number} largestStd
 * @property {number} largestSeed
 */

// The smallest module that makes a 128-bit vector: () → i32x4.splat(0).
const VECTOR_MODULE = new Uint8Array([
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 0, 1, 0x7b, 3, 2, 1, 0, 10, 8, 1, 6, 0, 0x41, 0, 0xfd, 0x11, 0x0b,
]);

/** @type {Promise<Bindings> | undefined} */
let loading;
/** The bindings, once they are loaded. @type {Bindings | undefined} */
export let loaded;
/** @type {WebAssembly.Memory | undefined} */
let memory;

/**
 * Loads the core once for all elements of a page.
 * @returns {Promise<Bindings>}
 * @throws {CoreError} `noWasm`, `noSimd`, `noPolicy`, `notBuilt`, `notLoaded`
 */
export function load() {
  loading ??= start();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

async function start() {
  if (typeof WebAssembly !== 'object') throw new CoreError('noWasm');
  if (!WebAssembly.validate(VECTOR_MODULE)) throw new CoreError('noSimd');
  try {
    new WebAssembly.Module(VECTOR_MODULE);
  } catch (problem) {
    // The smallest module can't be compiled either: it is forbidden by the policy of the page.
    throw new CoreError('noPolicy', {}, String(problem));
  }
  try {
    const bindings = await import('../wasm/irozuku.js');
    ({ memory } = await bindings.default({ module_or_path: await wasm() }));
    // Once there is an instance, this gives the present one.
    return (loaded = guarded(bindings, () => ({ memory } = bindings.initSync(/** @type {any} */ (undefined)))));
  } catch (problem) {
    throw new CoreError(BUILDABLE ? 'notBuilt' : 'notLoaded', { problem: String(problem) }, String(problem));
  }
}

/**
 * The maps of a layer's nodes in the core's memory: RGBA, one under another. To be
 * read at once: the next call of the core may move them.
 * @param {Lab} lab
 * @param {string} layer
 * @returns {Uint8ClampedArray<ArrayBuffer>}
 */
export function pictures(lab, layer) {
  const [at, length] = lab.maps(layer);
  return length > 0 && memory ? new Uint8ClampedArray(/** @type {ArrayBuffer} */ (memory.buffer), at, length) : new Uint8ClampedArray();
}

/**
 * The wheel as it was last drawn, in the core's memory: to be read at once, as the maps are.
 * @param {Lab} lab
 * @param {number} count how many classes there are
 * @returns {{ side: number, classes: Uint8Array, scores: Float32Array }}
 */
export function wheelIn(lab, count) {
  const [side, classes, scores] = lab.wheel();
  if (side === 0 || !memory) return { side: 0, classes: new Uint8Array(), scores: new Float32Array() };
  const points = side * side;
  return { side, classes: new Uint8Array(memory.buffer, classes, points), scores: new Float32Array(memory.buffer, scores, points * count) };
}

/**
 * The summary of the training. The core gives 0 where it has no training colours to measure.
 * @param {Lab} lab
 * @param {Data} data
 * @returns {Summary}
 */
export function summaryOf(lab, { train }) {
  const summary = /** @type {Summary} */ (lab.summary());
  return train.length > 0 ? summary : { ...summary, trainLoss: undefined, trainAccuracy: undefined };
}

/**
 * Whether there were training colours to measure.
 * @param {Summary} summary
 * @returns {summary is Measured}
 */
export function isMeasured(summary) {
  return summary.trainLoss !== undefined && summary.trainAccuracy !== undefined;
}

/**
 * Any failure as a `CoreError`, with the code of the core or `unknown`.
 * @param {unknown} problem
 * @returns {CoreError}
 */
export function understood(problem) {
  if (problem instanceof CoreError) return problem;
  if (problem instanceof Error && 'code' in problem && 'details' in problem) {
    const details = /** @type {Record<string, string>} */ (problem.details);
    return new CoreError(String(problem.code), details, problem.message);
  }
  return new CoreError('unknown', { problem: String(problem) }, String(problem));
}
