// The windows of a sum over pictures, as grids: one for each channel, in each cell a number and the weight that it is
// multiplied with, framed by the sign of their product, solid or dashed, and coloured by its size.
import { foremost, isPadding } from '../../explain/window.js';
import { number, short } from '../../util/format.js';
import { h } from '../dom.js';
import { joined, operandOf } from './operands.js';

/** @typedef {import('../../explain/terms.js').Term} Term */
/** @typedef {import('../../explain/window.js').Grid} Grid */

/**
 * @param {import('../../explain/window.js').Windows} windows
 * @param {object} page
 * @param {import('../../text/index.js').Text} page.text
 * @param {boolean} page.rgb whether the channels are red, green and blue
 * @param {boolean} page.all whether all channels are to be shown
 * @param {() => void} page.unfold shows them
 * @returns {HTMLElement[]} the rest of a line, and the grids
 */
export function windowGrids(windows, { text, rgb, all, unfold }) {
  const { micro } = text;
  const { shown, folded, rest } = foremost(windows, all);
  const most = Math.max(...windows.grids.flatMap(({ cells }) => cells.map((term) => Math.abs(term?.part ?? 0))));
  const parts = shown.map((grid) => gridOf(grid, windows.side, most, rgb ? text.channels[grid.channel] : micro.channel(grid.channel), rgb ? 'RGB'[grid.channel] : `ch ${grid.channel}`));
  if (folded.length > 0) {
    const button = h('button', { type: 'button', class: 'link', click: unfold }, micro.channels(folded.length));
    parts.push(h('span', { class: 'term' }, h('span', { class: 'above' }, button), partOf(rest)));
  }
  const products = h('span', { class: 'sign' }, `Σ ${windows.turned ? 'dout' : 'x'}·w`);
  const bias = windows.bias ? [h('span', { class: 'sign' }, '+ b'), operandOf(windows.bias.factors[0])] : [];
  const note = windows.padded ? micro.padded : windows.cut ? micro.cut : '';
  return [products, ...bias, ...(note ? [h('span', { class: 'words' }, note)] : []), h('span', { class: 'windows' }, ...joined(parts))];
}

/**
 * @param {Grid} grid
 * @param {number} side
 * @param {number} most the largest part of all windows
 * @param {string} name
 * @param {string} letters the same, short
 */
function gridOf({ cells, sum }, side, most, name, letters) {
  const pixels = h('span', { class: 'pixels' }, ...cells.map((term) => pixelOf(term, most)));
  pixels.style.setProperty('--side', String(side));
  return h('span', { class: 'window', role: 'group', 'aria-label': `${name}: ${number(sum)}` }, h('span', { class: 'which' }, h('b', { title: name }, letters), partOf(sum)), pixels);
}

/**
 * A number and its weight.
 * @param {Term | null} term null past the border, where there is nothing
 * @param {number} most
 */
function pixelOf(term, most) {
  if (!term) return h('span', { class: 'pixel border' });
  const { part, factors: [what, weight] } = term;
  const pixel = h('span', { class: `pixel ${isPadding(term) ? 'border' : part < 0 ? 'minus' : part > 0 ? 'plus' : ''}`, 'data-part': String(part) },
    operandOf(what, true), h('span', { class: 'times' }, '×', operandOf(weight, true)));
  pixel.style.setProperty('--share', String(most > 0 ? Math.abs(part) / most : 0));
  return pixel;
}

/** @param {number} part */
function partOf(part) {
  return h('small', { class: part < 0 ? 'part minus' : 'part', 'data-part': String(part) }, short(part));
}

/**
 * The four numbers of a max pooling, with a ring around the largest.
 * @param {{ side: number, cells: Term[], largest: number }} pool
 */
export function poolGrid({ side, cells, largest }) {
  const pixels = h('span', { class: 'pixels pool' }, ...cells.map(({ factors }, i) => h('span', { class: i === largest ? 'pixel largest' : 'pixel' }, operandOf(factors[0]))));
  pixels.style.setProperty('--side', String(side));
  return pixels;
}
