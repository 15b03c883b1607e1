// The custom set: a row for each class, where the picked colour joins it, and tools for the whole set. The rows are the
// headings of the classes' swatches.
import { PICTURES, SETS } from '../../core/facts.js';
import { keyOfClass } from '../../colours/class-keys.js';
import { COLOURS, FEWEST, LONGEST, MOST, countOf, renamed, withClass, withSample, withoutClass, withoutColour } from '../../colours/custom-set.js';
import { hex } from '../../util/format.js';
import { print } from '../../colours/table/print.js';
import { attribute, h, say } from '../dom.js';
import { download } from '../download.js';
import { wordOf } from '../../text/word.js';

/** @typedef {import('../../colours/custom-set.js').CustomSet} CustomSet */

/**
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {() => void} showTable opens the dialog that reads a table
 */
export function createClasses(dispatch, showTable) {
  const add = h('button', { type: 'button', class: 'add', click: () => dispatch('edit', (own) => withClass(own, latest?.text.ownNewClass)) });
  const remove = h('button', { type: 'button', class: 'remove', click: () => dispatch('edit', (own) => withoutColour(own, latest?.shown.rgb ?? [])) });
  const undo = h('button', { type: 'button', class: 'undo', click: () => dispatch('unedit') });
  const mix = h('select', { class: 'mix', change: () => {
    dispatch('mix', mix.value);
    mix.value = '';
  } });
  const options = ['', ...SETS.filter((set) => set !== 'own' && !Object.hasOwn(PICTURES, set))].map((value) => h('option', { value }));
  mix.append(...options);
  const clear = h('button', { type: 'button', class: 'clear', click: () => dispatch('edit', (own) => ({ ...own, colours: '' })) });
  const table = h('button', { type: 'button', class: 'table', click: () => showTable() });
  const save = h('button', { type: 'button', class: 'save', click: () => {
    if (latest) download(new Blob([print(latest.state.own)], { type: 'text/csv' }), 'irozuku-colours.csv');
  } });
  const element = h('div', { class: 'tools own' }, remove, undo, add, mix, table, save, clear);
  /** @type {import('../../app/view-model.js').Model | null} */
  let latest = null;
  /** @type {ReturnType<typeof row>[]} */
  let rows = [];

  /** @param {number} label */
  function row(label) {
    const name = h('input', { type: 'text', maxLength: LONGEST, autocomplete: 'off', change: () => dispatch('edit', (own) => renamed(own, label, name.value)), blur: () => (name.value = shown()) });
    const shown = () => latest?.state.own.classes[label] ?? '';
    const size = h('span', { class: 'size' });
    const mark = h('i');
    const join = h('button', { type: 'button', class: 'join', click: () => dispatch('edit', (own) => withSample(own, { rgb: [...(latest?.shown.rgb ?? [])], label })) }, mark);
    const words = h('span');
    join.append(words);
    const drop = h('button', { type: 'button', class: 'quiet drop', click: () => dispatch('edit', (own) => withoutClass(own, label)) }, '✕');
    name.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') name.blur();
    });
    const head = h('div', { class: 'class' }, h('kbd', { 'aria-hidden': 'true' }, keyOfClass(label)), name, size, join, drop);
    return { head, name, size, mark, join, words, drop };
  }

  /**
   * @param {import('../../app/view-model.js').Model} model
   * @param {readonly import('../../colours/predictions.js').Judged[]} all
   */
  function update(model, all) {
    latest = model;
    const { text, state, canUnedit } = model;
    element.hidden = state.settings.data !== 'own';
    if (element.hidden) return;
    const { classes } = state.own;
    while (rows.length < classes.length) rows.push(row(rows.length));
    classes.forEach((name, label) => {
      const one = rows[label];
      const mine = all.filter(({ sample }) => sample.label === label);
      const wrong = mine.filter(({ answer }) => answer !== label).length;
      attribute(one.name, 'aria-label', text.ownName(label + 1));
      if (!one.name.matches(':focus') && one.name.value !== name) one.name.value = name;
      say(one.size, text.ownSize(mine.length, wrong));
      one.mark.style.background = hex(model.shown.rgb);
      say(one.words, text.ownJoin);
      attribute(one.join, 'aria-label', text.ownJoinLabel(name, keyOfClass(label)));
      attribute(one.drop, 'aria-label', text.ownDrop(name));
      attribute(one.drop, 'title', text.ownDrop(name));
      one.drop.disabled = classes.length <= FEWEST;
    });
    say(remove, text.ownRemove);
    const isShown = (/** @type {import('../../core/wasm.js').Sample} */ { rgb }) => rgb.every((channel, i) => channel === model.shown.rgb[i]);
    remove.disabled = !model.data.train.some(isShown) && !model.data.test.some(isShown);
    say(add, text.ownAdd);
    add.disabled = classes.length >= MOST;
    attribute(mix, 'aria-label', text.ownMix);
    options.forEach((option) => say(option, option.value === '' ? text.ownMix : wordOf(text.set, option.value)));
    mix.disabled = countOf(state.own) >= COLOURS;
    say(table, text.ownTable);
    say(save, text.ownSave);
    say(undo, text.undo);
    undo.disabled = !canUnedit;
    say(clear, text.ownClear);
    clear.disabled = state.own.colours === '';
  }

  return { element, update, heads: () => rows.map((one) => one.head) };
}
