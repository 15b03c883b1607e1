// An explanation as the microscope shows it: which terms first, what is folded away, where each operand is.

/** @typedef {{ address: string | null, name: string, value: number }} Factor */
/** @typedef {{ part: number, factors: Factor[] }} Term */
/** @typedef {{ file: string, line: number, text: string, first: number, function: string[] }} Statement */
/**
 * @typedef {object} Explanation
 * @property {string} address
 * @property {number} value
 * @property {{ kind: 'sum' | 'copy' | 'gate' | 'atMostZero' | 'softmax' | 'minusLog' | 'given', index?: number, floor?: number }} operation
 * @property {Term[]} terms
 * @property {string} numpy
 * @property {Statement} rust
 */

/** So many terms are shown; where there are more, the smallest are folded into one line. */
const SHOWN = 5;

/**
 * The terms in the order they matter, the largest part first; those that do not fit are folded together.
 * @param {Explanation} explanation
 * @param {boolean} open whether all are to be shown
 * @returns {{ shown: Term[], folded: Term[], rest: number }} `rest` is what the folded ones add up to
 */
export function ordered({ operation, terms }, open) {
  if (operation.kind !== 'sum' || terms.length <= SHOWN) return { shown: terms, folded: [], rest: 0 };
  const sorted = [...terms].sort((a, b) => Math.abs(b.part) - Math.abs(a.part));
  const cut = open ? sorted.length : SHOWN - 1;
  const folded = sorted.slice(cut);
  return { shown: sorted.slice(0, cut), folded, rest: folded.reduce((sum, term) => sum + term.part, 0) };
}

/**
 * What the parts of all terms add up to.
 * @param {Explanation} explanation
 */
export function totalOf({ terms }) {
  return terms.reduce((sum, term) => sum + term.part, 0);
}

/**
 * The number whose logarithm was taken in place of a smaller one; null where the terms themselves were used.
 * @param {Explanation} explanation
 */
export function flooredAt(explanation) {
  const { floor } = explanation.operation;
  return floor !== undefined && totalOf(explanation) < floor ? floor : null;
}

/**
 * Where a number is seen in the scene: as a node's cell, or as a dot of a picture of weights.
 * @typedef {{ kind: 'cell', column: number, node: number } | { kind: 'dot', column: number, row: number, node: number }} Spot
 */

/**
 * @param {string} address
 * @param {readonly string[]} columns names of the columns in order
 * @returns {Spot | null} null for what is not in the scene
 */
export function spot(address, columns) {
  const found = address.match(/^(\w+)\.(\w+)(?:\[(\d+)(?:,(\d+))?\])?$/);
  if (!found) return null;
  const [, layer, tensor, first, second] = found;
  const column = columns.indexOf(layer);
  if (column < 0) return null;
  if (tensor === 'w' || tensor === 'dw' || tensor === 'w_new') return { kind: 'dot', column, row: Number(first), node: Number(second) };
  if (tensor === 'b' || tensor === 'db' || tensor === 'b_new') return { kind: 'dot', column, row: -1, node: Number(first) };
  if (layer === 'loss') return tensor === 't' || tensor === 'x' ? { kind: 'cell', column: column - 1, node: Number(second) } : { kind: 'cell', column, node: 0 };
  // What enters a layer is what left the one before it; the softmax shows its own dx.
  const before = tensor === 'x' || (tensor === 'dx' && layer !== 'softmax') ? 1 : 0;
  return { kind: 'cell', column: column - before, node: Number(second) };
}

/**
 * A spot as a word.
 * @param {Spot} one
 */
export function key(one) {
  return one.kind === 'cell' ? `${one.column}:${one.node}` : `${one.column}:w:${one.row}:${one.node}`;
}

/** Tensors in the order in which blame prefers them: errors, then values, then parameters. */
const BLAMED = ['dout', 'dx', 'loss', 'out', 'x', 'w', 'b', 'dw', 'db'];

/**
 * The next number on the way from an effect to its largest cause.
 * @param {Explanation} explanation
 * @returns {string | null} an address; null where there is no further to go
 */
export function blame({ operation, terms }) {
  if (terms.length === 0 || operation.kind === 'given') return null;
  const largest = terms.reduce((best, term) => (Math.abs(term.part) > Math.abs(best.part) ? term : best));
  // Of a logarithm the term of the right class, however small; its label is 1.
  const right = terms.find((term) => term.factors[1]?.value === 1) ?? largest;
  const pick = { softmax: terms[operation.index ?? 0], gate: terms[0], minusLog: right };
  const chosen = pick[/** @type {'gate'} */ (operation.kind)] ?? largest;
  const addresses = chosen.factors.flatMap(({ address }) => (address ? [address] : []));
  // At the first layer the input is what it is: the weight is to blame.
  if (addresses.some((address) => address.startsWith('affine1.x'))) return addresses.find((address) => address.includes('.w[')) ?? addresses[0];
  const rank = (/** @type {string} */ address) => BLAMED.indexOf(address.split('.')[1].split('[')[0]) + 1 || 99;
  return addresses.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

/**
 * The address one place on in the same tensor.
 * @param {string} address
 * @param {readonly number[]} shape
 * @param {'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'} key
 * @returns {string} the same address at the edge
 */
export function neighbour(address, shape, key) {
  const [name, inside] = address.split('[');
  if (!inside) return address;
  const index = inside.slice(0, -1).split(',').map(Number);
  const axis = key === 'ArrowLeft' || key === 'ArrowRight' ? index.length - 1 : 0;
  const moved = index[axis] + (key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1);
  index[axis] = Math.max(0, Math.min(shape[axis] - 1, moved));
  return `${name}[${index.join(',')}]`;
}
