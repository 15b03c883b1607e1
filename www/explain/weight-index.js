// Where a weight stands in the picture of a layer's weights, one row an input and one column a node, and in its tensor: of
// an Affine `w[input,node]`, of a Convolution `w[node,channel,i,j]`, whose inputs are the places of its kernel in every
// channel.
import { indexAt, placeOf } from '../core/tensor-shape.js';

/**
 * The index of a weight in its tensor.
 * @param {readonly number[]} shape of the tensor
 * @param {number} row
 * @param {number} node
 * @returns {number[]}
 */
export function weightIndex(shape, row, node) {
  return isKernel(shape) ? [node, ...indexAt(row, shape.slice(1))] : [row, node];
}

/**
 * The row and the node of a weight.
 * @param {readonly number[]} shape of the tensor
 * @param {readonly number[]} index
 */
export function weightSpot(shape, index) {
  if (isKernel(shape)) return { row: placeOf(index.slice(1), shape.slice(1)), node: index[0] };
  return { row: index[0], node: index.at(-1) ?? 0 };
}

/**
 * The rows of weights, one an input, from a tensor in the order of memory.
 * @param {Float32Array} values
 * @param {readonly number[]} shape
 */
export function inRows(values, shape) {
  if (!isKernel(shape) || values.length === 0) return values;
  const nodes = shape[0];
  const inputs = values.length / nodes;
  return values.map((_, i) => values[(i % nodes) * inputs + Math.floor(i / nodes)]);
}

/**
 * Whether a tensor of weights holds kernels: `(out, in, height, width)`.
 * @param {readonly number[]} shape
 */
export function isKernel(shape) {
  return shape.length === 4;
}
