// Lists of objects, out of JSON or from a script, as rows of cells, so that they are read as any table is.
import { meaningOf } from './headings.js';
import { copied, isDictionary, lengthOf, partOf } from '../../util/readers.js';

/** @typedef {import('./split.js').Row} Row */
/** @typedef {{ head: string[] | null, rows: Row[], empty: number[] }} Entries `line` is the number of the entry, from 1; `empty` are those that hold nothing to read */

/** The most values that an entry may hold, and the most keys that are looked at. */
const ENTRY = 100;
const KEYS = 50;
/** The most entries of a list from a script, and from how many on it is probed for gaps before it is walked. */
export const MOST_ENTRIES = 100_000;
const PROBED = 1000;
/** Entries between two signs of life. */
const SLICE = 1000;
/** Keys under which files keep their list. */
const LISTS = ['data', 'colors', 'colours', 'palette', 'rows', 'items'];

/**
 * The entries of a list from a script, each read once, the length first.
 * @param {unknown} list
 * @returns {unknown[] | 'noList' | 'tooMany' | 'sparse'} an entry that can't be read is undefined
 */
export function entriesIn(list) {
  const length = lengthOf(list);
  if (length === null) return 'noList';
  if (length > MOST_ENTRIES) return 'tooMany';
  const probes = length > PROBED ? [0, length >> 1, length - 1] : [];
  if (probes.some((i) => partOf(list, i) === undefined)) return 'sparse';
  return Array.from({ length }, (_, i) => copied(partOf(list, i), ENTRY));
}

/**
 * The list in a text in JSON.
 * @param {string} text
 * @returns {unknown[] | 'notJson' | 'broken'} `broken` where it can only have been meant as JSON
 */
export function entriesOfJson(text) {
  const begin = text.slice(0, 1000).trimStart().slice(0, 1);
  if (begin !== '[' && begin !== '{') return 'notJson';
  let value;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return begin === '{' || /^\s*\[\s*[[{"]/.test(text.slice(0, 1000)) ? 'broken' : 'notJson';
  }
  if (Array.isArray(value)) return value;
  const key = LISTS.find((name) => Array.isArray(value[name]));
  return key === undefined ? listsByClass(value) : value[key];
}

/**
 * `{ "warm": ["#fa141e", …], "sky": "#87ceeb" }`: colours by class.
 * @param {Record<string, unknown>} value
 */
function listsByClass(value) {
  return Object.entries(value).flatMap(([label, colours]) => {
    const isList = Array.isArray(colours) && !colours.every((one) => typeof one === 'number');
    return (isList ? colours : [colours]).map((/** @type {unknown} */ colour) => ({ colour, label }));
  });
}

/**
 * @param {readonly unknown[]} entries
 * @returns {Generator<number, Entries>}
 */
export function* rowsOfEntries(entries) {
  /** @type {Map<string, number>} */
  const columns = new Map();
  /** @type {Row[]} */
  const rows = [];
  /** @type {number[]} */
  const empty = [];
  const lists = Array.isArray(entries.find((entry) => entry !== null && typeof entry === 'object'));
  for (let i = 0; i < entries.length; i += 1) {
    if (i % SLICE === SLICE - 1) yield i / entries.length;
    const entry = entries[i];
    if (lists ? !Array.isArray(entry) : !isDictionary(entry)) {
      empty.push(i + 1);
      continue;
    }
    const pairs = Object.entries(/** @type {object} */ (entry)).slice(0, KEYS).flatMap(([key, value]) => unfolded(key, value));
    const cells = /** @type {string[]} */ ([]);
    for (const [key, value] of pairs) {
      if (!columns.has(key) && columns.size >= KEYS) continue;
      const at = columns.get(key) ?? columns.size;
      columns.set(key, at);
      cells[at] = cellOf(value, lists || !['label', 'name'].includes(meaningOf(key)?.meaning ?? ''));
    }
    rows.push({ line: i + 1, cells: Array.from(cells, (cell) => cell ?? '') });
  }
  return { head: lists ? null : [...columns.keys()], rows, empty };
}

/**
 * A value by its key; the channels of a colour that is an object are values of their own.
 * @param {string} key
 * @param {unknown} value
 * @returns {[string, unknown][]}
 */
function unfolded(key, value) {
  const meaning = meaningOf(key)?.meaning;
  return isDictionary(value) && (meaning === 'either' || meaning === 'colour') ? Object.entries(value).slice(0, KEYS) : [[key, value]];
}

/**
 * A value as the text of a cell; empty where it is neither a text nor a number, nor a list of three or four numbers.
 * @param {unknown} value
 * @param {boolean} list whether it may be such a list
 */
function cellOf(value, list) {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (list && Array.isArray(value) && (value.length === 3 || value.length === 4) && value.every((one) => Number.isFinite(one))) return `(${value.join(', ')})`;
  return '';
}
