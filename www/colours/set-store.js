// The learner's custom sets in the browser's storage, one record each: the one in use, and a few that links have
// replaced. Tabs that change the same set keep each other's changes.
import { NONE, cleanedCustomSet } from './custom-set.js';
import { changed, covers, empty, latestIn, merged, setOf, shown, textOf } from './merged-set.js';

/** @typedef {import('./custom-set.js').CustomSet} CustomSet */
/** @typedef {import('../state/storage.js').Records} Storage */
/** @typedef {import('../state/storage.js').Problem} Problem */

/** The ids of the sets, the one in use first. */
const ORDER = 'sets';
/** The prefix of a set's key. */
const SET = 'set/';
/** The set that is not made from a link. */
const FIRST = 'mine';
/** The key of the former format: all sets in one record. */
const FORMER = 'own';
/** How many sets are stored beside the one in use. */
const SPARE = 5;

/**
 * @param {Storage} storage
 * @param {() => number} [clock] ms
 */
export function createSetStore(storage, clock = Date.now) {
  /** The set in use. */
  let id = FIRST;
  /** All its records that this tab has read or written. */
  let known = empty();
  /** The set as this tab shows it. @type {CustomSet} */
  let own = NONE;
  /** The other stored sets, as this tab last read them. @type {Map<string, CustomSet>} */
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
   * Switches to another set.
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

  /** Moves the set in use to the front, and removes the oldest beyond SPARE. */
  function order() {
    const all = [id, ...ids().filter((one) => one !== id)];
    storage.write(ORDER, all.slice(0, SPARE + 1).join(' '));
    for (const old of all.slice(SPARE + 1)) storage.remove(SET + old);
  }

  /**
   * Migrates sets from the former format.
   * @returns {boolean} whether the colours were in use then
   */
  function migrate() {
    const text = storage.read(FORMER);
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
    storage.remove(FORMER);
    return stored.used === true;
  }

  return {
    /**
     * Opens the set that was used last.
     * @returns {{ own: CustomSet | null, spare: CustomSet[], used: boolean }} null where there is none; other sets to go back to;
     * and whether the network learned these colours in the former format
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
     * Stores a set if the learner has changed it.
     * @param {CustomSet} now
     * @returns {{ problem: Problem | null, merged: CustomSet | null }} why it can't be stored; and the set with the changes of
     * other tabs, where there are any
     */
    keep(now) {
      if (equal(now, own)) lent = null;
      if (lent ? equal(lent, now) : equal(own, now)) return { problem: null, merged: null };
      const earlier = [...others].find(([, set]) => equal(set, now));
      if (earlier) {
        use(earlier[0]);
        known = merged(known, changed(empty(), NONE, now, 0));
        own = now;
      } else if (lent) {
        // Another tab may have opened the same link.
        use(idOf(lent));
        known = merged(changed(empty(), NONE, lent, 0), known);
        own = lent;
      }
      lent = null;
      // Later than every known version, even if the clock has not advanced.
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
     * @returns {CustomSet | null} the set with its changes; null where this tab shows them already
     */
    hear(key, text) {
      if (key !== SET + id || text === null) return null;
      known = merged(known, setOf(text));
      if (!covers(setOf(storage.read(SET + id)), known)) save();
      const now = shown(known);
      return lent || equal(now, own) ? null : now;
    },
    /**
     * Takes the set with the changes of other tabs as the shown one.
     * @param {CustomSet} now
     */
    adopt(now) {
      own = now;
    },
  };
}

/** @typedef {ReturnType<typeof createSetStore>} SetStore */

/**
 * The id of a set that came with a link (32-bit FNV-1a): the same in every tab.
 * @param {CustomSet} set
 */
function idOf(set) {
  let hash = 0x811c9dc5;
  for (const character of `${set.classes.join('\n')}\n\n${set.colours}`) hash = Math.imul(hash ^ /** @type {number} */ (character.codePointAt(0)), 0x01000193) >>> 0;
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
