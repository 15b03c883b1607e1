// The progress of the lesson: results and written functions, kept between visits. Each is a record of its own, so that no
// tab overwrites the work of another.

import { EXERCISE_NAMES } from './exercises.js';

/** @typedef {import('../state/storage.js').Records} Storage */

/** How a step went: answered right at once, after a slip, predicted otherwise, or shown. @typedef {'right' | 'later' | 'guessed' | 'shown'} Result */

/**
 * @typedef {object} Kept
 * @property {Record<string, Result>} steps by id
 * @property {Record<string, string>} code the written functions, by exercise
 * @property {Record<string, string>} solved the code that was last found right, by exercise
 * @property {string} last the step that was open last
 */

/** Before the key of each record: `lesson/steps/colour.read`, `lesson/code/relu`, `lesson/last`. */
const START = 'lesson/';
/** All of it as one record, as it was stored before. */
const BEFORE = 'lesson';
/** @type {readonly Result[]} */
const BEST = ['right', 'later', 'guessed', 'shown'];
/** The longest text that is kept for one exercise. */
export const LONGEST = 10_000;

/**
 * @param {Storage | null} storage null where nothing is kept between visits: in an element in another page
 * @param {(problem: import('../state/storage.js').Problem) => void} [lost] hears why a record can't be kept
 */
export function createProgress(storage, lost = () => {}) {
  const kept = empty();

  /**
   * Takes a record up, if it can be read.
   * @param {string} key
   * @param {string | null} value null where it was removed
   * @returns {boolean} whether it is new
   */
  function take(key, value) {
    const [kind, ...rest] = key.slice(START.length).split('/');
    const name = rest.join('/');
    if (kind === 'last') {
      kept.last = value ?? '';
      return false;
    }
    if (kind === 'steps') return name !== '' && takeResult(name, value);
    if ((kind !== 'code' && kind !== 'solved') || !EXERCISE_NAMES.includes(name)) return false;
    const before = kept[kind][name];
    if (value === null) delete kept[kind][name];
    else kept[kind][name] = value;
    return before !== kept[kind][name];
  }

  /**
   * @param {string} id
   * @param {string | null} value
   */
  function takeResult(id, value) {
    const before = kept.steps[id];
    const result = /** @type {Result} */ (value);
    if (value === null) delete kept.steps[id];
    else if (better(result, before)) kept.steps[id] = result;
    // Another tab did not know that it went better here.
    else if (BEST.includes(result) && before !== result) store(`steps/${id}`, before);
    return before !== kept.steps[id];
  }

  /**
   * @param {string} key
   * @param {string} value
   */
  function store(key, value) {
    const problem = storage?.write(START + key, value);
    if (problem) lost(problem);
  }

  migrate(storage);
  for (const key of storage?.keys(START) ?? []) take(key, storage?.read(key) ?? null);

  return {
    /** @returns {Readonly<Kept>} */
    all: () => kept,
    /**
     * Notes how a step went; a better result is not replaced by a worse one.
     * @param {string} id
     * @param {Result} result
     */
    note(id, result) {
      if (!better(result, kept.steps[id])) return;
      kept.steps[id] = result;
      store(`steps/${id}`, result);
    },
    /**
     * Stores the written function of an exercise.
     * @param {string} exercise
     * @param {string} code
     */
    write(exercise, code) {
      kept.code[exercise] = code.slice(0, LONGEST);
      store(`code/${exercise}`, kept.code[exercise]);
    },
    /**
     * Notes code that was found right.
     * @param {string} exercise
     * @param {string} code
     */
    solve(exercise, code) {
      kept.solved[exercise] = code;
      store(`solved/${exercise}`, code);
    },
    /**
     * Notes which step is open; empty where the lesson is shut.
     * @param {string} id
     */
    at(id) {
      if (id === '' || id === kept.last) return;
      kept.last = id;
      store('last', id);
    },
    /** Forgets everything but the place. */
    reset() {
      Object.assign(kept, { ...empty(), last: kept.last });
      for (const key of storage?.keys(START) ?? []) if (key !== `${START}last`) storage?.remove(key);
    },
    /**
     * Merges a record that another tab has stored.
     * @param {string} key
     * @param {string | null} value
     * @returns {boolean} whether there is anything new to show
     */
    hear: (key, value) => key.startsWith(START) && take(key, value),
  };
}

/** @typedef {ReturnType<typeof createProgress>} Progress */

/** @returns {Kept} */
function empty() {
  // Without a prototype, any id is only an id.
  return { steps: Object.create(null), code: Object.create(null), solved: Object.create(null), last: '' };
}

/**
 * @param {Result} result
 * @param {Result | undefined} before
 */
function better(result, before) {
  return BEST.includes(result) && (before === undefined || BEST.indexOf(result) < BEST.indexOf(before));
}

/**
 * Migrates progress that was stored as one record.
 * @param {Storage | null} storage
 */
function migrate(storage) {
  const text = storage?.read(BEFORE) ?? null;
  if (!storage || text === null) return;
  const write = (/** @type {string} */ key, /** @type {unknown} */ value) => {
    if (typeof value === 'string' && storage.read(START + key) === null) storage.write(START + key, value);
  };
  try {
    const { last, ...records } = JSON.parse(text) ?? {};
    for (const kind of ['steps', 'code', 'solved']) for (const [name, value] of Object.entries(records[kind] ?? {})) write(`${kind}/${name}`, value);
    write('last', last);
  } catch {
    // Ignore a record that can't be read.
  }
  storage.remove(BEFORE);
}
