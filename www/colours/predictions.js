// Predictions: every colour of the data with its right class, the network's answer and the loss.

/** @typedef {import('../core/wasm.js').Sample} Sample */

/**
 * @typedef {object} Judged
 * @property {Sample} sample
 * @property {number} index among the training, then the test colours
 * @property {boolean} test whether it is a test colour
 * @property {string} name its common name; empty where it has none
 * @property {number} answer the network's class
 * @property {number} loss
 */

/** @typedef {'all' | 'train' | 'test'} Part */
/** @typedef {{ label: number, answer: number } | null} Filter */

/**
 * @param {import('../core/wasm.js').Data} data
 * @param {ArrayLike<number>} answers
 * @param {ArrayLike<number>} losses empty where they were not computed
 * @returns {Judged[]}
 */
export function judged({ train, test, names }, answers, losses) {
  return [...train, ...test].map((sample, index) => ({
    sample,
    index,
    test: index >= train.length,
    name: names[index] ?? '',
    answer: answers[index],
    loss: losses[index] ?? NaN,
  }));
}

/**
 * How many colours of each class got which answer: `counts[label][answer]`.
 * @param {readonly Judged[]} all
 * @param {number} classes
 */
export function confusion(all, classes) {
  const counts = Array.from({ length: classes }, () => new Array(classes).fill(0));
  for (const { sample, answer } of all) if (counts[sample.label]) counts[sample.label][answer] += 1;
  return counts;
}

/**
 * The colours of a part of the data.
 * @param {readonly Judged[]} all
 * @param {Part} part
 */
export function partOf(all, part) {
  return part === 'all' ? [...all] : all.filter(({ test }) => test === (part === 'test'));
}

/**
 * So many at most, evenly from all of a list.
 * @template T
 * @param {readonly T[]} list
 * @param {number} most
 * @returns {readonly T[]}
 */
export function thinned(list, most) {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]);
}

/**
 * Whether a colour is in the filtered cell of the confusion matrix; without a filter every colour is.
 * @param {Judged} one
 * @param {Filter} filter
 */
export function passes(one, filter) {
  return filter === null || (one.sample.label === filter.label && one.answer === filter.answer);
}

/**
 * By loss, the largest first, NaN before all.
 * @param {Judged} a
 * @param {Judged} b
 */
export function byLoss(a, b) {
  const size = (/** @type {number} */ loss) => (Number.isNaN(loss) ? Infinity : loss);
  return size(b.loss) - size(a.loss) || a.index - b.index;
}

/**
 * By hue, the training colours before the test colours.
 * @param {Judged} a
 * @param {Judged} b
 */
export function byHue(a, b) {
  return Number(a.test) - Number(b.test) || hue(a.sample.rgb) - hue(b.sample.rgb) || a.index - b.index;
}

/**
 * Hue in sixths of a turn, from −1 to 5 so that the reds stay together.
 * @param {readonly number[]} rgb
 */
export function hue([r, g, b]) {
  const most = Math.max(r, g, b);
  const span = most - Math.min(r, g, b) || 1;
  if (most === r) return (g - b) / span;
  return most === g ? 2 + (b - r) / span : 4 + (r - g) / span;
}

/**
 * The place of a colour on the maps of hue and lightness, and its saturation; each 0 to 1, as CSS has them.
 * @param {readonly number[]} rgb
 */
export function place(rgb) {
  const [most, least] = [Math.max(...rgb) / 255, Math.min(...rgb) / 255];
  const lightness = (most + least) / 2;
  const room = 1 - Math.abs(2 * lightness - 1);
  return { x: ((hue(rgb) + 6) % 6) / 6, y: 1 - lightness, saturation: room > 0 ? (most - least) / room : 0 };
}
