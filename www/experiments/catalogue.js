// The catalogue of experiments: settings, length, and three possible outcomes. The outcome is computed from the
// run; the page asks first.
import { FIELDS } from '../core/curve.js';
import { largestOf } from '../lesson/rule.js';

/** @typedef {import('../core/wasm.js').Settings} Settings */

/**
 * The results of an experiment, from which its outcome is computed.
 * @typedef {object} Course
 * @property {import('../core/wasm.js').Measured} summary at its end
 * @property {Float64Array} curve
 * @property {import('../core/wasm.js').Diagnosis} diagnosis
 * @property {number} classes
 * @property {import('../core/wasm.js').Data} data that it has learned from, and was tested with
 */

/**
 * @typedef {object} Experiment
 * @property {string} id
 * @property {Partial<Settings>} settings that differ from the lecture's
 * @property {number} steps
 * @property {(course: Course) => number} outcome which of the three choices has happened
 */

const SCALED = /** @type {const} */ ({ input: 'scaled', init: { kind: 'he' } });

/** The first loss of the training colours. @param {Course} course */
const first = ({ curve }) => curve[1];

/**
 * The training loss at a step.
 * @param {Course} course
 * @param {number} step
 */
function at({ curve }, step) {
  let i = 0;
  while (i + FIELDS < curve.length && curve[i] < step) i += FIELDS;
  return curve[i + 1];
}

/** Whether the network is no better than one with equal probabilities for all classes. @param {Course} course */
const stuck = ({ summary, classes }) => Math.abs(summary.trainLoss - Math.log(classes)) < 0.02;

/** The share of the steps at which the training loss grew. @param {Course} course */
function wobbles({ curve }) {
  let rises = 0;
  for (let i = FIELDS; i < curve.length; i += FIELDS) if (curve[i + 1] > curve[i + 1 - FIELDS]) rises += 1;
  return rises / Math.max(1, curve.length / FIELDS - 1);
}

/**
 * The lowest test loss of the run, and its step.
 * @param {Pick<Course, 'curve'>} course
 * @returns {{ step: number, loss: number }}
 */
export function lowestTest({ curve }) {
  let lowest = { step: 0, loss: Infinity };
  for (let i = 0; i < curve.length; i += FIELDS) if (curve[i + 2] < lowest.loss) lowest = { step: curve[i], loss: curve[i + 2] };
  return lowest;
}

/** Whether the test loss has fallen, then grown to more than 1.2 times its minimum. @param {Pick<Course, 'curve' | 'summary'>} course */
export const overfitted = ({ curve, summary }) => {
  const lowest = lowestTest({ curve });
  return lowest.step > 0 && (summary.testLoss ?? 0) > 1.2 * lowest.loss;
};

/** 0 it learns quickly, 1 slowly, 2 not at all. @param {Course} course */
const pace = (course) => (stuck(course) || course.summary.trainLoss > 0.9 * first(course) ? 2 : at(course, 200) < 0.5 * first(course) ? 0 : 1);

/** 0 it learns, 1 it diverges, 2 it ends up no better than equal probabilities. @param {Course} course */
const survives = (course) => (course.summary.diverged !== undefined ? 1 : stuck(course) ? 2 : 0);

/** A network that is to tell vivid colours from greyish ones, by its hidden layers. @param {number[]} hidden */
const vivid = (hidden) => /** @type {const} */ ({ ...SCALED, data: 'vivid', hidden, learningRate: 0.5 });

/** How many updates a network of pictures gets. */
const PICTURE_STEPS = 960;
const [RELU, POOL] = [{ kind: 'relu' }, { kind: 'pool' }];
/** @param {number} nodes */
const conv = (nodes) => ({ kind: 'conv', nodes });

/** The share of new pictures that it names right. @param {Course} course */
const named = ({ summary }) => summary.testAccuracy ?? 0;

/** Experiments with pictures; beside their own settings those of the CNN are in force. @type {Experiment[]} */
export const PICTURE_EXPERIMENTS = [
  {
    id: 'dense',
    settings: { data: 'patterns', hidden: [50, 100, 50] },
    steps: PICTURE_STEPS,
    outcome: (course) => (named(course) < 0.35 ? 2 : named(course) < 0.82 ? 1 : 0),
  },
  {
    id: 'oneKernel',
    settings: { data: 'patterns', layers: [conv(1), RELU, POOL] },
    steps: PICTURE_STEPS,
    outcome: (course) => (named(course) < 0.35 ? 2 : named(course) < 0.85 ? 1 : 0),
  },
  {
    id: 'unpooled',
    settings: { data: 'patterns', layers: [conv(8), RELU, conv(12), RELU] },
    steps: PICTURE_STEPS,
    outcome: (course) => (named(course) < 0.6 ? 2 : named(course) < 0.8 ? 1 : 0),
  },
];

