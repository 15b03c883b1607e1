// The key of the picture: what its marks mean, and the scale of the wishes.
import { chosen as plain, count } from '../../util/format.js';
import { sees } from '../../app/view-model.js';
import { h, say } from '../dom.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createFoot(dispatch) {
  const legend = h('p', { class: 'signs' });
  const always = h('input', { type: 'checkbox', change: () => dispatch('put', { maps: always.checked }) });
  const toggle = h('span');
  const element = h('div', { class: 'foot' }, h('label', { class: 'toggle' }, always, toggle), legend);

  /**
   * @param {import('../../app/view-model.js').Model} model
   * @param {number | null} wishScale the gradient that fills a cell; null where none is shown
   * @param {number | null} times how many times larger the movements of weights are drawn; null where none is shown
   */
  function update(model, wishScale, times) {
    const { text, columns, state } = model;
    const maps = columns.some((column) => column.role === 'activation' && sees(model, column));
    say(legend, times !== null ? text.movement(count(times)) : maps ? text.signMaps : wishScale === null ? text.signs : text.signsBack(plain(wishScale)));
    say(toggle, text.mapsOn);
    if (always.checked !== state.maps) always.checked = state.maps;
  }

  return { element, update };
}
