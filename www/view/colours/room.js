// The room of colours: the data, the decisions over all colours, the custom set.
import { byHue, byLoss, confusion, judged, partOf, passes } from '../../colours/predictions.js';
import { createClasses } from './classes.js';
import { createConfusion } from './confusion.js';
import { createCube } from './cube.js';
import { createDecision } from './decision.js';
import { isPicture } from '../../core/tensor-shape.js';
import { attribute, h, say } from '../dom.js';
import { createSets } from './datasets.js';
import { createKernels } from './kernels.js';
import { createSwatches } from './swatches.js';

/** The most swatches that are shown at once. */
const MOST = 600;
/** How often the order by loss follows the training, ms. */
const RESORT = 1000;

/**
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {() => void} showTable opens the dialog that reads a table
 */
export function createColours(dispatch, showTable) {
  /** @type {{ filter: import('../../colours/predictions.js').Filter }} */
  const choice = { filter: null };
  const part = h('select', { class: 'which', change: () => refresh() });
  const parts = ['all', 'train', 'test'].map((value) => h('option', { value }));
  part.append(...parts);
  const sort = h('select', { class: 'sort', change: () => refresh() });
  const sorts = ['hue', 'loss'].map((value) => h('option', { value }));
  sort.append(...sorts);
  const only = h('button', { type: 'button', class: 'only', click: () => filter(null) });
  const left = h('p', { class: 'note' });

  const sets = createSets(dispatch);
  const classes = createClasses(dispatch, showTable);
  const swatches = createSwatches(dispatch);
  const matrix = createConfusion({ filter });
  const decision = createDecision(dispatch);
  const cube = createCube();
  const kernels = createKernels(dispatch);
  const data = h('div', { class: 'judged' }, h('div', { class: 'tools' }, part, sort, only), classes.element, swatches.element, left);
  const spaces = h('div', { class: 'spaces' }, decision.element, kernels.element, h('div', { class: 'pair' }, matrix.element, cube.element));
  const element = h('div', { class: 'colours' }, sets.element, h('div', { class: 'both' }, data, spaces));
  /** @type {import('../../app/view-model.js').Model | null} */
  let latest = null;
  /** The colours of a data set by hue, pictures as they come, as indices. */
  let hues = { data: /** @type {import('../../core/wasm.js').Data | null} */ (null), order: /** @type {number[]} */ ([]) };
  /** The order by loss while training, and when it was made, ms. */
  let hardest = { time: 0, order: /** @type {number[]} */ ([]) };

  function owns() {
    return latest?.state.settings.data === 'own';
  }

  function refresh() {
    hardest.time = 0;
    if (latest) update(latest);
  }

  /** @param {import('../../colours/predictions.js').Filter} next */
  function filter(next) {
    choice.filter = next;
    refresh();
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    const { text, space, playing } = model;
    if (latest?.data.classes.length !== model.data.classes.length) choice.filter = null;
    latest = model;
    if (!space) return;
    const pictures = isPicture(model.data.shape);
    const all = judged(model.data, model.answers, space.losses);
    // It stays while the network learns.
    if (hues.data !== model.data) hues = { data: model.data, order: (pictures ? all : [...all].sort(byHue)).map(({ index }) => index) };
    const chosen = partOf(hues.order.map((index) => all[index]), /** @type {'all'} */ (part.value));
    const passed = chosen.filter((one) => passes(one, choice.filter));
    tools(model, passed.length);
    sets.update(model);
    classes.update(model, chosen);
    swatches.update(model, chosen, sorted(passed, playing).slice(0, MOST), owns() ? classes.heads().slice(0, model.data.classes.length) : []);
    matrix.update(model, confusion(chosen, model.data.classes.length), choice.filter);
    decision.element.hidden = cube.element.hidden = pictures;
    if (!pictures) {
      decision.update(model, chosen);
      cube.update({ text, dark: model.dark, space, names: model.classNames }, chosen);
    }
    kernels.update(model);
    say(left, passed.length > MOST ? text.shownOf(MOST, passed.length) : '');
  }

  /**
   * @param {import('../../colours/predictions.js').Judged[]} passed
   * @param {boolean} playing
   */
  function sorted(passed, playing) {
    if (sort.value === 'hue') return passed;
    const now = performance.now();
    if (!playing || now - hardest.time > RESORT) hardest = { time: now, order: passed.sort(byLoss).map(({ index }) => index) };
    const rank = new Map(hardest.order.map((index, i) => [index, i]));
    return passed.sort((a, b) => (rank.get(a.index) ?? Infinity) - (rank.get(b.index) ?? Infinity));
  }

  /**
   * @param {import('../../app/view-model.js').Model} model
   * @param {number} passed
   */
  function tools({ text, data: given, classNames }, passed) {
    const sizes = { all: given.train.length + given.test.length, train: given.train.length, test: given.test.length };
    attribute(part, 'aria-label', text.part);
    attribute(sort, 'aria-label', text.sort);
    parts.forEach((option) => say(option, text.parts[/** @type {'all'} */ (option.value)](sizes[/** @type {'all'} */ (option.value)])));
    const order = isPicture(given.shape) ? text.pictureSorts : text.sorts;
    sorts.forEach((option) => say(option, order[/** @type {'hue'} */ (option.value)]));
    only.hidden = choice.filter === null;
    if (choice.filter) say(only, `${text.only(classNames[choice.filter.label], classNames[choice.filter.answer], passed)} ✕`);
  }

  return { element, update };
}
