// How far the learner has come, and what they have written; kept by the browser between visits.

/** How a step went: answered right at once, after a slip, or shown. @typedef {'right' | 'later' | 'shown'} Result */

/**
 * @typedef {object} Kept
 * @property {Record<string, Result>} steps by id
 * @property {Record<string, string>} code what was written, by exercise
 * @property {string[]} solved exercises whose code was right
 */

const KEY = 'irozuku.lesson';
/** @type {readonly Result[]} */
const BEST = ['right', 'later', 'shown'];
/** The longest text that is kept for one exercise. */
const LONGEST = 10_000;

/**
 * @param {boolean} lasting whether it is kept between visits: by the page, not by an element in another page
 */
export function createProgress(lasting) {
  let kept = lasting ? recalled() : empty();

  function keep() {
    if (!lasting) return;
    try {
      localStorage.setItem(KEY, JSON.stringify(kept));
    } catch {
      // A browser that keeps nothing begins afresh next time; within this visit nothing is lost.
    }
  }

  return {
    /** @returns {Readonly<Kept>} */
    all: () => kept,
    /**
     * Notes how a step went; a better result is not replaced by a worse one.
     * @param {string} id
     * @param {Result} result
     */
    note(id, result) {
      const before = kept.steps[id];
      if (before && BEST.indexOf(before) <= BEST.indexOf(result)) return;
      kept.steps[id] = result;
      keep();
    },
    /**
     * Notes what was written for an exercise.
     * @param {string} exercise
     * @param {string} code
     * @param {boolean} solved whether this code was found right
     */
    write(exercise, code, solved) {
      kept.code[exercise] = code.slice(0, LONGEST);
      kept.solved = kept.solved.filter((name) => name !== exercise);
      if (solved) kept.solved.push(exercise);
      keep();
    },
    /** Forgets everything. */
    reset() {
      kept = empty();
      keep();
    },
  };
}

/** @typedef {ReturnType<typeof createProgress>} Progress */

/** @returns {Kept} */
function empty() {
  return { steps: {}, code: {}, solved: [] };
}

/** @returns {Kept} what of the browser's store can be used */
function recalled() {
  const kept = empty();
  try {
    const { steps, code, solved } = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    for (const [id, result] of Object.entries(steps ?? {})) if (BEST.includes(/** @type {Result} */ (result))) kept.steps[id] = /** @type {Result} */ (result);
    for (const [name, text] of Object.entries(code ?? {})) if (typeof text === 'string') kept.code[name] = text;
    if (Array.isArray(solved)) kept.solved = solved.filter((name) => typeof name === 'string' && name in kept.code);
  } catch {
    // What can't be read is as good as nothing.
  }
  return kept;
}
