// The rooms of the page: one button each.
import { attribute, h, say } from '../dom.js';

/** @type {import('../../state/schema.js').State['room'][]} */
const ROOMS = ['network', 'colours', 'experiments'];

/** @param {{ room: (room: import('../../state/schema.js').State['room']) => void }} on */
export function createRooms(on) {
  const buttons = ROOMS.map((room) => h('button', { type: 'button', 'data-room': room, click: () => on.room(room) }));
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
