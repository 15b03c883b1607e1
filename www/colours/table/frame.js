// The frame of a table: titles above it, its heading, and the rows of data.
import { columnsOf, isWhole, widthOf } from './columns.js';
import { meaningOf } from './headings.js';
import { isColour, isMeantAsHex, isValue } from './values.js';

/** @typedef {import('./split.js').Row} Row */
/** @typedef {{ head: string[] | null, headLine: number, titles: Row[], rows: Row[] }} Frame `headLine` is 0 where there is no heading */

/** How many rows under a heading are looked at. */
const LOOKED = 20;

/**
 * @param {Row[]} rows
 * @param {Row | null} remark the comment above the first row, which may be the heading
 * @returns {Frame}
 */
export function framed(rows, remark) {
  // Titles have one cell, also where they are more than the rows.
  const width = widthOf(rows, 2);
  let first = 0;
  while (first < rows.length && width > 1 && isTitle(rows[first])) first += 1;
  const [titles, body] = [rows.slice(0, first), rows.slice(first)];
  if (body.length > 0 && isHeading(body[0], body.slice(1, 1 + LOOKED))) return { head: body[0].cells, headLine: body[0].line, titles, rows: body.slice(1) };
  const told = remark && remark.cells.length >= width ? columnsOf(remark.cells, body) : null;
  if (remark && told && !told.guessed && isWhole(told.roles).colour && isWhole(told.roles).label) return { head: remark.cells, headLine: remark.line, titles, rows: body };
  return { head: null, headLine: 0, titles, rows: body };
}

/** @param {Row} row */
function isTitle({ cells, why }) {
  const filled = cells.filter((cell) => cell !== '');
  return why === undefined && filled.length === 1 && !isColour(filled[0]) && !filled[0].startsWith('#');
}

/**
 * Whether a row is a heading: no value stands in it, and some word of it is a usual one, or values stand below its words.
 * @param {Row} row
 * @param {readonly Row[]} below
 */
function isHeading({ cells, why }, below) {
  if (why !== undefined || cells.some((cell) => isValue(cell) || isMeantAsHex(cell))) return false;
  const meanings = cells.map((cell) => meaningOf(cell)?.meaning);
  const channels = ['red', 'green', 'blue'].every((channel) => meanings.includes(/** @type {'red'} */ (channel)));
  // A single letter may be the name of a class.
  const usual = (/** @type {string} */ cell, /** @type {number} */ i) => meanings[i] && (channels || cell.length > 1 || meanings[i] === 'either');
  if (cells.some((cell, i) => usual(cell, i) && !below.some((row) => row.cells.includes(cell)))) return true;
  return below.length > 0 && cells.some((cell, i) => cell !== '' && below.every((row) => isValue(row.cells[i] ?? '')));
}
