// The learner's own pictures in the data: the one on display can join them with its class, and each can be removed.
import { drawnIn, drawnSamples } from '../../colours/drawings.js';
import { attribute, disable, h, say } from '../dom.js';
import { paintPicture } from './thumb.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createCollection(dispatch) {
  const join = h('button', { type: 'button', class: 'join', click: () => dispatch('joinPicture') });
  const list = h('ul', { class: 'drawn' });
  const undo = h('button', { type: 'button', class: 'link', click: () => dispatch('undraw') });
  const element = h('div', { class: 'collection' }, join, list, undo);
  /** The pictures, and the text that they were read from. */
  let [text, samples] = ['', /** @type {import('../../core/wasm.js').Sample[]} */ ([])];
  /** What the list was built for. */
  let built = '';

  /**
   * @param {import('../../app/view-model.js').Model} model
   * @param {boolean} given whether the picture on display is one that came with the data
   * @returns {number} how many own pictures there are
   */
  function update(model, given) {
    const { state, data, shown, canUndraw, text: { pad: words } } = model;
    const now = drawnIn(state.drawn, state.settings.data);
    if (now !== text) [text, samples] = [now, drawnSamples(now)];
    const same = samples.find(({ rgb }) => rgb.every((byte, i) => byte === shown.rgb[i]));
    const name = data.classes[shown.label];
    const joined = same?.label === shown.label;
    const foreign = given && !same;
    say(join, joined ? words.joined(name) : foreign ? words.drawFirst : same ? words.relabel(name) : words.join(name));
    join.disabled = joined || foreign || state.scope === 'batch';
    const signature = `${state.lang} ${data.shape} ${now}`;
    if (signature !== built) build(model);
    built = signature;
    list.hidden = samples.length === 0;
    attribute(list, 'aria-label', words.mine);
    say(undo, words.unjoin);
    disable(undo, !canUndraw, join);
    undo.hidden = !canUndraw;
    return samples.length;
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function build({ data, text: { pad: words } }) {
    list.replaceChildren(...samples.map((sample, i) => {
      const [canvas, name] = [h('canvas', { class: 'thumb', 'aria-hidden': 'true' }), data.classes[sample.label]];
      paintPicture(canvas, sample.rgb, data.shape);
      const show = h('button', { type: 'button', class: 'show', 'aria-label': words.show(i + 1, name), title: words.show(i + 1, name), click: () => dispatch('sample', sample) }, canvas);
      const remove = h('button', { type: 'button', class: 'remove', 'aria-label': words.remove(i + 1, name), title: words.remove(i + 1, name), click: () => {
        join.focus();
        dispatch('removePicture', sample.rgb);
      } }, '×');
      return h('li', {}, show, remove);
    }));
  }

  return { element, update };
}
