// The page as it was left: each tab's own for a reload, and the last one of any tab for the next visit.

/** @typedef {import('../state.js').State} State */
/** @typedef {{ state: unknown, lent: boolean }} Saved the state as it was stored, still to be cleaned; and whether the colours in it came with a link */

const KEY = 'state';
/** What belongs to how the page is shown, not to what the learner has made. @type {readonly (keyof State)[]} */
const LEFT_OUT = ['scene', 'controls', 'layer'];

/**
 * @param {import('./storage.js').Records} tab
 * @param {import('./storage.js').Records} shared
 */
export function createSavedState(tab, shared) {
  let last = '';

  return {
    /** @returns {Saved | null} null where nothing was left, or where it can't be read */
    read() {
      const text = tab.read(KEY);
      const own = parsed(text);
      // What is not changed was not left anew.
      if (own) {
        last = text ?? '';
        return own;
      }
      const other = parsed(shared.read(KEY));
      // A new visit is no lecture, even where the last one was.
      return other && { ...other, state: { .../** @type {object} */ (other.state), present: false } };
    },
    /**
     * @param {State} state
     * @param {boolean} lent
     */
    write(state, lent) {
      const rest = Object.fromEntries(Object.entries(state).filter(([key]) => !LEFT_OUT.includes(/** @type {keyof State} */ (key)) && (key !== 'own' || state.settings.data === 'own')));
      const text = JSON.stringify({ state: rest, lent });
      if (text === last) return;
      last = text;
      tab.write(KEY, text);
      shared.write(KEY, text);
    },
  };
}

/**
 * @param {string | null} text
 * @returns {Saved | null}
 */
function parsed(text) {
  try {
    const { state, lent } = JSON.parse(text ?? '{}') ?? {};
    return typeof state === 'object' && state !== null ? { state, lent: lent === true } : null;
  } catch {
    return null;
  }
}
