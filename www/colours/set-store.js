// The learner's custom sets in the browser's storage, each a record of its own: the one in use, and a few that links
// have put aside. Tabs that change the same set lose nothing of each other's.
import { NONE, cleanedCustomSet } from './custom-set.js';
import { changed, covers, empty, latestIn, merged, setOf, shown, textOf } from './merged-set.js';

/** @typedef {import('./custom-set.js').CustomSet} CustomSet */
/** @typedef {import('../state/storage.js').Records} Storage */
/** @typedef {import('../state/storage.js').Problem} Problem */

/** The ids of the sets, the one in use first. */
const ORDER = 'sets';
/** Before the id of a set. */
const SET = 'set/';
/** The set that is not made from a link. */
const FIRST = 'mine';
/** All sets as one record, as they were stored before. */
const BEFORE = 'own';
/** How many sets are kept beside the one in use. */
const SPARE = 5;

/**
 * @param {Storage} storage
 * @param {() => number} [clock] ms
 */
export function createSetStore(storage, clock = Date.now) {
  /** The set in use. */
  let id = FIRST;
  /** Everything that this tab knows of it. */
  let known = empty();
  /** The set as this tab shows it. @type {CustomSet} */
  let own = NONE;
  /** The other stored sets, as this tab saw them last. @type {Map<string, CustomSet>} */
  const others = new Map();
  /** Colours that came with a link: they are stored once the learner has changed them. @type {CustomSet | null} */
  let lent = null;

  /** The ids of all stored sets, the one used last first. */
  function ids() {
    const listed = (storage.read(ORDER) ?? '').split(' ');
    const stored = new Set(storage.keys(SET).map((key) => key.slice(SET.length)));
    return [...new Set([...listed, ...stored])].filter((one) => stored.has(one));
  }

  /**
   * Has another set in use.
   * @param {string} other
   */
  function use(other) {
    if (own.colours !== '') others.set(id, own);
    others.delete(other);
    id = other;
    known = setOf(storage.read(SET + id));
  }

  /** Stores the records of this tab, merged with those that others have stored meanwhile. */
  function save() {
    known = merged(known, setOf(storage.read(SET + id)));
    return storage.write(SET + id, textOf(known, clock()));
  }

  /** Puts the set in use before the others, and lets go of the oldest. */
  function order() {
    const all = [id, ...ids().filter((one) => one !== id)];
    storage.write(ORDER, all.slice(0, SPARE + 1).join(' '));
    for (const old of all.slice(SPARE + 1)) storage.remove(SET + old);
  }

  /**
   * Migrates a set that was stored as one record.
   * @returns {boolean} whether the colours were in use then
   */
  function migrate() {
    const text = storage.read(BEFORE);
    if (text === null) return false;
    const stored = parsed(text);
    const spare = Array.isArray(stored.spare) ? stored.spare : [];
    const sets = [stored, ...spare.reverse()].flatMap((/** @type {unknown} */ one) => cleanedCustomSet(one) ?? []);
    sets.forEach((set, index) => {
      const name = index === 0 ? FIRST : idOf(set);
      // Later changes have a later time.
      const both = merged(setOf(storage.read(SET + name)), changed(empty(), NONE, set, 0));
      storage.write(SET + name, textOf(both, clock()));
    });
    if (storage.read(ORDER) === null) storage.write(ORDER, sets.map((set, index) => (index === 0 ? FIRST : idOf(set))).join(' '));
    storage.remove(BEFORE);
    return stored.used === true;
  }

  return {
    /**
     * Opens the set that was used last.
     * @returns {{ own: CustomSet | null, spare: CustomSet[], used: boolean }} null where there is none; other sets to go back to;
     * and whether the network learned these colours when they were stored as one record
     */
    open() {
      const used = migrate();
      const [last, ...rest] = ids();
      if (last === undefined) return { own: null, spare: [], used };
      for (const other of rest) others.set(other, shown(setOf(storage.read(SET + other))));
      id = last;
      known = setOf(storage.read(SET + id));
      own = shown(known);
      return { own, spare: [...others.values()].reverse(), used };
    },
    /**
     * Leaves the stored sets as they are until the learner changes these colours: they came with a link.
     * @param {CustomSet} linked
     */
    lend(linked) {
      if (!equal(linked, own)) lent = linked;
    },
    /** Whether the colours in use came with a link, and were not changed. */
    isLent: () => lent !== null,
    /**
     * Stores a set where the learner has changed it.
     * @param {CustomSet} now
     * @returns {{ problem: Problem | null, merged: CustomSet | null }} why it can't be stored; and the set with the changes of
     * other tabs, where there are any
     */
    keep(now) {
      if (equal(now, own)) lent = null;
      if (lent ? equal(lent, now) : equal(own, now)) return { problem: null, merged: null };
      const back = [...others].find(([, set]) => equal(set, now));
      if (back) {
        use(back[0]);
        known = merged(known, changed(empty(), NONE, now, 0));
        own = now;
      } else if (lent) {
        // Another tab may have begun from the same link.
        use(idOf(lent));
        known = merged(changed(empty(), NONE, lent, 0), known);
        own = lent;
      }
      lent = null;
      // Later than all that is known, also where the clock has not moved on.
      known = changed(known, own, now, Math.max(clock(), latestIn(known) + 1));
      const problem = save();
      order();
      own = shown(known);
      return { problem, merged: equal(own, now) ? null : own };
    },
    /**
     * Merges a record that another tab has stored, and stores again the changes that it overwrote.
     * @param {string} key
     * @param {string | null} text
     * @returns {CustomSet | null} the set with its changes; null where this one shows them already
     */
    hear(key, text) {
      if (key !== SET + id || text === null) return null;
      known = merged(known, setOf(text));
      if (!covers(setOf(storage.read(SET + id)), known)) save();
      const now = shown(known);
      return lent || equal(now, own) ? null : now;
    },
    /**
     * Notes that the changes of other tabs are shown from now on.
     * @param {CustomSet} now
     */
    adopt(now) {
      own = now;
    },
  };
}

/** @typedef {ReturnType<typeof createSetStore>} SetStore */

/**
 * A name for a set that came with a link: the same in every tab.
 * @param {CustomSet} set
 */
function idOf(set) {
  let hash = 0x811c9dc5;
  for (const sign of `${set.classes.join('\n')}\n\n${set.colours}`) hash = Math.imul(hash ^ /** @type {number} */ (sign.codePointAt(0)), 0x01000193) >>> 0;
  return hash.toString(36);
}

/**
 * @param {CustomSet} a
 * @param {CustomSet} b
 */
function equal(a, b) {
  return a === b || (a.colours === b.colours && a.classes.join('\n') === b.classes.join('\n'));
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
