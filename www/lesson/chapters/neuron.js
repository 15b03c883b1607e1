// Chapter 2: one neuron by hand.
import { LECTURE } from '../step.js';

/** The percentage of colours that a neuron set by hand must get right. */
const GOAL = 80;
/** The weights for red, green and blue, and the bias, of the lecture's example. */
const EXAMPLE = /** @type {[number, number, number, number]} */ ([0.1, 0.2, 0.3, 0.5]);

/** Whether it gets enough of the colours right. @param {import('../facts.js').Facts} facts */
const good = ({ neuron: { hits, of } }) => of > 0 && hits >= (of * GOAL) / 100;

/** @type {import('../step.js').Chapter} */
export const neuron = {
  id: 'neuron',
  minutes: 11,
  steps: [
    {
      id: 'neuron.sum',
      kind: 'number',
      stage: 'neuron',
      side: ['picker'],
      setup: { ...LECTURE, at: 'forward:data', neuron: [...EXAMPLE] },
      answer: (f) => f.neuron.sum,
      slips: ({ neuron: { sum, parts, bias, weights }, rgb }) => ({
        bias: sum - bias,
        weights: rgb.reduce((a, b) => a + b, 0) * weights.reduce((a, b) => a + b, 0) + bias,
        plain: rgb.reduce((a, b) => a + b, 0) + bias,
        one: parts[0] + bias,
      }),
    },
    {
      id: 'neuron.relu',
      kind: 'number',
      stage: 'neuron',
      side: ['picker'],
      setup: { ...LECTURE, at: 'forward:data', neuron: [EXAMPLE[0], EXAMPLE[1], EXAMPLE[2], -60] },
      answer: (f) => f.neuron.out,
      slips: (f) => ({ sum: f.neuron.sum, size: Math.abs(f.neuron.sum), old: f.neuron.sum - f.neuron.bias }),
    },
    {
      id: 'neuron.red',
      kind: 'do',
      stage: 'neuron',
      plane: true,
      side: ['picker'],
      // Keep the weights that the learner has set by then.
      setup: { ...LECTURE, at: 'forward:data' },
      done: good,
      reveal: (on, f) => !good(f) && on.put({ neuron: [1, -0.5, -0.5, -50] }),
    },
  ],
};
