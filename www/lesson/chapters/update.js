// Chapter 8: update, and repeat.
import { inTensor } from '../../core/address.js';
import { asShown } from '../../util/format.js';
import { COLOUR, LECTURE, TRAINING } from '../step.js';

/** @type {import('../step.js').Chapter} */
export const update = {
  id: 'update',
  minutes: 11,
  steps: [
    {
      id: 'update.alone',
      kind: 'predict',
      side: COLOUR,
      setup: { ...LECTURE, update: 'one', at: 'backward:affine1' },
      // Both fall; only that of the colour does; that of the colour doesn't.
      outcome: ({ effect }) => effect && (effect.after >= effect.before ? 2 : effect.trainAfter < effect.trainBefore ? 0 : 1),
      reveal: (on, f) => f.at !== 'update' && on.phase('update'),
    },
    {
      id: 'update.weight',
      kind: 'number',
      side: COLOUR,
      // One weight by hand, as this colour alone would move it; in the next step all colours move them together.
      setup: { ...LECTURE, update: 'one', at: 'backward:affine1' },
      answer: (f) => f.weight.next,
      shown: ({ weight: { value, rate, gradient } }) => asShown(value) - rate * asShown(gradient),
      slips: (f) => ({ up: f.weight.value + f.weight.rate * f.weight.gradient, rate: f.weight.value - f.weight.gradient, step: f.weight.rate * f.weight.gradient, back: -f.weight.rate * f.weight.gradient }),
      reveal: (on, f) => {
        if (f.at !== 'update') on.phase('update');
        on.put({ selected: inTensor(f.weight.address, 'w_new') });
      },
    },
    { id: 'update.repeat', kind: 'try', side: TRAINING, setup: { ...LECTURE, at: 'forward:data' }, experiment: 'lecture' },
    {
      id: 'update.back',
      kind: 'do',
      side: TRAINING,
      setup: { room: 'network', settings: {} },
      done: (f) => f.furthest >= 10 && f.step < f.furthest / 2 && !f.playing,
      reveal: async (on, f) => {
        if (f.furthest < 10) await on.train(50);
        if (f.step >= f.furthest / 2) on.put({ step: Math.floor(Math.max(50, f.furthest) / 4) });
      },
    },
    { id: 'update.test', kind: 'choose', side: ['chart', 'tiles'], setup: { room: 'network' }, right: () => 0 },
  ],
};
