// The confusion matrix: how many colours of each class got which answer. A cell shows only its colours.
import { count } from '../../util/format.js';
import { attribute, h, say } from '../dom.js';

/** Up to so many classes the names of the columns stand upright over them. */
const FEW = 6;

/** @param {{ filter: (filter: import('../../colours/predictions.js').Filter) => void }} on */
export function createConfusion(on) {
  const title = h('h2');
  const table = h('table');
  const element = h('section', { class: 'confusion' }, title, table);
  /** @type {HTMLButtonElement[][]} */
  let cells = [];
  /** @type {HTMLElement[]} */
  let heads = [];
  /** @type {HTMLElement[]} */
  let sides = [];
  const corner = h('td');
  /** @type {import('../../colours/predictions.js').Filter} */
  let chosen = null;

  /** @param {number} classes */
  function build(classes) {
    heads = Array.from({ length: classes }, () => h('th', { scope: 'col' }, h('span')));
    sides = Array.from({ length: classes }, () => h('th', { scope: 'row' }, h('span')));
    cells = sides.map((_, label) => heads.map((__, answer) => h('button', {
      type: 'button',
      click: () => on.filter(chosen?.label === label && chosen.answer === answer ? null : { label, answer }),
    })));
    const rows = cells.map((row, label) => h('tr', {}, sides[label], ...row.map((cell) => h('td', {}, cell))));
    element.classList.toggle('many', classes > FEW);
    table.replaceChildren(h('thead', {}, h('tr', {}, corner, ...heads)), h('tbody', {}, ...rows));
  }

  /**
   * @param {import('../../app/view-model.js').Model} model
   * @param {number[][]} counts
   * @param {import('../../colours/predictions.js').Filter} filter
   */
  function update({ text, classNames }, counts, filter) {
    chosen = filter;
    if (cells.length !== classNames.length) build(classNames.length);
    say(title, text.confusion);
    classNames.forEach((name, label) => {
      for (const head of [heads[label], sides[label]]) {
        say(/** @type {HTMLElement} */ (head.firstElementChild), name);
        attribute(head, 'title', name);
      }
      const sum = counts[label].reduce((a, b) => a + b, 0);
      counts[label].forEach((n, answer) => {
        const cell = cells[label][answer];
        const share = sum > 0 ? n / sum : 0;
        say(cell, count(n));
        cell.style.setProperty('--s', share.toFixed(3));
        cell.classList.toggle('hit', label === answer);
        cell.classList.toggle('none', n === 0);
        attribute(cell, 'aria-pressed', String(filter?.label === label && filter.answer === answer));
        attribute(cell, 'aria-label', text.confused(n, name, classNames[answer]));
        attribute(cell, 'title', text.confused(n, name, classNames[answer]));
      });
    });
  }

  return { element, update };
}
