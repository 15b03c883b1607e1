// The terms of an explanation: their order, which are folded away, and which is to blame.
import { parse } from '../core/address.js';

/** @typedef {{ address: string | null, name: string, value: number }} Factor */
/** @typedef {{ part: number, factors: Factor[] }} Term */
/** @typedef {{ file: string, line: number, text: string, first: number, function: string[], standsFor?: string }} Statement */
/**
 * @typedef {object} Explanation
 * @property {string} address
 * @property {string} [from] where it was taken over from, unchanged; what follows is of that number. Left out where it is no copy
 * @property {number} value
 * @property {{ rows: number, own?: number }} [mean] of a mean over colours, which has one term for each: how many they are, and which
 * of them the colour of the pass is; left out where it is no mean, as `own` is where that colour is not among them, or
 * the pass is of all of them
 * @property {{ kind: 'sum' | 'gate' | 'atMostZero' | 'max' | 'place' | 'at' | 'softmax' | 'minusLog' | 'given', index?: number, floor?: number, place?: number }} operation
 * @property {Term[]} terms
 * @property {string} numpy
 * @property {Statement} rust
 */

/** What each colour contributes to a mean. @typedef {{ rows: number, own: number | null, values: number[] }} Contributions */

/** The most lines shown; where there are more terms, the smallest are folded into the last line. */
const SHOWN = 5;

/**
 * The terms of a sum, the largest part first; those beyond the limit are folded.
 * @param {Explanation} explanation
 * @param {boolean} open whether all are to be shown
 * @param {number | null} [own] of a mean: the colour on display, whose term is never folded
 * @returns {{ shown: Term[], folded: Term[], rest: number }} `rest` is the sum of the folded ones
 */
export function ordered({ operation, terms }, open, own = null) {
  if (operation.kind !== 'sum' || terms.length <= SHOWN) return { shown: terms, folded: [], rest: 0 };
  const sorted = [...terms].sort((a, b) => Math.abs(b.part) - Math.abs(a.part));
  const cut = open ? sorted.length : SHOWN - 1;
  const mine = own === null ? -1 : sorted.indexOf(terms[own]);
  // It takes the place of the last that would be shown.
  if (mine >= cut) sorted.splice(cut - 1, 0, ...sorted.splice(mine, 1));
  const folded = sorted.slice(cut);
  return { shown: sorted.slice(0, cut), folded, rest: folded.reduce((sum, term) => sum + term.part, 0) };
}

/**
 * What each colour contributes to a mean: the loss of each, or the gradient that it alone would give.
 * @param {Explanation | null} explanation
 * @param {number} row of the colour on display, where the pass is of all of them
 * @returns {Contributions | null} null where it is no mean
 */
export function contributionsOf(explanation, row) {
  if (!explanation?.mean) return null;
  const { mean: { rows, own }, terms } = explanation;
  const ofAll = terms.every(({ factors }) => factors.some(({ address }) => address));
  return { rows, own: own ?? (ofAll ? row : null), values: terms.map(({ part }) => part * rows) };
}

/**
 * The sum of the parts of all terms.
 * @param {Explanation} explanation
 */
export function totalOf({ terms }) {
  return terms.reduce((sum, term) => sum + term.part, 0);
}

/**
 * The floor, where it replaced a smaller number in the logarithm; null where it didn't.
 * @param {Explanation} explanation
 */
export function flooredAt(explanation) {
  const { floor } = explanation.operation;
  return floor !== undefined && totalOf(explanation) < floor ? floor : null;
}

/** Tensors in the order in which blame prefers them: errors, then values, then parameters. */
const BLAMED = ['dout', 'dx', 'loss', 'out', 'x', 'w', 'b', 'dw', 'db'];

/**
 * The operand that contributes most to a number: the next step back to its cause.
 * @param {Explanation} explanation
 * @param {string} firstLayer the layer that the input goes into
 * @returns {string | null} an address; null where there is no further to go
 */
export function blame({ operation, terms }, firstLayer) {
  if (terms.length === 0 || operation.kind === 'given') return null;
  const largest = terms.reduce((best, term) => (Math.abs(term.part) > Math.abs(best.part) ? term : best));
  // For a logarithm, the term of the right class, whose label is 1, however small.
  const greatest = terms.reduce((best, term) => (term.part > best.part ? term : best));
  const right = terms.find((term) => term.factors[1]?.value === 1) ?? largest;
  const pick = { softmax: terms[operation.index ?? 0], gate: terms[0], at: terms[0], max: greatest, place: greatest, minusLog: right };
  const chosen = pick[/** @type {'gate'} */ (operation.kind)] ?? largest;
  const causes = chosen.factors.flatMap(({ address }) => (address ? [{ address, parts: parse(address) }] : []));
  // At the first layer the input can't be to blame: the weight is.
  const first = causes.some(({ parts }) => parts?.layer === firstLayer && parts.tensor === 'x');
  if (first) return (causes.find(({ parts }) => parts?.tensor === 'w') ?? causes[0]).address;
  const rank = (/** @type {typeof causes[0]} */ { parts }) => BLAMED.indexOf(parts?.tensor ?? '') + 1 || 99;
  return causes.sort((a, b) => rank(a) - rank(b))[0]?.address ?? null;
}
