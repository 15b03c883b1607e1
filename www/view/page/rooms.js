// The rooms of the page: one button each.
import { attribute, h, say } from '../dom.js';

/** @type {import('../../state/schema.js').State['room'][]} */
const ROOMS = ['network', 'colours', 'experiments'];

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createRooms(dispatch) {
  const buttons = ROOMS.map((room) => h('button', { type: 'button', 'data-room': room, click: () => dispatch('room', room) }));
  const element = h('nav', { class: 'segments rooms' }, ...buttons);

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, state }) {
    attribute(element, 'aria-label', text.rooms);
    ROOMS.forEach((room, i) => {
      say(buttons[i], text.room[room]);
      attribute(buttons[i], 'aria-pressed', String(state.room === room));
      attribute(buttons[i], 'aria-current', state.room === room ? 'page' : null);
    });
  }

  return { element, update };
}
