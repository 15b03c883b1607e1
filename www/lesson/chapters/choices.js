// Chapter 9: hyperparameters: inputs, first weights, learning rate. The experiments of their room, as
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
  minutes: 14,
  steps: [trial('input', 'slow'), trial('weights', 'zeros'), trial('he', 'he'), trial('rate', 'faster'), trial('wild', 'wild')],
};
