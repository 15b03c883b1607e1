// On what scale the channels of a table are written: 0 to 255, 0 to 1, or percents.

/** @typedef {'byte' | 'unit' | 'percent'} Scale */

export const SCALES = /** @type {const} */ (['byte', 'unit', 'percent']);
/** The highest value of each. */
const MOST = { byte: 255, unit: 1, percent: 100 };
/** Of so many rows whose highest value is exactly 100, percents are likely. */
const TELLING = 10;

/** Counts rows by what scale they can have. */
export function createScaleCount() {
  const counts = { fractions: 0, wide: 0, flat: 0, most: 0 };
  return {
    /** @param {readonly import('./values.js').Quantity[]} channels of a row, none of them with a percent sign */
    add([{ value: r }, { value: g }, { value: b }]) {
      const most = Math.max(r, g, b);
      counts.most = Math.max(counts.most, most);
      if (most > 1) counts.wide += 1;
      else if (Number.isInteger(r) && Number.isInteger(g) && Number.isInteger(b)) counts.flat += 1;
      else counts.fractions += 1;
    },
    /**
     * @returns {{ scale: Scale, asked: Scale[] }} `asked` are the scales between which nothing decides
     */
    found() {
      const { fractions, wide, flat, most } = counts;
      if (fractions > wide) return { scale: 'unit', asked: [] };
      if (wide === 0 && fractions === 0 && flat > 0) return { scale: 'unit', asked: ['unit', 'byte'] };
      if (wide >= TELLING && most === 100) return { scale: 'byte', asked: ['byte', 'percent'] };
      return { scale: 'byte', asked: [] };
    },
  };
}

/**
 * A channel from 0 to 255.
 * @param {import('./values.js').Quantity} quantity
 * @param {Scale} scale of a number without a percent sign
 * @returns {number | null} null where it is beyond the scale, or no whole number on that of 0 to 255
 */
export function channelOf({ value, percent }, scale) {
  const kind = percent ? 'percent' : scale;
  if (!(value >= 0 && value <= MOST[kind])) return null;
  if (kind === 'byte') return Number.isInteger(value) ? value : null;
  return Math.round((value / MOST[kind]) * 255);
}
