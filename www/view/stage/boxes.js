// A column of few nodes: a box with a number for each; on the way back also its wish.
import { hex, short } from '../../util/format.js';
import { nodeAddress } from '../../explain/spot.js';
import { over, strength, largest } from '../../util/tint.js';
import { attribute, h, say, style, svg } from '../dom.js';
import { roving } from '../roving.js';
import { cellBox } from './block.js';
import { createCell, putOver } from './cell.js';
import { sideOf } from './scale.js';

/** From this strength on, a number is written in paper on ink: so both read well in both themes. */
const DARK = 0.64;

/** @typedef {{ cell: HTMLButtonElement, value: HTMLElement, wish: SVGElement }} Parts */

/**
 * @param {number} count
 * @param {number} index of the column
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {import('../index.js').Page} page
 */
export function createBoxes(count, index, dispatch, page) {
  const element = h('div', { class: 'cells few', role: 'group' });
  let across = 1;
  const ready = roving(element, () => across);
  /** @type {Parts[]} */
  const parts = Array.from({ length: count }, (_, node) => {
    const value = h('span', { class: 'digits' });
    const wish = svg('path', { class: 'wish' });
    const picture = svg('svg', { viewBox: '-50 -50 100 100', 'aria-hidden': 'true' });
    picture.append(wish);
    const cell = createCell({ kind: 'cell', column: index, node }, dispatch, page, picture, value);
    return { cell, value, wish };
  });
  element.append(...parts.map(({ cell }) => cell));
  ready();

  /**
   * @param {import('../../app/view-model.js').ColumnModel} column
   * @param {import('../../app/view-model.js').Model} model
   * @param {number} wishScale the gradient that fills a box
   */
  function update(column, model, wishScale) {
    const { text, row, classNames, shown } = model;
    attribute(element, 'aria-label', `${column.title}.${column.tensor}`);
    const values = column.ghost ?? column.values;
    const most = largest(values);
    parts.forEach(({ cell, value: number, wish }, node) => {
      const value = column.values[node];
      const known = value !== undefined;
      const drawn = values[node];
      const dark = known && !column.ghost ? strength(drawn, most) : 0;
      const { classList } = cell;
      style(cell, '--s', dark.toFixed(3));
      classList.toggle('unknown', !known);
      classList.toggle('minus', known && drawn < 0);
      classList.toggle('dark', dark > DARK);
      classList.toggle('wishing', column.ghost !== null);
      classList.toggle('long', known && short(drawn).length > 4);
      attribute(cell, 'data-address', known ? nodeAddress(column, node, row) : null);
      attribute(cell, 'data-value', known ? String(value) : null);
      const label = text.node(column.title, [node]);
      const written = known ? short(drawn) : column.role === 'input' ? '' : '?';
      // On the way back the gradient comes first, and the number behind it is said, too.
      attribute(cell, 'aria-label', column.ghost && known ? `${label}: ${short(value)}, ${written}` : written === '' ? label : `${label}: ${written}`);
      say(number, written);
      attribute(cell, 'data-class', nameOf(column.role, node, classNames) || null);
      attribute(wish, 'd', known && column.ghost ? wishPath(value, wishScale) : '');
      attribute(wish, 'data-up', known && column.ghost ? String(value < 0) : null);
      if (column.role === 'input') {
        const channel = [0, 0, 0].map((_, c) => (c === node ? shown.rgb[c] : 0));
        style(cell, '--channel', hex(channel));
        style(cell, '--over', over(channel));
      }
    });
  }

  /** @param {import('./block.js').Block} block */
  function arrange(block) {
    across = block.across;
    parts.forEach(({ cell }, node) => putOver(cell, cellBox(block, node), block));
  }

  return { element, update, arrange };
}

/**
 * A wish as the path of a triangle in a square of 100.
 * @param {number} gradient
 * @param {number} scale
 */
function wishPath(gradient, scale) {
  if (gradient === 0 || !Number.isFinite(gradient)) return 'M-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0';
  const side = Math.max(18, sideOf(gradient, scale, 76));
  const tall = side * (gradient < 0 ? 0.44 : -0.44);
  return `M0 ${-tall}L${side / 2} ${tall}H${-side / 2}Z`;
}

/**
 * The label of a box: a channel or a class.
 * @param {import('../../app/view-model.js').ColumnModel['role']} role
 * @param {number} node
 * @param {string[]} classNames
 */
function nameOf(role, node, classNames) {
  if (role === 'input') return 'RGB'[node] ?? '';
  return role === 'weighted' ? (classNames[node] ?? '') : '';
}
