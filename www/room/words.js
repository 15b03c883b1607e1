// The words of the room, by language; they come with it, and not with the page.
import { bound } from '../text/bound.js';
import { room as en } from '../text/en/room.js';
import { room as ja } from '../text/ja/room.js';

/** @typedef {typeof ja} Words */

/** @type {Record<string, Words>} */
const WORDS = { ja: bound(ja), en };

/**
 * The words of a language; those in English where it has none.
 * @param {import('../text/index.js').Language} language
 * @returns {Words}
 */
export const wordsIn = (language) => WORDS[language] ?? en;
