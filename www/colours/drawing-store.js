// The learner's own pictures in the browser's storage, a record for each data set. A tab stores its own changes on top of what
// others have stored meanwhile.
import { PICTURES } from '../core/facts.js';
import { cleanedText, drawnIn, rebasedText } from './drawings.js';

/** @typedef {import('./drawings.js').Drawings} Drawings */
/** @typedef {import('../state/storage.js').Records} Storage */
/** @typedef {import('../state/storage.js').Problem} Problem */

/** The prefix of a set's key. */
const KEY = 'drawn/';

/**
 * How long after a change of this tab another one may store pictures that it has read before it, ms: nobody takes a picture
 * away in one tab so soon after drawing it in another.
 */
const OVERLAP = 500;

/**
 * @param {Storage} storage
 * @param {() => number} [clock] ms
 */
export function createDrawingStore(storage, clock = Date.now) {
  /** The own pictures as this tab shows them. @type {Drawings} */
  let shown = {};
  /** The sets whose pictures came with a link: they are stored once the learner has changed them. @type {Set<string>} */
  const lent = new Set();
  /** The last change that this tab has stored, by set. @type {Map<string, { before: string, after: string, time: number }>} */
  const made = new Map();

  /** @param {string} set */
  const stored = (set) => cleanedText(storage.read(KEY + set) ?? '', set);

  return {
    /** The stored pictures. */
    open() {
      const sets = storage.keys(KEY).map((key) => key.slice(KEY.length)).filter((set) => Object.hasOwn(PICTURES, set));
      shown = Object.fromEntries(sets.map((set) => [set, stored(set)]));
      return shown;
    },
    /**
     * Leaves the stored pictures as they are until the learner changes these: they came with a link.
     * @param {Drawings} linked
     */
    lend(linked) {
      for (const set of Object.keys(linked)) if (drawnIn(linked, set) !== drawnIn(shown, set)) lent.add(set);
      shown = { ...shown, ...linked };
    },
    /**
     * Whether the pictures of a set came with a link, and were not changed.
     * @param {string} set
     */
    isLent: (set) => lent.has(set),
    /**
     * Stores what the learner has changed.
     * @param {Drawings} now
     * @returns {{ problem: Problem | null, merged: Drawings | null }} why it can't be stored; and the pictures with the changes of
     * other tabs, where there are any
     */
    keep(now) {
      if (now === shown) return { problem: null, merged: null };
      /** @type {Problem | null} */
      let problem = null;
      const merged = { ...now };
      for (const set of Object.keys({ ...shown, ...now })) {
        const [before, after] = [drawnIn(shown, set), drawnIn(now, set)];
        if (before === after) continue;
        // With its first change all of what a link has brought becomes the learner's own.
        const base = stored(set);
        merged[set] = lent.has(set) ? rebasedText(rebasedText(base, before, ''), '', after) : rebasedText(base, before, after);
        lent.delete(set);
        made.set(set, { before: base, after: merged[set], time: clock() });
        problem = storage.write(KEY + set, merged[set]) ?? problem;
      }
      const others = Object.keys(merged).some((set) => merged[set] !== drawnIn(now, set));
      shown = others ? merged : now;
      return { problem, merged: others ? merged : null };
    },
    /**
     * The pictures with what is stored, after another tab has stored something: it may have been changed again since. A change of
     * this tab that the other one has overwritten, because it had not seen it, is stored again.
     * @param {string} key
     * @returns {{ set: string, drawn: Drawings } | null} null where this tab shows them already
     */
    hear(key) {
      const set = key.slice(KEY.length);
      if (!key.startsWith(KEY) || !Object.hasOwn(PICTURES, set) || lent.has(set)) return null;
      let now = stored(set);
      const last = made.get(set);
      if (last && clock() - last.time < OVERLAP) {
        const whole = rebasedText(now, last.before, last.after);
        if (whole !== now) storage.write(KEY + set, whole);
        now = whole;
      }
      return now === drawnIn(shown, set) ? null : { set, drawn: { ...shown, [set]: now } };
    },
    /**
     * Takes the pictures with the changes of other tabs as the shown ones.
     * @param {Drawings} now
     */
    adopt(now) {
      shown = now;
    },
  };
}
