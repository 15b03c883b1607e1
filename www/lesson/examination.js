// The exam of what the learner has written: cases with the core's own values, and what is wrong with an answer.
import { run } from '../sandbox/run.js';
import { EXERCISES } from './exercises.js';

/** @typedef {import('../core/wasm.js').Bindings} Bindings */
/** @typedef {import('../core/wasm.js').Lab} Lab */
/** @typedef {import('./exercises.js').ExerciseName} ExerciseName */
/** @typedef {number | number[]} Numbers */
/** @typedef {{ args: (number[] | number[][])[], wanted: Numbers }} Case one call, and what the core has */
/** @typedef {{ slip: string, args: Case['args'], got: Numbers, wanted: Numbers }} Miss */

/** Small networks, so that a case can be read: one with tame numbers, one with wild ones. */
const TAME = { hidden: [4], input: 'scaled', init: { kind: 'he' }, train: 3, test: 0 };
const WILD = { hidden: [4], input: 'raw', init: { kind: 'gaussian', std: 3 }, train: 3, test: 0 };
/** At black every sum is exactly 0, where ReLU blocks. */
const BLACK = { kind: 'colour', rgb: [0, 0, 0], label: 0 };
/** The core computes with 24 bits, JavaScript with 53. */
const [SHARE, NEAR] = [1e-4, 1e-5];
/** The same, as a share of all terms of a sum. */
const CANCELLED = 1e-6;

/**
 * What goes into each function in a layer of a pass, and what the core has made of it. `slack` is how far off a sum may
 * be because its terms cancel each other.
 * @typedef {(read: (address: string) => number[], layer: string, row: number) => Case & { slack?: number }} CaseOf
 * @type {Record<ExerciseName, CaseOf>}
 */
export const CASES = {
  affine: (read, layer, row) => {
    const [x, b] = [read(`${layer}.x[${row}]`), read(`${layer}.b`)];
    const w = rowsOf(read(`${layer}.w`), b.length);
    const terms = b.map((bias, j) => x.reduce((sum, value, i) => sum + Math.abs(value * w[i][j]), Math.abs(bias)));
    return { args: [x, w, b], wanted: read(`${layer}.out[${row}]`), slack: Math.max(...terms) * CANCELLED };
  },
  relu: (read, layer, row) => ({ args: [read(`${layer}.x[${row}]`)], wanted: read(`${layer}.out[${row}]`) }),
  softmax: (read, layer, row) => ({ args: [read(`${layer}.x[${row}]`)], wanted: read(`${layer}.out[${row}]`) }),
  cross_entropy: (read, _, row) => ({ args: [read(`softmax.out[${row}]`), read(`softmax.t[${row}]`)], wanted: read(`loss.loss[${row}]`)[0] }),
  relu_backward: (read, layer, row) => ({ args: [read(`${layer}.dout[${row}]`), read(`${layer}.x[${row}]`)], wanted: read(`${layer}.dx[${row}]`) }),
};

/** The layers whose numbers each function computes, by their kind. */
export const KINDS = /** @type {const} */ ({ affine: 'affine', relu: 'relu', softmax: 'softmax', cross_entropy: 'loss', relu_backward: 'relu' });

/** The layer of the small networks that an exercise is examined on. */
const LAYERS = { affine: 'affine1', relu: 'relu1', softmax: 'softmax', cross_entropy: 'loss', relu_backward: 'relu1' };

/**
 * Has a function examined.
 * @param {Bindings} bindings
 * @param {ExerciseName} name
 * @param {string} body
 * @returns {Promise<{ problem: import('../sandbox/run.js').Problem | null, miss: Miss | null }>} both null where all is right
 */
export async function examined(bindings, name, body) {
  const cases = casesOf(bindings, name);
  const { problem, results } = await run({ name, parameters: [...EXERCISES[name].parameters], body, calls: cases.map(({ args }) => args) });
  return { problem, miss: problem ? null : missOf(name, cases, results ?? []) };
}

/**
 * The cases of an exercise.
 * @param {Bindings} bindings
 * @param {ExerciseName} name
 * @returns {Case[]}
 */
