// Labelled colours as a table: `r,g,b,label` or `#rrggbb,label`, one colour a line.
import { COLOURS, FEWEST, MOST, className, customSetOf, samplesOf } from './custom-set.js';

/** @typedef {import('./custom-set.js').CustomSet} CustomSet */
/** @typedef {{ line: number, why: 'cells' | 'channel' | 'colour' | 'label' | 'classes' | 'many', text: string }} Bad */

/** The most characters of a bad line that are shown. */
const SHOWN = 40;

/**
 * Reads a table. Lines that can't be used are reported with their number, from 1; empty lines and a heading in
 * the first line are skipped. Cells may be in quotes, and separated by commas, semicolons or tabs.
 * @param {string} text
 * @returns {{ own: CustomSet | null, bad: Bad[] }} `own` is null where no line can be used
 */
export function parse(text) {
  /** @type {string[]} */
  const classes = [];
  /** @type {import('../core/wasm.js').Sample[]} */
  const samples = [];
  /** @type {Bad[]} */
  const bad = [];
  text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/).forEach((untrimmed, index) => {
    const line = untrimmed.trim();
    if (line === '') return;
    const refuse = (/** @type {Bad['why']} */ why) => bad.push({ line: index + 1, why, text: line.slice(0, SHOWN) });
    const cells = split(line);
    if (samples.length === 0 && bad.length === 0 && heading(cells)) return;
    const channels = cells[0].startsWith('#') ? 1 : 3;
    if (cells.length !== channels + 1) return void refuse('cells');
    const rgb = channels === 1 ? rgbOfHex(cells[0]) : rgbOfCells(cells.slice(0, 3));
    if (!rgb) return void refuse(channels === 1 ? 'colour' : 'channel');
    const name = className(cells[channels]);
    if (name === '') return void refuse('label');
    if (samples.length >= COLOURS) return void refuse('many');
    if (!classes.includes(name)) {
      if (classes.length >= MOST) return void refuse('classes');
      classes.push(name);
    }
    samples.push({ rgb, label: classes.indexOf(name) });
  });
  if (samples.length === 0) return { own: null, bad };
  for (let n = 1; classes.length < FEWEST; n += 1) if (!classes.includes(String(n))) classes.push(String(n));
  return { own: customSetOf(classes, samples), bad };
}

/**
 * Writes a table, with its heading. Classes without a colour don't appear in it.
 * @param {CustomSet} own
 */
export function print(own) {
  const names = own.classes.map(cell);
  return ['r,g,b,label', ...samplesOf(own).map(({ rgb, label }) => `${rgb.join()},${names[label]}`)].join('\r\n') + '\r\n';
}

/**
 * A cell of a table: in quotes where it holds a separator of cells or lines.
 * @param {unknown} value
 */
export function cell(value) {
  const text = String(value);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The cells of a line, without quotes and without white space around them.
 * @param {string} line
 */
function split(line) {
  const separator = /[,;\t]/;
  const cells = [''];
  let quoted = false;
  /** Whether the last cell holds anything but white space. */
  let hasText = false;
  for (let i = 0; i < line.length; i += 1) {
    const character = line[i];
    const last = cells.length - 1;
    if (quoted && character === '"' && line[i + 1] === '"') {
      cells[last] += '"';
      hasText = true;
      i += 1;
    } else if (character === '"' && (quoted || !hasText)) quoted = !quoted;
    else if (!quoted && separator.test(character)) {
      cells.push('');
      hasText = false;
    } else {
      cells[last] += character;
      hasText ||= character.trim() !== '';
    }
  }
  return cells.map((cell) => cell.trim());
}

/**
 * Whether a line is a heading: all its cells but the last are words.
 * @param {string[]} cells
 */
function heading(cells) {
  return cells.length > 1 && cells.slice(0, -1).every((cell) => /^[\p{L}_ ]+$/u.test(cell));
}

/**
 * @param {string} cell `#rrggbb` or `#rgb`
 * @returns {number[] | null}
 */
function rgbOfHex(cell) {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(cell)?.[1];
  if (!digits) return null;
  const size = digits.length / 3;
  return [0, 1, 2].map((i) => parseInt(digits.slice(i * size, (i + 1) * size).padStart(2, digits[i]), 16));
}

/**
 * @param {string[]} cells
 * @returns {number[] | null}
 */
function rgbOfCells(cells) {
  const channels = cells.map((cell) => (/^\d{1,3}$/.test(cell) ? Number(cell) : 256));
  return channels.every((channel) => channel <= 255) ? channels : null;
}
