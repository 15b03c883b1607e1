// A text as rows of cells: which sign separates them, quotes, comments, empty rows. Rows keep the number of their line.
import { meaningOf } from './headings.js';
import { hexOf, isBareHex, plain, quantityOf, tripleOf } from './values.js';

/** @typedef {{ line: number, cells: string[], why?: 'quote' | 'wide' }} Row `why`: the row can't be used, and cells are what could be read */
/** @typedef {{ rows: Row[], remark: Row | null, refused: 'tooMany' | null }} Split `remark`: the last comment before the rows */
/** @typedef {',' | ';' | '\t' | '，' | ' ' | '|'} Separator `，` stands for full-width and Japanese commas, a space for white space */

/** The most characters and rows of a table, and the most cells of a row. */
export const MOST_TEXT = 32_000_000;
export const MOST_ROWS = 1_000_000;
const MOST_CELLS = 200;
/** How many lines the separator is judged by, and the share of them that must have it. */
const [JUDGED, SHARE] = [200, 0.6];
/** The most lines of a cell in quotes. */
const QUOTED_LINES = 20;
/** The longest colour in parentheses. */
const PARENTHESES = 60;
/** Rows between two signs of life. */
const SLICE = 500;

/**
 * @param {string} text
 * @returns {Generator<number, Split>} on the way, the share that has been read
 */
export function* split(text) {
  const lines = createLines(text);
  const told = toldSeparator(lines.peek());
  if (told) lines.take();
  const separator = told ?? judged(text, lines.position());
  /** @type {Row[]} */
  const rows = [];
  /** @type {Row | null} */
  let remark = null;
  for (let turn = 1; lines.more(); turn += 1) {
    if (turn % SLICE === 0) yield lines.position() / text.length;
    const number = lines.number();
    const start = lines.position();
    const line = lines.take();
    if (line.trim() === '') continue;
    if (isRemark(line)) {
      const words = line.trim().slice(1).trim();
      if (rows.length === 0) remark = { line: number, cells: cellsOf(words, separatorOf(words, separator)) };
      continue;
    }
    /** @type {{ cells: string[], why?: Row['why'] }} */
    const row = line.includes('"') ? quotedRow(text, start, separatorOf(line, separator), lines) : { cells: cellsOf(line, separatorOf(line, separator)) };
    if (row.why === undefined && row.cells.length > MOST_CELLS) Object.assign(row, { cells: row.cells.slice(0, MOST_CELLS), why: 'wide' });
    // A spreadsheet writes empty cells after the last column, and whole rows of them.
    while (row.cells.at(-1) === '') row.cells.pop();
    if (row.cells.length === 0) continue;
    if (rows.length >= MOST_ROWS) return { rows: [], remark, refused: 'tooMany' };
    rows.push(row.why === undefined ? { line: number, cells: row.cells } : { line: number, cells: row.cells, why: row.why });
  }
  return { rows, remark, refused: null };
}

/**
 * The lines of a text one by one.
 * @param {string} text
 */
function createLines(text) {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let number = 1;
  const [feed, back] = [createFinder(text, '\n'), createFinder(text, '\r')];
  const end = (/** @type {number} */ from) => Math.min(feed(from), back(from));
  const after = (/** @type {number} */ last) => (text[last] === '\r' && text[last + 1] === '\n' ? last + 2 : last + 1);
  return {
    more: () => at < text.length,
    position: () => at,
    number: () => number,
    peek: () => text.slice(at, end(at)),
    /** The next line. */
    take() {
      const [from, last] = [at, end(at)];
      at = after(last);
      number += 1;
      return text.slice(from, last);
    },
    end,
    after,
    /**
     * Goes on from another place.
     * @param {number} position the beginning of a line
     * @param {number} lines how many lines have been taken besides
     */
    skip(position, lines) {
      at = position;
      number += lines;
    },
  };
}

/**
 * Where a sign is next. What has been looked through is not looked through again.
 * @param {string} text
 * @param {string} sign
 * @returns {(from: number) => number} the length of the text where there is none
 */
function createFinder(text, sign) {
  let [first, found] = [0, -1];
  return (from) => {
    if (from < first || from > found) {
      const at = text.indexOf(sign, from);
      [first, found] = [from, at < 0 ? text.length : at];
    }
    return found;
  };
}

/**
 * The separator that a first line `sep=;` tells.
 * @param {string} line
 * @returns {Separator | null}
 */
