// The lecturer's view of a round of colours: the swatches fill up with what the room says, and show where people disagree.
import { disputed, verdictOf } from '../../room/round.js';
import { percent } from '../../util/format.js';
import { attribute, h, lengthOf, say, style } from '../dom.js';
import { shapeOf } from './shapes.js';

/** How many disputed colours are told in words. */
const TOLD = 4;
/** How many colours a round can be begun with. */
const SIZES = [12, 24, 48];

/**
 * @typedef {object} PouringModel
 * @property {import('../../room/words.js').Words} words
 * @property {import('../../room/messages.js').Round | null} round null before the first
 * @property {readonly (readonly number[])[]} colours
 * @property {readonly (readonly number[])[]} counts by colour, by class
 * @property {number} voters
 * @property {number} votes
 * @property {readonly string[]} suggested names of the classes
 * @property {string} taught what it learns, in words
 * @property {boolean} teachable
 * @property {boolean} leads
 */

/** @param {{ begin: (names: string, colours: number) => boolean, end: () => void, teach: () => void, save: () => void, close: () => void }} acts */
export function createPouring(acts) {
  const title = h('h2', { id: 'pouring-title', tabIndex: -1 });
  const how = h('p', { class: 'about' });
  const label = h('label', { for: 'room-classes' });
  const names = h('input', { type: 'text', id: 'room-classes', autocomplete: 'off', maxLength: 160 });
  const sizeLabel = h('label', { for: 'room-size' });
  const size = h('select', { id: 'room-size' }, ...SIZES.map((value) => h('option', { value: String(value) }, String(value))));
  size.value = '24';
  const begin = h('button', { type: 'submit', class: 'primary' });
  const wrong = h('p', { class: 'note warning', role: 'alert' });
  const form = h('form', { class: 'round-form' }, label, names, sizeLabel, size, begin, wrong);
  const told = h('p', { class: 'result-line', role: 'status' });
  const legend = h('ul', { class: 'classes-key' });
  const grid = h('ul', { class: 'pour' });
  const where = h('h3');
  const list = h('ul', { class: 'disputed' });
  const note = h('p', { class: 'note will-learn', role: 'status' });
  const teach = h('button', { type: 'button', class: 'teach', click: () => acts.teach() });
  const end = h('button', { type: 'button', class: 'end-round', click: () => acts.end() });
  const again = h('button', { type: 'button', class: 'again', click: () => renew() });
  const save = h('button', { type: 'button', class: 'save', click: () => acts.save() });
  const close = h('button', { type: 'button', class: 'close', click: () => acts.close() });
  const tools = h('div', { class: 'tools' }, teach, end, again, save);
  const open = h('div', { class: 'round-open' }, told, legend, grid, h('div', { class: 'round-side' }, where, list, note, tools));
  const element = h('section', { class: 'pouring', hidden: true, 'aria-labelledby': 'pouring-title' }, h('div', { class: 'pouring-head' }, title, close), how, form, open);
  /** @type {PouringModel | null} */
  let latest = null;
  /** Whether another round is to be begun. */
  let renewing = false;
  let built = '';

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const done = acts.begin(names.value, Number(size.value));
    say(wrong, done ? '' : (latest?.words.classesWrong ?? ''));
    if (!done) return names.focus();
    renewing = false;
    if (latest) update(latest);
    title.focus();
  });
  element.addEventListener('keydown', (event) => {
    // Keys of the page around have nothing to do here.
    if (event.key !== 'Tab') event.stopPropagation();
    if (event.key === 'Escape') acts.close();
  });

  function renew() {
    renewing = true;
    if (latest) update(latest);
    names.focus();
  }

  /** @param {PouringModel | null} model null hides it */
  function update(model) {
    const opened = model !== null && element.hidden;
    element.hidden = model === null;
    latest = model;
    if (!model) return;
    const { words, round, leads } = model;
    const asks = round === null || renewing;
    say(title, words.colours);
    say(how, asks ? words.coloursHow : '');
    how.hidden = !asks;
    form.hidden = !asks;
    say(label, words.classes);
    if (names.value === '') names.value = model.suggested.join(', ');
    say(sizeLabel, words.howMany);
    say(begin, words.begin);
    begin.disabled = !leads;
    say(close, words.close);
    open.hidden = asks;
    if (!asks) show(model, round);
    if (opened) (asks ? names : title).focus();
  }

  /**
   * @param {PouringModel} model
   * @param {import('../../room/messages.js').Round} round
   */
  function show({ words, colours, counts, voters, votes, taught, teachable, leads }, round) {
    if (built !== round.round) build(round);
    say(told, `${votes === 0 ? words.waiting : words.votes(voters, votes)}${round.ended ? ` ${words.ended}` : ''}`);
    colours.forEach((rgb, i) => {
      const [one, of] = [/** @type {HTMLElement} */ (grid.children[i]), counts[i] ?? []];
      if (!one) return;
      const { label: most, share, votes: sum } = verdictOf(of);
      style(one, '--swatch', `rgb(${rgb.join(', ')})`);
      one.classList.toggle('empty', sum === 0);
      one.classList.toggle('split', sum > 1 && share < 1);
      const [mark, words_, parts] = one.children;
      attribute(mark, 'data-label', most === null ? null : String(most));
      if (mark.getAttribute('data-shown') !== String(most)) {
        attribute(mark, 'data-shown', String(most));
        mark.replaceChildren(...(most === null ? [] : [shapeOf(most)]));
      }
      say(words_, words.swatch(rgb, sum === 0 ? words.noVotes : of.flatMap((n, label) => (n > 0 ? [words.votesFor(round.names[label], n)] : [])).join(', ')));
      of.forEach((n, label) => style(/** @type {HTMLElement} */ (parts.children[label]), 'width', lengthOf(sum > 0 ? n / sum : 0)));
    });
    const split = disputed(counts, TOLD);
    say(where, words.disputed);
    where.hidden = votes === 0;
    list.replaceChildren(...(votes > 0 && split.length === 0 ? [h('li', { class: 'note' }, words.agreed)] : split.map((i) => {
      const { votes: sum } = verdictOf(counts[i]);
      const swatch = h('i', { class: 'colour-dot' });
      style(swatch, 'background', `rgb(${colours[i].join(', ')})`);
      return h('li', {}, swatch, ...counts[i].flatMap((n, label) => (n > 0 ? [shapeOf(label), `${round.names[label]} ${percent(n / sum)} `] : [])));
    })));
    say(note, votes === 0 ? '' : teachable ? taught : words.tooFew);
    say(teach, words.teach);
    teach.disabled = !teachable || !leads;
    teach.classList.toggle('primary', teachable);
    attribute(teach, 'title', words.teachHow);
    say(end, words.end);
    end.hidden = Boolean(round.ended);
    end.disabled = !leads;
    say(again, words.again);
    again.hidden = !round.ended;
    say(save, words.save);
    save.disabled = votes === 0;
  }

  /** @param {import('../../room/messages.js').Round} round */
  function build(round) {
    built = round.round;
    renewing = false;
    legend.replaceChildren(...round.names.map((name, label) => h('li', {}, shapeOf(label), name)));
    // About twice as wide as high.
    style(grid, '--columns', String(Math.ceil(Math.sqrt(2 * round.colours))));
    grid.replaceChildren(...Array.from({ length: round.colours }, () => h('li', {}, h('span', { class: 'pour-mark' }), h('span', { class: 'silent' }), h('span', { class: 'parts', 'aria-hidden': 'true' }, ...round.names.map((_, label) => h('s', { 'data-label': String(label) }))))));
  }

  return { element, update };
}
