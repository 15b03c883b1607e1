// What a stop is, in plain words: shown beside it when it is hovered, focused or touched.
import { h } from '../dom.js';

/** How long the pointer rests on a stop before its meaning shows, ms; and how long a touched one shows it. */
const [REST, TOUCHED] = [450, 6000];

/** @param {ReturnType<typeof import('./row.js').createRow>[]} rows */
export function createMeaning(rows) {
  const list = h('dl');
  const element = h('div', { class: 'meaning-tip', role: 'tooltip', id: 'stop-means', hidden: true }, list);
  /** @type {import('../../app/view-model.js').Model | null} */
  let latest = null;
  /** The stop whose meaning shows, or will. @type {HTMLElement | null} */
  let about = null;
  let timer = 0;

  for (const { list: stops } of rows) {
    stops.addEventListener('pointerover', (event) => soon(stopAt(event), event.pointerType === 'touch' ? 0 : REST));
    stops.addEventListener('pointerleave', (event) => {
      if (event.pointerType !== 'touch' && event.relatedTarget !== element) hide();
    });
    stops.addEventListener('focusin', (event) => {
      const stop = stopAt(event);
      if (stop?.matches(':focus-visible')) soon(stop, 0);
    });
    stops.addEventListener('focusout', hide);
    stops.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || element.hidden) return;
      hide();
      event.stopPropagation();
    });
  }
  element.addEventListener('pointerleave', hide);

  /**
   * @param {HTMLElement | null} stop
   * @param {number} after ms
   */
  function soon(stop, after) {
    if (!stop || stop === about) return;
    hide();
    about = stop;
    timer = window.setTimeout(() => {
      show();
      // A finger that has left does not say so.
      if (after === 0) timer = window.setTimeout(hide, TOUCHED);
    }, after);
  }

  function show() {
    if (!about || !latest) return;
    const { text, columns } = latest;
    const column = columns.find(({ name }) => name === about?.dataset.stop);
    const terms = /** @type {Record<string, string>} */ (text.terms);
    const back = about.dataset.phase === 'backward';
    const kind = column?.kind ?? 'update';
    const through = !column || column.role === 'input' || column.role === 'loss' ? [] : back ? (column.backward === 'dout' ? ['dout', 'dx'] : ['dx']) : ['out'];
    const entries = [[column?.title ?? text.stops.update, terms[kind] ?? ''], ...through.map((name) => [name, terms[name]])].filter(([, means]) => means !== '');
    if (entries.length === 0) return;
    list.replaceChildren(...entries.flatMap(([name, means]) => [h('dt', {}, name), h('dd', {}, means)]));
    element.hidden = false;
    about.setAttribute('aria-describedby', element.id);
    place(about);
  }

  /**
   * Under a stop of the upper row, over one of the lower.
   * @param {HTMLElement} stop
   */
  function place(stop) {
    const row = /** @type {HTMLElement} */ (stop.closest('.stops'));
    const outer = /** @type {HTMLElement} */ (element.offsetParent ?? row);
    const middle = row.offsetLeft + stop.offsetLeft + stop.offsetWidth / 2;
    const left = Math.min(Math.max(8, middle - element.offsetWidth / 2), outer.clientWidth - element.offsetWidth - 8);
    const above = row.matches('.below');
    element.style.left = `${left}px`;
    element.style.top = `${above ? row.offsetTop - element.offsetHeight + 4 : row.offsetTop + row.offsetHeight - 4}px`;
  }

  function hide() {
    clearTimeout(timer);
    about?.removeAttribute('aria-describedby');
    about = null;
    element.hidden = true;
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    if (latest && (latest.state.at !== model.state.at || latest.state.lang !== model.state.lang)) hide();
    latest = model;
  }

  return { element, update, hide };
}

/** @param {Event} event @returns {HTMLElement | null} */
function stopAt({ target }) {
  return target instanceof Element ? target.closest('[data-at]') : null;
}
