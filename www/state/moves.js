// The moves of a run as a short text: stretches of equal moves, one after another.
//
// `500*full@0.01_1*7a425e0@0.01_30*20@0.1`: 500 updates with all colours, one with a single colour (its class is
// the last digit, as in colours/custom-set.js), 30 with batches of 20; the learning rate follows the @.

import { digitOf, labelIn } from '../colours/custom-set.js';
import { LIMITS } from '../core/facts.js';

/** @typedef {{ rgb: number[], label: number }} Sample */
/** @typedef {{ steps: number, batch: number | 'full' | null, colour: Sample | null, learningRate: number }} Stretch */
/** @typedef {import('../core/wasm.js').Settings} Settings */

const FORM = /^(\d{1,7})\*(full|\d{1,5}|(?:[0-9a-f]{2}){3,1500}[0-9a-z])@(\d+(?:\.\d+)?(?:e-?\d+)?)$/;
/** The most stretches in a text. */
const MOST = 2000;

/**
 * The stretches of a run up to a step.
 * @param {{ steps: number, feed: { batch?: number | 'full', colour?: Sample }, learningRate: number }[]} moves as the core gives them
 * @param {number} step
 * @returns {Stretch[]}
 */
export function stretchesOf(moves, step) {
  const stretches = [];
  let left = step;
  for (const { steps, feed, learningRate } of moves) {
    if (left <= 0) break;
    stretches.push({ steps: Math.min(steps, left), batch: feed.batch ?? null, colour: feed.colour ?? null, learningRate });
    left -= steps;
  }
  return stretches;
}

/**
 * The text of stretches; empty where there are none.
 * @param {readonly Stretch[]} stretches
 */
export function written(stretches) {
  const feedText = (/** @type {Stretch} */ { batch, colour }) => (colour ? Array.from(colour.rgb, (x) => x.toString(16).padStart(2, '0')).join('') + digitOf(colour.label) : String(batch));
  return stretches.map((one) => `${one.steps}*${feedText(one)}@${one.learningRate}`).join('_');
}

/**
 * What is left of a way whose beginning was made.
 * @param {readonly Stretch[]} way
 * @param {readonly Stretch[]} made
 * @returns {Stretch[] | null} null where that is not its beginning
 */
export function after(way, made) {
  const rest = way.map((stretch) => ({ ...stretch }));
  for (const { steps, ...how } of made) {
    const [first] = rest;
    if (!first || steps > first.steps || written([{ ...first, steps }]) !== written([{ ...how, steps }])) return null;
    first.steps -= steps;
    if (first.steps === 0) rest.shift();
  }
  return rest;
}

/**
 * The stretches of a run by the settings alone; empty for 0 steps.
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
 * @param {number} step the number of all updates
 * @returns {Stretch[] | null} null where the text is invalid, or has another number of updates
 */
export function read(text, step) {
  const parts = text.split('_');
  if (parts.length > MOST) return null;
  const found = parts.map((part) => FORM.exec(part));
  if (found.includes(null)) return null;
  const stretches = /** @type {RegExpExecArray[]} */ (found).map(([, steps, feed, rate]) => {
    const bytes = feed.length >= 7 ? (feed.match(/[0-9a-f]{2}/g) ?? []) : [];
    const colour = bytes.length > 0 ? { rgb: bytes.map((byte) => parseInt(byte, 16)), label: labelIn(feed[feed.length - 1]) } : null;
    /** @type {Stretch['batch']} */
    const batch = colour ? null : feed === 'full' ? 'full' : Number(feed);
    return { steps: Number(steps), batch, colour, learningRate: Number(rate) };
  });
  const valid = stretches.every(({ steps, batch, colour, learningRate }) => steps > 0 && batch !== 0 && (colour?.label ?? 0) < LIMITS.mostClasses && learningRate > 0 && learningRate <= LIMITS.largestLearningRate);
  const sum = stretches.reduce((all, { steps }) => all + steps, 0);
  return valid && sum === step ? stretches : null;
}
