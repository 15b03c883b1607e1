// Addresses of numbers and tensors: `affine1.out[0,7]` is layer, tensor, index. The core reads them, too: src/address.rs.

/**
 * @typedef {object} Address
 * @property {string} layer `affine1`
 * @property {string} tensor `out`
 * @property {number[]} index from the first dimension on; empty for the whole tensor
 */

const FORM = /^(\w+)\.(\w+)(?:\[(\d+(?:,\d+)*)\])?$/;

/**
 * The parts of an address, with any number of indices.
 * @param {string} text
 * @returns {Address | null} null where it is no address
 */
export function parse(text) {
  const found = FORM.exec(text);
  if (!found) return null;
  const [, layer, tensor, index] = found;
  return { layer, tensor, index: index === undefined ? [] : index.split(',').map(Number) };
}

/**
 * The text of an address.
 * @param {string} layer
 * @param {string} tensor
 * @param {readonly number[]} [index] empty for the whole tensor
 */
export function format(layer, tensor, index = []) {
  return index.length > 0 ? `${layer}.${tensor}[${index.join(',')}]` : `${layer}.${tensor}`;
}

/**
 * The address with the same index in another tensor of the layer.
 * @param {string} address
 * @param {string} tensor
 */
export function inTensor(address, tensor) {
  const parts = parse(address);
  return parts ? format(parts.layer, tensor, parts.index) : address;
}

/** The keys that move along an axis, each pair to its beginning and to its end. */
const WAYS = [['ArrowLeft', 'ArrowRight'], ['ArrowUp', 'ArrowDown'], ['PageUp', 'PageDown']];

/**
 * The index beside another.
 * @param {readonly number[]} index
 * @param {readonly number[]} shape
 * @param {string} key left and right move the last index, up and down the first; in pictures and kernels, which have four
 * indices, up and down move the row, PageUp and PageDown the channel
 * @param {boolean} [shift] there, with it up and down move the channel, left and right the first index
 * @returns {number[] | null} the same index at the edge; null for a key that moves nothing
 */
export function indexBeside(index, shape, key, shift = false) {
  const way = WAYS.findIndex((keys) => keys.includes(key));
  const axis = (index.length === 4 ? [shift ? 0 : 3, shift ? 1 : 2, 1] : [index.length - 1, 0])[way];
  if (axis === undefined) return null;
  const moved = (index[axis] ?? 0) + (WAYS[way][1] === key ? 1 : -1);
  return index.map((at, i) => (i === axis ? Math.max(0, Math.min(shape[axis] - 1, moved)) : at));
}

/**
 * The neighbouring address in the same tensor.
 * @param {string} address
 * @param {readonly number[]} shape
 * @param {string} key as `indexBeside` takes it
 * @param {boolean} [shift]
 * @returns {string | null} the same address at the edge; null for a key that moves nothing
 */
export function neighbour(address, shape, key, shift = false) {
  const parts = parse(address);
  const index = parts && indexBeside(parts.index, shape, key, shift);
  return parts && index && format(parts.layer, parts.tensor, index);
}

/**
 * Whether a tensor is a gradient of the loss: its name is a `d` and the name of the other tensor.
 * @param {string} tensor `dout`, `dx`, `dw`, …
 */
export function isGradient(tensor) {
  return /^d\w/.test(tensor);
}
