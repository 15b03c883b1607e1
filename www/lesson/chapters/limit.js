// Chapter 3: the perceptron's limit, and the hidden layer that lifts it.
import { LEARNED, LECTURE, TRAINING } from '../step.js';
import { settingsFor } from '../../colours/datasets.js';
import { SETTINGS } from '../../core/facts.js';

const { seed: _, ...VIVID } = settingsFor('vivid', SETTINGS);

/** @type {import('../step.js').Chapter} */
export const limit = {
  id: 'limit',
  minutes: 10,
  steps: [
    { id: 'limit.flat', kind: 'try', side: TRAINING, setup: { ...LECTURE, at: 'forward:data', settings: VIVID }, experiment: 'flat' },
    {
      id: 'limit.hidden',
      kind: 'do',
      side: ['shape', 'chart', 'training'],
      // It takes over a thousand steps.
      setup: { room: 'network', speed: 'fast', settings: VIVID },
      done: (f) => f.settings.data === 'vivid' && f.settings.hidden.length > 0 && (f.summary.trainAccuracy ?? 0) >= LEARNED,
      reveal: (on, f) => {
        if (f.settings.hidden.length > 0 && (f.summary.trainAccuracy ?? 0) >= LEARNED) return;
        on.begin({ ...VIVID, hidden: [16] });
        on.train(2000);
      },
    },
  ],
};
