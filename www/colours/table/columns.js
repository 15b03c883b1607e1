// What the columns of a table mean: by their headings where there are some, else by what stands in them.
import { meaningOf } from './headings.js';
import { isBareHex, isColour, isMeantAsHex, plain, quantityOf } from './values.js';

/** @typedef {'red' | 'green' | 'blue' | 'colour' | 'label' | 'name' | 'alpha' | 'ignored'} Role */
/** @typedef {import('./split.js').Row} Row */
/**
 * @typedef {object} Columns
 * @property {Role[]} roles
 * @property {boolean} guessed whether they were guessed from the contents
 * @property {boolean} unsure whether something else is about as likely
 */
/**
 * What stands in a column.
 * @typedef {object} Contents
 * @property {number} filled cells that are not empty
 * @property {number} colours cells that are colours by themselves
 * @property {number} bare cells of six or eight hexadecimal digits without a sign
 * @property {boolean} lettered whether one of these has a letter
 * @property {number} numbers
 * @property {number} distinct different cells
 * @property {boolean} counting whether it counts the rows
 * @property {boolean} few whether all are whole numbers up to MOST_CODE
 */

export const ROLES = /** @type {const} */ (['red', 'green', 'blue', 'colour', 'label', 'name', 'alpha', 'ignored']);
const CHANNELS = /** @type {const} */ (['red', 'green', 'blue']);
/** How many rows are looked at. */
const LOOKED = 1000;
/** The share of the cells that must be of a kind. */
const MOSTLY = 0.5;
/** A column with more different values than this, and different in nearly every row, is no class. */
const [MANY, NEARLY] = [12, 0.8];
/** The highest number that is likely to stand for a class. */
const MOST_CODE = 20;

/**
 * @param {readonly string[] | null} head
 * @param {readonly Row[]} rows
 * @returns {Columns} unsure, too, where numbers stand under headings that say nothing
 */
export function columnsOf(head, rows) {
  const width = head?.length ?? widthOf(rows);
  const looked = spread(rows).filter(({ why, cells }) => why === undefined && (head !== null || cells.length === width));
  const contents = Array.from({ length: width }, (_, i) => contentsOf(looked.map(({ cells }) => cells[i] ?? '')));
  if (head?.some((heading) => meaningOf(heading) !== null)) return byHeadings(head, contents);
  const found = byContents(contents);
  return { ...found, unsure: found.unsure || (head !== null && found.roles.includes('red')) };
}

/**
 * Whether the roles tell a colour and a class.
 * @param {readonly Role[]} roles
 */
export function isWhole(roles) {
  return { colour: roles.includes('colour') || CHANNELS.every((role) => roles.includes(role)), label: roles.includes('label') };
}

/**
 * The most frequent number of cells; 0 where no row has so many.
 * @param {readonly Row[]} rows
 * @param {number} [least] how many cells a row must have to count
 */
export function widthOf(rows, least = 1) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const { cells, why } of spread(rows)) if (why === undefined && cells.length >= least) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}

/**
 * Rows from all over the table.
 * @param {readonly Row[]} rows
 */
function spread(rows) {
  const step = Math.max(1, rows.length / LOOKED);
  return Array.from({ length: Math.min(rows.length, LOOKED) }, (_, i) => rows[Math.floor(i * step)]);
}

/**
 * @param {string[]} cells
 * @returns {Contents}
 */
function contentsOf(cells) {
  const filled = cells.filter((cell) => cell !== '');
  const bare = filled.filter(isBareHex);
  const numbers = filled.map((cell) => quantityOf(cell)?.value ?? NaN);
  return {
    filled: filled.length,
    colours: filled.filter((cell) => isColour(cell) || isMeantAsHex(cell)).length,
    bare: bare.length,
    lettered: bare.some((cell) => /[a-f]/i.test(plain(cell))),
    numbers: numbers.filter((value) => !Number.isNaN(value)).length,
    distinct: new Set(filled).size,
    counting: numbers.length > 1 && numbers.every((value, i) => i === 0 || value === numbers[i - 1] + 1),
    few: numbers.every((value) => Number.isInteger(value) && value >= 0 && value <= MOST_CODE),
  };
}

/** @param {Contents} contents */
function isUnique({ filled, distinct }) {
  return distinct > MANY && distinct > NEARLY * filled;
}

/**
 * How many different values a column has; the same one everywhere tells nothing apart, and counts as most.
 * @param {Contents} contents
 */
function varietyOf({ distinct }) {
  return distinct > 1 ? distinct : LOOKED + 1;
}

/** @param {Contents} contents */
const holdsColours = ({ filled, colours, bare, lettered }) => filled > 0 && (colours > MOSTLY * filled || (lettered && bare > MOSTLY * filled));
/** @param {Contents} contents */
const holdsNumbers = ({ filled, numbers }) => filled > 0 && numbers > MOSTLY * filled;

/**
 * @param {readonly string[]} head
 * @param {readonly Contents[]} contents
 * @returns {Columns}
 */
