// The cells of a line: which sign separates them, and where. A colour in parentheses is one cell.
import { meaningOf } from './headings.js';
import { hexOf, isBareHex, quantityOf, tripleOf } from './values.js';

/** @typedef {',' | ';' | '\t' | '，' | ' ' | '|'} Separator `，` stands for full-width and Japanese commas, a space for white space */

/** The most cells of a row. */
export const MOST_CELLS = 200;
/** The longest colour in parentheses. */
const PARENTHESES = 60;

/**
 * The separator of a line: that of the table where the line has it.
 * @param {string} line
 * @param {Separator | null} common
 * @returns {Separator}
 */
export function separatorOf(line, common) {
  if (common && common !== '，' && common !== ' ' && !/["([]/.test(line) && line.includes(common)) return common;
  const has = present(line);
  if (common && (common === '，' ? has['，'] && !has[','] : has[common])) return common;
  if (has['\t']) return '\t';
  if (has[';']) return ';';
  if (has[',']) return ',';
  if (has['，']) return '，';
  if (has['|']) return '|';
  return ' ';
}

/**
 * Which separators a line has outside of quotes and parentheses.
 * @param {string} line
 * @param {boolean} [quotes] whether quotes are in pairs; a single one is an inch or a slip
 * @returns {Record<string, boolean>}
 */
function present(line, quotes = true) {
  /** @type {Record<string, boolean>} */
  const has = { '\t': false, ';': false, ',': false, '，': false, '|': false, ' ': false };
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    const sign = line[i];
    if (sign === '"') quoted = quotes && !quoted;
    else if (!quoted) {
      if (sign === '(' || sign === '[') i = Math.max(i, closing(line, i));
      else if (sign === '、' || sign === '，') has['，'] = true;
      else if (sign in has) has[sign] = true;
    }
  }
  return quoted ? present(line, false) : has;
}

/**
 * The index of the parenthesis that closes a colour; -1 where what follows is none.
 * @param {string} line
 * @param {number} open
 */
export function closing(line, open) {
  const close = line[open] === '(' ? ')' : ']';
  for (let i = open + 1; i < line.length && i < open + PARENTHESES; i += 1) {
    if (line[i] === close) return i;
    if (!/[\d\s.,/%;eE+-]/.test(line[i])) return -1;
  }
  return -1;
}

/**
 * The cells of a line without quotes.
 * @param {string} line
 * @param {Separator} separator
 */
export function cellsOf(line, separator) {
  if (separator === ' ') return spacedCells(line.trim());
  if (separator === '，') return line.split(/[、，]/, MOST_CELLS + 1).map((cell) => cell.trim());
  if (!line.includes('(') && !line.includes('[')) return line.split(separator, MOST_CELLS + 1).map((cell) => cell.trim());
  const cells = [];
  let start = 0;
  for (let i = 0; i < line.length && cells.length <= MOST_CELLS; i += 1) {
    if (line[i] === '(' || line[i] === '[') i = Math.max(i, closing(line, i));
    else if (line[i] === separator) {
      cells.push(line.slice(start, i).trim());
      start = i + 1;
    }
  }
  cells.push(line.slice(start).trim());
  return cells;
}

/**
 * The cells of a line in which only white space separates: a colour or numbers first or last, and the rest, which may hold
 * white space itself. A heading is cut into its words.
 * @param {string} line
 */
function spacedCells(line) {
  const open = line.search(/[([]/);
  const close = open < 0 || open > 4 ? -1 : closing(line, open);
  if (close > 0 && tripleOf(line.slice(0, close + 1))) return [line.slice(0, close + 1), line.slice(close + 1).trim()].filter((cell) => cell !== '');
  const words = line.split(/\s/, MOST_CELLS * 2).filter((word) => word !== '');
  if (words.length > MOST_CELLS) return [line];
  const isNumber = (/** @type {string} */ word) => quantityOf(word) !== null;
  const isHex = (/** @type {string} */ word) => hexOf(word, false) !== null || isBareHex(word);
  const isOther = (/** @type {string} */ word) => !isNumber(word);
  const rest = (/** @type {string[]} */ some) => (some.length === 0 ? [] : [some.join(' ')]);
  const first = words.findIndex(isOther);
  const numbers = first < 0 ? words.length : first;
  if (numbers >= 3) return [...words.slice(0, numbers), ...rest(words.slice(numbers))];
  if (words.length > 1 && isHex(words[0])) return [words[0], ...rest(words.slice(1))];
  const last = words.findLastIndex(isOther);
  if (words.length - 1 - last >= 3) return [...rest(words.slice(0, last + 1)), ...words.slice(last + 1)];
  if (words.length > 1 && isHex(words[words.length - 1])) return [...rest(words.slice(0, -1)), words[words.length - 1]];
  if (words.length > 1 && words.every((word) => meaningOf(word) !== null)) return words;
  return [line];
}
