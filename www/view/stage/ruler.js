// The loss as a ruler in −ln p: halving the share of the right class is always the same step down. A mark stands at
// guessing; above its end the bar is broken, and only the number goes on. At an update it goes to the new loss, and a mark
// stays at the one before.
import { nodeAddress } from '../../explain/spot.js';
import { loss } from '../../util/format.js';
import { attribute, h, lengthOf, say, style, svg } from '../dom.js';
import { createCell, putOver } from './cell.js';

/** The loss at the ruler's end. */
const END = 5;
/** The least height with room for the word of guessing, px. */
const LOW = 230;
/** How thick a tick is, a part of the ruler. */
const TICK = 0.004;
/** A share is written at the place of guessing where their losses differ by less than this. */
const NEAR = 0.2;
/** The shares of the right class that are written beside it. */
const SHARES = [1, 0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625];

/**
 * The place of a loss on the ruler.
 * @param {number} value
 * @returns {number} 0 at the top, 1 at the end
 */
export function placeOf(value) {
  return Number.isNaN(value) ? 0 : Math.min(1, Math.max(0, value / END));
}

/**
 * @param {number} index of the column
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {import('../index.js').Page} page
 */
export function createRuler(index, dispatch, page) {
  const marks = SHARES.map((share) => {
    const mark = h('i', { class: 'notch', 'data-share': `${share === 1 ? '100 %' : Number((share * 100).toPrecision(2))}` });
    mark.style.top = `${placeOf(-Math.log(share)) * 100}%`;
    return mark;
  });
  const [fill, was, guess] = ['fill', 'was', 'guess'].map((part) => h('i', { class: part }));
  const value = h('span', { class: 'digits' });
  // A tick for each colour of a batch.
  const ticks = svg('path');
  const each = svg('svg', { class: 'each', viewBox: '0 0 1 1', preserveAspectRatio: 'none' }, ticks);
  const track = h('span', { class: 'track', 'aria-hidden': 'true' }, fill, was, guess, ...marks, each);
  const cell = createCell({ kind: 'cell', column: index, node: 0 }, dispatch, page, track, value);
  const element = h('div', { class: 'cells ruler', role: 'group' }, cell);

  /**
   * @param {import('../../app/view-model.js').ColumnModel} column
   * @param {import('../../app/view-model.js').Model} model
   */
  function update(column, { text, row, data, effect }) {
    const one = column.values[0];
    const known = one !== undefined;
    attribute(element, 'aria-label', `${column.title}.${column.tensor}`);
    cell.classList.toggle('unknown', !known);
    cell.classList.toggle('broken', known && !((effect?.after ?? one) <= END));
    attribute(cell, 'data-address', known ? nodeAddress(column, 0, row) : null);
    attribute(cell, 'data-value', known ? String(one) : null);
    // At an update, what it has done to it, too.
    const written = !known ? '?' : effect ? `${loss(one)} → ${loss(effect.after)}` : loss(one);
    attribute(cell, 'aria-label', `${column.title}: ${written}`);
    say(value, written);
    value.classList.toggle('moved', effect !== null);
    element.classList.toggle('after', effect !== null);
    style(fill, 'height', lengthOf(known ? placeOf(effect?.after ?? one) : 0));
    was.hidden = effect === null;
    style(was, 'top', lengthOf(placeOf(one ?? 0)));
    const guessing = 1 / data.classes.length;
    style(guess, 'top', lengthOf(placeOf(-Math.log(guessing))));
    attribute(guess, 'title', text.guessing(data.classes.length));
    attribute(guess, 'data-said', text.guess);
    attribute(guess, 'data-at-notch', SHARES.some((share) => Math.abs(Math.log(share / guessing)) < NEAR) ? '' : null);
    attribute(ticks, 'd', [...(column.losses ?? [])].map((loss) => `M0 ${placeOf(loss).toFixed(4)}h1v${TICK}h-1z`).join(''));
  }

  /** @param {import('./block.js').Block} block */
  function arrange(block) {
    putOver(cell, block, block);
    // In a low ruler a word would lie over the shares.
    attribute(guess, 'data-low', block.height < LOW ? '' : null);
  }

  return { element, update, arrange };
}
