// The room: this page's part in a workshop. It is loaded only where the page's server says that it has a room.
import { stylesheets } from '../assets.js';
import { textFor } from '../text/index.js';
import { attribute, h } from '../view/dom.js';
import { AROUND, STYLE } from '../view/room/style.js';
import { createClient } from './client.js';
import { createLecturer } from './lecturer.js';
import { pollingTo, socketTo } from './lines.js';
import { createParticipant } from './participant.js';
import { visitorOf } from './visitor.js';
import { wordsIn } from './words.js';

/** @typedef {import('../app/session.js').Session} Session */
/** @typedef {import('../element/irozuku-demo.js').IrozukuDemo} IrozukuDemo */

/**
 * What each side of the room is given.
 * @typedef {object} Given
 * @property {IrozukuDemo} own the element of this page
 * @property {(element: Element) => Session | null} sessionOf
 * @property {HTMLElement} place where the room's own views are
 * @property {ReturnType<typeof visitorOf>} visitor
 * @property {(message: import('./messages.js').Said) => void} say
 * @property {(work: () => void, milliseconds: number) => () => void} later
 * @property {() => number} now ms
 * @property {() => import('./words.js').Words} words in the language of the page
 * @property {() => import('../text/index.js').Text} text
 * @property {() => void} dress makes the room look as the page does
 */

/** After so many ms out of sight the device may have been asleep. */
const ASLEEP = 30_000;

/** @type {Given['later']} */
const later = (work, milliseconds) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * Enters the room.
 * @param {IrozukuDemo} own
 * @param {Given['sessionOf']} sessionOf
 */
export async function enter(own, sessionOf) {
  const visitor = visitorOf(tab(), location, history);
  const place = h('div', { class: 'room-place' });
  const room = h('div', { class: 'room' });
  const root = place.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [...(await stylesheets()), sheet(STYLE)];
  root.append(room);
  const shown = () => side.shown();
  const state = () => sessionOf(shown())?.state ?? own.state;
  const now = () => Date.now();
  /** @type {Given} */
  const given = {
    own,
    sessionOf,
    place,
    visitor,
    say: (message) => client.say(message),
    later,
    now,
    words: () => wordsIn(state().lang),
    text: () => textFor(state().lang, sessionOf(shown())?.store.data.shape ?? []),
    dress,
  };
  const client = createClient({
    id: visitor.id,
    key: visitor.key,
    socket: socketTo(location.href),
    polling: pollingTo(location.href, visitor.id),
    later,
    chance: Math.random,
    now,
    heard(message) {
      if (message.type === 'refused' && message.reason === 'key' && message.of === 'hello') return visitor.forget();
      side.hear(message);
    },
    changed: (status) => side.connect(status === 'open'),
  });
  const side = visitor.key === null ? createParticipant(given) : createLecturer(given);
  room.classList.toggle('lecture', visitor.key !== null);
  room.append(...side.elements);

  /** Wears what the page wears. */
  function dress() {
    const { theme, lang } = state();
    attribute(room, 'data-theme', theme);
    attribute(room, 'lang', lang);
  }
  document.adoptedStyleSheets.push(sheet(AROUND));
  own.parentElement?.classList.add('with-room');
  own.before(place);
  side.update();
  client.start();
  window.addEventListener('online', client.wake);
  let hidden = 0;
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') hidden = now();
    else if (now() - hidden > ASLEEP) client.renew();
    else client.wake();
  });
}

/** The storage of this tab; null where it is forbidden. */
function tab() {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** @param {string} text */
function sheet(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
