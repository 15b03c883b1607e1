// Chapter 5: how wrong is it?
import { COLOUR, LECTURE } from '../step.js';
import { nodeOf } from '../facts.js';
import { asShown } from '../../util/format.js';

/** @type {import('../step.js').Chapter} */
export const loss = {
  id: 'loss',
  minutes: 7,
  steps: [
    {
      id: 'loss.which',
      kind: 'click',
      side: COLOUR,
      setup: { ...LECTURE, at: 'forward:softmax' },
      hit: (address, f) => {
        const node = nodeOf(address, 'softmax');
        return node === null ? 'elsewhere' : node === f.right ? null : node === f.best ? 'largest' : 'other';
      },
      reveal: (on, f) => on.put({ selected: `softmax.out[${f.row},${f.right}]` }),
    },
    {
      id: 'loss.value',
      kind: 'number',
      side: COLOUR,
      setup: { ...LECTURE, at: 'forward:softmax' },
      answer: (f) => f.loss,
      shown: (f) => -Math.log(asShown(f.probability)),
      slips: (f) => ({ sign: Math.log(f.probability), missing: 1 - f.probability, ten: -Math.log10(f.probability), all: f.probability }),
      reveal: (on, f) => on.put({ at: 'forward:loss', selected: `loss.loss[${f.row}]` }),
    },
    {
      id: 'loss.even',
      kind: 'choose',
      side: COLOUR,
      setup: { ...LECTURE, at: 'forward:loss' },
      right: () => 2,
    },
    { id: 'loss.write', kind: 'code', optional: true, side: [], setup: { ...LECTURE, at: 'forward:loss' }, exercise: 'cross_entropy' },
  ],
};
