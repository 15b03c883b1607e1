// Undo buffers and finished runs: the network that a new beginning has replaced, the custom set before each edit, and
// the runs that have ended.
import { rebasedDrawings } from '../colours/drawings.js';
import { rebased } from '../colours/merged-set.js';
import { MOST, difference } from './runs.js';

/** @typedef {import('../colours/custom-set.js').CustomSet} CustomSet */
/** @typedef {import('./runs.js').Run} Run */
/** @typedef {{ laid: import('./workbench.js').Laid, state: import('../state/schema.js').State, mood: import('./store.js').Mood, run: number, name: string, edits?: CustomSet[], adopted?: Change[], drawings?: Drawings[], redrawn?: Redrawn[] }} Old */
/** @typedef {import('../colours/drawings.js').Drawings} Drawings */
/** @typedef {{ before: CustomSet, after: CustomSet }} Change of the custom set by other tabs */
/** @typedef {{ before: Drawings, after: Drawings }} Redrawn a change of the own pictures by other tabs */

/** How many edits of the custom set, and of the own pictures, can be undone. */
const EDITS = 100;

export function createUndoBuffers() {
  /** @type {Old | null} */
  let old = null;
  /** @type {CustomSet[]} */
  let edits = [];
  /** The own pictures before each change. @type {Drawings[]} */
  let drawings = [];
  /** The latest first. @type {Run[]} */
  let runs = [];
  let next = 1;
  /** The run that is being opened; it stays on the list. */
  let opening = 0;

  return {
    /** @param {Old} gone what a new beginning replaces; what was replaced before that is freed */
    putAway(gone) {
      old?.laid.lab.free();
      old = { ...gone, edits, drawings };
    },
    /** Lets what was replaced last go: the core has lost it. Its run is one that has ended. */
    forget() {
      old = null;
    },
    /** What was replaced last, once; its run is no longer one that has ended. */
    takeUp() {
      const gone = old;
      old = null;
      if (!gone) return null;
      // It may have been named on the list.
      const name = runs.find(({ id }) => id === gone.run)?.name ?? gone.name;
      runs = runs.filter(({ id }) => id !== gone.run);
      edits = gone.edits ?? edits;
      drawings = gone.drawings ?? drawings;
      return { ...gone, name };
    },
    /** @param {CustomSet} own as it was before an edit */
    edited(own) {
      edits = [...edits, own].slice(-EDITS);
    },
    /**
     * Makes a change of another tab in everything that can be undone, too, so that an undo does not take it back.
     * @param {Change} change
     */
    adopt(change) {
      edits = edits.map((own) => rebased(own, change.before, change.after));
      if (old) old.adopted = [...(old.adopted ?? []), change];
    },
    lastEdit: () => edits.at(-1),
    /** Forgets the last edit, which has been taken back. */
    unedited() {
      edits = edits.slice(0, -1);
    },
    canUnedit: () => edits.length > 0,
    /** @param {Drawings} drawn the own pictures as they were before a change */
    redrawn(drawn) {
      drawings = [...drawings, drawn].slice(-EDITS);
    },
    lastDrawn: () => drawings.at(-1),
    /** Forgets the last change of the own pictures, which has been taken back. */
    undrawn() {
      drawings = drawings.slice(0, -1);
    },
    /**
     * Makes a change that another tab has made to the own pictures in everything that can be undone, too.
     * @param {Redrawn} change
     */
    adoptDrawn(change) {
      const on = (/** @type {Drawings} */ drawn) => rebasedDrawings(drawn, change.before, change.after);
      drawings = drawings.map(on);
      if (old) Object.assign(old, { drawings: old.drawings?.map(on), redrawn: [...(old.redrawn ?? []), change] });
    },
    /**
     * Keeps a run.
     * @param {Omit<Run, 'id' | 'visible'>} run
     * @returns {number} its id
     */
    record(run) {
      // The same run once more takes the place of the first.
      const again = (/** @type {Run} */ other) => other.moves === run.moves && difference(other.settings, run.settings).length === 0 && other.own === run.own && other.drawn === run.drawn;
      const name = run.name || (runs.find(again)?.name ?? '');
      runs = [{ ...run, name, id: next, visible: true }, ...runs.filter((other) => !again(other))];
      while (runs.length > MOST) runs.splice(runs.findLastIndex(({ id }) => id !== opening), 1);
      next += 1;
      return next - 1;
    },
    runs: () => runs,
    /** @param {number} id of a run that is being opened, 0 when it has been */
    open: (id) => {
      opening = id;
    },
    /**
     * Changes a run that is kept.
     * @param {number} id
     * @param {Partial<Pick<Run, 'name' | 'visible'>>} change
     */
    change(id, change) {
      runs = runs.map((run) => (run.id === id ? { ...run, ...change } : run));
    },
    /**
     * Lets a run go.
     * @param {number} id
     * @returns {Run | undefined} that run
     */
    drop(id) {
      const found = runs.find((run) => run.id === id);
      runs = runs.filter((run) => run !== found);
      return found;
    },
    /** @param {Run} run to be on the list again */
    bringBack(run) {
      runs = [...runs, run].sort((a, b) => b.id - a.id).slice(0, MOST);
    },
  };
}
