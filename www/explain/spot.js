// The spot of a number in the scene: a node's cell, or a dot of a weight image; and the number that is drawn there.
import { format, parse } from '../core/address.js';
import { indexAt, placeOf } from '../core/tensor-shape.js';
import { descriptorOf } from '../layers/index.js';
import { weightSpot } from './weight-index.js';

/** @typedef {import('../app/view-model.js').ColumnModel} ColumnModel */
/** @typedef {{ kind: 'cell', column: number, node: number } | { kind: 'dot', column: number, row: number, node: number }} Spot row −1 is the biases */
/**
 * What of a spot a number is: the number that it shows, the output behind a gradient, the gate before a node, or the mark
 * of the right class.
 * @typedef {'value' | 'ghost' | 'gate' | 'label'} Face
 */
/** A spot with the face of a number; null where the spot belongs to the number and shows another one. @typedef {Spot & { face: Face | null }} Located */
/** @typedef {Pick<ColumnModel, 'name' | 'kind' | 'role' | 'shape' | 'params' | 'backward' | 'tensor' | 'lit' | 'ghost' | 'weights' | 'opened'>} Place the part of a column that is needed */

/**
 * @param {string} address
 * @param {readonly Place[]} columns in their order
 * @returns {Located | null} null for a number that is not in the scene
 */
export function spot(address, columns) {
  const parts = parse(address);
  const column = columns.findIndex(({ name }) => name === parts?.layer);
  if (!parts || column < 0) return null;
  const { tensor, index } = parts;
  const { kind, role, params, backward } = columns[column];
  const isParam = params.some(({ name, gradient, updated }) => [name, gradient, updated].includes(tensor));
  if (isParam) {
    const picture = pictureOf(columns[column]);
    const face = picture && [picture.tensor, picture.biasTensor].includes(tensor) ? 'value' : null;
    const { row, node } = index.length > 1 ? weightSpot(picture?.shape ?? [], index) : { row: -1, node: index[0] ?? 0 };
    return { kind: 'dot', column, row, node, face };
  }
  /** The node of a column that an index behind the row of the batch stands for. @type {(at: number) => number} */
  const nodeOf = (at) => placeOf(index.slice(1), columns[at]?.shape ?? []);
  /** @type {(at: number, node: number, shown: string) => Located} */
  const cell = (at, of, shown) => ({ kind: 'cell', column: at, node: of, face: faceOf(columns[at], shown) });
  // The last layer makes the loss of each colour, and the column of the loss shows it.
  if (tensor === 'loss') return cell(role === 'loss' ? column : column + 1, 0, 'out');
  if (tensor === 't') {
    const at = role === 'loss' ? column - 1 : column;
    return { kind: 'cell', column: at, node: nodeOf(at), face: columns[at].lit ? 'label' : null };
  }
  if (role === 'loss') return tensor === 'x' ? cell(column - 1, nodeOf(column - 1), 'out') : cell(column, 0, tensor);
  if (tensor === descriptorOf(kind).blocks) return { kind: 'cell', column, node: nodeOf(column), face: columns[column].lit ? 'gate' : null };
  // A layer's x is shown at the column before, and so is its dx, unless the layer shows dx itself.
  if (tensor === 'x') return cell(column - 1, nodeOf(column - 1), 'out');
  if (tensor === 'dx' && backward !== 'dx') return cell(column - 1, nodeOf(column - 1), columns[column - 1].backward);
  return cell(column, nodeOf(column), tensor);
}

/**
 * Which face of a column's cells shows a tensor of it, if one does.
 * @param {Place} column
 * @param {string} tensor
 * @returns {Face | null}
 */
function faceOf({ lit, tensor: shown, ghost }, tensor) {
  if (lit !== null && tensor === shown) return 'value';
  return tensor === 'out' && ghost ? 'ghost' : null;
}

/**
 * The number that is drawn at the spot of an address: where the number at the address is drawn, it is that number.
 * @param {string} address
 * @param {Pick<import('../app/view-model.js').Model, 'columns' | 'row' | 'samples'>} model
 * @returns {number | null} null where no number is drawn of it: it is of another colour than the one on display, or the
 * spot shows another number or only a mark
 */
export function drawnAt(address, { columns, row, samples }) {
  const parts = parse(address);
  const at = spot(address, columns);
  if (!parts || !at || at.face === null) return null;
  const column = columns[at.column];
  const picture = pictureOf(column);
  if (at.kind === 'dot') return (at.row < 0 ? picture?.biases[at.node] : picture?.values[at.row * picture.columns + at.node]) ?? null;
  // The cell of the loss shows the mean.
  if (parts.tensor === 'loss' && samples.length > 1) return null;
  if (parts.index.length > 0 && parts.index[0] !== row) return null;
  const faces = { value: column.values, ghost: column.ghost, gate: column.blocked, label: null };
  return faces[at.face]?.[at.node] ?? null;
}

/**
 * The picture of weights that a column shows.
 * @param {Pick<ColumnModel, 'weights' | 'opened'>} column
 */
export function pictureOf({ weights, opened }) {
  return opened ?? weights;
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
 * @param {Pick<ColumnModel, 'name' | 'role' | 'shape' | 'tensor'>} column
 * @param {number} node
 * @param {number} row
 */
export function nodeAddress(column, node, row) {
  return format(column.name, column.tensor, column.role === 'loss' ? [] : [row, ...indexAt(node, column.shape)]);
}
