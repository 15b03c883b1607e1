// The key of the picture: what its marks mean, and the scale of the wishes; on a phone, too, that there is more of it.
import { chosen as plain, count } from '../../util/format.js';
import { isPicture } from '../../core/tensor-shape.js';
import { sees } from '../../app/view-model.js';
import { h, say, style } from '../dom.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createFoot(dispatch) {
  const legend = h('p', { class: 'signs' });
  const always = h('input', { type: 'checkbox', change: () => dispatch('put', { maps: always.checked }) });
  const toggle = h('span');
  const scroll = h('p', { class: 'goes-on', hidden: true });
  const choice = h('label', { class: 'toggle' }, always, toggle);
  const element = h('div', { class: 'foot' }, choice, legend, scroll);
  let written = '';

  /**
   * @param {import('../../app/view-model.js').Model} model
   * @param {number | null} wishScale the gradient that fills a cell; null where none is shown
   * @param {number | null} times how many times larger the movements of weights are drawn; null where none is shown
   */
  function update(model, wishScale, times) {
    const { text, columns, state } = model;
    const maps = columns.some((column) => column.role === 'activation' && sees(model, column));
    const gates = columns.some(({ current, blocked, lit }) => current && blocked && lit === 'forward');
    const signs = times !== null ? text.movement(count(times)) : maps ? text.signMaps : wishScale === null ? (gates ? text.signsGate : text.signs) : text.signsBack(plain(wishScale));
    if (String(signs) !== written) legend.replaceChildren(...signs.map((sign) => h('span', {}, sign)));
    written = String(signs);
    say(toggle, text.mapsOn);
    // The colours that a node sees are those of a data set of colours.
    choice.hidden = isPicture(model.data.shape);
    say(scroll, text.scroll);
    if (always.checked !== state.maps) always.checked = state.maps;
  }

  /**
   * Says that the stage goes on below its edge.
   * @param {number | null} top where it is said, px; null where all of the stage is seen
   */
  function goesOn(top) {
    scroll.hidden = top === null;
    style(scroll, 'top', `${top ?? 0}px`);
  }

  return { element, update, goesOn };
}