function toldSeparator(line) {
  const [, sign] = /^"?sep=([,;|\t ])"?$/i.exec(line.trimStart().slice(0, 10)) ?? [];
  return /** @type {Separator | undefined} */ (sign) ?? null;
}

/**
 * The separator that most of the first lines have.
 * @param {string} text
 * @param {number} from
 * @returns {Separator | null} null where each line shall be judged by itself
 */
function judged(text, from) {
  const lines = createLines(text);
  lines.skip(from, 0);
  /** @type {Map<Separator | null, number>} */
  const counts = new Map();
  let all = 0;
  while (lines.more() && all < JUDGED) {
    const line = lines.take();
    if (line.trim() === '' || isRemark(line)) continue;
    const one = separatorOf(line, null);
    counts.set(one, (counts.get(one) ?? 0) + 1);
    all += 1;
  }
  return [...counts].find(([, count]) => count >= SHARE * all)?.[0] ?? null;
}

/**
 * The separator of a line: that of the table where the line has it.
 * @param {string} line
 * @param {Separator | null} common
 * @returns {Separator}
 */
function separatorOf(line, common) {
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
function closing(line, open) {
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
function cellsOf(line, separator) {
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

/**
 * A row in which some cell is in quotes; such a cell may go over several lines.
 * @param {string} text
 * @param {number} start of the row
 * @param {Separator} separator
 * @param {ReturnType<typeof createLines>} lines which stand after the first line of the row
 * @returns {{ cells: string[], why?: 'quote' }}
 */
function quotedRow(text, start, separator, lines) {
  const isSeparator = (/** @type {string} */ sign) => sign === separator || (separator === '，' && sign === '、');
  let end = lines.end(start);
  const line = text.slice(start, end);
  let more = 0;
  const cells = [];
  let cell = '';
  /** Whether the cell holds anything but white space. */
  let hasText = false;
  let [quoted, inQuotes] = [false, false];
  for (let i = start; ; i += 1) {
    if (i >= end) {
      if (!inQuotes) break;
      if (more >= QUOTED_LINES || end >= text.length) return { cells: cellsOf(line, separator), why: 'quote' };
      const next = lines.after(end);
      more += 1;
      cell += ' ';
      [i, end] = [next - 1, lines.end(next)];
      // A line that looks like a row is one: the quote before it was never closed.
      const inner = text.slice(next, end);
      if (!inner.includes('"') || inner.endsWith('"')) {
        const parts = cellsOf(inner, separatorOf(inner, separator));
        if (parts.length > 1 && parts.some(isValue)) return { cells: cellsOf(line, separator), why: 'quote' };
      }
      continue;
    }
    const sign = text[i];
    if (inQuotes && sign === '"' && text[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (inQuotes && sign === '"') {
      inQuotes = false;
      // What goes on right after a cell of several lines shows that its quotes are not a pair.
      if (more > 0 && i + 1 < end && !isSeparator(text[i + 1]) && text[i + 1] !== ' ') return { cells: cellsOf(line, separator), why: 'quote' };
    }
    else if (!inQuotes && !quoted && sign === '"' && !hasText) [quoted, inQuotes, cell] = [true, true, ''];
    else if (!inQuotes && isSeparator(sign)) {
      cells.push(cell.trim());
      [cell, quoted, hasText] = ['', false, false];
      if (cells.length > MOST_CELLS) break;
    } else if (!inQuotes && !quoted && (sign === '(' || sign === '[')) {
      const close = closing(text, i);
      cell += close < 0 || close >= end ? sign : text.slice(i, close + 1);
      hasText = true;
      if (close >= 0 && close < end) i = close;
    } else {
      cell += sign;
      hasText ||= sign.trim() !== '';
    }
  }
  cells.push(cell.trim());
  if (more > 0) lines.skip(lines.after(end), more);
  return { cells };
}

/**
 * Whether a line is a comment: `# …`, `// …`, `! …`. One that begins with a colour in hexadecimal digits is none.
 * @param {string} line
 */
function isRemark(line) {
  const text = line.trimStart();
  if (text.startsWith('//') || text.startsWith('!')) return true;
  return text.startsWith('#') && (text.length === 1 || /[\s#!]/.test(text[1]));
}

/**
 * Whether a cell can stand in a row of data only: a number or a colour.
 * @param {string} cell
 */
export function isValue(cell) {
  return quantityOf(cell) !== null || hexOf(cell, false) !== null || tripleOf(cell) !== null || (isBareHex(cell) && /\d/.test(plain(cell)));
}
