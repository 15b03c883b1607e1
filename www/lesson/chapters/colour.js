// Chapter 1: what colour is it?
import { COLOUR, LECTURE } from '../step.js';

/** @type {import('../step.js').Chapter} */
export const colour = {
  id: 'colour',
  minutes: 5,
  steps: [
    { id: 'colour.start', kind: 'choose', side: ['picker'], setup: { ...LECTURE, color: [233, 63, 127], at: 'forward:data' }, right: () => -1 },
    {
      id: 'colour.name',
      kind: 'choose',
      side: ['picker'],
      setup: { ...LECTURE, color: [233, 63, 127], at: 'forward:data' },
      right: (f) => f.right,
    },
    {
      id: 'colour.wrong',
      kind: 'do',
      side: COLOUR,
      // The answer is shown once it is computed.
      setup: { ...LECTURE, color: [0, 0, 255], at: 'forward:loss' },
      done: (f) => f.best !== f.right,
      reveal: (on, f) => f.best === f.right && on.put({ color: [255, 0, 0], label: null }),
    },
  ],
};
