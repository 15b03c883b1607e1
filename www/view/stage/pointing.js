// The pointer on the columns that are drawn in ink: which number is at a point, and what a press does.
import { nodeAddress } from '../../explain/spot.js';
import { leadersOf, nodeAt } from './block.js';

/** What is on the stage. @typedef {{ model: import('../../app/view-model.js').Model, blocks: readonly import('./block.js').Block[], shown: readonly boolean[] }} Scene */

/**
 * @param {HTMLElement} layer of the columns, as large as the picture
 * @param {() => Scene | null} present
 * @param {(column: number, node: number) => void} press called for a cell that was pressed
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {import('../index.js').Page} page
 */
export function createPointing(layer, present, press, dispatch, page) {
  /**
   * The cell at a point of the window.
   * @param {number} clientX
   * @param {number} clientY
   * @returns {{ column: number, node: number } | null}
   */
  function cellAt(clientX, clientY) {
    const scene = present();
    if (!scene) return null;
    const { model, blocks, shown } = scene;
    const rect = layer.getBoundingClientRect();
    // A slide can be drawn smaller or larger than it is laid out.
    const scale = rect.width / layer.offsetWidth || 1;
    const [x, y] = [(clientX - rect.left) / scale, (clientY - rect.top) / scale];
    for (let column = blocks.length - 1; column >= 0; column -= 1) {
      const block = blocks[column];
      if (!shown[column] || (block.shared && !model.columns[column].lit)) continue;
      const node = nodeAt(block, x, y);
      if (node === null) continue;
      if (block.group === 1) return { column, node };
      const leaders = leadersOf(block, model.columns[column].values);
      return { column, node: [...leaders].find((one) => one >= node) ?? node };
    }
    return null;
  }

  /**
   * The address of the number that is drawn at a point of the window.
   * @param {number} clientX
   * @param {number} clientY
   * @returns {string | null} null where none is
   */
  function addressAt(clientX, clientY) {
    const cell = cellAt(clientX, clientY);
    const model = present()?.model;
    if (!cell || !model) return null;
    const column = model.columns[cell.column];
    return column.values[cell.node] === undefined ? null : nodeAddress(column, cell.node, model.row);
  }

  layer.addEventListener('pointermove', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[role=grid]')) return;
    const cell = cellAt(event.clientX, event.clientY);
    page.point(cell && { kind: 'cell', ...cell });
  });
  layer.addEventListener('pointerout', (event) => {
    if (event.target instanceof Element && event.target.closest('[role=grid]')) page.point(null);
  });
  layer.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[role=grid]')) return;
    const cell = cellAt(event.clientX, event.clientY);
    const address = addressAt(event.clientX, event.clientY);
    if (!cell || !address) return;
    press(cell.column, cell.node);
    dispatch('select', address);
  });

  return { addressAt };
}
