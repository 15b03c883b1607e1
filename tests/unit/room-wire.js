// The wire between a page and the model of the room's server: it can be cut, refused, and led to another server.
import { createClient } from '../../www/room/client.js';

/** @typedef {import('./room-server.js').Server} Server */
/** @typedef {import('../../www/room/client.js').Open} Open */

export class Wire {
  /** Ends what is connected. @type {Set<() => void>} */
  #ends = new Set();
  /** What was opened: `socket` or `polling`. @type {string[]} */
  opened = [];
  /** Whether nothing gets through, and whether sockets are refused. */
  down = false;
  socketless = false;

  /** @param {Server} server */
  constructor(server) {
    this.server = server;
  }

  /**
   * @param {'socket' | 'polling'} kind
   * @param {import('./room-clock.js').Clock} clock
   * @returns {Open}
   */
  by(kind, clock) {
    return (on) => {
      this.opened.push(kind);
      let over = false;
      const refused = this.down || (kind === 'socket' && this.socketless);
      const link = refused ? null : this.server.accept((message) => clock.later(() => over || on.heard(structuredClone(message)), 1));
      const cut = () => {
        if (over) return;
        over = true;
        link?.close();
        this.#ends.delete(cut);
        on.closed();
      };
      if (refused) clock.later(cut, 1);
      else {
        this.#ends.add(cut);
        clock.later(() => over || on.opened(), 1);
      }
      return {
        send: (messages) => messages.forEach((message) => clock.later(() => over || link?.receive(structuredClone(message)), 1)),
        close: () => {
          over = true;
          link?.close();
          this.#ends.delete(cut);
        },
      };
    };
  }

  /** Cuts all that is connected. */
  cut() {
    [...this.#ends].forEach((end) => end());
  }

  /** Ends the server and starts another, which knows nothing. @param {Server} server */
  restart(server) {
    this.server = server;
    this.cut();
  }
}

/**
 * A client on the wire.
 * @param {Wire} wire
 * @param {import('./room-clock.js').Clock} clock
 * @param {{ id: string, key?: string | null, heard?: (message: any) => void, changed?: (status: string) => void }} options
 */
export function connect(wire, clock, { id, key = null, heard = () => {}, changed = () => {} }) {
  const client = createClient({ id, key, socket: wire.by('socket', clock), polling: wire.by('polling', clock), later: clock.later, chance: () => 0.5, now: clock.now, heard, changed });
  client.start();
  return client;
}
