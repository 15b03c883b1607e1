// The numbers that the lesson's questions and texts use, read from the core for one view model.
import { moved } from '../app/view-model.js';
import { parse } from '../core/address.js';
import { strongest } from '../util/tint.js';
import { isOfData } from '../colours/pictures.js';
import { indexAt, isPicture } from '../core/tensor-shape.js';
import { kernelFacts } from './kernel.js';
import { largestOf } from './rule.js';
import { tinyOf } from './tiny.js';

/** @typedef {import('../core/wasm.js').Lab} Lab */
/** @typedef {import('../state/schema.js').State} State */

/** Numbers that `fire` returns for each colour: three parts, sum, out. */
const NUMBERS = 5;

/**
 * A neuron that is set by hand.
 * @typedef {object} Neuron
 * @property {number[]} weights for red, green, blue
 * @property {number} bias
 * @property {number[]} parts of the colour on display: each channel times its weight
 * @property {number} sum the parts and the bias
 * @property {number} out the output of ReLU
 * @property {boolean[]} fires for each training colour whether anything goes through
 * @property {number} hits how many training colours it classifies right: it should fire for the first class alone
 * @property {number} silent how many a neuron classifies right that never fires
 * @property {number} of training colours
 */

/** Used where the tiny network is not shown. @type {Pick<import('./step.js').TinyStage, 'q' | 'number'>} */
const TINY = { q: 1, number: 'score' };

/** Used where the neuron is not shown. @type {Neuron} */
const NO_NEURON = { weights: [0, 0, 0], bias: 0, parts: [0, 0, 0], sum: 0, out: 0, fires: [], hits: 0, silent: 0, of: 0 };

/**
 * @typedef {object} Facts
 * @property {State['settings']} settings
 * @property {string} at the position in the pass
 * @property {string | null} selected
 * @property {number} row of the pass on display
 * @property {number} step
 * @property {number} furthest
 * @property {boolean} playing
 * @property {boolean} travelling whether a replay is going on
 * @property {import('../core/wasm.js').Summary} summary
 * @property {readonly number[]} rgb the colour on display
 * @property {string[]} classes ids
 * @property {number} right index of the right class
 * @property {number} best index of the network's answer; −1 where there is none
 * @property {number} share probability of that answer with the present weights
 * @property {number} inputs numbers that go into the network
 * @property {number} nodes of the first layer
 * @property {string} last name of the last Affine layer
 * @property {number} parameters weights and biases in all
 * @property {number} moved how many of them the update of this pass changes
 * @property {number} trained training colours
 * @property {number} tested test colours
 * @property {number[]} first outputs of the first layer
 * @property {string} relu name of the last ReLU; empty where there is none
 * @property {number[]} lastRelu its outputs
 * @property {number[]} scores outputs of the last Affine layer
 * @property {number[]} probabilities of the pass
 * @property {number} probability of the right class in the pass
 * @property {number} loss of the colour on display
 * @property {number[]} gaps the gradients of the scores
 * @property {{ address: string, value: number, gradient: number, rate: number, next: number }} weight the one of the last Affine
 * layer with the gradient furthest from 0, and its value after an update
 * @property {number[]} counts training colours of each class
 * @property {number} wrong number of test colours classified wrongly
 * @property {{ train: number, test: number }} ruled how many training and test colours the rule of the largest channel classifies right
 * @property {number[]} sizes how many numbers go into the network, and out of each layer with weights
 * @property {{ name: string, from: number, to: number }} second the second layer with weights, or the only one: what goes in and out
 * @property {Neuron} neuron
 * @property {import('./planes.js').Space | null} space the answers of that neuron over all colours, where its plane is shown
 * @property {import('./planes.js').Bent | null} bent the hidden layer with ready-made weights, where it is shown
 * @property {import('./tiny.js').Tiny} tiny
 * @property {import('./kernel.js').KernelFacts} kernel that is set by hand
 * @property {boolean} drawn whether the picture on display is a drawing, and none of the data
 * @property {Passing} passing
 * @property {import('../core/wasm.js').Effect | null} effect of the update just made
 */

/**
 * What the last Affine layer passes back to one node before it: of the nodes that are above 0, the one whose weakest path to a
 * score is the strongest.
 * @typedef {object} Passing
 * @property {string} column name of the layer before: `relu3`
 * @property {number} node
 * @property {number} value that goes out of the node
 * @property {string} address of its gradient
 * @property {number[]} weights from the node into each score
 * @property {number} gradient for one sample
 */

/**
 * @param {Lab} lab
 * @param {import('../app/present.js').Moment} model
 * @param {import('./planes.js').Planes} planes
 * @param {Pick<import('./step.js').Step, 'stage' | 'tiny' | 'plane'>} step the neuron and the planes are computed only where they are shown
 * @returns {Facts}
 */
