// What the browser keeps between visits: the chosen language, and one's own colours.
import { cleanedOwn } from './own.js';

/** @typedef {import('./own.js').Own} Own */

const LANGUAGE = 'irozuku.lang';
const OWN = 'irozuku.own';

/** The language chosen before; null where none was, or where the browser keeps nothing. */
export function language() {
  return read(LANGUAGE);
}

/** @param {string} lang */
export function keepLanguage(lang) {
  // A browser that keeps nothing shows its own language next time.
  write(LANGUAGE, lang);
}

/**
 * One's own colours as they were kept, and whether they were in use.
 * @returns {{ own: Own, used: boolean } | null}
 */
export function ownColours() {
  try {
    const kept = JSON.parse(read(OWN) ?? 'null');
    const own = cleanedOwn(kept);
    return own ? { own, used: kept.used === true } : null;
  } catch {
    return null;
  }
}

/**
 * @param {Own} own
 * @param {boolean} used
 * @returns {'storeFull' | 'storeForbidden' | null} what went wrong, if anything did
 */
export function keepOwnColours(own, used) {
  return write(OWN, JSON.stringify({ ...own, used }));
}

/** @param {string} key */
function read(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {string} value
 * @returns {'storeFull' | 'storeForbidden' | null}
 */
function write(key, value) {
  try {
    localStorage.setItem(key, value);
    return null;
  } catch (problem) {
    return problem instanceof DOMException && problem.name === 'QuotaExceededError' ? 'storeFull' : 'storeForbidden';
  }
}
