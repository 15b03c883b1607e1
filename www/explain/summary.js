// A short look at how a number came about: its formula, its largest terms, and how many more there are.
import { parse } from '../core/address.js';
import { totalOf } from './terms.js';
import { number } from '../util/format.js';
import { windowsIn } from './window.js';

/** @typedef {import('./terms.js').Explanation} Explanation */
/** @typedef {import('./terms.js').Term} Term */

/** The most terms that are shown. */
const SHOWN = 4;

/**
 * @typedef {object} Line
 * @property {string} made the product, or what the part was made of
 * @property {number} part of the result
 * @property {string} address of what it was made of, as a name for the line
 * @property {number} [channel] where it is a window of a picture, its channel
 */

/**
 * @typedef {object} Summary
 * @property {string} formula with the names of the tensors; empty where there is none worth showing
 * @property {Line[]} lines the largest first
 * @property {number} more terms that are not 0 and not shown
 * @property {number} rest their sum
 * @property {number} zeros terms that are 0 and not shown
 * @property {number | null} bias that is not shown; null where there is none
 */

/**
 * @param {Explanation} explanation
 * @returns {Summary}
 */
export function summaryOf(explanation) {
  const { operation, terms } = explanation;
  if (operation.kind === 'softmax') return ofSoftmax(terms);
  if (operation.kind === 'minusLog') return ofLogarithm(explanation);
  if (operation.kind !== 'sum') return { formula: '', lines: [], more: 0, zeros: 0, rest: 0, bias: null };
  const windows = windowsIn(explanation);
  if (windows) return ofWindows(windows, terms);
  const many = terms.length > SHOWN;
  const single = terms.filter(({ factors }) => factors.length === 1);
  const products = terms.filter(({ factors }) => factors.length > 1);
  const listed = many && products.length > 0 ? products : terms;
  const sorted = listed.filter(({ part }) => part !== 0).sort((a, b) => Math.abs(b.part) - Math.abs(a.part));
  const lines = (sorted.length > 0 ? sorted : listed.slice(0, 1)).slice(0, SHOWN).map(lineOf);
  return {
    formula: formulaOf(products, single),
    lines,
    more: Math.max(0, sorted.length - SHOWN),
    zeros: sorted.length > 0 ? listed.length - sorted.length : listed.length - lines.length,
    rest: sorted.slice(SHOWN).reduce((sum, { part }) => sum + part, 0),
    bias: listed !== terms && single.length > 0 ? single.reduce((sum, { part }) => sum + part, 0) : null,
  };
}

/**
 * The names of the tensors in a sum: `Σ x·w + b`.
 * @param {Term[]} products
 * @param {Term[]} single
 */
function formulaOf(products, single) {
  const name = (/** @type {import('./terms.js').Factor} */ { address }) => (address ? (parse(address)?.tensor ?? null) : null);
  const names = (products[0] ?? single[0])?.factors.map(name) ?? [];
  if (names.length === 0 || names.includes(null)) return '';
  const many = products.length > 1 || (products.length === 0 && single.length > 1);
  const after = products.length > 0 && single.length > 0 ? ` + ${name(single[0].factors[0])}` : '';
  return `${many ? 'Σ ' : ''}${names.join('·')}${after}`;
}

/** @param {Term} term @returns {Line} */
function lineOf({ factors, part }) {
  const made = factors.map(({ value }) => number(value)).join(' × ');
  return { made, part, address: factors.flatMap(({ address }) => address ?? []).join(' · ') };
}

/**
 * A line for each channel, with the sum of its window.
 * @param {import('./window.js').Windows} windows
 * @param {Term[]} terms
 * @returns {Summary}
 */
function ofWindows({ grids, bias }, terms) {
  const sorted = [...grids].sort((a, b) => Math.abs(b.sum) - Math.abs(a.sum));
  const lines = sorted.slice(0, SHOWN).map(({ channel, sum, cells }) => ({ made: '', part: sum, channel, address: cells.find((term) => term?.factors[0].address)?.factors[0].address ?? '' }));
  const rest = sorted.slice(SHOWN);
  const formula = formulaOf(terms.filter(({ factors }) => factors.length > 1 && factors[0].address), bias ? [bias] : []);
  return { formula, lines, more: rest.length, zeros: 0, rest: rest.reduce((sum, grid) => sum + grid.sum, 0), bias: bias ? bias.part : null };
}

/** @param {Term[]} terms @returns {Summary} */
function ofSoftmax(terms) {
  const most = Math.max(...terms.map(({ factors }) => factors[0].value));
  const lines = terms.map(({ factors, part }) => ({ made: `exp(${number(factors[0].value)} − ${number(most)})`, part, address: factors[0].address ?? '' }));
  return { formula: 'exp(x) ÷ Σ exp(x)', lines: lines.slice(0, SHOWN), more: Math.max(0, lines.length - SHOWN), zeros: 0, rest: lines.slice(SHOWN).reduce((sum, { part }) => sum + part, 0), bias: null };
}

/** @param {Explanation} explanation @returns {Summary} */
function ofLogarithm(explanation) {
  return { formula: `−ln ${number(totalOf(explanation))}`, lines: [], more: 0, zeros: 0, rest: 0, bias: null };
}
