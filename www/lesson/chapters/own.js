// Chapter 11: the custom set.
import { COLOUR, LEARNED, TRAINING } from '../step.js';
import { settingsFor } from '../../colours/datasets.js';
import { SETTINGS } from '../../core/facts.js';

const { seed: _, ...OWN } = settingsFor('own', SETTINGS);
/** Colours that each of two classes needs. */
const EACH = 3;

/** Warm and cool colours, for a learner who has the answer shown. */
const EXAMPLES = [[230, 80, 40], [240, 160, 60], [200, 40, 90], [40, 120, 220], [60, 200, 180], [110, 90, 210]].map((rgb, i) => ({ rgb, label: i < EACH ? 0 : 1 }));

/** @param {import('../facts.js').Facts} f */
const collected = (f) => f.settings.data === 'own' && f.counts.filter((n) => n >= EACH).length >= 2;

/** @type {import('../step.js').Chapter} */
export const own = {
  id: 'own',
  minutes: 12,
  steps: [
    {
      id: 'own.collect',
      kind: 'do',
      side: ['picker'],
      setup: { room: 'colours', settings: OWN },
      done: (f) => collected(f),
      reveal: (on, f) => !collected(f) && on.teach(EXAMPLES),
    },
    {
      id: 'own.learn',
      kind: 'do',
      side: TRAINING,
      setup: { room: 'colours', speed: 'fast', settings: OWN },
      done: (f) => collected(f) && f.step > 0 && (f.summary.trainAccuracy ?? 0) >= LEARNED,
      reveal: (on, f) => {
        if (!collected(f)) on.teach(EXAMPLES);
        if (f.step === 0 || (f.summary.trainAccuracy ?? 0) < LEARNED) on.train(500);
      },
    },
    { id: 'own.judge', kind: 'choose', side: COLOUR, setup: { room: 'colours', settings: OWN }, right: () => -1 },
  ],
};