function byHeadings(head, contents) {
  const found = head.map((heading, index) => ({ index, ...(meaningOf(heading) ?? { meaning: null, rank: 0 }) }));
  /** @type {Role[]} */
  const roles = head.map(() => 'ignored');
  const first = (/** @type {string} */ meaning) => found.filter((one) => one.meaning === meaning).sort((one, other) => one.rank - other.rank)[0]?.index ?? -1;
  const channels = CHANNELS.map(first);
  const alpha = first('alpha');
  const either = found.filter(({ meaning }) => meaning === 'either').map(({ index }) => index);
  const colour = [first('colour'), ...either.filter((i) => holdsColours(contents[i]))].find((i) => i >= 0) ?? -1;
  let unsure = false;
  if (channels.every((i) => i >= 0)) channels.forEach((at, i) => (roles[at] = CHANNELS[i]));
  else if (colour >= 0) roles[colour] = 'colour';
  else {
    // A column without a heading, or with another, may still hold what can only be colours.
    const plainly = contents.findIndex((one, i) => found[i].meaning === null && holdsColours(one));
    if (plainly >= 0) roles[plainly] = 'colour';
    unsure = plainly >= 0 && head[plainly] !== '' && contents[plainly].colours === 0;
  }
  if (alpha >= 0 && holdsNumbers(contents[alpha])) roles[alpha] = 'alpha';
  const free = (/** @type {number} */ i) => roles[i] === 'ignored' && contents[i].filled > 0;
  const ranked = [
    ...found.filter(({ meaning }) => meaning === 'label').sort((one, other) => one.rank - other.rank),
    ...found.filter(({ meaning, index }) => meaning === 'either' && !holdsColours(contents[index])),
    ...found.filter(({ meaning }) => meaning === 'name'),
  ].map(({ index }) => index).filter(free);
  // A column of classes that are all empty is named in each row.
  const label = ranked.find((i) => !isUnique(contents[i])) ?? found.find(({ meaning, index }) => meaning === 'label' && contents[index].filled === 0)?.index;
  if (label !== undefined) roles[label] = 'label';
  else {
    // One column of words that come again may be the class, whatever it is called.
    const words = head.map((_, i) => i).filter((i) => free(i) && !ranked.includes(i) && !holdsNumbers(contents[i]) && !holdsColours(contents[i]) && !isUnique(contents[i]));
    if (words.length === 1) [roles[words[0]], unsure] = ['label', true];
  }
  for (const i of ranked) if (i !== label && isUnique(contents[i]) && !roles.includes('name')) roles[i] = 'name';
  return { roles, guessed: false, unsure };
}

/**
 * @param {readonly Contents[]} contents
 * @returns {Columns}
 */
function byContents(contents) {
  /** @type {Role[]} */
  const roles = contents.map(() => 'ignored');
  const all = contents.map((_, i) => i);
  const holders = all.filter((i) => holdsColours(contents[i]));
  // Beside three columns of numbers, six letters such as `facade` are a word.
  const apart = all.filter((i) => holdsNumbers(contents[i]) && !holders.includes(i)).length;
  const colour = holders.find((i) => contents[i].colours > 0 || apart < CHANNELS.length);
  const words = all.filter((i) => i !== colour && contents[i].filled > 0 && !holdsNumbers(contents[i]) && contents[i].colours === 0);
  const numbers = all.filter((i) => i !== colour && holdsNumbers(contents[i]));
  let unsure = false;
  const candidates = words.filter((i) => !isUnique(contents[i]));
  unsure = candidates.filter((i) => contents[i].distinct > 1).length > 1 || holders.filter((i) => contents[i].colours > 0).length > 1;
  /** @type {number | undefined} */
  let label = candidates.sort((one, other) => varietyOf(contents[one]) - varietyOf(contents[other]))[0];
  if (colour !== undefined) {
    roles[colour] = 'colour';
    if (label === undefined && words.length === 0 && numbers.length === 1) [label] = numbers;
  } else {
    const found = channelsAmong(numbers, contents, label === undefined && words.length === 0);
    unsure ||= found.unsure;
    found.channels.forEach((at, i) => (roles[at] = CHANNELS[i]));
    if (found.alpha !== undefined) roles[found.alpha] = 'alpha';
    label ??= found.label;
  }
  if (label !== undefined) roles[label] = 'label';
  const name = words.find((i) => i !== label && isUnique(contents[i]));
  if (name !== undefined) roles[name] = 'name';
  return { roles, guessed: true, unsure };
}

/**
 * Which columns of numbers are red, green and blue, where no heading says it.
 * @param {readonly number[]} numbers
 * @param {readonly Contents[]} contents
 * @param {boolean} coded whether one of them has to be the class
 * @returns {{ channels: number[], alpha?: number, label?: number, unsure: boolean }}
 */
function channelsAmong(numbers, contents, coded) {
  if (numbers.length < 3) return { channels: [], unsure: false };
  if (numbers.length === 3) return { channels: [...numbers], unsure: false };
  const [first, last] = [numbers[0], numbers[numbers.length - 1]];
  if (numbers.length > 4) return { channels: [], unsure: true };
  if (coded) {
    // The one that looks like a code for the class, where the other doesn't.
    const isCode = (/** @type {number} */ i) => contents[i].few;
    const ahead = isCode(first) && !isCode(last);
    return { channels: ahead ? numbers.slice(1) : numbers.slice(0, 3), label: ahead ? first : last, unsure: isCode(first) === isCode(last) };
  }
  const counts = contents[first].counting;
  const constant = contents[last].distinct === 1;
  return counts && !constant ? { channels: numbers.slice(1), unsure: false } : { channels: numbers.slice(0, 3), alpha: last, unsure: counts === constant };
}
