// The saved state of the page: each tab's own for a reload, and the latest of any tab for the next visit.

/** @typedef {import('./schema.js').State} State */
/** @typedef {{ state: unknown, lent: boolean, time: number }} Saved the state as it was stored, still to be cleaned; whether the colours in it came with a link; and when it was changed last, ms */

const KEY = 'state';
/** Keys of the presentation, which is not the learner's work. @type {readonly (keyof State)[]} */
const LEFT_OUT = ['scene', 'controls', 'layer'];

/**
 * @param {import('./storage.js').Records} tab
 * @param {import('./storage.js').Records} shared
 */
export function createSavedState(tab, shared) {
  let last = '';

  return {
    /** @returns {Saved | null} null where none is saved, or it can't be read */
    read() {
      const own = parsed(tab.read(KEY));
      // An unchanged state keeps its time.
      if (own) {
        last = JSON.stringify({ state: own.state, lent: own.lent });
        return own;
      }
      const other = parsed(shared.read(KEY));
      // A new visit doesn't begin in presentation mode.
      return other && { ...other, state: { .../** @type {object} */ (other.state), present: false } };
    },
    /**
     * @param {State} state
     * @param {boolean} lent
     * @param {number} time when it was changed
     */
    write(state, lent, time) {
      const rest = Object.fromEntries(Object.entries(state).filter(([key]) => !LEFT_OUT.includes(/** @type {keyof State} */ (key)) && (key !== 'own' || state.settings.data === 'own')));
      const words = JSON.stringify({ state: rest, lent });
      if (words === last) return;
      last = words;
      const text = JSON.stringify({ state: rest, lent, time });
      tab.write(KEY, text);
      // Another tab may have been changed later and stored sooner.
      if ((parsed(shared.read(KEY))?.time ?? 0) <= time) shared.write(KEY, text);
    },
  };
}

/**
 * @param {string | null} text
 * @returns {Saved | null}
 */
function parsed(text) {
  try {
    const { state, lent, time } = JSON.parse(text ?? '{}') ?? {};
    return typeof state === 'object' && state !== null ? { state, lent: lent === true, time: Number.isFinite(time) ? time : 0 } : null;
  } catch {
    return null;
  }
}
