// What the browser keeps between visits: the chosen language, and one's own colours.
import { cleanedOwn } from './own.js';
import { settingsFor } from './sets.js';

/** @typedef {import('./own.js').Own} Own */
/** @typedef {import('./state.js').State} State */

const LANGUAGE = 'irozuku.lang';
const OWN = 'irozuku.own';
/** How many sets are kept beside the one in use. */
const SPARE = 5;

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
  /** What is on it. */
  let held = '';
  /** Colours that came with a link: they are kept once the learner has changed them. @type {Own | null} */
  let lent = null;
  /** One's own from before such links; they stay on the shelf beside what is made of the links'. @type {Own[]} */
  let spare = [];

  const word = (/** @type {Pick<State, 'own' | 'settings'>} */ { own, settings }) => JSON.stringify({ ...own, used: settings.data === 'own', spare });

  return {
    /**
     * Takes one's own colours up into a state to begin with, and the data set where they were in use.
     * @param {State} state
     * @returns {Own[]} what else there is to go back to
     */
    recall(state) {
      const kept = parsed(read(OWN));
      const own = cleanedOwn(kept);
      if (!own) return [];
      spare = (Array.isArray(kept.spare) ? kept.spare : []).flatMap((/** @type {unknown} */ one) => cleanedOwn(one) ?? []).slice(-SPARE);
      state.own = own;
      if (kept.used === true) Object.assign(state, { settings: settingsFor('own', state.settings), room: 'colours' });
      held = JSON.stringify({ ...own, used: kept.used === true, spare });
      return [...spare];
    },
    /**
     * Leaves the shelf as it is until the learner changes these colours: they came with a link.
     * @param {Own} before one's own colours before the link
     * @param {Own} own
     */
    lend(before, own) {
      if (equal(before, own)) return;
      const known = [...spare, ...(lent ? [lent] : [])].some((one) => equal(one, before));
      if (!known && before.colours !== '') spare = [...spare, before].slice(-SPARE);
      lent = own;
    },
    /**
     * Keeps one's own colours for the next visit, where they have changed.
     * @param {State} state
     * @returns {'storeFull' | 'storeForbidden' | null} what went wrong, if anything did
     */
    keep(state) {
      if (lent && equal(lent, state.own)) return null;
      // What is in use again does not lie beside itself.
      spare = spare.filter((one) => !equal(one, state.own));
      lent = null;
      const now = word(state);
      const nothing = held === '' && state.own.colours === '' && state.settings.data !== 'own';
      if (now === held || nothing) return null;
      held = now;
      return write(OWN, now);
    },
  };
}

/**
 * @param {Own} a
 * @param {Own} b
 */
function equal(a, b) {
  return a.colours === b.colours && a.classes.join('\n') === b.classes.join('\n');
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
