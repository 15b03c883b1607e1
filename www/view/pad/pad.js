// The pad: the picture on display, to be drawn on. The network's answer follows at once. It takes the place of the wheel where
// the data are pictures.
import { blank, filled, stroke } from '../../colours/brush.js';
import { textOfBytes } from '../../colours/pictures.js';
import { attribute, h, say } from '../dom.js';
import { onceAFrame } from '../wheel/once-a-frame.js';
import { createCollection } from './collection.js';
import { createInks } from './inks.js';
import { createSurface } from './surface.js';

/** How many steps can be undone. */
const STEPS = 30;

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createPad(dispatch) {
  /** The picture on the pad. @type {Uint8Array} */
  let bytes = new Uint8Array();
  /** The bytes on display when the pad was last updated. @type {ArrayLike<number> | null} */
  let displayed = null;
  /** Pictures before each step that can be undone. @type {Uint8Array[]} */
  let before = [];
  /** @type {import('../../app/view-model.js').Model | null} */
  let model = null;
  const answering = onceAFrame(() => dispatch('picture', textOfBytes(bytes)));
  const inks = createInks();
  const surface = createSurface({
    begin: remember,
    draw(from, to) {
      if (model) bytes = stroke(bytes, model.data.shape, from, to, inks.ink());
      surface.paint(bytes);
      answering.call();
    },
    end: answering.flush,
  });
  const title = h('h2', { class: 'silent' });
  const hint = h('p', { class: 'note' });
  const undo = h('button', { type: 'button', click: back });
  const fill = h('button', { type: 'button', click: () => put((shape) => filled(shape, inks.ink())) });
  const clear = h('button', { type: 'button', click: () => put(blank) });
  const previous = h('button', { type: 'button', class: 'step', click: () => go(-1) }, '‹');
  const next = h('button', { type: 'button', class: 'step', click: () => go(1) }, '›');
  const place = h('output', { class: 'note' });
  const another = h('button', { type: 'button', click: any });
  const summary = h('summary');
  const more = h('div', { class: 'labels' });
  const collection = createCollection(dispatch);
  // What is folded out has to be seen.
  const details = h('details', { class: 'channels', toggle: () => details.open && details.scrollIntoView({ block: 'nearest' }) }, summary, more, collection.element);
  const element = h('section', { class: 'pad' },
    title,
    surface.element,
    surface.told,
    inks.element,
    h('div', { class: 'handles' }, h('div', { class: 'tools' }, undo, fill, clear), h('div', { class: 'tools' }, previous, place, next, another)),
    hint,
    details,
  );

  /** Keeps the present picture, to be gone back to. */
  function remember() {
    before = [...before, bytes].slice(-STEPS);
  }

  /** @param {(shape: readonly number[]) => Uint8Array} make a picture that takes the place of the present one */
  function put(make) {
    if (!model) return;
    remember();
    bytes = make(model.data.shape);
    answering.call();
    answering.flush();
  }

  function back() {
    const last = before.at(-1);
    if (!last) return;
    before = before.slice(0, -1);
    dispatch('sample', { rgb: /** @type {any} */ (last), label: 0 });
  }

  /** The pictures of the data, the training pictures first. */
  const all = () => (model ? [...model.data.train, ...model.data.test] : []);

  /** @param {number} by how many pictures of the data to go on */
  function go(by) {
    const pictures = all();
    if (pictures.length === 0) return;
    const at = placeOf(bytes);
    show(at < 0 ? (by > 0 ? 0 : pictures.length - 1) : (at + by + pictures.length) % pictures.length);
  }

  /** Shows any other picture; one that the network never learns from, where there are such. */
  function any() {
    if (!model) return;
    const { train, test } = model.data;
    const [first, count] = test.length > 1 ? [train.length, test.length] : [0, train.length];
    const here = placeOf(bytes);
    const others = Array.from({ length: count }, (_, i) => first + i).filter((index) => index !== here);
    if (others.length > 0) show(others[Math.floor(Math.random() * others.length)]);
  }

  /** @param {number} index of a picture of the data */
  function show(index) {
    remember();
    dispatch('picture', String(index));
  }

  /**
   * Which picture of the data it is; −1 where it is a drawing.
   * @param {ArrayLike<number>} picture
   */
  function placeOf(picture) {
    return all().findIndex(({ rgb }) => rgb.length === picture.length && rgb.every((byte, i) => byte === picture[i]));
  }

  /** @param {import('../../app/view-model.js').Model} latest */
  function update(latest) {
    const { text: { pad: text }, data, shown } = latest;
    if (model && model.data.shape.join() !== data.shape.join()) before = [];
    model = latest;
    surface.update(data.shape, text);
    inks.update(data.shape[0], text);
    // A stroke goes on; the picture that it belongs to comes with the next frame.
    if (displayed !== shown.rgb && !surface.drawing() && !answering.waiting()) bytes = Uint8Array.from(shown.rgb);
    displayed = shown.rgb;
    surface.paint(bytes);
    say(title, text.title);
    say(hint, text.hint);
    say(undo, text.undo);
    say(fill, text.fill);
    say(clear, text.clear);
    say(another, text.another);
    for (const [button, name] of /** @type {const} */ ([[fill, text.fillHow], [clear, text.clearHow], [undo, text.undoHow], [another, text.anotherHow], [previous, text.previous], [next, text.next]])) attribute(button, 'title', name);
    attribute(previous, 'aria-label', text.previous);
    attribute(next, 'aria-label', text.next);
    undo.disabled = before.length === 0;
    const at = placeOf(bytes);
    say(place, at < 0 ? text.drawing : text.place(at + 1, all().length));
    // Where the right class can be chosen here, too, it is said.
    say(summary, text.more(collection.update(latest, at >= 0), more.childElementCount > 0));
  }

  return { element, more, update };
}
