// Writing labelled colours as a table that spreadsheets open as it is meant.
import { samplesOf } from '../custom-set.js';

/** The mark by which Excel knows UTF-8. */
const MARK = '\uFEFF';
/** A cell that a spreadsheet would compute, in full width, too, and those that are guarded against it already. */
const FORMULA = /^'*[=+\-@＝＋－＠]/;

/**
 * Writes a table, with its heading. Classes without a colour don't appear in it.
 * @param {import('../custom-set.js').CustomSet} own
 */
export function print(own) {
  const names = own.classes.map((name) => cell(guarded(name)));
  const samples = samplesOf(own);
  const most = samples.reduce((highest, { rgb }) => Math.max(highest, ...rgb), 0);
  // Where the channels could as well be fractions or percents, the heading says that they are not.
  const heading = most <= 1 || most === 100 ? 'r (0-255),g (0-255),b (0-255),label' : 'r,g,b,label';
  return MARK + [heading, ...samples.map(({ rgb, label }) => `${rgb.join()},${names[label]}`)].join('\r\n') + '\r\n';
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
 * A name with an apostrophe before it where a spreadsheet would take it for a formula.
 * @param {string} name
 */
function guarded(name) {
  return FORMULA.test(name) ? `'${name}` : name;
}

/**
 * The name that was guarded.
 * @param {string} text
 */
export function unguarded(text) {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}
