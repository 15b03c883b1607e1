// Chapter 9: the names that people gave, where no rule is written down: why the largest channel is not enough.
import { LECTURE } from '../step.js';
import { settingsFor } from '../../colours/datasets.js';
import { SETTINGS } from '../../core/facts.js';

const { seed: _, ...NAMED } = settingsFor('named', SETTINGS);

/** @type {import('../step.js').Chapter} */
export const names = {
  id: 'names',
  minutes: 5,
  steps: [
    {
      id: 'names.rule',
      kind: 'choose',
      asksName: true,
      side: ['picker'],
      // People called it “tiffany blue”; its largest channel is green.
      setup: { ...LECTURE, settings: NAMED, color: [123, 242, 218], at: 'forward:data' },
      right: (f) => f.right,
    },
    { id: 'names.learn', kind: 'try', side: ['chart', 'tiles'], setup: { ...LECTURE, settings: NAMED, at: 'forward:data' }, experiment: 'names' },
  ],
};
