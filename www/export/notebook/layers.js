// The code of a network's layers: their first parameters, how they are put together, how they learn.
import { kindAndNumber } from '../../layers/columns.js';
import { numpyKinds } from '../../layers/index.js';
import { BACKWARD, BATCHES, CHECK, LEARN } from './cells.js';
import { littleEndian } from '../../util/bytes.js';
import { array } from './python.js';

/** @typedef {import('./notebook.js').Layer} Layer */

/** The kinds of layers that the lecture has. */
const LECTURE = ['affine', 'relu', 'softmax'];

/**
 * The classes of the lecture's layers, and of the other kinds that the network has.
 * @param {Layer[]} layers
 */
export function classesOf(layers) {
  return numpyKinds().filter(({ kind }) => LECTURE.includes(kind) || layers.some((layer) => layer.kind === kind));
}

/**
 * The variable of a parameter: `w1` of `affine1`; where layers of several kinds have weights, `conv1_w`.
 * @param {Layer[]} layers
 * @param {Layer} layer
 * @param {string} param
 */
function variableOf(layers, { name }, param) {
  return mixed(layers) ? `${name}_${param}` : `${param}${kindAndNumber(name)[1]}`;
}

/** @param {Layer[]} layers */
export function weightsCode(layers) {
  const each = layers.flatMap((layer) => layer.params.map(({ name, data, shape }) => `${variableOf(layers, layer, name)} = ${array(littleEndian(data), '<f4', shape)}`));
  return each.join('\n');
}

/**
 * @param {Layer[]} layers
 * @param {boolean} [pictures] whether the inputs are pictures, which become rows of numbers before the first Affine layer
 */
export function networkCode(layers, pictures = false) {
  const classes = new Map(numpyKinds().map(({ kind, numpy }) => [kind, numpy.name]));
  // Copies, so that this cell begins with the first weights each time it is run.
  const made = layers.map((layer) => `${layer.name} = ${classes.get(layer.kind)}(${layer.params.map(({ name }) => `${variableOf(layers, layer, name)}.copy()`).join(', ')})`);
  const affines = layers.filter(({ role }) => role === 'weighted');
  const learning = learningOf(layers);
  const first = pictures ? layers.findIndex(({ kind }) => kind === 'affine') : -1;
  const names = layers.map(({ name }) => name);
  const all = first < 0 ? names : [...names.slice(0, first), 'Flatten()', ...names.slice(first)];
  return general(layers, `
${made.join('\n')}
softmax = SoftmaxWithLoss()

affines = [${namesOf(affines)}]
${learning ? `learning = [${namesOf(learning)}]\n` : ''}layers = [${all.join(', ')}]`);
}

/**
 * The layers that learn, where that are others than the Affine layers, too; else null.
 * @param {Layer[]} layers
 */
function learningOf(layers) {
  const learning = layers.filter(({ params }) => params.length > 0);
  return learning.every(({ role }) => role === 'weighted') ? null : learning;
}

/** @param {Layer[]} layers */
const namesOf = (layers) => layers.map(({ name }) => name).join(', ');

/**
 * @param {Layer[]} layers
 * @param {boolean} [batches] whether an update may look at a part of the samples
 */
export function learnCode(layers, batches = false) {
  const code = learning(layers);
  if (!batches) return code;
  const learn = code.replace('learning_rate):', 'learning_rate, batches=None):').replace('forward(x)', 'rows = slice(None) if batches is None else batches[step]\n        forward(x[rows])').replace('loss_of(t)', 'loss_of(t[rows])');
  return `${learn}\n${BATCHES}`;
}

/** @param {Layer[]} layers */
function learning(layers) {
  return learningOf(layers) ? LEARN.replace('for affine in affines:\n            affine.', 'for layer in learning:\n            layer.') : general(layers, LEARN);
}

/** @param {Layer[]} layers */
export function backwardCode(layers) {
  const table = layers.filter(({ role }) => role === 'weighted').map(({ name }) => `"${name}": ${name}`).join(', ');
  return general(layers, mixed(layers) ? BACKWARD.replace('for number, affine in enumerate(affines, 1):\n    print(f"affine{number} ', `for name, affine in {${table}}.items():\n    print(f"{name} `) : BACKWARD);
}

/**
 * The check of a gradient of the first layer that has weights.
 * @param {Layer[]} layers
 */
export function checkCode(layers) {
  return CHECK.replaceAll('affine1', layers.find(({ role }) => role === 'weighted')?.name ?? 'affine1');
}

/**
 * Whether not all layers with weights are Affine layers.
 * @param {Layer[]} layers
 */
function mixed(layers) {
  return layers.some(({ role, kind }) => role === 'weighted' && kind !== 'affine');
}

/**
 * Code that speaks of Affine layers, with words for any layers that have weights where there are others.
 * @param {Layer[]} layers
 * @param {string} code
 */
function general(layers, code) {
  return mixed(layers) ? code.replace(/\baffines\b/g, 'weighted').replace(/\baffine\b/g, 'layer') : code;
}
