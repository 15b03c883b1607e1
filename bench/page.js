// The page in which the contenders are measured, led from outside: it keeps each under a name, and says how long its
// updates take.
import { convnet } from './contenders/convnet.js';
import { growing } from './contenders/growing.js';
import { limit } from './contenders/limit.js';
import { ours } from './contenders/ours.js';
import { tensorflow } from './contenders/tensorflow.js';
import { CLASSES, PICTURE, cnnOperations, cnnProblem, operations, problem } from './problem.js';

/** @typedef {import('./problem.js').Contender} Contender */
/** @typedef {import('./problem.js').Problem} Problem */

/** @type {Map<string, Problem>} */
const problems = new Map();
/** @type {Map<string, Contender>} */
const contenders = new Map();

/** @type {Record<string, (problem: Problem) => Contender | Promise<Contender>>} */
const KINDS = {
  ours,
  limit: ({ operations }) => limit(operations),
  'tfjs-wasm': (problem) => tensorflow(problem, 'wasm'),
  'tfjs-cpu': (problem) => tensorflow(problem, 'cpu'),
  convnet,
};

/** @param {string} name */
function find(name) {
  const contender = contenders.get(name);
  if (!contender) throw new Error(`there is no contender "${name}"`);
  return contender;
}

const bench = {
  /**
   * Lays a problem out under a name, and gives it back as JSON can say it.
   * @param {string} name
   * @param {number} size How many colours a batch has.
   * @param {number} updates How many updates' batches are different ones.
   */
  async lay(name, size, updates) {
    const laid = await problem(size, updates);
    problems.set(name, laid);
    const plain = (/** @type {import('./problem.js').Batch} */ { x, labels }) => ({ x: [...x], labels });
    return {
      widths: [...laid.input, ...laid.stages.map(({ outputs }) => outputs)],
      first: laid.stages.map(({ w, b }) => ({ w: [...w], b: [...b] })),
      learningRate: laid.learningRate,
      batches: laid.batches.map(plain),
      all: plain(laid.all),
    };
  },

  /**
   * Lays a CNN out under a name, and the core's trainer of it, under `ours`.
   * @param {string} name
   * @param {string} ours
   * @param {number[]} channels
   * @param {number} pictures
   */
  async layCnn(name, ours, channels, pictures) {
    problems.set(name, await cnnProblem(channels, pictures));
    contenders.set(ours, await growing(channels, pictures, true));
  },

  /**
   * Puts a contender of a kind before a problem.
   * @param {string} name
   * @param {string} kind
   * @param {string} problem
   */
  async enter(name, kind, problem) {
    const laid = problems.get(problem);
    if (!laid) throw new Error(`there is no problem "${problem}"`);
    contenders.set(name, await KINDS[kind](laid));
  },

  /**
   * Puts the core before a problem of another size, as `name`, and the limit of that size, as `limitName`. Says how many
   * floating-point operations a step has.
   * @param {string} name
   * @param {string} limitName
   * @param {number[]} hidden
   * @param {number} rows
   */
  async grow(name, limitName, hidden, rows) {
    const count = operations([3, ...hidden, 3], rows);
    contenders.set(name, await growing(hidden, rows));
    contenders.set(limitName, await limit(count));
    return count;
  },

  /**
   * The same for a CNN on the pictures of the patterns.
   * @param {string} name
   * @param {string} limitName
   * @param {number[]} channels
   * @param {number} rows
   */
  async growCnn(name, limitName, channels, rows) {
    const count = cnnOperations(PICTURE, channels, CLASSES, rows);
    contenders.set(name, await growing(channels, rows, true));
    contenders.set(limitName, await limit(count));
    return count;
  },

  /**
   * The loss over all colours with the first weights, and after so many updates.
   * @param {string} name
   * @param {number} updates
   */
  async losses(name, updates) {
    const contender = find(name);
    await contender.begin();
    const before = contender.loss();
    await contender.train(updates);
    return [before, contender.loss()];
  },

  /**
   * How many updates take about so many milliseconds, once the browser has compiled them well; at least one.
   * @param {string} name
   * @param {number} milliseconds
   */
  async updates(name, milliseconds) {
    const contender = find(name);
    await contender.begin();
    for (let updates = 1; ; updates *= 2) {
      const start = performance.now();
      await contender.train(updates);
      const spent = performance.now() - start;
      if (spent >= milliseconds / 2) return Math.max(1, Math.round((updates * milliseconds) / spent));
    }
  },

  /**
   * How many milliseconds an update takes: the mean of so many, from the first weights on and after `warm` others.
   * @param {string} name
   * @param {number} updates
   * @param {number} warm
   */
  async time(name, updates, warm) {
    const contender = find(name);
    await contender.begin();
    await contender.train(warm);
    const start = performance.now();
    await contender.train(updates);
    return (performance.now() - start) / updates;
  },
};

export default bench;
