// One column of the scene: a layer's name, a cell for each node, and where it has weights their image.
import { count, hex, short } from '../../util/format.js';
import { sees } from '../../app/view-model.js';
import { hasMaps } from '../../layers/columns.js';
import { nodeAddress } from '../../explain/spot.js';
import { largest, over, strength } from '../../util/tint.js';
import { attribute, h, say } from '../dom.js';
import { createWeightImage } from './weights.js';
import { roving } from '../roving.js';
import { createNodeMaps } from './node-maps.js';

/** From this strength on, a cell's number is written in paper on ink: so both read well in both themes. */
const DARK = 0.64;

/**
 * @param {import('../../app/view-model.js').ColumnModel} first the column as it is when it is made
 * @param {number} index its index
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {import('../index.js').Page} page
 */
export function createColumn(first, index, dispatch, page) {
  const name = h('b');
  const size = h('small');
  const mine = h('small', { class: 'mine' });
  const cells = h('div', { class: `cells ${first.few ? 'few' : ''}`, role: 'group' });
  const image = first.weights ? createWeightImage(index, dispatch, page) : null;
  const maps = hasMaps(first.kind) ? createNodeMaps() : null;
  const box = h('div', { class: 'box' }, h('div', { class: 'name' }, name, size, mine), ...(maps ? [maps.element] : []), cells);
  const element = h('div', { class: 'column', 'data-column': first.name, 'data-kind': first.kind }, box);
  if (image) element.append(image.element);
  let across = 1;
  const ready = roving(cells, () => across);
  for (let i = 0; i < first.width; i += 1) cells.append(h('button', { type: 'button', class: 'cell' }));
  ready();

  const cellOf = (/** @type {Event} */ event) => (event.target instanceof Element ? event.target.closest('.cell') : null);
  const point = (/** @type {Event} */ event) => {
    const node = [...cells.children].findIndex((cell) => cell === cellOf(event));
    page.point(node < 0 ? null : { kind: 'cell', column: index, node });
  };
  cells.addEventListener('click', (event) => {
    const address = cellOf(event)?.getAttribute('data-address');
    if (address) dispatch('select', address);
  });
  for (const type of ['pointerover', 'focusin']) cells.addEventListener(type, point);
  for (const type of ['pointerleave', 'focusout']) cells.addEventListener(type, () => page.point(null));
  /** How dark each cell was drawn. @type {string[]} */
  const drawn = [];

  /**
   * @param {import('../../app/view-model.js').ColumnModel} column
   * @param {import('../../app/view-model.js').Model} model
   */
  function update(column, model) {
    const { text, row, data, selected, playing, shown } = model;
    say(name, column.title);
    say(size, column.lit ? `${count(column.width)} · ${column.tensor}` : text.nodes(column.width));
    say(mine, column.mine ? '✎' : '');
    attribute(mine, 'title', column.mine ? text.mine : null);
    attribute(cells, 'aria-label', `${column.title}.${column.tensor}`);
    attribute(element, 'data-lit', column.lit);
    attribute(element, 'data-current', column.current && !playing ? model.positions[model.position].phase : null);
    const seeing = sees(model, column);
    maps?.update(model.maps, column.name, seeing);
    attribute(element, 'data-seeing', seeing ? '' : null);
    const most = largest(column.values);
    const all = [...cells.children];
    all.forEach((child, i) => {
      const cell = /** @type {HTMLElement} */ (child);
      const value = column.values[i];
      const known = value !== undefined;
      const address = nodeAddress(column, i, row);
      const dark = known ? strength(value, column.role === 'output' && column.tensor === 'out' ? 1 : most) : 0;
      const share = dark.toFixed(3);
      if (drawn[i] !== share) cell.style.setProperty('--s', share);
      drawn[i] = share;
      const blocked = column.lit === 'backward' && column.blocked?.[i] === 1;
      // One by one, so that a cell that looks the same costs the browser nothing.
      const { classList } = cell;
      classList.toggle('unknown', !known);
      classList.toggle('minus', known && value < 0);
      classList.toggle('dark', known && dark > DARK);
      classList.toggle('blocked', blocked);
      classList.toggle('long', known && column.few && short(value).length > 4);
      classList.toggle('selected', known && selected?.address === address);
      attribute(cell, 'data-address', known ? address : null);
      attribute(cell, 'data-value', known ? String(value) : null);
      const label = text.node(column.title, i);
      attribute(cell, 'aria-label', column.few && known ? `${label}: ${short(value)}` : label);
      if (column.few) {
        say(cell, known && !seeing ? short(value) : '');
        attribute(cell, 'data-class', labelOf(column.role, i, data.classes, text));
      }
      if (column.role === 'input') {
        const channel = [0, 0, 0].map((_, c) => (c === i ? shown.rgb[c] : 0));
        cell.style.setProperty('--channel', hex(channel));
        cell.style.setProperty('--over', over(channel));
      }
    });
    if (image && column.weights) image.update(column, model);
  }

  /**
   * @param {number} side cells side by side
   * @param {[number, number] | null} pixels for each weight
   */
  function arrange(side, pixels) {
    across = side;
    element.style.setProperty('--across', String(side));
    if (image && pixels) image.arrange(pixels);
    maps?.arrange(cells);
  }

  /**
   * Marks the cells that belong to the selected number, and the one that is pointed at.
   * @param {Set<string>} involved
   * @param {string} pointed
   * @param {string} named the spot that the sentence mentions
   */
  function involve(involved, pointed, named) {
    [...cells.children].forEach((cell, i) => {
      cell.classList.toggle('involved', involved.has(`${index}:${i}`));
      cell.classList.toggle('pointed', pointed === `${index}:${i}`);
      cell.classList.toggle('named', named === `${index}:${i}`);
    });
    // A weight that is pointed at, or else spoken of, is ringed in the image.
    image?.name([pointed, named].find((one) => one.startsWith(`${index}:w:`)) ?? '');
  }

  /** Where the cells are on the screen, and how to find the dots of the image. */
  function measure() {
    return { cells: [...cells.children].map((cell) => cell.getBoundingClientRect()), dot: image?.measure() };
  }

  return { element, update, arrange, involve, measure };
}

/**
 * The label of a cell with a number: a channel or a class.
 * @param {import('../../app/view-model.js').ColumnModel['role']} role
 * @param {number} i
 * @param {string[]} classes
 * @param {import('../../text/index.js').Text} text
 */
function labelOf(role, i, classes, text) {
  if (role === 'input') return 'RGB'[i];
  if (role === 'loss' || !classes[i]) return null;
  return text.className(classes[i]);
}
