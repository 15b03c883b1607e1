// How the room has answered: a bar a choice, or a histogram of numbers. The right one is marked by a sign and a frame.
import { percent } from '../../util/format.js';
import { attribute, h, lengthOf, say, style } from '../dom.js';

/**
 * @typedef {object} Bar
 * @property {string} name
 * @property {number} count
 * @property {boolean} right
 * @property {boolean} mine whether it is the answer of this page
 */

export function createBars() {
  const element = h('ul', { class: 'room-bars' });

  /**
   * @param {readonly Bar[]} bars
   * @param {import('../../room/words.js').Words} words
   */
  function update(bars, words) {
    const all = bars.reduce((sum, { count }) => sum + count, 0);
    const most = Math.max(1, ...bars.map(({ count }) => count));
    while (element.children.length > bars.length) element.lastElementChild?.remove();
    while (element.children.length < bars.length) element.append(h('li', {}, h('span', { class: 'sign' }), h('span', { class: 'bar-name' }), h('i', {}, h('s')), h('span', { class: 'bar-figure' })));
    bars.forEach(({ name, count, right, mine }, i) => {
      const row = /** @type {HTMLElement} */ (element.children[i]);
      const [sign, label, track, figure] = row.children;
      attribute(row, 'class', [right ? 'is-right' : '', mine ? 'is-mine' : ''].join(' ').trim());
      say(sign, right ? '✓' : '');
      attribute(sign, 'role', right ? 'img' : null);
      attribute(sign, 'aria-label', right ? words.rightMark : null);
      say(label, mine ? `${name} ◂` : name);
      style(/** @type {HTMLElement} */ (track.firstElementChild), 'width', lengthOf(count / most));
      say(figure, all > 0 ? `${count} · ${percent(count / all)}` : '0');
    });
  }

  return { element, update };
}
