// The browser's storage as one record a key. What is not stored reads as null, and a write never throws: a browser may
// forbid storing, or have no room left.

/** @typedef {'storeFull' | 'storeForbidden'} Problem why a record can't be kept */

/** What every key begins with. */
const PREFIX = 'irozuku.';

/**
 * @typedef {object} Records
 * @property {(key: string) => string | null} read
 * @property {(key: string, value: string) => Problem | null} write
 * @property {(key: string) => void} remove
 * @property {(start: string) => string[]} keys the keys that begin so
 * @property {(heard: (key: string, value: string | null) => void, signal: AbortSignal) => void} listen hears what another tab
 * has written; a value of null tells of a record that was removed
 */

/**
 * Shared by all tabs, and kept between visits.
 * @returns {Records}
 */
export function shared() {
  return recordsIn(() => localStorage);
}

/**
 * This tab's own, kept over a reload.
 * @returns {Records}
 */
export function ofThisTab() {
  return recordsIn(() => sessionStorage);
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
        // Where nothing is stored there is nothing to remove.
      }
    },
    keys(start) {
      try {
        return Object.keys(open()).filter((key) => key.startsWith(PREFIX + start)).map((key) => key.slice(PREFIX.length));
      } catch {
        return [];
      }
    },
    listen(heard, signal) {
      const hear = (/** @type {StorageEvent} */ { key, newValue, storageArea }) => {
        try {
          if (key?.startsWith(PREFIX) && storageArea === open()) heard(key.slice(PREFIX.length), newValue);
        } catch {
          // A browser that forbids storing has nothing to tell.
        }
      };
      window.addEventListener('storage', hear, { signal });
    },
  };
}
