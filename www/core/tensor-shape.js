// The shapes of tensors and pictures: how many numbers they hold, and where each of them lies.

/**
 * How many numbers a shape holds.
 * @param {readonly number[]} shape
 */
export function sizeOf(shape) {
  return shape.reduce((product, side) => product * side, 1);
}

/**
 * Whether a shape, without the dimension of the rows, is that of pictures: `[C, H, W]`.
 * @param {readonly number[]} shape
 */
export function isPicture(shape) {
  return shape.length === 3;
}

/**
 * The index of a number in a shape, by its place in memory.
 * @param {number} place
 * @param {readonly number[]} shape
 */
export function indexAt(place, shape) {
  return shape.map((side, axis) => Math.floor(place / sizeOf(shape.slice(axis + 1))) % side);
}

/**
 * The place in memory of a number, by its index in a shape; an index that is shorter than the shape is its first place.
 * @param {readonly number[]} index
 * @param {readonly number[]} shape
 */
export function placeOf(index, shape) {
  return index.reduce((place, at, axis) => place + at * sizeOf(shape.slice(axis + 1)), 0);
}
