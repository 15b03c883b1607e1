// A round of colours: the colours that every page makes of its seed, and what the votes say about them.
import { customSetOf } from '../colours/custom-set.js';
import { seeded } from '../util/seeded.js';
import { rgbOf } from '../view/wheel/hsv.js';

/** @typedef {import('./messages.js').Vote} Vote */
/** @typedef {readonly [number, number, number]} Rgb */

/** How many colours a round may have, and how many classes. */
export const [MOST_COLOURS, FEWEST_CLASSES, MOST_CLASSES] = [200, 2, 6];
/** The longest name of a class. */
export const LONGEST = 24;
/** Saturation and brightness lie between these and 1: what is nearly black or grey has no hue to name. */
const [PALEST, DARKEST] = [0.35, 0.45];

/**
 * The colours of a round: their hues go all around, each in its own share of the circle, in no order.
 * @param {number} seed
 * @param {number} count
 * @returns {Rgb[]}
 */
export function coloursOf(seed, count) {
  const below = seeded(seed);
  const share = () => below(1000) / 1000;
  const colours = Array.from({ length: count }, (_, i) => rgbOf([(i + share()) / count, PALEST + (1 - PALEST) * share(), DARKEST + (1 - DARKEST) * share()]));
  for (let i = count - 1; i > 0; i -= 1) {
    const j = below(i + 1);
    [colours[i], colours[j]] = [colours[j], colours[i]];
  }
  return colours;
}

/**
 * The order in which a page shows the colours: it begins somewhere else than the others, so that all colours are named although
 * nobody goes to the end.
 * @param {string} id of the visitor, hexadecimal digits
 * @param {number} count
 * @returns {number[]} indices of the colours
 */
export function orderOf(id, count) {
  const first = count > 0 ? Number.parseInt(id.slice(0, 8), 16) % count || 0 : 0;
  return Array.from({ length: count }, (_, i) => (i + first) % count);
}

/**
 * The names of classes out of what was typed, with commas between them.
 * @param {string} text
 * @returns {string[] | null} null where there are too few or too many, or one twice
 */
export function namesIn(text) {
  const names = text.normalize('NFC').split(/[,、，;\n]/).map((name) => [...name.trim()].slice(0, LONGEST).join('')).filter((name) => name !== '');
  return names.length >= FEWEST_CLASSES && names.length <= MOST_CLASSES && new Set(names).size === names.length ? names : null;
}

/**
 * The votes of a round by colour; of each visitor the last for a colour counts.
 * @param {number} colours how many there are
 * @param {number} classes how many there are
 */
export function createVotes(colours, classes) {
  /** @type {Map<string, Vote>} */
  const records = new Map();
  const counts = Array.from({ length: colours }, () => Array.from({ length: classes }, () => 0));

  return {
    /** @param {readonly Vote[]} more those that are out of the round's range are left out */
    add(more) {
      for (const [who, index, label] of more) {
        if (counts[index]?.[label] === undefined) continue;
        const key = `${who} ${index}`;
        const before = records.get(key);
        if (before) counts[index][before[2]] -= 1;
        records.set(key, [who, index, label]);
        counts[index][label] += 1;
      }
    },
    /** By colour, by class. @returns {readonly (readonly number[])[]} */
    counts: () => counts,
    /** All of them, for a server that was started anew. @returns {Vote[]} */
    records: () => [...records.values()],
    /** How many there are. */
    size: () => records.size,
    /** How many visitors have voted. */
    voters: () => new Set([...records.values()].map(([who]) => who)).size,
  };
}

/** @typedef {ReturnType<typeof createVotes>} Votes */

/**
 * What the room says about a colour.
 * @param {readonly number[]} counts by class
 * @returns {{ label: number | null, share: number, votes: number }} the class that most have named, null where none or several are
 * named most; the share of the votes that it has, 0 where there are none
 */
export function verdictOf(counts) {
  const votes = counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(0, ...counts);
  const first = counts.indexOf(most);
  const alone = most > 0 && counts.indexOf(most, first + 1) < 0;
  return { label: alone ? first : null, share: votes > 0 ? most / votes : 0, votes };
}

/**
 * The colours on which people disagree most, those with the smallest majority first.
 * @param {readonly (readonly number[])[]} counts by colour, by class
 * @param {number} most
 * @returns {number[]} indices of the colours; none on which all agree
 */
export function disputed(counts, most) {
  const verdicts = counts.map(verdictOf);
  return [...counts.keys()].filter((i) => verdicts[i].votes > 1 && verdicts[i].share < 1).sort((a, b) => verdicts[a].share - verdicts[b].share || verdicts[b].votes - verdicts[a].votes).slice(0, most);
}

/**
 * The room's data set: each colour with the class that most have named. Without a majority a colour is left out.
 * @param {readonly Rgb[]} colours
 * @param {readonly (readonly number[])[]} counts
 * @param {readonly string[]} names
 * @returns {{ own: import('../colours/custom-set.js').CustomSet, used: number, tied: number, unseen: number, share: number }} the set; how
 * many colours it has, how many had no majority, how many no vote; the share of the votes on its colours that agree with it
 */
export function setOf(colours, counts, names) {
  const verdicts = counts.map(verdictOf);
  const used = verdicts.flatMap(({ label }, i) => (label === null ? [] : [{ rgb: [...colours[i]], label }]));
  const kept = verdicts.filter(({ label }) => label !== null);
  const votes = kept.reduce((sum, one) => sum + one.votes, 0);
  const agreed = kept.reduce((sum, one) => sum + Math.round(one.share * one.votes), 0);
  return {
    own: customSetOf([...names], used),
    used: used.length,
    tied: verdicts.filter((one) => one.label === null && one.votes > 0).length,
    unseen: verdicts.filter((one) => one.votes === 0).length,
    share: votes > 0 ? agreed / votes : 0,
  };
}
