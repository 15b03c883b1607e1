// The spot of a number in the scene: a node's cell, or a dot of a weight image.
import { format, parse } from '../core/address.js';

/** @typedef {{ kind: 'cell', column: number, node: number } | { kind: 'dot', column: number, row: number, node: number }} Spot row −1 is the biases */
/** @typedef {Pick<import('../app/view-model.js').ColumnModel, 'name' | 'role' | 'params' | 'backward'>} Place the part of a column that is needed */

/**
 * @param {string} address
 * @param {readonly Place[]} columns in their order
 * @returns {Spot | null} null for a number that is not in the scene
 */
export function spot(address, columns) {
  const parts = parse(address);
  const column = columns.findIndex(({ name }) => name === parts?.layer);
  if (!parts || column < 0) return null;
  const { tensor, index } = parts;
  const { role, params, backward } = columns[column];
  const node = index.at(-1) ?? 0;
  const isParam = params.some(({ name, gradient, updated }) => [name, gradient, updated].includes(tensor));
  if (isParam) return { kind: 'dot', column, row: index.length > 1 ? index[0] : -1, node };
  if (role === 'loss') return tensor === 't' || tensor === 'x' ? { kind: 'cell', column: column - 1, node } : { kind: 'cell', column, node: 0 };
  // A layer's x is shown at the column before, and so is its dx, unless the layer shows dx itself.
  const before = tensor === 'x' || (tensor === 'dx' && backward !== 'dx') ? 1 : 0;
  return { kind: 'cell', column: column - before, node };
}

/**
 * A spot as a string, for use as a key.
 * @param {Spot} one
 */
export function key(one) {
  return one.kind === 'cell' ? `${one.column}:${one.node}` : `${one.column}:w:${one.row}:${one.node}`;
}

/**
 * The address of a node's number in a column.
 * @param {Pick<import('../app/view-model.js').ColumnModel, 'name' | 'role' | 'tensor'>} column
 * @param {number} node
 * @param {number} row
 */
export function nodeAddress(column, node, row) {
  return format(column.name, column.tensor, column.role === 'loss' ? [] : [row, node]);
}
