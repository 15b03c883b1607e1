// What is kept between visits: the custom set, own pictures, the progress of the lesson, and the page as it was left. It connects
// their stores with the session that changes them; an element in another page has none of it.
import { createDrawingStore } from '../colours/drawing-store.js';
import { drawnIn } from '../colours/drawings.js';
import { createSetStore } from '../colours/set-store.js';
import { countOf } from '../colours/custom-set.js';
import { CoreError } from '../core/wasm.js';
import { same } from '../util/same.js';
import { settingsFor } from '../colours/datasets.js';
import { cleaned } from '../state/schema.js';
import { createSavedState } from '../state/saved-state.js';
import { ofThisTab, shared } from '../state/storage.js';

/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('../state/schema.js').State} State */
/** @typedef {import('../colours/custom-set.js').CustomSet} CustomSet */

/** How long a change may wait to be stored, ms. Running jobs change the state in every frame. */
const DELAY = 500;

/** Whether the page was loaded again, by F5 or its button. */
const isReload = () => /** @type {PerformanceNavigationTiming | undefined} */ (performance.getEntriesByType('navigation')[0])?.type === 'reload';

export function createPersistence() {
  const storage = shared();
  const sets = createSetStore(storage);
  const drawings = createDrawingStore(storage);
  const saved = createSavedState(ofThisTab(), storage);

  return {
    storage,
    /**
     * Puts what was stored into a state to begin with: the custom set; and, unless a link says otherwise, the page as it
     * was left.
     * @param {State} state
     * @param {boolean} linked
     * @returns {{ spare: CustomSet[], drawn: import('../colours/drawings.js').Drawings, wrong: string[], left: boolean }} custom sets and own
     * pictures to go back to, the names of what could not be
     * read, and whether there was anything to go on with
     */
    recall(state, linked) {
      const { own, spare, used } = sets.open();
      const first = state.settings;
      if (own) state.own = own;
      const drawn = drawings.open();
      state.drawn = drawn;
      const last = linked ? null : saved.read();
      if (!last) {
        if (used && !linked) Object.assign(state, { settings: settingsFor('own', state.settings, countOf(state.own)), room: 'colours' });
        return { spare, drawn, wrong: [], left: false };
      }
      const { change, wrong } = cleaned(last.state, state);
      if (change.own && last.lent) sets.lend(change.own);
      else if (change.own && !same(change.own, state.own)) {
        // Another tab has changed the colours since: the network has to learn them anew.
        const settings = change.settings ?? state.settings;
        const shaped = change.own.classes.length === state.own.classes.length;
        Object.assign(change, { own: state.own, step: 0, moves: '', at: 'forward:data', selected: null, settings: shaped ? settings : { ...settings, weights: '' } });
      }
      const { data } = (change.settings ?? state.settings);
      const [was, is] = [drawnIn(change.drawn ?? {}, data), drawnIn(state.drawn, data)];
      if (was !== is && last.drawnLent) drawings.lend({ [data]: was });
      // Another tab has changed the pictures since: the network has to learn them anew.
      else if (was !== is) Object.assign(change, { step: 0, moves: '', at: 'forward:data', selected: null });
      Object.assign(state, change, { drawn: last.drawnLent ? { ...state.drawn, [data]: was } : state.drawn });
      return { spare, drawn, wrong, left: state.step > 0 || !same(state.settings, first) };
    },
    /** Whether this is a reload while presenting: it goes on, whatever link is in the address. */
    presented: () => isReload() && saved.presented(),
    /** Leaves the stored custom set alone until the learner changes the one of a link. */
    lend: sets.lend,
    /** Likewise own pictures. */
    lendDrawn: drawings.lend,
    /**
     * Stores every change of a session from now on, and takes over what other tabs store.
     * @param {Session} session
     * @returns {(signal: AbortSignal) => void} listens to the other tabs, and stores the state before the page goes, until
     * the signal
     */
    attach(session) {
      const { store, history, changes, lesson } = session;
      /** When the state was changed last, ms. */
      let changed = 0;
      /** The timer of a change that waits to be stored. @type {ReturnType<typeof setTimeout> | undefined} */
      let waiting;

      function save() {
        clearTimeout(waiting);
        waiting = undefined;
        // During a replay the page is still where it was left.
        if (changes.progress() === null) saved.write({ ...store.state, moves: changes.moves() }, sets.isLent(), changed, drawings.isLent(store.state.settings.data));
      }

      /** @param {CustomSet} own the custom set as other tabs have changed it */
      function adopt(own) {
        sets.adopt(own);
        history.adopt(own);
      }

      /** @param {import('../colours/drawings.js').Drawings} drawn the own pictures as other tabs have changed them */
      function adoptDrawn(drawn) {
        drawings.adopt(drawn);
        history.adoptDrawn(drawn);
      }

      session.subscribe(() => {
        const { problem, merged } = sets.keep(store.state.own);
        if (merged) adopt(merged);
        const pictures = drawings.keep(store.state.drawn);
        if (pictures.merged) adoptDrawn(pictures.merged);
        changed = Date.now();
        waiting ??= setTimeout(save, DELAY);
        store.unsaved = problem ?? pictures.problem ?? store.unsaved;
        // A message with an undo is shown first.
        if (!store.unsaved || store.problem) return;
        store.problem = new CoreError(store.unsaved);
        store.unsaved = null;
      });

      /**
       * @param {string} key
       * @param {string | null} value
       */
      function heard(key, value) {
        // Until the core is restarted nothing can be laid out; what others store is read with the next change.
        if (session.lost) return;
        const pictures = drawings.hear(key);
        const waits = pictures !== null && store.state.settings.data === pictures.set && store.lab.furthest() > 0;
        if (pictures && !waits) session.commit(() => adoptDrawn(pictures.drawn));
        const own = sets.hear(key, value);
        if (!own) {
          if (lesson.hear(key, value)) session.commit(() => {});
          return;
        }
        const { state, lab } = store;
        // A training goes on; the colours of others come with the next change.
        if (state.settings.data !== 'own' || lab.furthest() === 0) session.commit(() => adopt(own));
      }

      return (signal) => {
        storage.listen(heard, signal);
        const flush = () => waiting !== undefined && save();
        window.addEventListener('pagehide', flush, { signal });
        document.addEventListener('visibilitychange', flush, { signal });
        // A page that the browser had frozen has not heard anything.
        window.addEventListener('pageshow', ({ persisted }) => persisted && storage.keys('').forEach((key) => heard(key, storage.read(key))), { signal });
      };
    },
  };
}

/** @typedef {ReturnType<typeof createPersistence>} Persistence */
