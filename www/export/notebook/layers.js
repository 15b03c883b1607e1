// The code of a network's layers: their first parameters, how they are put together, how they learn.
import { kindAndNumber } from '../../layers/columns.js';
import { numpyKinds } from '../../layers/index.js';
import { LEARN } from './cells.js';
import { array, littleEndian } from './python.js';

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

/** @param {Layer} layer */
const numberOf = ({ name }) => kindAndNumber(name)[1];

/** @param {Layer[]} layers */
export function weightsCode(layers) {
  const each = layers.flatMap((layer) => layer.params.map(({ name, data, shape }) => `${name}${numberOf(layer)} = ${array(littleEndian(data), '<f4', shape)}`));
  return each.join('\n');
}

/** @param {Layer[]} layers */
export function networkCode(layers) {
  const classes = new Map(numpyKinds().map(({ kind, numpy }) => [kind, numpy.name]));
  // Copies, so that this cell begins with the first weights each time it is run.
  const made = layers.map((layer) => `${layer.name} = ${classes.get(layer.kind)}(${layer.params.map(({ name }) => `${name}${numberOf(layer)}.copy()`).join(', ')})`);
  const affines = layers.filter(({ role }) => role === 'weighted');
  const learning = learningOf(layers);
  return `
${made.join('\n')}
softmax = SoftmaxWithLoss()

affines = [${namesOf(affines)}]
${learning ? `learning = [${namesOf(learning)}]\n` : ''}layers = [${namesOf(layers)}]`;
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

/** @param {Layer[]} layers */
export function learnCode(layers) {
  return learningOf(layers) ? LEARN.replace('for affine in affines:\n            affine.', 'for layer in learning:\n            layer.') : LEARN;
}
