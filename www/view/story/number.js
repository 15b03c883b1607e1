// The card of a number looked at closely: the one that is pointed at or focused, else the one that the story speaks of.
// Pressing it opens the whole arithmetic in the microscope.
import { isGradient } from '../../core/address.js';
import { summaryOf } from '../../explain/summary.js';
import { number } from '../../util/format.js';
import { createLoupe } from '../microscope/loupe.js';
import { createCatches } from '../wheel/catches.js';
import { meaningOf } from '../microscope/microscope.js';
import { createVotes } from './votes.js';
import { attribute, h, say } from '../dom.js';

/** Lines of terms: as many as the summary can have. */
const LINES = 4;

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createNumber(dispatch) {
  let address = '';
  const open = h('button', { type: 'button', class: 'open', click: () => dispatch('select', address) });
  const meaning = h('p', { class: 'more' });
  const value = h('b', { class: 'value' });
  const formula = h('span', { class: 'formula' });
  const lines = Array.from({ length: LINES }, createLine);
  const more = h('p', { class: 'more' });
  const votes = createVotes();
  const loupe = createLoupe();
  const shown = h('div', { class: 'closely' },
    h('h2', {}, open), h('div', { class: 'equals' }, value, formula),
    h('div', { class: 'made' }, ...lines.map((line) => line.element), votes.element, more, meaning), loupe.element);
  // What stands here while there is no number to look at: once it has learned, the colours that fool it.
  const title = h('h2');
  const note = h('p', { class: 'note' });
  const hint = h('div', {}, title, note);
  const catches = createCatches(dispatch);
  const idle = h('div', { class: 'idle' }, hint, catches.element);
  const heard = h('p', { class: 'silent', 'aria-live': 'polite' });
  const element = h('section', { class: 'number' }, shown, idle, heard);

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    const { text, spotlight, pointed, playing } = model;
    attribute(element, 'aria-label', text.closely.title);
    const enlarged = loupe.update(model);
    shown.hidden = spotlight === null && !enlarged;
    idle.hidden = !shown.hidden;
    const daring = model.lesson === null && model.solo === null && !playing && (model.catches.length > 0 || model.mood === 'trained');
    catches.element.hidden = !daring;
    hint.hidden = daring;
    if (daring && !idle.hidden) catches.update(model);
    say(title, text.closely.title);
    say(note, text.closely.none);
    if (!playing) say(heard, pointed ? `${pointed.address} = ${number(pointed.value)}` : '');
    address = spotlight?.address ?? '';
    open.hidden = spotlight === null;
    say(open, address);
    attribute(open, 'aria-label', text.closely.open(address));
    const gradient = spotlight !== null && isGradient(spotlight.tensor);
    attribute(element, 'data-way', spotlight === null ? null : gradient ? 'backward' : 'forward');
    attribute(open, 'title', spotlight ? meaningOf(text, spotlight) : null);
    say(value, spotlight ? number(spotlight.value) : '');
    attribute(value, 'data-address', spotlight?.address ?? null);
    attribute(value, 'data-value', spotlight ? String(spotlight.value) : null);
    tell(model, gradient);
    // A map is enlarged beside the number where there is room, else in the place of its terms.
    element.classList.toggle('mapped', enlarged);
  }

  /**
   * How the number was made.
   * @param {import('../../app/view-model.js').Model} model
   * @param {boolean} gradient
   */
  function tell(model, gradient) {
    const { text, spotlight } = model;
    const { contributions = null, move = null } = spotlight ?? {};
    const explanation = spotlight?.explanation ?? null;
    const summary = explanation ? summaryOf(explanation) : null;
    const wish = gradient ? text.closely.wish(spotlight?.value ?? 0) : '';
    say(formula, wish || (summary?.formula ? `= ${summary.formula}` : ''));
    const largest = Math.max(...(summary?.lines ?? []).map(({ part }) => Math.abs(part)), 0);
    // A wish is the gradient's opposite, here as in the cells: solid wants to be larger.
    // A mean is told by what each colour contributes.
    lines.forEach((line, i) => line.update(contributions ? null : (summary?.lines[i] ?? null), largest, gradient, text));
    votes.element.hidden = contributions === null;
    const voted = contributions && votes.update(model, contributions, gradient);
    const rest = summary === null ? '' : text.closely.rest(summary);
    say(more, explanation ? voted || rest || wordsOf(text, explanation) : '');
    // Where there are no terms, there is room for what the number is.
    say(meaning, move && spotlight ? text.closely.move(move.before, model.learningRate, spotlight.value, move.after) : spotlight && !summary?.lines.length ? meaningOf(text, spotlight) : '');
  }

  return { element, update };
}

/** One term: what is multiplied, its part as a bar, and as a number. */
function createLine() {
  const made = h('span', { class: 'product' });
  const bar = h('i');
  const part = h('b');
  const element = h('div', { class: 'line' }, made, h('span', { class: 'track' }, bar), part);
  let width = '';

  /**
   * @param {import('../../explain/summary.js').Line | null} line
   * @param {number} largest
   * @param {boolean} gradient whether it is a part of a gradient
   * @param {import('../../text/index.js').Text} text
   */
  function update(line, largest, gradient, { closely }) {
    element.hidden = line === null;
    if (!line) return;
    say(made, line.channel === undefined ? line.made : closely.channel(line.channel));
    say(part, number(line.part));
    attribute(element, 'title', line.address || null);
    attribute(bar, 'class', gradient === line.part < 0 ? 'plus' : 'minus');
    const now = `${largest > 0 ? Math.round((Math.abs(line.part) / largest) * 1000) / 10 : 0}%`;
    if (now !== width) bar.style.width = now;
    width = now;
  }

  return { element, update };
}

/**
 * Where a number is not a sum, how it came about in words.
 * @param {import('../../text/index.js').Text} text
 * @param {import('../../explain/terms.js').Explanation} explanation
 */
function wordsOf({ closely }, { operation, terms, from: source }) {
  const from = terms[0]?.factors[0]?.address ?? '';
  if (source) return closely.copy(source);
  if (operation.kind === 'given') return closely.given;
  if (operation.kind === 'max') return closely.largest(terms.map(({ part }) => part));
  if (operation.kind === 'place') return closely.place(terms.map(({ part }) => part));
  if (operation.kind === 'at') return terms[1].part === operation.place ? closely.received(from) : closely.missed;
  if (operation.kind === 'gate') return terms[1].part === 0 ? closely.passes(from) : closely.stopped(from);
  return '';
}
