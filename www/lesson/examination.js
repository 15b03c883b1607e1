// Checks the learner's code against cases with the core's values, and recognises known mistakes.
import { EXERCISES } from '../layers/index.js';
import { agrees } from '../util/agreement.js';

/** @typedef {import('../core/wasm.js').Bindings} Bindings */
/** @typedef {import('../layers/descriptor.js').Case} Case */
/** @typedef {import('../layers/descriptor.js').Numbers} Numbers */
/** @typedef {Case & { other?: boolean }} Trial a case; `other` where the sizes are not those of the lecture */
/** @typedef {{ slip: string, args: Case['args'], got: Numbers, wanted: Numbers }} Miss */

/** A network small enough to read a case. @type {Partial<import('../core/wasm.js').Settings>} */
const SMALL = { hidden: [4], input: 'scaled', init: { kind: 'he' }, train: 3, test: 0 };
/** One colour of each of five classes. */
const FIVE = { classes: ['a', 'b', 'c', 'd', 'e'], samples: [4, 3, 2, 1, 0].map((label) => ({ rgb: [250 - 50 * label, 40 * label, 90], label })) };
/**
 * The networks that a function is tried on: with moderate numbers, with extreme ones, and with other sizes, since it has to work for
 * any number of inputs, nodes and classes.
 * @type {readonly { settings: Partial<import('../core/wasm.js').Settings>, own?: typeof FIVE, wild?: boolean, other?: boolean }[]}
 */
const NETWORKS = [
  { settings: SMALL },
  { settings: { ...SMALL, input: 'raw', init: { kind: 'gaussian', std: 3 } }, wild: true },
  { settings: { ...SMALL, data: 'vivid', hidden: [5, 2] }, other: true },
  { settings: { ...SMALL, data: 'own', hidden: [6] }, own: FIVE, other: true },
];
/** At black every sum is exactly 0, where ReLU blocks. */
const BLACK = { kind: 'colour', rgb: [0, 0, 0], label: 0 };

/**
 * Checks a function against all cases of its exercise.
 * @param {Bindings} bindings
 * @param {string} name of the exercise
 * @param {string} body
 * @returns {Promise<{ problem: import('../sandbox/run.js').Problem | null, miss: Miss | null }>} both null where all is right
 */
export async function examined(bindings, name, body) {
  const cases = casesOf(bindings, name);
  const { problem, results } = await (await import('../sandbox/run.js')).run({ name, parameters: [...EXERCISES[name].parameters], body, calls: cases.map(({ args }) => args) });
  return { problem, miss: problem ? null : missOf(name, cases, results ?? []) };
}

/**
 * The cases of an exercise: single neurons first, then small networks with three classes, then others.
 * @param {Bindings} bindings
 * @param {string} name
 * @returns {Trial[]}
 */
export function casesOf(bindings, name) {
  const { kind, caseOf, first = [], tame } = EXERCISES[name];
  const byHand = first.map(({ weights, bias, rgb }) => {
    const [, , , sum] = bindings.fire(Float32Array.from(weights), bias, Uint8Array.from(rgb));
    return { args: [rgb, weights.map((weight) => [weight]), [bias]], wanted: [sum] };
  });
  const networks = NETWORKS.filter(({ wild }) => !wild || !tame).flatMap(({ settings, own, other }) => {
    const lab = new bindings.Lab(settings, own);
    const read = (/** @type {string} */ address) => [...lab.tensor(address)];
    const cases = (/** @type {number[]} */ rows) => {
      const layers = /** @type {import('../core/wasm.js').Column[]} */ (lab.columns()).filter((column) => column.kind === kind);
      return layers.flatMap(({ name: layer }) => rows.map((row) => ({ ...caseOf(read, layer, row), other })));
    };
    lab.makePass({ kind: 'batch' });
    const found = cases([0, 1, 2]);
    lab.makePass(BLACK);
    found.push(...cases([0]));
    lab.free();
    return found;
  });
  return [...byHand, ...networks];
}

/**
 * The first case that the results fail, with the recognised mistake.
 * @param {string} name
 * @param {readonly Trial[]} cases
 * @param {readonly unknown[]} results
 * @returns {Miss | null} null where all is right
 */
export function missOf(name, cases, results) {
  for (const [i, { args, wanted, slack, other }] of cases.entries()) {
    const got = /** @type {Numbers} */ (results[i]);
    if (!agrees(got, wanted, slack)) return { slip: other ? 'otherSize' : slipOf(name, args, got, wanted), args, got, wanted };
  }
  return null;
}

/**
 * @param {string} name
 * @param {Case['args']} args
 * @param {Numbers} got
 * @param {Numbers} wanted
 */
function slipOf(name, args, got, wanted) {
  const list = Array.isArray(got) ? got : [got];
  if (Array.isArray(got) !== Array.isArray(wanted)) return Array.isArray(wanted) ? 'oneNumber' : 'manyNumbers';
  if (Array.isArray(wanted) && list.length !== wanted.length) return 'length';
  if (list.some((value) => typeof value !== 'number')) return 'nested';
  const known = EXERCISES[name].slipOf?.(args, got, wanted);
  return known ?? (list.some((value) => !Number.isFinite(value)) ? 'noNumber' : 'differs');
}

/**
 * A call of a function as code, with numbers short enough to read.
 * @param {string} name of the exercise
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