/** Experiments with colours. @type {Experiment[]} */
export const EXPERIMENTS = [
  { id: 'lecture', settings: {}, steps: 300, outcome: pace },
  {
    id: 'alone',
    settings: { batch: 1 },
    steps: 1,
    outcome: (course) => (course.summary.trainLoss < 0.98 * first(course) ? 0 : course.summary.trainLoss < 1.02 * first(course) ? 1 : 2),
  },
  { id: 'tiny', settings: { init: { kind: 'gaussian', std: 0.01 } }, steps: 1500, outcome: pace },
  {
    id: 'dead',
    settings: { init: { kind: 'he' }, learningRate: 0.05 },
    steps: 300,
    outcome: survives,
  },
  { id: 'large', settings: { init: { kind: 'gaussian', std: 1 } }, steps: 300, outcome: survives },
  {
    id: 'single',
    settings: { init: { kind: 'he' }, batch: 1 },
    steps: 100,
    outcome: (course) => (course.summary.diverged !== undefined ? 2 : course.summary.trainLoss < first(course) ? 0 : 1),
  },
  { id: 'faded', settings: { input: 'scaled', init: { kind: 'gaussian', std: 0.01 } }, steps: 1000, outcome: pace },
  { id: 'slow', settings: { input: 'scaled' }, steps: 2000, outcome: pace },
  { id: 'he', settings: { ...SCALED }, steps: 500, outcome: pace },
  {
    id: 'faster',
    settings: { ...SCALED, learningRate: 0.3 },
    steps: 200,
    outcome: (course) => (course.summary.diverged !== undefined ? 2 : Math.min(at(course, 50), at(course, 100), at(course, 150)) < 0.35 ? 0 : 1),
  },
  { id: 'zeros', settings: { input: 'scaled', init: { kind: 'zeros' }, learningRate: 0.3 }, steps: 300, outcome: (course) => (course.diagnosis.alike.length > 0 ? 2 : pace(course) === 0 ? 0 : 1) },
  {
    id: 'wild',
    settings: { ...SCALED, learningRate: 100 },
    steps: 50,
    outcome: (course) => (course.summary.diverged !== undefined || course.summary.trainLoss > first(course) ? 2 : pace(course) === 0 ? 0 : 1),
  },
  { id: 'wobbly', settings: { ...SCALED, batch: 1 }, steps: 480, outcome: (course) => (course.summary.trainLoss > 0.8 * first(course) ? 2 : wobbles(course) > 0.2 ? 1 : 0) },
  {
    id: 'wide',
    settings: { ...SCALED, hidden: [256, 256, 256], learningRate: 0.03 },
    steps: 300,
    outcome: ({ summary }) => (summary.trainAccuracy < 0.8 ? 0 : (summary.testAccuracy ?? 0) < 0.8 ? 1 : 2),
  },
  {
    id: 'flat',
    settings: vivid([]),
    steps: 2000,
    outcome: ({ summary }) => (summary.trainAccuracy > 0.9 ? 0 : summary.trainAccuracy > 0.7 ? 1 : 2),
  },
  {
    id: 'narrow',
    settings: vivid([2]),
    steps: 2000,
    outcome: ({ summary }) => (summary.trainAccuracy > 0.9 ? 0 : summary.trainAccuracy > 0.62 ? 1 : 2),
  },
  {
    id: 'narrowDeep',
    settings: vivid([2, 2, 2]),
    steps: 2000,
    outcome: ({ summary }) => (summary.trainAccuracy > 0.9 ? 0 : summary.trainAccuracy > 0.62 ? 1 : 2),
  },
  {
    id: 'names',
    settings: { ...SCALED, data: 'named', learningRate: 0.3, train: 240, test: 96 },
    steps: 500,
    outcome: ({ summary, data: { test } }) => Math.sign(largestOf(test) - Math.round((summary.testAccuracy ?? 0) * test.length)) + 1,
  },
  {
    id: 'heart',
    settings: { ...SCALED, learningRate: 0.1, train: 12, test: 240 },
    steps: 2000,
    outcome: (course) => (overfitted(course) ? 2 : (course.summary.testLoss ?? 0) < 0.1 ? 0 : 1),
  },
];

/**
 * An experiment by its id.
 * @param {string | undefined} id
 */
export function experimentOf(id) {
  return [...EXPERIMENTS, ...PICTURE_EXPERIMENTS].find((one) => one.id === id);
}
