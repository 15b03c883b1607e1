// A column that is drawn in ink, as the keyboard and the screen reader have it: a grid with one live cell, which stands
// over the node in focus. The arrow keys move it; its name and value are those of the node.
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
    const move = moves[/** @type {keyof typeof moves} */ (event.key)];
    if (move !== undefined) {
      event.preventDefault();
      if (node + move < 0 || node + move >= count) return;
      stand(node + move);
      page.point({ kind: 'cell', column: index, node });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const address = cell.getAttribute('data-address');
      if (address) dispatch('select', address);
    }
  });

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
    const label = model.text.node(column.title, node);
    attribute(cell, 'aria-label', value === undefined ? label : `${label}: ${short(value)}`);
    attribute(cell, 'data-node', String(node));
    attribute(cell, 'data-address', value === undefined ? null : nodeAddress(column, node, model.row));
    attribute(cell, 'data-value', value === undefined ? null : String(value));
  }

  function place() {
    if (!block) return;
    putOver(cell, cellBox(block, node), block);
    const across = block.across * block.group;
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
