// The scene: every column from Data to Loss, sized so that all of it is visible at once.
import { ACROSS, flat, heightOf, pixels, upright } from './layout.js';
import { attribute, h, say } from '../dom.js';
import { createColumn } from './column.js';
import { createLines } from './lines.js';
import { key, spot } from '../../explain/spot.js';
import { FEW, sees } from '../../app/view-model.js';
import { shownOf } from '../../embed/scenes.js';

/** The largest cells of a layer that is shown by itself, px. */
const LARGE = 34;

/**
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {import('../index.js').Page} page
 * @param {() => void} arranged called when the columns have got other places
 */
export function createScene(dispatch, page, arranged) {
  const grid = h('div', { class: 'grid' });
  const element = h('section', { class: 'scene' }, grid);
  const lines = createLines();
  const legend = h('p', { class: 'signs' });
  const always = h('input', { type: 'checkbox', change: () => dispatch('put', { maps: always.checked }) });
  const toggle = h('span');
  element.append(h('div', { class: 'foot' }, h('label', { class: 'toggle' }, always, toggle), legend));
  /** @type {ReturnType<typeof createColumn>[]} */
  let columns = [];
  let built = '';
  /** @type {ReturnType<ReturnType<typeof createColumn>['measure']>[] | null} */
  let places = null;
  /** @type {DOMRect | null} */
  let origin = null;
  let narrow = false;
  let standing = '';
  /** @type {import('../../app/view-model.js').Model | null} */
  let latest = null;
  new ResizeObserver(() => arrange()).observe(element);

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    latest = model;
    attribute(element, 'aria-label', model.text.scene);
    const named = model.solo && model.state.scene === 'one-layer' ? shownOf(model.state) : null;
    const shape = `${model.columns.map(({ name, width }) => `${name}:${width}`)} ${named}`;
    const changed = shape !== built;
    if (changed) {
      built = shape;
      columns = model.columns.map((column, i) => createColumn(column, i, dispatch, page));
      columns.forEach(({ element: column }, i) => (column.hidden = named !== null && !named.includes(model.columns[i].name)));
      columns.forEach(({ element: column }, i) => column.classList.toggle('before', named !== null && named[0] === model.columns[i].name));
      grid.replaceChildren(...columns.map((column) => column.element), lines.element);
    }
    columns.forEach((column, i) => column.update(model.columns[i], model));
    if (changed) arrange();
    connect(model);
    const place = model.positions[model.position].at;
    if (place !== standing && !model.playing && standing !== '') follow(model);
    standing = place;
  }

  /**
   * Where the middle of a spot is in the scene. All places are asked of the browser at once, and kept until
   * the scene is arranged anew: asking makes it lay the page out.
   * @param {import('../../explain/spot.js').Spot} one
   */
  function centreOf(one) {
    places ??= columns.map((column) => column.measure());
    origin ??= grid.getBoundingClientRect();
    const found = columns[one.column].element.hidden ? undefined : places[one.column];
    // A slide can be drawn smaller or larger than it is laid out.
    const scale = origin.width / grid.offsetWidth || 1;
    const rect = one.kind === 'cell' ? found?.cells[one.node] : found?.dot?.(one.row, one.node);
    if (!rect) return null;
    // A line ends at the edge of a cell with a number, not across it.
    const reach = one.kind === 'cell' && (latest?.columns[one.column].width ?? 0) <= FEW ? rect.width / scale / 2 + 2 : 0;
    return { x: (rect.x + rect.width / 2 - origin.x) / scale, y: (rect.y + rect.height / 2 - origin.y) / scale, reach };
  }

  /**
   * Shows the operands of the selected number, and the pointed spot.
   * @param {import('../../app/view-model.js').Model} model
   */
  function connect(model) {
    const involved = lines.update(model, centreOf);
    element.classList.toggle('focused', involved.size > 0);
    const word = (/** @type {string | null | undefined} */ address) => {
      const one = address ? spot(address, model.columns) : null;
      return one ? key(one) : '';
    };
    columns.forEach((column) => column.involve(involved, word(model.pointed?.address), involved.size > 0 ? '' : word(model.named)));
    say(legend, legendOf(model));
    say(toggle, model.text.mapsOn);
    always.checked = model.state.maps;
  }

  /**
   * Where not all layers are in sight, scrolls to the present one.
   * @param {import('../../app/view-model.js').Model} model
   */
  function follow(model) {
    const current = model.columns.findIndex((column) => column.current);
    columns[current]?.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Sizes the cells and the pictures for the room there is. */
  function arrange() {
    if (!latest || element.clientWidth === 0) return;
    places = null;
    origin = null;
    const em = parseFloat(getComputedStyle(element).fontSize);
    // Whether the layers lie one under another is the style sheet's decision.
    narrow = getComputedStyle(grid).gridAutoFlow.startsWith('row');
    element.classList.toggle('narrow', narrow);
    const shown = columns.flatMap((column, i) => (column.element.hidden ? [] : [i]));
    const close = shown.length < columns.length;
    const { columns: all } = latest;
    const widths = shown.map((i) => all[i].width);
    const pictures = narrow ? 90 : close ? (all[shown[shown.length - 1]].weights ? element.clientHeight * 0.34 : 0) : Math.min(em * 7.4, element.clientHeight * 0.25);
    const room = element.clientWidth - (narrow ? em * 6 : em * 1);
    // Over and under the cells: the column's name, its frame, and the room of the pictures and the legend.
    const name = columns[shown[0]].element.querySelector('.name')?.clientHeight ?? 0;
    const tall = element.clientHeight - name - 3 - pictures - em * 4.7;
    const fit = narrow ? flat(widths, room, em * 3) : upright(widths, room, tall, em, largest(em, close));
    grid.style.setProperty('--cell', `${fit.cell}px`);
    grid.style.setProperty('--gap', `${fit.gap}px`);
    grid.style.setProperty('--big', `${fit.big}px`);
    grid.style.setProperty('--pictures', `${pictures}px`);
    shown.forEach((i, at) => {
      const column = columns[i];
      const { weights } = all[i];
      const wide = narrow ? room : close ? room * 0.5 : 2 * (fit.across[at] * (fit.cell + fit.gap)) + fit.cell;
      const size = weights ? pixels(weights.rows, weights.columns, Math.max(wide, fit.big), pictures - 14) : null;
      const { high, between } = narrow ? { high: fit.big, between: 1.5 * em } : heightOf(widths[at], fit.big, tall, em);
      column.element.style.setProperty('--high', `${high}px`);
      column.element.style.setProperty('--between', `${between}px`);
      column.arrange(fit.across[at], /** @type {[number, number] | null} */ (size));
    });
    connect(latest);
    arranged();
  }

  /**
   * The middle of a column.
   * @param {string} name
   * @returns {number | null} px from the left of the scene; null where the columns don't stand side by side
   */
  function place(name) {
    const column = columns[latest?.columns.findIndex((one) => one.name === name) ?? -1]?.element;
    if (!column || column.hidden || narrow) return null;
    return grid.offsetLeft - element.scrollLeft + column.offsetLeft + column.offsetWidth / 2;
  }

  /**
   * On a slide, size goes before five side by side.
   * @param {number} em
   * @param {boolean} close whether one layer is shown by itself
   * @returns {import('./layout.js').Largest | undefined}
   */
  function largest(em, close) {
    if (close) return { most: LARGE, across: [10], big: em * 5 };
    return latest?.solo ? { most: 24, across: ACROSS, big: em * 3 } : undefined;
  }

  return { element, update, place, point: connect };
}

/**
 * The legend of what the scene shows now.
 * @param {import('../../app/view-model.js').Model} model
 */
function legendOf(model) {
  const { text, positions, position, playing, columns } = model;
  const backward = !playing && ['backward', 'update'].includes(positions[position].phase);
  const mine = columns.some((column) => column.mine) ? `${text.mine}　` : '';
  const maps = columns.some((column) => column.role === 'activation' && sees(model, column));
  return `${mine}${maps ? text.signMaps : backward ? text.signBlocked : ''}\n${text.signs}`;
}
