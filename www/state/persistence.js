// What outlives the page: the learner's colours, the progress of the lesson, and the page as it was left. It joins their
// stores with the page that changes them; an element in somebody else's page has none of it.
import { createSetStore } from '../colours/set-store.js';
import { same } from '../core/workbench.js';
import { settingsFor } from '../colours/datasets.js';
import { cleaned } from './schema.js';
import { createSavedState } from './saved-state.js';
import { ofThisTab, shared } from './storage.js';

/** @typedef {import('../app/session.js').Journey} Journey */
/** @typedef {import('./schema.js').State} State */

/** How long a change may wait to be stored, ms. What is under way changes the state in every frame. */
const DELAY = 500;

/**
 * @param {object} page
 * @param {() => Journey} page.open
 * @param {(work: (journey: Journey) => void) => void} page.act does something with the journey, and shows what has become of it
 * @param {(key: string, value: string | null) => void} page.hear hears what else another tab has stored
 */
export function createPersistence({ open, act, hear }) {
  const storage = shared();
  const sets = createSetStore(storage);
  const saved = createSavedState(ofThisTab(), storage);
  /** When the state was changed last, ms. */
  let changed = 0;
  /** The timer of a change that waits to be stored. @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  /** Stores the state as it is. */
  function save() {
    clearTimeout(waiting);
    waiting = undefined;
    const journey = open();
    // On the way to where it was left, it is still left there.
    if (journey.progress() === null) saved.write({ ...journey.state, moves: journey.moves() }, sets.isLent(), changed);
  }

  /**
   * Shows the changes that other tabs have made to the colours.
   * @param {Journey} journey
   * @param {import('../colours/custom-set.js').Own} own
   */
  function adopt(journey, own) {
    sets.adopt(own);
    journey.past.adopt(own);
  }

  /**
   * @param {string} key
   * @param {string | null} value
   */
  function heard(key, value) {
    const own = sets.hear(key, value);
    if (!own) return hear(key, value);
    const { state, lab } = open();
    // What is being learned goes on; the others' colours come with the next change.
    if (state.settings.data !== 'own' || lab.furthest() === 0) act((journey) => adopt(journey, own));
  }

  return {
    storage,
    /**
     * Puts what was kept into a state to begin with: the colours; and, unless a link says otherwise, the page as it was left.
     * @param {State} state
     * @param {boolean} linked
     * @returns {{ spare: import('../colours/custom-set.js').Own[], wrong: string[], left: boolean }} colours to go back to, what could not be
     * read, and whether there was anything to go on with
     */
    recall(state, linked) {
      const { own, spare, used } = sets.open();
      const first = state.settings;
      if (own) state.own = own;
      const last = linked ? null : saved.read();
      if (!last) {
        if (used && !linked) Object.assign(state, { settings: settingsFor('own', state.settings), room: 'colours' });
        return { spare, wrong: [], left: false };
      }
      const { change, wrong } = cleaned(last.state, state);
      if (change.own && last.lent) sets.lend(change.own);
      else if (change.own && !same(change.own, state.own)) {
        // Another tab has changed the colours since: what was learned of them is to be learned anew.
        Object.assign(change, { own: state.own, step: 0, moves: '', at: 'forward:data', selected: null });
      }
      Object.assign(state, change);
      return { spare, wrong, left: state.step > 0 || !same(state.settings, first) };
    },
    /**
     * Leaves the stored colours alone until the learner changes those of a link.
     * @param {import('../colours/custom-set.js').Own} own
     */
    lend: sets.lend,
    /**
     * Stores what has changed.
     * @param {Journey} journey
     * @returns {import('./storage.js').Problem | null} why the colours can't be kept
     */
    keep(journey) {
      const { problem, merged } = sets.keep(journey.state.own);
      if (merged) adopt(journey, merged);
      changed = Date.now();
      waiting ??= setTimeout(save, DELAY);
      return problem;
    },
    /**
     * Begins to hear what other tabs store, and stores the state before the page goes.
     * @param {AbortSignal} signal
     */
    attend(signal) {
      storage.listen(heard, signal);
      const flush = () => waiting !== undefined && save();
      window.addEventListener('pagehide', flush, { signal });
      document.addEventListener('visibilitychange', flush, { signal });
      // A page that the browser had put aside has not heard anything.
      window.addEventListener('pageshow', ({ persisted }) => persisted && storage.keys('').forEach((key) => heard(key, storage.read(key))), { signal });
    },
  };
}

/** @typedef {ReturnType<typeof createPersistence>} Persistence */
