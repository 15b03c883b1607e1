// Which of the classes that a table has are used, and as what; and where there are too many colours, which of them.
import { COLOURS, FEWEST, MOST, customSetOf } from '../custom-set.js';
import { seeded } from '../../util/seeded.js';

/** @typedef {import('./read.js').Reading} Reading */
/** @typedef {{ label: string, count: number, members: number[] }} Group classes that are one, by their indices */
/**
 * @typedef {object} Plan
 * @property {boolean} merge whether names that differ only in case, width or white space are one class
 * @property {ReadonlySet<string>} chosen the names of the groups that are used
 * @property {boolean} other whether the rest becomes one class besides
 * @property {boolean} fill whether, beside a single class, there is one of everything else
 */
/** @typedef {{ other: string, fill: string }} Names of the classes that a plan adds */

/** A colour of everything else is at least so far from every colour of the class, in levels. */
const APART = 40;
/** How many colours of a class these distances are measured to, how many are made, and how many are tried for each. */
const [MEASURED, MADE, TRIES] = [400, 500, 20];

/**
 * The groups of classes, the largest first.
 * @param {Reading['classes']} classes
 * @param {boolean} merge
 * @returns {Group[]}
 */
export function groupsOf(classes, merge) {
  /** @type {Map<string, Group & { most: number }>} */
  const groups = new Map();
  classes.forEach(({ label, count }, index) => {
    const key = merge ? keyOf(label) : label;
    const group = groups.get(key) ?? { label, count: 0, members: [], most: 0 };
    // It is called as most of its colours are.
    if (count > group.most) [group.label, group.most] = [label, count];
    group.count += count;
    group.members.push(index);
    groups.set(key, group);
  });
  return [...groups.values()].sort((one, other) => other.count - one.count).map(({ label, count, members }) => ({ label, count, members }));
}

/**
 * A name without what people write now so, now so.
 * @param {string} label
 */
function keyOf(label) {
  return label.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

/**
 * Whether some names differ only in case, width or white space.
 * @param {Reading['classes']} classes
 */
export function canMerge(classes) {
  return new Set(classes.map(({ label }) => keyOf(label))).size < classes.length;
}

/**
 * The plan to begin with: as many classes as there can be, the largest first.
 * @param {Reading['classes']} classes
 * @returns {Plan}
 */
export function firstPlan(classes) {
  const groups = groupsOf(classes, false);
  return { merge: false, chosen: new Set(groups.slice(0, MOST).map(({ label }) => label)), other: false, fill: false };
}

/**
 * How much of a table a plan uses.
 * @param {Reading['classes']} classes
 * @param {Plan} plan
 */
export function sizeOf(classes, plan) {
  const groups = groupsOf(classes, plan.merge);
  const chosen = groups.filter(({ label }) => plan.chosen.has(label));
  const rest = groups.filter(({ label }) => !plan.chosen.has(label));
  const sum = (/** @type {Group[]} */ some) => some.reduce((total, { count }) => total + count, 0);
  const other = plan.other && rest.length > 0;
  const found = chosen.length + (other ? 1 : 0);
  const fills = plan.fill && found === 1;
  return { classes: found + (fills ? 1 : 0), colours: sum(chosen) + (other ? sum(rest) : 0), left: other ? 0 : sum(rest), leftClasses: other ? 0 : rest.length, fits: found >= 1 && found <= MOST };
}

/**
 * The custom set that a plan makes of a table.
 * @param {Reading} reading
 * @param {Plan} plan
 * @param {Names} names
 * @param {number} seed
 */
export function selected({ classes, rgb, labels }, plan, names, seed) {
  const groups = groupsOf(classes, plan.merge);
  const place = new Int32Array(classes.length).fill(-1);
  // The classes stay in the order in which they come.
  const chosen = groups.filter(({ label }) => plan.chosen.has(label)).sort((one, other) => one.members[0] - other.members[0]);
  chosen.forEach(({ members }, i) => members.forEach((member) => (place[member] = i)));
  const called = chosen.map(({ label }) => label);
  if (plan.other && chosen.length < groups.length) {
    // Where the table has a class of that name already, the rest joins it.
    const at = called.indexOf(names.other) < 0 ? called.push(names.other) - 1 : called.indexOf(names.other);
    place.forEach((one, i) => (place[i] = one < 0 ? at : one));
  }
  const kept = sampled(labels, place, called.length, COLOURS, seed);
  const samples = kept.map((row) => ({ rgb: [...rgb.subarray(row * 3, row * 3 + 3)], label: place[labels[row]] }));
  if (plan.fill && called.length === 1 && names.fill !== called[0]) {
    const room = COLOURS - samples.length;
    called.push(names.fill);
    for (const one of elsewhere(samples, Math.min(samples.length, MADE, room), seed)) samples.push({ rgb: one, label: 1 });
  }
  for (let n = 1; called.length < FEWEST; n += 1) if (!called.includes(String(n))) called.push(String(n));
  return customSetOf(called, samples);
}

/**
 * The rows that are kept: all, or where they are too many, as many of each class as of every other, as far as it has so
 * many; within a class every row is as likely.
 * @param {Uint32Array} labels
 * @param {Int32Array} place of each label its class; -1 where it is left out
 * @param {number} classes
 * @param {number} most
 * @param {number} seed
 * @returns {number[]} in their order
 */
export function sampled(labels, place, classes, most, seed) {
  /** @type {number[][]} */
  const rows = Array.from({ length: classes }, () => []);
  labels.forEach((label, row) => place[label] >= 0 && rows[place[label]].push(row));
  let [left, room] = [classes, most];
  const random = seeded(seed);
  // The smallest first: what it leaves is shared among the others.
  const order = rows.map((_, i) => i).sort((one, other) => rows[one].length - rows[other].length || one - other);
  const kept = order.flatMap((i) => {
    const quota = Math.min(rows[i].length, Math.floor(room / left));
    room -= quota;
    left -= 1;
    return drawn(rows[i], quota, random);
  });
  return kept.sort((one, other) => one - other);
}

/**
 * So many of a list, each as likely: the first places of a shuffle.
 * @param {number[]} list
 * @param {number} size
 * @param {(below: number) => number} random
 */
function drawn(list, size, random) {
  if (size === list.length) return list;
  for (let i = 0; i < size; i += 1) {
    const j = i + random(list.length - i);
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list.slice(0, size);
}

/**
 * Colours from all over the cube that are not near those of a class.
 * @param {readonly import('../../core/wasm.js').Sample[]} samples
 * @param {number} size
 * @param {number} seed
 */
function elsewhere(samples, size, seed) {
  const random = seeded(seed);
  const step = Math.max(1, samples.length / MEASURED);
  const near = Array.from({ length: Math.min(samples.length, MEASURED) }, (_, i) => samples[Math.floor(i * step)].rgb);
  const isNear = (/** @type {number[]} */ rgb) => near.some((one) => one.every((channel, i) => Math.abs(channel - rgb[i]) < APART));
  /** @type {number[][]} */
  const made = [];
  for (let tries = 0; made.length < size && tries < size * TRIES; tries += 1) {
    const rgb = [random(256), random(256), random(256)];
    if (!isNear(rgb)) made.push(rgb);
  }
  return made;
}
