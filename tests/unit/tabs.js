// A browser's storage with several tabs on it, as far as the stores use it: each hears what another writes, but later.

/** @typedef {import('../../www/state/storage.js').Records} Records */

/** @param {Record<string, string>} [stored] */
export function browser(stored = {}) {
  /** @type {Map<string, string>} */
  const records = new Map(Object.entries(stored));
  /** @type {{ tab: object, hear: (key: string, value: string | null) => void }[]} */
  const listeners = [];
  /** What was written and not heard yet. @type {(() => void)[]} */
  const events = [];

  return {
    records,
    /** Has every tab hear what the others wrote until there is nothing left to hear. */
    settle() {
      for (let rounds = 0; events.length > 0; rounds += 1) {
        if (rounds > 1000) throw new Error('the tabs write to each other without end');
        events.shift()?.();
      }
    },
    /** @returns {Records} */
    tab() {
      const tab = {};
      const tell = (/** @type {string} */ key, /** @type {string | null} */ value) => {
        for (const listener of listeners) if (listener.tab !== tab) events.push(() => listener.hear(key, value));
      };
      return {
        read: (key) => records.get(key) ?? null,
        write(key, value) {
          if (records.get(key) !== value) tell(key, value);
          records.set(key, value);
          return null;
        },
        remove(key) {
          if (records.delete(key)) tell(key, null);
        },
        keys: (start) => [...records.keys()].filter((key) => key.startsWith(start)),
        listen: (hear) => void listeners.push({ tab, hear }),
      };
    },
  };
}

/** A clock that shows a later time whenever it is read. */
export function clock() {
  let time = 1000;
  return () => (time += 1);
}
