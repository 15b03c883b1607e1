// One row of a table: the numbers of its colour as they are written, and then, once the scale of all rows is known, the colour.
import { channelOf } from './scale.js';
import { hexOf, quantityOf, tripleOf } from './values.js';

/** @typedef {import('./columns.js').Role} Role */
/** @typedef {import('./scale.js').Scale} Scale */
/** @typedef {import('./values.js').Quantity} Quantity */
/**
 * Why a row can't be used. Of the channels: beyond 0 to 255 or no whole number, beyond 0 to 1, beyond 0 to 100, or percents and
 * other numbers together.
 * @typedef {'quote' | 'wide' | 'entry' | 'cells' | 'byte' | 'unit' | 'percent' | 'mixed' | 'colour' | 'alphaOrder' | 'label' | 'garbled'} Why
 */
/** @typedef {{ channels: Quantity[], scaled: boolean, alpha: number, label: string }} Numbers `scaled`: they follow the scale of the table */
/** @typedef {{ rgb: readonly number[], alpha: number, label: string }} Coloured */
/** @typedef {Numbers | Coloured | { why: Why }} Value */

/** Something that is no number: it is beyond every scale. */
const NO_NUMBER = { value: NaN, percent: false };

/**
 * @param {readonly Role[]} roles
 * @param {boolean} headed whether a heading names the columns: then no row has another form
 */
export function createRowReader(roles, headed) {
  const at = (/** @type {Role} */ role) => roles.indexOf(role);
  // Where there are more columns than these forms have, a short row may lack any of them.
  const simple = !headed && !roles.some((role) => ['ignored', 'name', 'alpha'].includes(role));
  const [red, green, blue, colour, label, alpha] = [at('red'), at('green'), at('blue'), at('colour'), at('label'), at('alpha')];

  return {
    /**
     * @param {import('./split.js').Row} row
     * @returns {Value}
     */
    row({ cells, why }) {
      if (why !== undefined) return { why };
      if (simple && cells.length !== roles.length) {
        const other = otherForm(cells);
        if (other) return other;
      }
      if (cells.length > roles.length) return { why: 'cells' };
      const cell = (/** @type {number} */ i) => cells[i] ?? '';
      const name = cell(label);
      if (colour >= 0) return colourIn(cell(colour), name);
      const opaque = opacityOf(alpha < 0 ? null : quantityOf(cell(alpha)));
      return numbers([red, green, blue].map((i) => quantityOf(cell(i)) ?? NO_NUMBER), opaque, name, true);
    },
    /**
     * @param {Value} value
     * @param {Scale} scale of the table
     * @returns {Coloured | { why: Why }}
     */
    finish(value, scale) {
      if (!('channels' in value)) return value;
      const { channels, scaled, alpha: opaque, label: name } = value;
      const percents = channels.filter(({ percent }) => percent).length;
      if (percents > 0 && channels.some(({ percent, value: level }) => !percent && level !== 0)) return { why: 'mixed' };
      const kind = scaled ? scale : 'byte';
      const rgb = channels.map((channel) => channelOf(channel, kind));
      return rgb.includes(null) ? { why: percents > 0 ? 'percent' : kind } : { rgb: /** @type {number[]} */ (rgb), alpha: opaque, label: name };
    },
  };
}

/**
 * @param {string} cell
 * @param {string} label
 * @returns {Value}
 */
function colourIn(cell, label) {
  const hex = hexOf(cell, true);
  if (hex) return hex.unsure ? { why: 'alphaOrder' } : { rgb: hex.rgb, alpha: hex.alpha, label };
  const triple = tripleOf(cell);
  return triple ? numbers(triple.channels, triple.alpha, label, !triple.css) : { why: 'colour' };
}

/**
 * @param {Quantity[]} channels
 * @param {number} alpha
 * @param {string} label
 * @param {boolean} scaled
 * @returns {Numbers}
 */
function numbers(channels, alpha, label, scaled) {
  return { channels, scaled: scaled && channels.every(({ value, percent }) => !percent && Number.isFinite(value)), alpha, label };
}

/**
 * How opaque a colour is, from 0 to 1, where any scale may be meant.
 * @param {Quantity | null} quantity
 */
function opacityOf(quantity) {
  if (!quantity) return 1;
  const most = quantity.percent ? 100 : quantity.value > 1 ? 255 : 1;
  return quantity.value / most;
}

/**
 * A row of another number of cells than most, in one of the two usual forms: `#rrggbb,class` and `r,g,b,class`.
 * @param {readonly string[]} cells
 * @returns {Value | null}
 */
function otherForm(cells) {
  if (cells.length === 2) {
    const explicit = cells.map((cell) => hexOf(cell, false) !== null || (tripleOf(cell)?.css ?? false));
    return explicit[0] === explicit[1] ? null : colourIn(cells[explicit[0] ? 0 : 1], cells[explicit[0] ? 1 : 0]);
  }
  if (cells.length !== 4) return null;
  const channels = cells.slice(0, 3).map(quantityOf);
  const fits = quantityOf(cells[3]) === null && channels.every((one) => one && !one.percent && channelOf(one, 'byte') !== null);
  return fits ? numbers(/** @type {Quantity[]} */ (channels), 1, cells[3], true) : null;
}
