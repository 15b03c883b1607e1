// The progress of the lesson: results and written functions, kept between visits. Each is a record of its own, so that no
// tab overwrites the work of another.

import { EXERCISE_NAMES } from './exercises.js';

/** @typedef {import('../state/storage.js').Records} Storage */

/** The result of a step: right at once, right after a mistake, predicted wrongly, or shown. @typedef {'right' | 'later' | 'guessed' | 'shown'} Result */

/**
 * @typedef {object} Kept
 * @property {Record<string, Result>} steps by id
 * @property {Record<string, string>} code the written functions, by exercise
 * @property {Record<string, string>} solved the code that was last found right, by exercise
 * @property {string} last the step that was open last
 */

/** The prefix of each record's key: `lesson/steps/colour.read`, `lesson/code/relu`, `lesson/last`. */
const START = 'lesson/';
/** The key of the former single record. */
const FORMER = 'lesson';
/** @type {readonly Result[]} */
const BEST = ['right', 'later', 'guessed', 'shown'];
/** The most characters stored of the text for one exercise. */
export const LONGEST = 10_000;

/**
 * @param {Storage | null} storage null where nothing is stored: in an element in another page
 * @param {(problem: import('../state/storage.js').Problem) => void} [lost] called with the reason when a record can't be stored
 */
export function createProgress(storage, lost = () => {}) {
  const progress = empty();

  /**
   * Takes over a record, if it is valid.
   * @param {string} key
   * @param {string | null} value null where it was removed
   * @returns {boolean} whether it is new
   */
  function take(key, value) {
    const [kind, ...rest] = key.slice(START.length).split('/');
    const name = rest.join('/');
    if (kind === 'last') {
      progress.last = value ?? '';
      return false;
    }
    if (kind === 'steps') return name !== '' && takeResult(name, value);
    if ((kind !== 'code' && kind !== 'solved') || !EXERCISE_NAMES.includes(name)) return false;
    const before = progress[kind][name];
    if (value === null) delete progress[kind][name];
    else progress[kind][name] = value;
    return before !== progress[kind][name];
  }

  /**
   * @param {string} id
   * @param {string | null} value
   */
  function takeResult(id, value) {
    const before = progress.steps[id];
    const result = /** @type {Result} */ (value);
    if (value === null) delete progress.steps[id];
    else if (better(result, before)) progress.steps[id] = result;
    // Another tab stored a worse result: store the better one again.
    else if (BEST.includes(result) && before !== result) store(`steps/${id}`, before);
    return before !== progress.steps[id];
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
    all: () => progress,
    /**
     * Records the result of a step; a worse result doesn't replace a better one.
     * @param {string} id
     * @param {Result} result
     */
    note(id, result) {
      if (!better(result, progress.steps[id])) return;
      progress.steps[id] = result;
      store(`steps/${id}`, result);
    },
    /**
     * Stores the written function of an exercise.
     * @param {string} exercise
     * @param {string} code
     */
    write(exercise, code) {
      progress.code[exercise] = code.slice(0, LONGEST);
      store(`code/${exercise}`, progress.code[exercise]);
    },
    /**
     * Records code that passed.
     * @param {string} exercise
     * @param {string} code
     */
    solve(exercise, code) {
      progress.solved[exercise] = code;
      store(`solved/${exercise}`, code);
    },
    /**
     * Records the open step; empty where the lesson is closed.
     * @param {string} id
     */
    at(id) {
      if (id === '' || id === progress.last) return;
      progress.last = id;
      store('last', id);
    },
    /** Deletes everything but the last step. */
    reset() {
      Object.assign(progress, { ...empty(), last: progress.last });
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
  // Without a prototype no id collides with an inherited property.
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
  const text = storage?.read(FORMER) ?? null;
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
  storage.remove(FORMER);
}
