// What the dialog of tables reads: where it comes from, the choices that were made for it, and what was understood. It
// knows nothing of the page.
import { decoded } from '../../colours/table/encoding.js';
import { readingText } from '../../colours/table/read.js';
import { inSlices } from '../../colours/table/slices.js';

/** @typedef {import('../../colours/table/encoding.js').Encoding} Encoding */
/** @typedef {import('../../colours/table/read.js').Reading} Reading */
/** Where the text comes from: `bytes` of a file, or a text that is too long for the box. @typedef {{ name: string, bytes?: Uint8Array, text?: string }} Source */
/** @typedef {{ encoding: Encoding | null, roles: import('../../colours/table/columns.js').Role[] | null, scale: import('../../colours/table/scale.js').Scale | null }} Choices */
/** @typedef {(text: import('../../text/index.js').Text) => string} Words */
/**
 * @typedef {object} State
 * @property {Source | null} source null for the text in the box
 * @property {string} name of the file whose text is in the box; empty for none
 * @property {Encoding | null} encoding that was found or chosen
 * @property {boolean} near whether another encoding fits about as well
 * @property {boolean} going whether it is being read
 * @property {Reading | null} reading what was understood
 * @property {Words} failure the words for a file or a reading that failed; empty for none
 */

/** Nothing was chosen yet. @type {Choices} */
const OPEN = { encoding: null, roles: null, scale: null };

/**
 * @param {object} page
 * @param {() => string} page.boxed the text in the box
 * @param {(share: number) => void} page.progress
 * @param {() => void} page.changed called when the state is another
 */
export function createImportReading({ boxed, progress, changed }) {
  /** @type {State} */
  const state = { source: null, name: '', encoding: null, near: false, going: false, reading: null, failure: () => '' };
  let choices = OPEN;
  /** Stops the reading that is under way. */
  let work = new AbortController();

  function read() {
    work.abort();
    const now = (work = new AbortController());
    Object.assign(state, { encoding: null, near: false, going: false, reading: null, failure: () => '' });
    const text = textOfSource();
    if (text === null || text.trim() === '') return changed();
    state.going = true;
    progress(0);
    changed();
    inSlices(readingText(text, choices), now.signal, progress).then((done) => {
      if (now.signal.aborted || !done) return;
      Object.assign(state, { going: false, reading: done });
      changed();
    });
  }

  /** The text to read; null where the file can't be decoded. */
  function textOfSource() {
    const { source } = state;
    if (!source) return boxed();
    if (source.text !== undefined) return source.text;
    const { text, encoding, sure, refused } = decoded(source.bytes ?? new Uint8Array(), choices.encoding);
    Object.assign(state, { encoding: encoding ?? choices.encoding, near: !sure });
    if (refused) state.failure = (words) => words.tableRefused[refused];
    return refused ? null : text;
  }

  return {
    /** @type {Readonly<State>} */
    state,
    /**
     * Reads a source anew, without the choices that were made for the one before.
     * @param {Source | null} source null for the text in the box
     * @param {string} [name] of the file whose text is in the box
     */
    begin(source, name = '') {
      Object.assign(state, { source, name });
      choices = OPEN;
      read();
    },
    /** @param {Partial<Choices>} change */
    choose(change) {
      // Another encoding may give other columns.
      choices = change.encoding ? { ...OPEN, encoding: change.encoding } : { ...choices, ...change };
      read();
    },
    /**
     * Ends the reading, if there is one.
     * @param {Words} failure why
     */
    end(failure) {
      work.abort();
      Object.assign(state, { going: false, reading: null, failure });
      changed();
    },
  };
}
