// The tiny network of the chapter "Backward by hand": two numbers, two nodes with ReLU, one score. It is computed here, apart
// from the core, since it is small enough to be computed in the head.

/** The weights: from p and q into the nodes a and b, and from these into the score. q is not connected to a. */
export const WEIGHTS = Object.freeze({ pa: 1.5, pb: 1, qb: -1, as: 3, bs: -1 });
/** The score that is wanted. */
export const WANTED = 6;
/** The input p. The steps choose q: with 1 both nodes are open, with 3 b is closed. */
export const P = 2;

/** How far each number can be nudged. */
const MOST = { score: 2, p: 1, sumB: 2, pa: 0.5 };
const SIZES = [0.01, 0.1, 0.5, 1, 2];
/** All nudges, in ascending order, with 0 in the middle. */
export const NUDGES = [...SIZES.map((size) => -size).reverse(), 0, ...SIZES];

/** A number that can be nudged: the score, p, the sum of b before ReLU, the weight from p to a. @typedef {keyof typeof MOST} Nudgeable */

/**
 * The numbers of a forward pass: inputs, weights, `sumA` and `sumB` before ReLU, `a` and `b` after it, `score`, `loss`.
 * @typedef {Record<'p' | 'q' | keyof typeof WEIGHTS | 'sumA' | 'sumB' | 'a' | 'b' | 'score' | 'loss', number>} Numbers
 */

/**
 * Their gradients, and `viaA` and `viaB`: what the path through each node adds to that of p.
 * @typedef {Record<Exclude<keyof Numbers, 'loss'> | 'viaA' | 'viaB', number>} Gradients
 */

/**
 * The tiny network with one number nudged.
 * @typedef {object} Tiny
 * @property {Numbers} numbers without a nudge
 * @property {Gradients} gradients of these
 * @property {Nudgeable} number that can be nudged
 * @property {number} by how far it is nudged
 * @property {Numbers} nudged the numbers with the nudge
 * @property {number} ratio the change of the loss divided by the nudge; 0 without a nudge
 */

/**
 * The forward pass. The loss is half the square of how far the score is from the wanted one.
 * @param {number} q
 * @param {Nudgeable | null} [number] that is nudged
 * @param {number} [by]
 * @returns {Numbers}
 */
export function forward(q, number = null, by = 0) {
  const nudged = (/** @type {Nudgeable} */ name, /** @type {number} */ value) => (name === number ? value + by : value);
  const [p, pa] = [nudged('p', P), nudged('pa', WEIGHTS.pa)];
  const sumA = p * pa;
  const sumB = nudged('sumB', p * WEIGHTS.pb + q * WEIGHTS.qb);
  const [a, b] = [Math.max(0, sumA), Math.max(0, sumB)];
  const score = nudged('score', a * WEIGHTS.as + b * WEIGHTS.bs);
  return { ...WEIGHTS, p, q, pa, sumA, sumB, a, b, score, loss: (score - WANTED) ** 2 / 2 };
}

/**
 * The backward pass, from right to left.
 * @param {Numbers} numbers
 * @returns {Gradients}
 */
export function backward({ p, q, pa, pb, qb, as, bs, sumA, sumB, a, b, score: s }) {
  const score = s - WANTED;
  const [da, db] = [score * as, score * bs];
  const [dsumA, dsumB] = [sumA > 0 ? da : 0, sumB > 0 ? db : 0];
  const [viaA, viaB] = [dsumA * pa, dsumB * pb];
  return { score, as: score * a, bs: score * b, a: da, b: db, sumA: dsumA, sumB: dsumB, pa: dsumA * p, pb: dsumB * p, qb: dsumB * q, viaA, viaB, p: viaA + viaB, q: dsumB * qb };
}

/**
 * @param {number} q
 * @param {Nudgeable} number
 * @param {number} wanted how far it is to be nudged; farther than it can be counts as not at all
 * @returns {Tiny}
 */
export function tinyOf(q, number, wanted) {
  const by = nudgesOf(number).includes(wanted) ? wanted : 0;
  const [numbers, nudged] = [forward(q), forward(q, number, by)];
  return { numbers, gradients: backward(numbers), number, by, nudged, ratio: ratioOf(q, number, by) };
}

/**
 * The change of the loss divided by a nudge.
 * @param {number} q
 * @param {Nudgeable} number
 * @param {number} by 0 gives 0
 */
export function ratioOf(q, number, by) {
  return by === 0 ? 0 : (forward(q, number, by).loss - forward(q).loss) / by;
}

/**
 * The nudges of a number, in ascending order.
 * @param {Nudgeable} number
 */
export function nudgesOf(number) {
  return NUDGES.filter((by) => Math.abs(by) <= MOST[number]);
}

/**
 * The curve of the loss over one number, as far as that can be nudged.
 * @param {number} q
 * @param {Nudgeable} number
 * @param {number} points how many, at least 2
 * @returns {{ by: number, loss: number }[]}
 */
export function curveOf(q, number, points) {
  const most = MOST[number];
  return Array.from({ length: points }, (_, i) => {
    const by = -most + (2 * most * i) / (points - 1);
    return { by, loss: forward(q, number, by).loss };
  });
}