function casesOf(bindings, name) {
  // A probability too small for the core's 24 bits is no case for a logarithm.
  const kinds = name === 'cross_entropy' ? [TAME] : [TAME, WILD];
  const cases = kinds.flatMap((settings) => {
    const lab = new bindings.Lab(settings, undefined);
    const read = (/** @type {string} */ address) => [...lab.tensor(address)];
    lab.makePass({ kind: 'batch' });
    const found = [0, 1, 2].map((row) => CASES[name](read, LAYERS[name], row));
    lab.makePass(BLACK);
    found.push(CASES[name](read, LAYERS[name], 0));
    lab.free();
    return found;
  });
  if (name !== 'affine') return cases;
  // The lecture's own example comes first: 54.1.
  const [, , , sum] = bindings.fire(Float32Array.of(0.1, 0.2, 0.3), 0.5, Uint8Array.of(122, 66, 94));
  return [{ args: [[122, 66, 94], [[0.1], [0.2], [0.3]], [0.5]], wanted: [sum] }, ...cases];
}

/**
 * The first case that an answer misses, and by what slip.
 * @param {ExerciseName} name
 * @param {readonly Case[]} cases
 * @param {readonly unknown[]} results
 * @returns {Miss | null} null where all is right
 */
function missOf(name, cases, results) {
  for (const [i, { args, wanted }] of cases.entries()) {
    const got = /** @type {Numbers} */ (results[i]);
    if (!agrees(got, wanted)) return { slip: slipOf(name, args, got, wanted), args, got, wanted };
  }
  return null;
}

/**
 * Whether numbers agree with the core's, one and all.
 * @param {unknown} got
 * @param {Numbers} wanted
 * @param {number} [slack] how far off they may be
 */
export function agrees(got, wanted, slack = 0) {
  if (typeof wanted === 'number') return typeof got === 'number' && close(got, wanted, slack);
  return Array.isArray(got) && got.length === wanted.length && got.every((value, i) => typeof value === 'number' && close(value, wanted[i], slack));
}

/**
 * @param {number} a
 * @param {number} b
 * @param {number} [slack]
 */
function close(a, b, slack = 0) {
  return Math.abs(a - b) <= Math.max(NEAR, Math.abs(b) * SHARE, slack);
}

/**
 * @param {ExerciseName} name
 * @param {Case['args']} args
 * @param {Numbers} got
 * @param {Numbers} wanted
 */
function slipOf(name, args, got, wanted) {
  const list = Array.isArray(got) ? got : [got];
  if (Array.isArray(got) !== Array.isArray(wanted)) return Array.isArray(wanted) ? 'oneNumber' : 'manyNumbers';
  if (Array.isArray(wanted) && list.length !== wanted.length) return 'length';
  if (list.some((value) => typeof value !== 'number')) return 'nested';
  if (name === 'softmax' && list.some((value) => !Number.isFinite(value))) return 'overflow';
  if (list.some((value) => !Number.isFinite(value))) return 'noNumber';
  const [first, second, third] = /** @type {number[][]} */ (args);
  if (name === 'affine' && agrees(got, /** @type {number[]} */ (wanted).map((value, j) => value - third[j]))) return 'noBias';
  if (name === 'softmax' && !close(list.reduce((a, b) => a + b, 0), 1)) return 'notOne';
  if (name === 'cross_entropy' && agrees(got, -wanted)) return 'sign';
  if (name === 'relu' && agrees(got, first)) return 'passesAll';
  if (name === 'relu_backward' && second.every((x) => x === 0) && agrees(got, first)) return 'atZero';
  if (name === 'relu_backward' && agrees(got, first)) return 'passesAll';
  return 'differs';
}

/**
 * A flat matrix as its rows.
 * @param {number[]} flat
 * @param {number} columns
 */
function rowsOf(flat, columns) {
  return Array.from({ length: flat.length / columns }, (_, i) => flat.slice(i * columns, (i + 1) * columns));
}

/**
 * A call of a function as code, with numbers short enough to read.
 * @param {ExerciseName} name
 * @param {Case['args']} args
 */
export function callOf(name, args) {
  const words = EXERCISES[name].parameters.map((parameter, i) => `${parameter} = ${listed(args[i])}`);
  return words.join(', ');
}

/**
 * Numbers as code.
 * @param {unknown} value
 * @returns {string}
 */
export function listed(value) {
  if (Array.isArray(value)) return `[${value.map(listed).join(', ')}]`;
  return typeof value === 'number' ? String(Number(value.toPrecision(4))) : String(value);
}
