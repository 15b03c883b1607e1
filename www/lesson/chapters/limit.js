// Chapter 3: the perceptron's limit, and the hidden layer that lifts it; nothing is trained yet.
import { LECTURE } from '../step.js';
import { ALL } from '../planes.js';
import { settingsFor } from '../../colours/datasets.js';
import { SETTINGS } from '../../core/facts.js';

const { seed: _, ...VIVID } = settingsFor('vivid', SETTINGS);
/** The page for vivid or grey. */
const SETUP = { ...LECTURE, at: 'forward:data', settings: VIVID };

/** @type {import('../step.js').Chapter} */
export const limit = {
  id: 'limit',
  minutes: 9,
  steps: [
    {
      id: 'limit.plane',
      kind: 'choose',
      stage: 'neuron',
      plane: true,
      side: [],
      // Fires for red less green: one side of the greys.
      setup: { ...SETUP, neuron: [1, -1, 0, -50] },
      right: () => 1,
    },
    {
      id: 'limit.bend',
      kind: 'do',
      stage: 'planes',
      side: [],
      setup: { ...SETUP, color: [200, 60, 60], planes: 1 },
      done: (f) => f.bent?.mask === ALL,
      reveal: (on) => on.put({ planes: ALL }),
    },
    {
      id: 'limit.layers',
      kind: 'number',
      side: [],
      setup: { ...LECTURE, at: 'forward:data' },
      answer: (f) => f.sizes.length - 2,
      slips: (f) => ({ output: f.sizes.length - 1, both: f.sizes.length, apart: 2 * (f.sizes.length - 2) }),
    },
  ],
};
