// The data: every training and test colour as a dot, by its right class; a cross marks a wrong answer. For the keyboard and
// the screen reader the dots are a grid with one live cell, which stands over the dot in focus.
import { isPicture } from '../../core/tensor-shape.js';
import { sameInput } from '../../colours/pictures.js';
import { attribute, h, say } from '../dom.js';
import { createDots } from './dots.js';
import { dotAt, dotsOf, spotOf } from './rows.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createTiles(dispatch) {
  const titles = ['train', 'test'].map(() => h('h2'));
  const view = createDots(place);
  const cell = h('div', { class: 'tile', role: 'gridcell', tabIndex: 0 });
  const row = h('div', { role: 'row' }, cell);
  const grid = h('div', { class: 'tiles', role: 'grid' }, view.element, row);
  const element = h('section', { class: 'data' }, h('div', { class: 'counts' }, ...titles), grid);
  /** @type {import('../../app/view-model.js').Model | null} */
  let latest = null;
  /** @type {import('./rows.js').Dot[]} */
  let dots = [];
  let misses = new Uint8Array(0);
  /** The dot in focus, or the one that Tab leads to. */
  let held = 0;

  cell.addEventListener('keydown', (event) => {
    const { across } = view.rows();
    const moves = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across, Home: -held, End: dots.length - 1 - held };
    const move = moves[/** @type {keyof typeof moves} */ (event.key)];
    if (move !== undefined) {
      event.preventDefault();
      if (dots[held + move]) hold(held + move);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      pick(held);
    }
  });
  grid.addEventListener('click', (event) => {
    const i = at(event);
    if (i === null) return;
    hold(i);
    pick(i);
  });
  grid.addEventListener('pointermove', (event) => {
    const i = at(event);
    attribute(grid, 'title', i === null ? null : nameOf(i));
  });

  /** @param {number} i */
  function pick(i) {
    if (dots[i]) dispatch('sample', dots[i].sample);
  }

  /**
   * The dot under the pointer.
   * @param {MouseEvent} event
   */
  function at({ clientX, clientY }) {
    const box = view.element.getBoundingClientRect();
    // A slide can be drawn smaller or larger than it is laid out.
    const scale = box.width / view.element.offsetWidth || 1;
    return dotAt(view.rows(), dots.length, (clientX - box.left) / scale, (clientY - box.top) / scale);
  }

  /** @param {number} i */
  function nameOf(i) {
    if (!latest || !dots[i]) return '';
    const { text, data, classNames, answers } = latest;
    const { sample, index, test } = dots[i];
    const [label, answer] = [classNames[sample.label], classNames[answers[index]]];
    const name = isPicture(data.shape) ? text.pictureTile(index, label, answer) : text.tile(sample.rgb, label, answer);
    return test ? `${text.testLine}: ${name}` : name;
  }

  /**
   * Moves the live cell to a dot.
   * @param {number} i
   */
  function hold(i) {
    held = i;
    attribute(cell, 'aria-label', nameOf(held));
    place();
  }

  /** Puts the live cell over its dot. */
  function place() {
    const rows = view.rows();
    const { column, row: down } = spotOf(rows, held);
    const [left, top, size] = [column, down, 1].map((places) => `${places * rows.pitch}px`);
    Object.assign(cell.style, { left, top, width: size, height: size });
    attribute(grid, 'aria-rowcount', String(rows.rows));
    attribute(grid, 'aria-colcount', String(rows.across));
    attribute(row, 'aria-rowindex', String(down + 1));
    attribute(cell, 'aria-colindex', String(column + 1));
  }

  /**
   * @param {import('../../app/view-model.js').Model} model
   * @param {boolean} [lively] whether only the picture is to be drawn
   */
  function update(model, lively = false) {
    const { data, answers, shown } = model;
    const anew = latest?.data !== data;
    latest = model;
    if (anew) {
      dots = dotsOf(data);
      misses = new Uint8Array(dots.length);
      view.build(dots, data);
    }
    dots.forEach(({ sample, index }, i) => (misses[i] = answers[index] === sample.label ? 0 : 1));
    const here = dots.findIndex(({ sample: { rgb } }) => sameInput(rgb, shown.rgb));
    view.update(misses, here, model, anew);
    if (anew) hold(0);
    if (!lively || anew) tell(model);
  }

  /**
   * Writes how many are wrong, and names the dot in focus.
   * @param {import('../../app/view-model.js').Model} model
   */
  function tell({ text, data }) {
    const wrong = [0, 0];
    dots.forEach(({ test }, i) => (wrong[Number(test)] += misses[i]));
    say(titles[0], text.trainData(data.train.length, wrong[0]));
    say(titles[1], text.testData(data.test.length, wrong[1]));
    titles[1].hidden = data.test.length === 0;
    attribute(grid, 'aria-label', titles.map((title) => title.textContent).join(' '));
    attribute(cell, 'aria-label', nameOf(held));
  }

  return { element, update };
}
