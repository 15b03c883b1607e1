// The client of the room: one connection to its server that comes back by itself. By WebSocket, or, where that is refused or ends
// before the welcome twice, by long polling. It knows no page: links, clock and chance are given in.
import { VERSION, heardIn } from './messages.js';

/** @typedef {import('./messages.js').Heard} Heard */
/** @typedef {import('./messages.js').Said} Said */

/**
 * A way to the server.
 * @typedef {object} Line
 * @property {(messages: readonly Said[]) => void} send
 * @property {() => void} close ends it; `closed` is not called then
 */

/**
 * Opens a way to the server; messages may be sent when `opened` was called.
 * @typedef {(on: { opened: () => void, heard: (message: unknown) => void, closed: () => void }) => Line} Open
 */

/** 'waiting' before the first welcome and while the connection is lost, 'open' after a welcome. @typedef {'waiting' | 'open'} Status */

/** How long it waits before it tries again, ms: twice as long each time. */
const [FIRST, LONGEST] = [500, 15_000];
/** How often a WebSocket may end before a welcome until long polling takes its place. */
const REFUSALS = 2;
/** So many messages are sent at once, and then one in so many ms: the server has a bucket of 60 that fills by 20 a second. */
const [AT_ONCE, EACH] = [40, 70];
/** A line without a welcome is given up after so many ms. */
const PATIENCE = 10_000;

/**
 * @param {object} given
 * @param {string} given.id of this visitor, 32 hexadecimal digits
 * @param {string | null} given.key the lecturer's; null for a participant
 * @param {Open} given.socket opens a WebSocket
 * @param {Open} given.polling opens long polling
 * @param {(work: () => void, milliseconds: number) => () => void} given.later a timer; gives what cancels it
 * @param {() => number} given.chance from 0, below 1
 * @param {() => number} given.now ms
 * @param {(message: Heard) => void} given.heard called with every message
 * @param {(status: Status) => void} given.changed called when the connection is lost or there again
 */
export function createClient({ id, key, socket, polling, later, chance, now, heard, changed }) {
  /** @type {Line | null} */
  let line = null;
  let opened = false;
  let welcomed = false;
  let ended = false;
  let refusals = 0;
  let wait = FIRST;
  /** Cancels the timer that waits to try again, or for a welcome. */
  let cancel = () => {};
  /** What waits to be sent. @type {Said[]} */
  let waiting = [];
  /** What the bucket holds, and when that was. */
  let [bucket, since] = [AT_ONCE, now()];
  /** Whether a timer will send the rest. */
  let draining = false;

  function connect() {
    if (ended || line) return;
    cancel();
    opened = welcomed = false;
    let mine = /** @type {Line | null} */ (null);
    const present = () => mine === null || mine === line;
    mine = (polls() ? polling : socket)({
      opened() {
        if (!present()) return;
        opened = true;
        line?.send([hello()]);
      },
      heard(value) {
        const message = present() ? heardIn(value) : null;
        if (message?.type === 'welcome') welcome();
        if (message) heard(message);
        if (message?.type === 'welcome') drain();
      },
      closed: () => present() && lost(),
    });
    line = mine;
    // A line that was open at once.
    if (opened) line.send([hello()]);
    const tried = mine;
    cancel = later(() => {
      if (line !== tried || welcomed) return;
      tried.close();
      lost();
    }, PATIENCE);
  }

  const hello = () => ({ type: 'hello', v: VERSION, id, ...(key === null ? {} : { key }) });

  function welcome() {
    cancel();
    welcomed = true;
    if (!polls()) refusals = 0;
    wait = FIRST;
    [bucket, since] = [AT_ONCE, now()];
    changed('open');
  }

  /** Whether long polling has taken the place of the WebSocket. */
  const polls = () => refusals >= REFUSALS;

  function lost() {
    if (!welcomed && !polls()) refusals += 1;
    const was = welcomed;
    cancel();
    line = null;
    opened = welcomed = false;
    // What was not acknowledged is said again by whoever keeps it.
    waiting = [];
    if (was) changed('waiting');
    if (ended) return;
    // Two hundred phones must not come back in the same moment.
    cancel = later(connect, wait * (0.7 + 0.6 * chance()));
    wait = Math.min(LONGEST, wait * 2);
  }

  /** Sends what the server's limit lets through, and the rest bit by bit. */
  function drain() {
    if (!line || !welcomed || draining) return;
    const time = now();
    bucket = Math.min(AT_ONCE, bucket + (time - since) / EACH);
    since = time;
    const batch = waiting.splice(0, Math.floor(bucket));
    bucket -= batch.length;
    if (batch.length > 0) line.send(batch);
    if (waiting.length === 0) return;
    draining = true;
    later(() => {
      draining = false;
      drain();
    }, EACH);
  }

  return {
    start: connect,
    /**
     * Says something. What can't be said now is dropped where the connection is lost: whoever needs it to arrive keeps it, see
     * `ledger.js`.
     * @param {Said} message
     */
    say(message) {
      if (!welcomed) return;
      waiting.push(message);
      drain();
    },
    /** Whether it is connected and welcomed. */
    open: () => welcomed,
    /** Tries at once, as when the device has woken up. */
    wake() {
      if (line || ended) return;
      wait = FIRST;
      connect();
    },
    /** Connects anew, as when the device has been asleep: what looks like a connection may be none. */
    renew() {
      if (ended) return;
      if (line && welcomed) {
        line.close();
        lost();
      }
      wait = FIRST;
      connect();
    },
    /** Ends it for good. */
    close() {
      ended = true;
      cancel();
      line?.close();
      line = null;
    },
  };
}

/** @typedef {ReturnType<typeof createClient>} Client */
