// The page that shows the lecturer's moment: an element of its own, which keeps nothing but what is written in the lesson, in the place of the participant's. What the
// participant had before stays in theirs as it was, and comes back with it.
import { FOLLOWS } from '../element/room.js';
import { shared, writtenOnly } from '../state/storage.js';
import { differences, leadsOn } from './moment.js';

/** @typedef {import('../app/session.js').Session} Session */
/** @typedef {import('../element/irozuku-demo.js').IrozukuDemo} IrozukuDemo */

/** The longest rest between two moments, and how often it is looked whether the lecturer still trains on, ms. */
const [LONGEST, LOOK] = [500, 250];

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/**
 * @param {IrozukuDemo} own the participant's element
 * @param {(element: Element) => Session | null} sessionOf
 * @param {(session: Session) => void} begun called once with the session of the lecturer's moment
 */
export function createGuest(own, sessionOf, begun) {
  /** @type {IrozukuDemo | null} */
  let guest = null;
  /** @type {Promise<void> | null} */
  let beginning = null;
  /** Settled when the latest moment is shown; null where none waits. @type {Promise<void> | null} */
  let turning = null;
  /** Whether it is the participant's for now. */
  let held = false;
  /** How long the last moment took, ms. */
  let took = 0;
  /** What is to be shown: the text of a moment; null for the participant's own page. @type {string | null} */
  let wanted = null;

  async function begin() {
    guest = /** @type {IrozukuDemo} */ (document.createElement(own.localName));
    guest.toggleAttribute('fill', true);
    guest.toggleAttribute(FOLLOWS, true);
    await guest.ready;
    const session = sessionOf(guest);
    if (session) begun(session);
  }

  /**
   * Puts one element in the place of the other, in the same language and brightness.
   * @param {IrozukuDemo} from
   * @param {IrozukuDemo} to
   */
  function swap(from, to) {
    if (!from.isConnected) return;
    if (to.lang !== from.lang) to.lang = from.lang;
    if (to.theme !== from.theme) to.theme = from.theme;
    to.inert = from.inert;
    // What was written in the lesson on the one page is there on the other.
    const session = sessionOf(to);
    const records = writtenOnly(shared());
    const heard = records.keys('lesson/').filter((key) => session?.lesson.hear(key, records.read(key)));
    if (heard.length > 0) session?.commit(() => {});
    from.replaceWith(to);
  }

  /** Shows what is wanted by now. */
  function turn() {
    if (!guest) return;
    const session = sessionOf(guest);
    if (wanted === null || !session) return swap(guest, own);
    const change = differences(wanted, session.snapshot());
    if (Object.keys(change).length > 0) session.dispatch('put', change);
    swap(own, guest);
  }

  /** Shows what is wanted, and leaves a slow device as much time for all else as that takes. */
  async function next() {
    beginning ??= begin();
    await beginning;
    if (took > 0) await pause(took);
    // A device that trains more slowly than the lecturer's arrives somewhere first, so that something is seen.
    const session = /** @type {Session} */ (sessionOf(/** @type {IrozukuDemo} */ (guest)));
    while (session.changes.progress() !== null && !held && wanted !== null && leadsOn(wanted, session.snapshot())) await Promise.race([session.changes.arrival(), pause(LOOK)]);
    const before = performance.now();
    if (!held) turn();
    took = Math.min(LONGEST, performance.now() - before);
  }

  return {
    /**
     * Shows a moment; of several that come while one is being shown, the last.
     * @param {string} link its text
     * @returns {Promise<void>} rejected where there can be no such page
     */
    show(link) {
      [wanted, held] = [link, false];
      return (turning ??= next().finally(() => (turning = null)));
    },
    /** Leaves it as it is, whatever waits to be shown: the participant goes on from there. */
    hold: () => void (held = true),
    /** Ends what the participant has begun in it. */
    rest: () => guest && sessionOf(guest)?.dispatch('rest'),
    /** Shows the participant's own page as it was. */
    leave() {
      wanted = null;
      turn();
    },
    /** The element that is shown. */
    shown: () => (guest?.isConnected ? guest : own),
    /** The session of the moment, where it has begun. */
    session: () => guest && sessionOf(guest),
  };
}

/** @typedef {ReturnType<typeof createGuest>} Guest */
