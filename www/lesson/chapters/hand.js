// Chapter 6: backward by hand, in a network that is small enough for it.
import { LECTURE } from '../step.js';
import { nudgesOf, ratioOf } from '../tiny.js';

/** @typedef {import('../step.js').TinyStage} TinyStage */

/** The scene behind it, and no nudge yet. */
const SETUP = { ...LECTURE, at: 'forward:loss', nudged: 0 };
/** Where both nodes are open, and where b is closed. */
const [OPEN, CLOSED] = [1, 3];
/** A nudge has to be smaller to check a gradient. */
const SMALL = 0.1;

/** @type {import('../step.js').Chapter} */
export const hand = {
  id: 'hand',
  minutes: 17,
  steps: [
    {
      id: 'hand.nudge',
      kind: 'number',
      stage: 'tiny',
      side: [],
      setup: SETUP,
      tiny: { q: OPEN, number: 'score', nudge: 'always', asked: 'score', before: [], after: ['score'], lit: [] },
      answer: ({ tiny }) => tiny.gradients.score,
      slips: ({ tiny: { numbers, nudged } }) => ({ ...ratios(OPEN), value: numbers.score, ...(nudged.loss === numbers.loss ? {} : { grown: nudged.loss - numbers.loss }) }),
    },
    {
      id: 'hand.path',
      kind: 'number',
      stage: 'tiny',
      side: [],
      setup: SETUP,
      tiny: { q: OPEN, number: 'p', nudge: 'never', asked: 'viaA', before: ['score'], after: ['score', 'a', 'viaA'], lit: ['pa', 'as'] },
      answer: ({ tiny }) => tiny.gradients.viaA,
      slips: ({ tiny: { gradients: d, numbers: n } }) => ({ half: d.a, weights: n.pa * n.as, added: d.score + n.as + n.pa, value: d.score * n.as * n.p }),
    },
    {
      id: 'hand.sum',
      kind: 'number',
      stage: 'tiny',
      side: [],
      setup: SETUP,
      tiny: { q: OPEN, number: 'p', nudge: 'never', asked: 'p', before: ['score', 'a', 'viaA'], after: ['score', 'a', 'b', 'viaA', 'viaB', 'p'], lit: ['pa', 'as', 'pb', 'bs'] },
      answer: ({ tiny }) => tiny.gradients.p,
      slips: ({ tiny: { gradients: d, numbers: n } }) => ({
        onlyA: d.viaA,
        onlyB: d.viaB,
        unsigned: Math.abs(d.viaA) + Math.abs(d.viaB),
        half: d.a + d.b,
        weights: n.pa * n.as + n.pb * n.bs,
        product: d.viaA * d.viaB,
      }),
    },
    {
      id: 'hand.check',
      kind: 'do',
      stage: 'tiny',
      side: [],
      setup: SETUP,
      tiny: { q: OPEN, number: 'p', nudge: 'always', asked: null, before: ['score', 'a', 'b', 'viaA', 'viaB', 'p'], after: ['score', 'a', 'b', 'viaA', 'viaB', 'p'], lit: ['pa', 'as', 'pb', 'bs'] },
      done: ({ tiny: { by } }) => by !== 0 && Math.abs(by) < SMALL,
      reveal: (on, { tiny: { by } }) => by === 0 && on.put({ nudged: Math.min(...nudgesOf('p').filter((one) => one > 0)) }),
    },
    {
      id: 'hand.weight',
      kind: 'number',
      stage: 'tiny',
      side: [],
      setup: SETUP,
      tiny: { q: OPEN, number: 'pa', nudge: 'after', asked: 'pa', before: ['score', 'a', 'sumA'], after: ['score', 'a', 'sumA', 'pa'], lit: ['pa'] },
      answer: ({ tiny }) => tiny.gradients.pa,
      slips: ({ tiny: { gradients: d, numbers: n } }) => ({ passed: d.viaA, arrived: d.a, forward: n.sumA, plain: d.score * n.p }),
    },
    {
      id: 'hand.closed',
      kind: 'number',
      stage: 'tiny',
      side: [],
      setup: SETUP,
      tiny: { q: CLOSED, number: 'sumB', nudge: 'after', asked: 'p', before: ['score'], after: ['score', 'a', 'b', 'sumA', 'sumB', 'viaA', 'viaB', 'p'], lit: ['pa', 'as', 'pb', 'bs'] },
      answer: ({ tiny }) => tiny.gradients.p,
      slips: ({ tiny: { gradients: d, numbers: n } }) => ({
        through: d.viaA + d.b * n.pb,
        blocked: 0,
        weights: n.pa * n.as,
        half: d.a,
      }),
    },
    {
      id: 'hand.flat',
      kind: 'number',
      stage: 'tiny',
      side: [],
      setup: SETUP,
      tiny: { q: OPEN, number: 'p', nudge: 'never', asked: null, before: [], after: [], lit: ['pa', 'as', 'pb', 'bs'], gates: false },
      answer: ({ tiny: { numbers: n } }) => n.pa * n.as + n.pb * n.bs,
      slips: ({ tiny: { numbers: n } }) => ({ onlyA: n.pa * n.as, onlyB: n.pb * n.bs, unsigned: n.pa * n.as - n.pb * n.bs, first: n.pa + n.pb }),
    },
    {
      id: 'hand.cost',
      kind: 'number',
      stage: 'tiny',
      side: [],
      setup: SETUP,
      tiny: { q: OPEN, number: 'p', nudge: 'never', asked: null, before: ['score', 'a', 'b', 'sumA', 'sumB', 'p', 'q'], after: ['score', 'a', 'b', 'sumA', 'sumB', 'p', 'q'], lit: [] },
      answer: (f) => 2 * f.parameters,
      slips: (f) => ({ once: f.parameters }),
    },
  ],
};

/**
 * The ratios of the nudges, none of which is the slope itself: `by0`, `by1`, …
 * @param {number} q
 */
function ratios(q) {
  const nudges = nudgesOf('score').filter((by) => by !== 0);
  return Object.fromEntries(nudges.map((by, i) => [`by${i}`, ratioOf(q, 'score', by)]));
}
