// The words of the room, by language; they come with it, and not with the page.
import { bound } from '../text/bound.js';
import { room as en } from '../text/en/room.js';
import { room as ja } from '../text/ja/room.js';

/** @typedef {typeof ja} Words */

/** @type {Record<import('../text/index.js').Language, Words>} */
export const WORDS = { ja: bound(ja), en };
