// The parts of the page that come when they are wanted: each is a module with the views of a place that the first screen doesn't show.
import { fetchWords } from '../text/index.js';

/** Each by its name. */
const PARTS = {
  colours: () => import('./colours/room.js'),
  importer: () => import('./colours/importer.js'),
  experiments: () => import('./experiments/room.js'),
  lesson: () => import('./lesson/index.js'),
  share: () => import('./share/dialog.js'),
};

/** @typedef {keyof typeof PARTS} PartName */
/** @typedef {{ [N in PartName]: Awaited<ReturnType<typeof PARTS[N]>> }} Parts */

/** Those whose words are not among the first. @type {readonly PartName[]} */
const WORDY = ['experiments', 'lesson'];

/** Those that have come. @type {Partial<Parts>} */
const come = {};

/**
 * A part, where it has come.
 * @template {PartName} N
 * @param {N} name
 * @returns {Parts[N] | undefined}
 */
export function part(name) {
  return /** @type {Parts[N] | undefined} */ (come[name]);
}

/**
 * Fetches parts with their words.
 * @param {readonly PartName[]} names
 * @param {import('../text/index.js').Language} language
 * @returns {Promise<void>} rejected where they can't be had; it may be tried again
 */
export async function fetchParts(names, language) {
  const words = names.some((name) => WORDY.includes(name)) ? fetchWords(language, true) : null;
  const fetched = await Promise.all(names.map((name) => come[name] ?? PARTS[name]()));
  await words;
  names.forEach((name, i) => Object.assign(come, { [name]: fetched[i] }));
}

/** All of them, in the order in which they are likely to be wanted. */
export const ALL = /** @type {PartName[]} */ (Object.keys(PARTS));

/**
 * The parts that are on the screen in a state.
 * @param {import('../state/schema.js').State} state
 * @returns {PartName[]}
 */
export function partsIn({ room, lesson, scene }) {
  return [...(room === 'network' ? [] : [room]), ...(lesson !== '' || scene === 'neuron' ? [/** @type {const} */ ('lesson')] : [])];
}
