// A text as rows of cells: the separator of most lines, quotes, comments, empty rows. Rows keep the number of their line.
import { MOST_CELLS, cellsOf, closing, separatorOf } from './cells.js';
import { createLines } from './lines.js';
import { isValue } from './values.js';

/** @typedef {{ line: number, cells: string[], why?: 'quote' | 'wide' }} Row `why`: the row can't be used, and cells are what could be read */
/** @typedef {{ rows: Row[], remark: Row | null, refused: 'tooMany' | null }} Split `remark`: the last comment before the rows */
/** @typedef {import('./cells.js').Separator} Separator */

/** The most characters and rows of a table. */
export const MOST_TEXT = 32_000_000;
export const MOST_ROWS = 1_000_000;
/** How many lines the separator is judged by, and the share of them that must have it. */
const [JUDGED, SHARE] = [200, 0.6];
/** The most lines of a cell in quotes. */
const QUOTED_LINES = 20;
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
