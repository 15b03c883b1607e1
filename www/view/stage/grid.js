// A column that is drawn in ink, as the keyboard and the screen reader have it: a grid with one live cell, which stands
// over the node in focus. The arrow keys move it, in a picture to the pixel beside it; its name and value are those of the node.
import { indexBeside } from '../../core/address.js';
import { indexAt, isPicture, placeOf } from '../../core/tensor-shape.js';
import { nodeAddress } from '../../explain/spot.js';
import { short } from '../../util/format.js';
import { attribute, h } from '../dom.js';
import { cellBox } from './block.js';
import { putOver } from './cell.js';

/**
 * @param {number} index of the column
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {import('../index.js').Page} page
 */
export function createGrid(index, dispatch, page) {
  const cell = h('div', { class: 'live', role: 'gridcell', tabIndex: 0 });
  const row = h('div', { role: 'row' }, cell);
  const element = h('div', { class: 'cells', role: 'grid' }, row);
  /** The node in focus, or the one that Tab leads to. */
  let node = 0;
  /** @type {import('./block.js').Block | null} */
  let block = null;
  /** @type {import('../../app/view-model.js').ColumnModel | null} */
  let column = null;
  /** @type {import('../../app/view-model.js').Model | null} */
  let model = null;

  cell.addEventListener('focus', () => page.point({ kind: 'cell', column: index, node }));
  cell.addEventListener('blur', () => page.point(null));
  cell.addEventListener('keydown', (event) => {
    const count = column?.width ?? 1;
    // In a group the arrows to the side go from node to node.
    const across = (block?.across ?? 1) * (block?.group ?? 1);
    const moves = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across, Home: -node, End: count - 1 - node };
    const next = inPicture(event) ?? node + (moves[/** @type {keyof typeof moves} */ (event.key)] ?? NaN);
    if (!Number.isNaN(next)) {
      event.preventDefault();
      if (next < 0 || next >= count) return;
      stand(next);
      page.point({ kind: 'cell', column: index, node });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const address = cell.getAttribute('data-address');
      if (address) dispatch('select', address);
    }
  });

  /**
   * The pixel that a key leads to in pictures: the one beside it, or the same place of another channel.
   * @param {KeyboardEvent} event
   * @returns {number | null} null where there are no pictures, or the key leads nowhere
   */
  function inPicture({ key, shiftKey }) {
    // While presenting, PageUp and PageDown are the keys of a remote.
    if (!column || !isPicture(column.shape) || (model?.state.present && key.startsWith('Page'))) return null;
    const index = indexBeside([0, ...indexAt(node, column.shape)], [1, ...column.shape], key, shiftKey);
    return index && placeOf(index.slice(1), column.shape);
  }

  /**
   * Moves the live cell to a node.
   * @param {number} to
   */
  function stand(to) {
    node = to;
    name();
    place();
  }

  function name() {
    if (!column || !model) return;
    const value = column.values[node];
    const label = model.text.node(column.title, indexAt(node, column.shape));
    attribute(cell, 'aria-label', value === undefined ? label : `${label}: ${short(value)}`);
    attribute(cell, 'data-node', String(node));
    attribute(cell, 'data-address', value === undefined ? null : nodeAddress(column, node, model.row));
    attribute(cell, 'data-value', value === undefined ? null : String(value));
  }

  function place() {
    if (!block) return;
    putOver(cell, cellBox(block, node), block);
    // The channels of pictures are read one under another.
    const across = block.picture?.width ?? block.across * block.group;
    attribute(element, 'aria-rowcount', String(Math.ceil(block.count / across)));
    attribute(element, 'aria-colcount', String(across));
    attribute(row, 'aria-rowindex', String(Math.floor(node / across) + 1));
    attribute(cell, 'aria-colindex', String((node % across) + 1));
  }

  return {
    element,
    /**
     * @param {import('../../app/view-model.js').ColumnModel} now
     * @param {import('../../app/view-model.js').Model} whole
     */
    update(now, whole) {
      [column, model] = [now, whole];
      attribute(element, 'aria-label', `${now.title}.${now.tensor}`);
      attribute(element, 'aria-disabled', now.lit ? null : 'true');
      name();
    },
    /** @param {import('./block.js').Block} now */
    arrange(now) {
      block = now;
      place();
    },
    /**
     * Lets Tab, and where the keys belong to the page the focus, go to a node that was pressed.
     * @param {number} to
     * @param {boolean} focus
     */
    press(to, focus) {
      stand(to);
      if (focus) cell.focus({ preventScroll: true });
    },
  };
}
