// One row of stops: a line with a dot for each, coloured as far as the walk has come, and their names.
import { attribute, h, say } from '../dom.js';
import { roving } from '../roving.js';
import { labelsOf, nameAt, spread } from './places.js';

/** How much of the font size a letter of a name takes. */
const LETTER = 0.6;
/** Half of what the name of the update takes, px. */
const PILL = 40;

/**
 * @typedef {object} Stop
 * @property {string} at the position that it leads to
 * @property {import('../../core/pass-positions.js').Phase} phase
 * @property {string} column its column; empty for the update
 * @property {string} title as it is written under the dot
 * @property {string} name what it does, for the screen reader
 */

/**
 * @param {'above' | 'below'} where
 * @param {(at: string) => void} go
 */
export function createRow(where, go) {
  const way = h('span', { class: 'way' });
  const track = h('i', { class: 'track' });
  const trodden = h('i', { class: 'track trodden' });
  const list = h('div', { class: 'list', role: 'group' });
  const element = h('nav', { class: `stops ${where}` }, track, trodden, way, list);
  const ready = roving(list, () => list.children.length);
  list.addEventListener('click', (event) => {
    const at = event.target instanceof Element ? event.target.closest('button')?.dataset.at : null;
    if (at) go(at);
  });
  /** @type {Stop[]} */
  let stops = [];
  let built = '';
  /** The index of the present stop, and of the last one that is done; −1 for none. */
  let [now, last] = [-1, -1];
  /** @type {ReadonlyMap<string, number>} */
  let places = new Map();
  /** The middles of the stops, px from the left of the row. @type {number[]} */
  let middles = [];
  let width = 0;

  /**
   * @param {Stop[]} next
   * @param {{ now: number, last: number, label: string, way: string }} standing
   */
  function update(next, standing) {
    attribute(element, 'aria-label', standing.label);
    say(way, standing.way);
    const signature = next.map(({ at, title, name }) => `${at} ${title} ${name}`).join();
    const changed = signature !== built;
    stops = next;
    if (changed) {
      built = signature;
      list.replaceChildren(...stops.map(({ at, phase, column }) => h('button', { type: 'button', 'data-at': at, 'data-phase': phase, 'data-stop': column }, h('i', { class: 'dot' }), h('span', { class: 'title', 'aria-hidden': 'true' }))));
      ready();
    }
    stops.forEach(({ name }, i) => {
      const button = list.children[i];
      if (!button.hasAttribute('aria-label')) attribute(button, 'aria-label', name);
      attribute(button, 'aria-current', i === standing.now ? 'step' : null);
      attribute(button, 'class', i === standing.now ? 'now' : isDone(i, standing.last) ? 'done' : '');
    });
    attribute(element, 'data-done', standing.last >= 0 ? '' : null);
    const moved = now !== standing.now || last !== standing.last;
    [now, last] = [standing.now, standing.last];
    if (changed) lay();
    else if (moved) colour();
  }

  /** Below, the way goes from right to left: its first stop is the last of the list. */
  const isDone = (/** @type {number} */ i, /** @type {number} */ until) => until >= 0 && (where === 'above' ? i <= until : i >= until);

  /**
   * Puts the stops under and over their columns.
   * @param {ReadonlyMap<string, number>} at the middle of each column, px from the left of this row
   */
  function arrange(at) {
    places = at;
    lay();
  }

  function lay() {
    width = element.clientWidth;
    if (width === 0 || stops.length === 0) return;
    // The update stands under the data, which have no way back; its name is its dot, and stays inside.
    const given = stops.map(({ column }) => places.get(column || 'data') ?? null);
    middles = spread(where === 'below' ? [Math.max(given[0] ?? 0, PILL), ...given.slice(1)] : given, width);
    // Wide enough for a finger, and for the longest name.
    const reach = Math.max(44, 3 * parseFloat(getComputedStyle(list).fontSize));
    stops.forEach((_, i) => {
      const left = i === 0 ? Math.max(0, middles[0] - reach) : Math.max(middles[i] - reach, (middles[i - 1] + middles[i]) / 2);
      const right = i === stops.length - 1 ? Math.min(width, middles[i] + reach) : Math.min(middles[i] + reach, (middles[i] + middles[i + 1]) / 2);
      put(list.children[i], '--left', left);
      put(list.children[i], '--width', right - left);
      put(list.children[i], '--middle', middles[i] - left);
    });
    // The direction's name has its place before the first stop of its way, where there is one.
    const room = where === 'above' ? middles[0] : width - middles[middles.length - 1];
    attribute(way, 'data-cramped', room < way.scrollWidth + 26 ? '' : null);
    stretch(track, middles[0], middles[middles.length - 1]);
    colour();
  }

  /** Colours the line as far as the walk has come, and shows the names that have room. */
  function colour() {
    if (middles.length !== stops.length || width === 0) return;
    const [first, end] = [middles[0], middles[middles.length - 1]];
    const until = middles[Math.max(0, last)];
    trodden.hidden = last < 0;
    stretch(trodden, where === 'above' ? first : until, where === 'above' ? until : end);
    const letter = parseFloat(getComputedStyle(list).fontSize) * LETTER;
    const labels = labelsOf(stops.map(({ title }) => title), middles, now, letter, width);
    labels.forEach((label, i) => {
      say(list.children[i].children[1], label);
      // What is written is a part of what is said.
      const { name, title } = stops[i];
      attribute(list.children[i], 'aria-label', label === '' || label === title ? name : `${name}, ${label}`);
      put(list.children[i], '--name', nameAt(middles[i], label, letter, width) - middles[i]);
    });
  }

  return { element, update, arrange, list };
}

/**
 * Sets a length that the style sheet uses, where it has changed.
 * @param {Element} stop
 * @param {string} name
 * @param {number} length px
 */
function put(stop, name, length) {
  const { style } = /** @type {HTMLElement} */ (stop);
  const px = `${Math.round(length * 10) / 10}px`;
  if (style.getPropertyValue(name) !== px) style.setProperty(name, px);
}

/**
 * @param {HTMLElement} line
 * @param {number} from px
 * @param {number} to px
 */
function stretch({ style }, from, to) {
  const [left, width] = [`${from}px`, `${Math.max(0, to - from)}px`];
  if (style.left !== left) style.left = left;
  if (style.width !== width) style.width = width;
}
