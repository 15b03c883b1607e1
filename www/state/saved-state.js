// The saved state of the page: each tab's own for a reload, and the latest of any tab for the next visit.
import { drawnIn } from '../colours/drawings.js';
import { PICTURES } from '../core/facts.js';

/** @typedef {import('./schema.js').State} State */
/** @typedef {{ state: unknown, lent: boolean, drawnLent?: boolean, time: number }} Saved the stored state, not yet cleaned; whether its colours, and its own pictures, came with a link; and the time of its last change, ms */

const KEY = 'state';
/** Keys of the presentation, which is not the learner's work. @type {readonly (keyof State)[]} */
const OMITTED = ['scene', 'controls', 'layer'];

/**
 * @param {import('./storage.js').Records} tab
 * @param {import('./storage.js').Records} shared
 */
export function createSavedState(tab, shared) {
  let last = '';

  return {
    /** @returns {Saved | null} null where none is saved, or it can't be read */
    read() {
      const reloaded = parsed(tab.read(KEY));
      // An unchanged state keeps its time.
      if (reloaded) {
        last = JSON.stringify({ state: reloaded.state, lent: reloaded.lent, drawnLent: reloaded.drawnLent });
        return reloaded;
      }
      const latest = parsed(shared.read(KEY));
      // A new visit doesn't begin in presentation mode.
      return latest && { ...latest, state: { .../** @type {object} */ (latest.state), present: false } };
    },
    /** Whether this tab was presenting when it was left. */
    presented: () => /** @type {Partial<State> | undefined} */ (parsed(tab.read(KEY))?.state)?.present === true,
    /**
     * @param {State} state
     * @param {boolean} lent
     * @param {number} time of its last change, ms
     * @param {boolean} [drawnLent]
     */
    write(state, lent, time, drawnLent = false) {
      const rest = Object.fromEntries(Object.entries(state).filter(([key]) => !OMITTED.includes(/** @type {keyof State} */ (key)) && (key !== 'own' || state.settings.data === 'own')));
      // Of the own pictures, those of the set in use belong to the page as it was left.
      const { data } = state.settings;
      if (Object.hasOwn(PICTURES, data)) rest.drawn = { [data]: drawnIn(state.drawn, data) };
      else delete rest.drawn;
      const content = JSON.stringify({ state: rest, lent, drawnLent: drawnLent || undefined });
      if (content === last) return;
      last = content;
      const text = JSON.stringify({ state: rest, lent, drawnLent: drawnLent || undefined, time });
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
    const { state, lent, drawnLent, time } = JSON.parse(text ?? '{}') ?? {};
    return typeof state === 'object' && state !== null ? { state, lent: lent === true, ...(drawnLent === true ? { drawnLent } : {}), time: Number.isFinite(time) ? time : 0 } : null;
  } catch {
    return null;
  }
}
