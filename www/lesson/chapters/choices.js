// Chapter 10: hyperparameters: first weights, inputs, learning rate, nodes and layers. The experiments of their room, as
// questions in an order.
import { LECTURE, TRAINING } from '../step.js';

const trial = (/** @type {string} */ step, /** @type {string} */ experiment) => /** @type {import('../step.js').Step} */ ({
  id: `choices.${step}`,
  kind: 'try',
  side: TRAINING,
  setup: { ...LECTURE, at: 'forward:data' },
  experiment,
});

/** @type {import('../step.js').Chapter} */
export const choices = {
  id: 'choices',
  minutes: 17,
  steps: [
    trial('weights', 'zeros'),
    trial('large', 'large'),
    trial('he', 'he'),
    trial('input', 'dead'),
    trial('rate', 'faster'),
    trial('wild', 'wild'),
    trial('single', 'single'),
    trial('nodes', 'narrow'),
    trial('layers', 'narrowDeep'),
  ],
};
