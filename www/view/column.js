// One column of the scene: a layer's name, a cell for each node, and where it has weights their picture.
import { hex, short } from '../format.js';
import { nodeAddress } from '../model.js';
import { largest, strength } from '../tint.js';
import { attribute, h, say } from './dom.js';
import { createPicture } from './picture.js';
import { roving } from './roving.js';

/**
 * @param {import('../model.js').ColumnModel} first the column as it is when it is made
 * @param {{ select: (address: string) => void, hover: (address: string | null) => void }} on
 */
export function createColumn(first, on) {
  const name = h('b');
  const size = h('small');
  const cells = h('div', { class: `cells ${first.few ? 'few' : ''}`, role: 'group' });
  const picture = first.weights ? createPicture(on) : null;
  const box = h('div', { class: 'box' }, h('div', { class: 'name' }, name, size), cells);
  const element = h('div', { class: 'column', 'data-column': first.name, 'data-kind': first.kind }, box);
  if (picture) element.append(picture.element);
  let across = 1;
  const ready = roving(cells, () => across);
  for (let i = 0; i < first.width; i += 1) cells.append(h('button', { type: 'button', class: 'cell' }));
  ready();

  const addressOf = (/** @type {Event} */ event) => {
    const cell = event.target instanceof Element ? event.target.closest('.cell') : null;
    return cell?.getAttribute('data-address') ?? null;
  };
  cells.addEventListener('click', (event) => {
    const address = addressOf(event);
    if (address) on.select(address);
  });
  cells.addEventListener('pointerover', (event) => on.hover(addressOf(event)));
  cells.addEventListener('pointerleave', () => on.hover(null));
  cells.addEventListener('focusin', (event) => on.hover(addressOf(event)));
  cells.addEventListener('focusout', () => on.hover(null));

  /**
   * @param {import('../model.js').ColumnModel} column
   * @param {import('../model.js').Model} model
   */
  function update(column, model) {
    const { text, row, data, selected, playing, shown } = model;
    say(name, column.title);
    say(size, text.nodes(column.width));
    attribute(cells, 'aria-label', `${column.title}.${column.tensor}`);
    attribute(element, 'data-lit', column.lit);
    attribute(element, 'data-current', column.current && !playing ? model.walk[model.index].phase : null);
    const most = largest(column.values);
    [...cells.children].forEach((child, i) => {
      const cell = /** @type {HTMLElement} */ (child);
      const value = column.values[i];
      const known = value !== undefined;
      const address = nodeAddress(column, i, row);
      const dark = known ? strength(value, column.kind === 'softmax' && column.tensor === 'out' ? 1 : most) : 0;
      cell.style.setProperty('--s', dark.toFixed(3));
      const blocked = column.blocked?.[i] === 1;
      const look = known ? `${value < 0 ? ' minus' : ''}${dark > 0.5 ? ' dark' : ''}${blocked ? ' blocked' : ''}` : ' unknown';
      attribute(cell, 'class', `cell${look}${known && column.few && short(value).length > 4 ? ' long' : ''}${selected?.address === address ? ' selected' : ''}`);
      attribute(cell, 'data-address', known ? address : null);
      attribute(cell, 'data-value', known ? String(value) : null);
      const label = text.node(column.title, i);
      attribute(cell, 'aria-label', column.few && known ? `${label}: ${short(value)}` : label);
      if (column.few) {
        say(cell, known ? short(value) : '');
        attribute(cell, 'data-class', labelOf(column.kind, i, data.classes, text));
      }
      if (column.kind === 'data') {
        const channel = [0, 0, 0].map((_, c) => (c === i ? shown.rgb[c] : 0));
        cell.style.setProperty('--channel', hex(channel));
      }
    });
    if (picture && column.weights) picture.update(column, model);
  }

  /**
   * @param {number} side cells side by side
   * @param {[number, number] | null} pixels for each weight
   */
  function arrange(side, pixels) {
    across = side;
    element.style.setProperty('--across', String(side));
    if (picture && pixels) picture.arrange(pixels);
  }

  return { element, update, arrange };
}

/**
 * What a cell with a number stands for: a channel or a class.
 * @param {import('../model.js').ColumnModel['kind']} kind
 * @param {number} i
 * @param {string[]} classes
 * @param {import('../text/index.js').Text} text
 */
function labelOf(kind, i, classes, text) {
  if (kind === 'data') return 'RGB'[i];
  if (kind === 'loss' || !classes[i]) return null;
  return text.className(classes[i]);
}
