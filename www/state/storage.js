// The browser's storage as one record a key. A missing record reads as null, and a write never throws: a browser may
// forbid storing, or have no room left.

/** @typedef {'storeFull' | 'storeForbidden'} Problem why a record can't be stored */

/** The prefix of every key. */
const PREFIX = 'irozuku.';

/**
 * @typedef {object} Records
 * @property {(key: string) => string | null} read
 * @property {(key: string, value: string) => Problem | null} write
 * @property {(key: string) => void} remove
 * @property {(start: string) => string[]} keys the keys with this prefix
 * @property {(callback: (key: string, value: string | null) => void, signal: AbortSignal) => void} listen subscribes to the writes of
 * other tabs; a value of null means that the record was removed
 */

/**
 * Shared by all tabs, and kept between visits.
 * @returns {Records}
 */
export function shared() {
  return recordsIn(() => localStorage);
}

/**
 * Separate for each tab, and kept over a reload.
 * @returns {Records}
 */
export function ofThisTab() {
  return recordsIn(() => sessionStorage);
}

/**
 * What the learner has written in the lesson, and nothing else of the records: the rest is neither read nor written.
 * @param {Records} records
 * @returns {Records}
 */
export function writtenOnly(records) {
  const isWritten = (/** @type {string} */ key) => /^lesson\/(code|solved)\//.test(key);
  return {
    read: (key) => (isWritten(key) ? records.read(key) : null),
    write: (key, value) => (isWritten(key) ? records.write(key, value) : null),
    remove: () => {},
    keys: (start) => records.keys(start).filter(isWritten),
    listen: (callback, signal) => records.listen((key, value) => isWritten(key) && callback(key, value), signal),
  };
}

/**
 * @param {() => Storage} open throws where the browser forbids it
 * @returns {Records}
 */
function recordsIn(open) {
  return {
    read(key) {
      try {
        return open().getItem(PREFIX + key);
      } catch {
        return null;
      }
    },
    write(key, value) {
      try {
        open().setItem(PREFIX + key, value);
        return null;
      } catch (problem) {
        return problem instanceof DOMException && problem.name === 'QuotaExceededError' ? 'storeFull' : 'storeForbidden';
      }
    },
    remove(key) {
      try {
        open().removeItem(PREFIX + key);
      } catch {
        // Ignore: nothing is stored.
      }
    },
    keys(start) {
      try {
        return Object.keys(open()).filter((key) => key.startsWith(PREFIX + start)).map((key) => key.slice(PREFIX.length));
      } catch {
        return [];
      }
    },
    listen(callback, signal) {
      const onStorage = (/** @type {StorageEvent} */ { key, newValue, storageArea }) => {
        try {
          if (key?.startsWith(PREFIX) && storageArea === open()) callback(key.slice(PREFIX.length), newValue);
        } catch {
          // Ignore: the browser forbids storing.
        }
      };
      window.addEventListener('storage', onStorage, { signal });
    },
  };
}