export function factsOf(lab, model, planes, { stage, tiny, plane }) {
  const { state, columns, data, summary, shown, best, row, probabilities } = model;
  const layers = columns.filter(({ role }) => role === 'weighted');
  const weighted = layers.map(({ name }) => name);
  const sizes = [columns[0].width, ...layers.map(({ width }) => width)];
  const second = Math.min(1, layers.length - 1);
  const last = weighted.at(-1) ?? '';
  const relu = columns.findLast(({ kind }) => kind === 'relu')?.name ?? '';
  const read = (/** @type {string} */ address) => [...lab.tensor(address)];
  const pass = read(`softmax.out[${row}]`);
  const answers = [...model.answers].slice(data.train.length);
  // The core's gradient is of the mean over the samples; this is of one sample.
  const gaps = read(`softmax.dx[${row}]`).map((gap) => gap * model.samples.length);
  return {
    settings: state.settings,
    at: state.at,
    selected: state.selected,
    row,
    step: summary.step,
    furthest: model.furthest,
    playing: model.playing,
    travelling: model.progress !== null,
    summary,
    rgb: shown.rgb,
    classes: data.classes,
    right: shown.label,
    best,
    share: probabilities[best] ?? NaN,
    inputs: columns[0].width,
    nodes: columns[1].width,
    last,
    parameters: columns.reduce((sum, { learned }) => sum + learned, 0),
    moved: columns.reduce((sum, { name, params }) => sum + moved(lab, name, params), 0),
    trained: data.train.length,
    tested: data.test.length,
    first: read(`${weighted[0]}.out[${row}]`),
    relu,
    lastRelu: relu ? read(`${relu}.out[${row}]`) : [],
    scores: read(`${last}.out[${row}]`),
    probabilities: pass,
    probability: pass[shown.label],
    loss: lab.value(`loss.loss[${row}]`),
    gaps,
    weight: weightOf(lab, last, model.learningRate),
    counts: data.classes.map((_, label) => data.train.filter((sample) => sample.label === label).length),
    wrong: data.test.filter((sample, i) => sample.label !== answers[i]).length,
    // Counted when it is asked for: there can be thousands of samples.
    get ruled() {
      return { train: largestOf(data.train), test: largestOf(data.test) };
    },
    sizes,
    second: { name: `Affine${second + 1}`, from: sizes[second], to: sizes[second + 1] },
    neuron: stage === 'neuron' ? neuronOf(state.neuron, shown.rgb, data.train, planes.fire) : NO_NEURON,
    space: stage === 'neuron' && plane ? planes.single(state.neuron) : null,
    bent: stage === 'planes' ? planes.bent(state.planes, shown.rgb, data.train) : null,
    kernel: kernelFacts(state.kernel),
    drawn: isPicture(data.shape) && !isOfData(state.picture),
    tiny: tinyOf((tiny ?? TINY).q, (tiny ?? TINY).number, state.nudged),
    passing: passingOf(lab, last, columns[columns.findIndex(({ name }) => name === last) - 1].name, row, gaps, model.samples.length),
    effect: model.effect,
  };
}

/**
 * @param {Lab} lab
 * @param {string} layer
 * @param {number} rate
 */
function weightOf(lab, layer, rate) {
  const [, columns] = lab.shape(`${layer}.w`);
  const { value: gradient, place } = strongest(lab.tensor(`${layer}.dw`), columns);
  const at = `[${place.join(',')}]`;
  return { address: `${layer}.w${at}`, value: lab.value(`${layer}.w${at}`), gradient, rate, next: lab.value(`${layer}.w_new${at}`) };
}

/**
 * @param {Lab} lab
 * @param {string} layer the last Affine layer
 * @param {string} column the layer before it
 * @param {number} row
 * @param {readonly number[]} gaps the gradients of the scores
 * @param {number} samples of the pass
 * @returns {Passing}
 */
function passingOf(lab, layer, column, row, gaps, samples) {
  const scores = gaps.length;
  const w = lab.tensor(`${layer}.w`);
  const weightsOf = (/** @type {number} */ node) => [...w.subarray(node * scores, (node + 1) * scores)];
  const values = [...lab.tensor(`${layer}.x[${row}]`)];
  const weakest = values.map((value, node) => (value > 0 ? Math.min(...weightsOf(node).map((weight, i) => Math.abs(weight * gaps[i]))) : -1));
  // Where no node is above 0, and where there are no numbers, the first.
  const node = Math.max(0, weakest.indexOf(Math.max(...weakest)));
  // Pictures have more than one index behind the row.
  const shape = [...lab.shape(`${layer}.x`)].slice(1);
  const address = `${layer}.dx[${[row, ...indexAt(node, shape)]}]`;
  return { column, node, value: values[node], address, weights: weightsOf(node), gradient: lab.value(address) * samples };
}

/**
 * @param {State['neuron']} set
 * @param {readonly number[]} rgb
 * @param {readonly import('../core/wasm.js').Sample[]} train
 * @param {(weights: Float32Array, bias: number, colours: Uint8Array) => Float32Array} fire
 * @returns {Neuron}
 */
export function neuronOf([r, g, b, bias], rgb, train, fire) {
  const weights = [r, g, b];
  const fired = fire(Float32Array.from(weights), bias, Uint8Array.from([rgb, ...train.map((sample) => sample.rgb)].flat()));
  const fires = train.map((_, i) => fired[(i + 1) * NUMBERS + 4] > 0);
  const hits = train.filter((sample, i) => fires[i] === (sample.label === 0)).length;
  const silent = train.filter((sample) => sample.label !== 0).length;
  return { weights, bias, parts: [...fired.subarray(0, 3)], sum: fired[3], out: fired[4], fires, hits, silent, of: train.length };
}

/**
 * The node of a layer that a number belongs to, whichever tensor is shown: `out`, `dout`, `dx`.
 * @param {string | null} address `relu3.out[0,7]`
 * @param {string} layer
 * @returns {number | null} null where it belongs to no node of that layer
 */
export function nodeOf(address, layer) {
  const parts = parse(address ?? '');
  if (parts?.layer !== layer || parts.index.length !== 2 || !['out', 'dout', 'dx'].includes(parts.tensor)) return null;
  return parts.index[1];
}
