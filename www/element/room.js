// The way into the room that the page's server may have (`cargo run -- --lan`). Where none is told of, nothing of it is loaded.
import { alone } from '../embed/scenes.js';

/** @typedef {import('../app/session.js').Session} Session */
/** @typedef {import('./irozuku-demo.js').IrozukuDemo} IrozukuDemo */

/** The attribute of an element that shows the lecturer's moment: it keeps nothing but what is written in the lesson, and leaves the address alone. */
export const FOLLOWS = 'follows';

/** The session of each element. @type {WeakMap<Element, Session>} */
const sessions = new WeakMap();
let entered = false;

/** @param {Element} element */
export const follows = (element) => element.hasAttribute(FOLLOWS);

/**
 * Tells of an element whose session has begun. The first that fills a window of its own enters the room, where there is one.
 * @param {IrozukuDemo} element
 * @param {Session} session
 * @param {boolean} fills whether it fills a window that is no frame
 */
export function announce(element, session, fills) {
  sessions.set(element, session);
  const room = document.querySelector('meta[name=irozuku-room]');
  if (entered || !room || !fills || alone(session.state)) return;
  entered = true;
  // Without it the page is as without a room.
  import('../room/index.js').then(({ enter }) => enter(element, (one) => sessions.get(one) ?? null), () => (entered = false));
}
