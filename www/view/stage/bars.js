// The answer: a bar of probability for each class. At the loss the label's outline drops on it; on the way back the
// difference between the two is the gradient. At an update the bars go to the answer of the new weights, and a mark stays.
import { bestOf } from '../../colours/regions.js';
import { nodeAddress } from '../../explain/spot.js';
import { percent, short } from '../../util/format.js';
import { attribute, h, lengthOf, say, style } from '../dom.js';
import { roving } from '../roving.js';
import { cellBox } from './block.js';
import { createCell, putOver } from './cell.js';

/** Lower bars than this have their share beside the name, ems. */
const ROOMY = 3.5;

/** A share in four letters at most, so that beside it the name has room. @param {number} share */
const brief = (share) => (share >= 0.0995 && share <= 1 ? `${Math.round(100 * share)}%` : percent(share));

/**
 * @param {number} count
 * @param {number} index of the column
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {import('../index.js').Page} page
 */
export function createBars(count, index, dispatch, page) {
  const element = h('div', { class: 'cells answers', role: 'group' });
  const ready = roving(element, () => 1);
  const parts = Array.from({ length: count }, (_, node) => {
    const [name, label, share, said] = [h('b'), h('small'), h('span', { class: 'share' }), h('span', { class: 'silent' })];
    const [fill, miss, was, outline] = ['fill', 'miss', 'was', 'wanted'].map((part) => h('i', { class: part }));
    const track = h('span', { class: 'track' }, fill, miss, was, outline);
    const cell = createCell({ kind: 'cell', column: index, node }, dispatch, page, h('span', { class: 'names' }, name, label), track, share, said);
    return { cell, name, label, share, said, fill, miss, was, outline };
  });
  /** Whether they are so low that the share stands beside the name: then only the new one has room. */
  let dense = false;
  /** @type {Parameters<typeof update> | null} */
  let latest = null;
  element.append(...parts.map(({ cell }) => cell));
  ready();

  /**
   * @param {import('../../app/view-model.js').ColumnModel} column
   * @param {import('../../app/view-model.js').Model} model
   */
  function update(column, model) {
    latest = [column, model];
    const { text, row, classNames, shown, columns, effect, playing, probabilities } = model;
    attribute(element, 'aria-label', `${column.title}.${column.tensor}`);
    const shares = column.ghost ?? column.values;
    const judged = columns.at(-1)?.lit !== null;
    const after = effect && !playing ? probabilities : null;
    element.classList.toggle('after', after !== null);
    const best = bestOf(after ?? shares);
    parts.forEach(({ cell, name, label, share, said, fill, miss, was, outline }, node) => {
      const value = column.values[node];
      const known = value !== undefined;
      const right = node === shown.label;
      const called = classNames[node] ?? '';
      const part = (after ?? shares)[node] || 0;
      const wanted = right ? 1 : 0;
      cell.classList.toggle('unknown', !known);
      cell.classList.toggle('right', right);
      cell.classList.toggle('best', known && node === best);
      attribute(cell, 'data-address', known ? nodeAddress(column, node, row) : null);
      attribute(cell, 'data-value', known ? String(value) : null);
      attribute(cell, 'data-class', called);
      // On the way back the gradient is said, too: on the page it is the bar's crimson part.
      say(said, column.ghost && known ? `${column.tensor} ${short(value)}` : '');
      say(name, called);
      attribute(name, 'title', called);
      say(label, right ? text.label : '');
      // Whether the class it says is the right one; beside two shares there is no room for it.
      const mark = !after && judged && known && node === best ? (right ? '✓' : '✕') + (dense ? '' : ' ') : '';
      say(share, known ? mark + (after && !dense ? `${percent(shares[node]).slice(0, -1)}→` : '') + (dense ? brief : percent)((after ?? shares)[node]) : '?');
      style(fill, 'width', lengthOf(known ? part : 0));
      // What is missing up to the label, or is too much.
      miss.hidden = !column.ghost || after !== null;
      style(miss, 'width', lengthOf(Math.abs(wanted - part)));
      style(miss, 'left', lengthOf(Math.min(wanted, part)));
      was.hidden = after === null;
      style(was, 'left', lengthOf(shares[node] || 0));
      outline.hidden = !known || !judged;
      style(outline, 'width', lengthOf(wanted));
    });
  }

  /**
   * @param {import('./block.js').Block} block
   * @param {number} em the font size, px
   */
  function arrange(block, em) {
    const before = dense;
    dense = block.tall < ROOMY * em;
    element.classList.toggle('dense', dense);
    style(element, '--tall', `${block.tall}px`);
    if (latest && dense !== before) update(...latest);
    parts.forEach(({ cell }, node) => putOver(cell, cellBox(block, node), block));
  }

  return { element, update, arrange };
}
