// How a run was made, as a short text: so many equal moves in a row, one stretch after another.
//
// `500*full@0.01_1*7a425e0@0.01_30*20@0.1`: 500 updates with all colours, one with a single colour (its class is
// the last digit), 30 with batches of 20; the learning rate is behind the @.

import { LIMITS } from '../core/facts.js';

/** @typedef {{ rgb: number[], label: number }} Sample */
/** @typedef {{ steps: number, batch: number | 'full' | null, colour: Sample | null, learningRate: number }} Stretch */
/** @typedef {import('../core/wasm.js').Settings} Settings */

const FORM = /^(\d{1,7})\*(full|\d{1,5}|[0-9a-f]{6}\d)@(\d+(?:\.\d+)?(?:e-?\d+)?)$/;
/** The most stretches that a text may hold. */
const MOST = 2000;

/**
 * The stretches of a run up to a step.
 * @param {{ steps: number, feed: { batch?: number | 'full', colour?: Sample }, learningRate: number }[]} moves as the core gives them
 * @param {number} step
 * @returns {Stretch[]}
 */
export function stretchesOf(moves, step) {
  const made = [];
  let left = step;
  for (const { steps, feed, learningRate } of moves) {
    if (left <= 0) break;
    made.push({ steps: Math.min(steps, left), batch: feed.batch ?? null, colour: feed.colour ?? null, learningRate });
    left -= steps;
  }
  return made;
}

/**
 * The text of some stretches; empty where there are none.
 * @param {readonly Stretch[]} stretches
 */
export function written(stretches) {
  const lesson = (/** @type {Stretch} */ { batch, colour }) => (colour ? colour.rgb.map((x) => x.toString(16).padStart(2, '0')).join('') + colour.label : String(batch));
  return stretches.map((one) => `${one.steps}*${lesson(one)}@${one.learningRate}`).join('_');
}

/**
 * So many updates by the settings alone.
 * @param {number} steps
 * @param {Settings} settings
 * @returns {Stretch[]}
 */
export function plain(steps, { batch, learningRate }) {
  return steps > 0 ? [{ steps, batch, colour: null, learningRate }] : [];
}

/**
 * The stretches of a text.
 * @param {string} text
 * @param {number} step how many updates there are in all
 * @returns {Stretch[] | null} null where it is no such text, or has another number of updates
 */
export function read(text, step) {
  const parts = text.split('_');
  if (parts.length > MOST) return null;
  const found = parts.map((part) => FORM.exec(part));
  if (found.includes(null)) return null;
  const stretches = /** @type {RegExpExecArray[]} */ (found).map(([, steps, lesson, rate]) => {
    const colour = lesson.length === 7 ? { rgb: [0, 2, 4].map((at) => parseInt(lesson.slice(at, at + 2), 16)), label: Number(lesson[6]) } : null;
    /** @type {Stretch['batch']} */
    const batch = colour ? null : lesson === 'full' ? 'full' : Number(lesson);
    return { steps: Number(steps), batch, colour, learningRate: Number(rate) };
  });
  const good = stretches.every(({ steps, batch, colour, learningRate }) => steps > 0 && batch !== 0 && (colour?.label ?? 0) < LIMITS.mostClasses && learningRate > 0 && learningRate <= LIMITS.largestLearningRate);
  const sum = stretches.reduce((all, { steps }) => all + steps, 0);
  return good && sum === step ? stretches : null;
}
