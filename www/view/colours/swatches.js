// Every colour or picture of the data as a swatch, by its right class: square to learn from, round to test with, crossed
// where the network is wrong.
import { classOfKey } from '../../colours/class-keys.js';
import { withSample, withoutColour } from '../../colours/custom-set.js';
import { sameInput } from '../../colours/pictures.js';
import { pixelsOf } from '../../colours/pixels.js';
import { isPicture } from '../../core/tensor-shape.js';
import { hex, loss } from '../../util/format.js';
import { over } from '../../util/tint.js';
import { attribute, h, say } from '../dom.js';
import { roving } from '../roving.js';

/** @typedef {import('../../colours/predictions.js').Judged} Judged */

/** A swatch and the gap beside it, px. */
const SIZE = 22;
const GAP = 2;

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createSwatches(dispatch) {
  const element = h('div', { class: 'groups' });
  /** @type {import('../../core/wasm.js').Data | null} */
  let data = null;
  /** A class each: its head, its swatches. @type {{ head: Element, list: HTMLElement, ready: () => void }[]} */
  let groups = [];
  /** By index. @type {Map<number, HTMLElement>} */
  let swatches = new Map();
  /** The order they stand in. */
  let order = '';
  let own = false;
  /** Where the focus shall be after an edit has made the swatches anew. @type {{ label: number, at: number } | null} */
  let next = null;

  /**
   * Makes room for so many classes. Existing elements stay, so that a heading keeps the focus.
   * @param {number} classes
   * @param {Element[]} heads
   */
  function lay(classes, heads) {
    const other = (/** @type {number} */ i) => i >= classes || (heads[i] ?? groups[i].head) !== groups[i].head || (heads.length === 0 && groups[i].head.localName !== 'h2');
    while (groups.length > 0 && other(groups.length - 1)) {
      const { head, list } = /** @type {typeof groups[0]} */ (groups.pop());
      head.remove();
      list.remove();
    }
    while (groups.length < classes) {
      const list = h('div', { class: 'swatch-list', role: 'group' });
      const across = () => Math.max(1, Math.floor((list.clientWidth + GAP) / ((/** @type {HTMLElement | null} */ (list.firstElementChild)?.offsetWidth ?? SIZE) + GAP)));
      const head = heads[groups.length] ?? h('h2');
      groups.push({ head, list, ready: roving(list, across) });
      element.append(head, list);
    }
  }

  /** @param {Judged} one */
  function swatch({ sample, test }) {
    const { rgb, label } = sample;
    const button = h('button', { type: 'button', class: 'tile', click: () => dispatch('sample', sample) });
    const shape = data?.shape ?? [];
    if (isPicture(shape)) {
      const [, height, width] = shape;
      const canvas = h('canvas', { width, height, 'aria-hidden': 'true' });
      canvas.getContext('2d')?.putImageData(new ImageData(pixelsOf(rgb, shape), width, height), 0, 0);
      button.append(canvas);
    } else {
      button.style.background = hex(rgb);
      button.classList.toggle('light', over(rgb) === '#000');
    }
    button.classList.toggle('test', test);
    button.addEventListener('keydown', (event) => {
      if (!own || event.ctrlKey || event.metaKey || event.altKey) return;
      const chosen = classOfKey(event.key);
      const removes = event.key === 'Delete' || event.key === 'Backspace';
      if (!removes && !(chosen >= 0 && chosen < groups.length)) return;
      event.preventDefault();
      if (chosen === label) return;
      next = { label, at: [...groups[label].list.children].indexOf(button) };
      dispatch('edit', (own) => (removes ? withoutColour(own, rgb) : withSample(own, { rgb, label: chosen })));
    });
    return button;
  }

  /**
   * @param {import('../../app/view-model.js').Model} model
   * @param {Judged[]} part the colours that are counted
   * @param {Judged[]} shown those of them that are shown, in their order
   * @param {Element[]} heads the heading of each class; where there is none, its name and its size
   */
  function update(model, part, shown, heads) {
    const { text, classNames } = model;
    own = model.state.settings.data === 'own';
    const pictures = isPicture(model.data.shape);
    element.classList.toggle('pictures', pictures);
    if (data !== model.data) {
      data = model.data;
      swatches = new Map();
      order = '-';
      lay(classNames.length, heads);
    }
    const word = shown.map((one) => one.index).join();
    if (word !== order) {
      order = word;
      swatches = new Map(shown.map((one) => [one.index, swatches.get(one.index) ?? swatch(one)]));
      groups.forEach(({ list, ready }, label) => {
        const mine = shown.filter((one) => one.sample.label === label);
        list.replaceChildren(...mine.map((one) => /** @type {HTMLElement} */ (swatches.get(one.index))));
        ready();
      });
      refocus();
    }
    groups.forEach(({ head, list }, label) => {
      const mine = part.filter((one) => one.sample.label === label);
      const words = text.group(classNames[label], mine.length, mine.filter((one) => one.answer !== label).length);
      if (heads.length === 0) say(head, words);
      attribute(list, 'aria-label', words);
    });
    for (const one of shown) {
      const button = /** @type {HTMLElement} */ (swatches.get(one.index));
      const { rgb, label } = one.sample;
      button.classList.toggle('miss', one.answer !== label);
      button.classList.toggle('here', sameInput(rgb, model.shown.rgb));
      const words = pictures
        ? text.judgedPicture(one.index, classNames[label], classNames[one.answer], loss(one.loss))
        : text.judged(one.name, rgb, classNames[label], classNames[one.answer], loss(one.loss));
      attribute(button, 'aria-label', words);
      attribute(button, 'title', words);
    }
  }

  /** Focuses the swatch that has taken the place of the edited one. */
  function refocus() {
    const rest = next && groups[next.label]?.list.children;
    if (next && rest && rest.length > 0) /** @type {HTMLElement} */ (rest[Math.min(next.at, rest.length - 1)]).focus();
    next = null;
  }

  return { element, update };
}
