// The scene: every column from Data to Loss, sized so that all of it is visible at once.
import { flat, pixels, upright } from '../layout.js';
import { attribute, h } from './dom.js';
import { createColumn } from './column.js';

/**
 * @param {{ select: (address: string) => void, hover: (address: string | null) => void }} on
 */
export function createScene(on) {
  const grid = h('div', { class: 'grid' });
  const element = h('section', { class: 'scene' }, grid);
  /** @type {ReturnType<typeof createColumn>[]} */
  let columns = [];
  let built = '';
  let narrow = false;
  let standing = '';
  /** @type {import('../model.js').Model | null} */
  let latest = null;
  new ResizeObserver(() => arrange()).observe(element);

  /** @param {import('../model.js').Model} model */
  function update(model) {
    latest = model;
    attribute(element, 'aria-label', model.text.scene);
    const shape = model.columns.map(({ name, width }) => `${name}:${width}`).join();
    const changed = shape !== built;
    if (changed) {
      built = shape;
      columns = model.columns.map((column) => createColumn(column, on));
      grid.replaceChildren(...columns.map((column) => column.element));
    }
    columns.forEach((column, i) => column.update(model.columns[i], model));
    if (changed) arrange();
    const place = model.walk[model.index].at;
    if (place !== standing && !model.playing && standing !== '') follow(model);
    standing = place;
  }

  /**
   * Where not all layers are in sight, brings the one the learner stands on into it.
   * @param {import('../model.js').Model} model
   */
  function follow(model) {
    const current = model.columns.findIndex((column) => column.current);
    columns[current]?.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Sizes the cells and the pictures for the room there is. */
  function arrange() {
    if (!latest || element.clientWidth === 0) return;
    const em = parseFloat(getComputedStyle(element).fontSize);
    // Whether the layers lie one under another is the style sheet's decision.
    narrow = getComputedStyle(grid).gridAutoFlow.startsWith('row');
    element.classList.toggle('narrow', narrow);
    const widths = latest.columns.map((column) => column.width);
    const pictures = narrow ? 90 : Math.min(em * 7.4, element.clientHeight * 0.25);
    const room = element.clientWidth - (narrow ? em * 6 : em * 1);
    const tall = element.clientHeight - pictures - em * 4.6;
    const fit = narrow ? flat(widths, room, em * 3) : upright(widths, room, tall, em);
    grid.style.setProperty('--cell', `${fit.cell}px`);
    grid.style.setProperty('--gap', `${fit.gap}px`);
    grid.style.setProperty('--big', `${fit.big}px`);
    grid.style.setProperty('--pictures', `${pictures}px`);
    columns.forEach((column, i) => {
      const weights = latest?.columns[i].weights;
      const wide = narrow ? room : 2 * (fit.across[i] * (fit.cell + fit.gap)) + fit.cell;
      const size = weights ? pixels(weights.rows, weights.columns, Math.max(wide, fit.big), pictures - 14) : null;
      column.arrange(fit.across[i], /** @type {[number, number] | null} */ (size));
    });
  }

  return { element, update };
}
