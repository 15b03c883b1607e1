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

/**
 * The neighbouring address in the same tensor.
 * @param {string} address
 * @param {readonly number[]} shape
 * @param {'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'} key left and right move the last index, up and down the first
 * @returns {string} the same address at the edge
 */
export function neighbour(address, shape, key) {
  const parts = parse(address);
  if (!parts || parts.index.length === 0) return address;
  const index = [...parts.index];
  const axis = key === 'ArrowLeft' || key === 'ArrowRight' ? index.length - 1 : 0;
  const moved = index[axis] + (key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1);
  index[axis] = Math.max(0, Math.min(shape[axis] - 1, moved));
  return format(parts.layer, parts.tensor, index);
}

/**
 * Whether a tensor is a gradient of the loss: its name is a `d` and the name of the other tensor.
 * @param {string} tensor `dout`, `dx`, `dw`, …
 */
export function isGradient(tensor) {
  return /^d\w/.test(tensor);
}
