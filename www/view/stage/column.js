// One column of the stage: its name, and its numbers as ink, boxes, bars or a ruler; where it has weights, their image.
import { chosen as plain, count } from '../../util/format.js';
import { attribute, h, say, style } from '../dom.js';
import { createBars } from './bars.js';
import { createBoxes } from './boxes.js';
import { putOver } from './cell.js';
import { createGrid } from './grid.js';
import { createRuler } from './ruler.js';
import { createWeightImage } from './weights.js';

/**
 * @param {import('../../app/view-model.js').ColumnModel} first the column as it is when it is made
 * @param {number} index its index
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {import('../index.js').Page} page
 */
export function createColumn(first, index, dispatch, page) {
  const [name, size, mine] = [h('b'), h('small'), h('small', { class: 'mine' })];
  const grid = first.few || first.role === 'output' ? null : createGrid(index, dispatch, page);
  const few = grid ? null : first.role === 'output' ? createBars(first.width, index, dispatch, page) : first.role === 'loss' ? createRuler(index, dispatch, page) : createBoxes(first.width, index, dispatch, page);
  const cells = grid ?? /** @type {NonNullable<typeof few>} */ (few);
  const image = first.weights ? createWeightImage(index, dispatch, page) : null;
  const scale = h('small', { class: 'scale', 'aria-hidden': 'true' });
  const element = h('div', { class: 'column', 'data-column': first.name, 'data-kind': first.kind, 'data-role': first.role }, h('div', { class: 'name' }, name, size, mine), cells.element, scale);
  if (image) element.append(image.element);
  let group = 1;

  /**
   * @param {import('../../app/view-model.js').ColumnModel} column
   * @param {import('../../app/view-model.js').Model} model
   * @param {number | undefined} full the number that fills a cell
   */
  function update(column, model, full) {
    const { text, playing } = model;
    say(name, column.title);
    say(size, column.lit ? `${column.shape.map(count).join('×')} · ${column.tensor}` : text.nodes(column.shape));
    say(mine, column.mine ? '✎' : '');
    attribute(mine, 'title', column.mine ? text.mine : null);
    attribute(element, 'data-lit', column.lit);
    attribute(element, 'data-current', column.current && !playing && !model.opening ? model.positions[model.position].phase : null);
    say(scale, grid && column.lit && column.role === 'weighted' && full !== undefined ? `■ = ${plain(full)}${group > 1 ? ` · ×${group}` : ''}` : '');
    attribute(scale, 'title', group > 1 ? text.gathered(group) : null);
    if (grid) grid.update(column, model);
    else few?.update(column, model, 1);
    if (image && column.weights) image.update(column, model);
  }

  /**
   * @param {import('./block.js').Block} block
   * @param {{ em: number, flat: boolean, room: number }} page
   */
  function arrange(block, { em, flat, room }) {
    group = block.group;
    putOver(element, block);
    style(element, '--left', `${block.x}px`);
    element.classList.toggle('shared', block.shared);
    cells.arrange(block, em);
    image?.arrange(Math.max(block.width, 3 * em), flat ? room : Math.min(room * 0.6, 46 * em), room - block.x);
  }

  /**
   * @param {(node: number) => boolean} belongs whether a node belongs to the number in the spotlight
   * @param {import('../../explain/spot.js').Spot | null} pointed
   */
  function involve(belongs, pointed) {
    few?.element.querySelectorAll('.cell').forEach((cell, node) => {
      cell.classList.toggle('involved', belongs(node));
      cell.classList.toggle('pointed', pointed?.kind === 'cell' && pointed.column === index && pointed.node === node);
    });
    image?.name(pointed?.kind === 'dot' && pointed.column === index ? pointed : null);
  }

  return { element, update, arrange, involve, press: (/** @type {number} */ node, /** @type {boolean} */ focus) => grid?.press(node, focus) };
}
