// What the browser keeps between visits: the chosen language, and one's own colours.
import { cleanedOwn } from './own.js';
import { settingsFor } from './sets.js';

/** @typedef {import('./own.js').Own} Own */
/** @typedef {import('./state.js').State} State */

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

/** The shelf of one page for one's own colours. */
export function createShelf() {
  /** What is on it, or need not be put there. */
  let held = '';

  const word = (/** @type {Pick<State, 'own' | 'settings'>} */ { own, settings }) => JSON.stringify({ ...own, used: settings.data === 'own' });

  return {
    /**
     * Takes one's own colours up into a state to begin with, and the data set where they were in use.
     * @param {State} state
     * @returns {Own | null} the colours; null where there are none
     */
    recall(state) {
      const kept = parsed(read(OWN));
      const own = cleanedOwn(kept);
      if (!own) return null;
      state.own = own;
      if (kept.used === true) Object.assign(state, { settings: settingsFor('own', state.settings), room: 'colours' });
      held = word(state);
      return own;
    },
    /**
     * Leaves the shelf as it is until the learner changes these colours: they came with a link.
     * @param {State} state
     */
    leave(state) {
      held = word(state);
    },
    /**
     * Keeps one's own colours for the next visit, where they have changed.
     * @param {State} state
     * @returns {'storeFull' | 'storeForbidden' | null} what went wrong, if anything did
     */
    keep(state) {
      const now = word(state);
      const nothing = held === '' && state.own.colours === '' && state.settings.data !== 'own';
      if (now === held || nothing) return null;
      held = now;
      return write(OWN, now);
    },
  };
}

/** @param {string | null} text */
function parsed(text) {
  try {
    return JSON.parse(text ?? 'null') ?? {};
  } catch {
    return {};
  }
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
