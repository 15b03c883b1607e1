// Chapter 7: backward, layer by layer.
import { COLOUR, LECTURE } from '../step.js';
import { nodeOf } from '../facts.js';
import { asShown } from '../../util/format.js';

/** @type {import('../step.js').Chapter} */
export const backward = {
  id: 'backward',
  minutes: 16,
  steps: [
    {
      id: 'backward.score',
      kind: 'number',
      side: COLOUR,
      setup: { ...LECTURE, at: 'forward:loss' },
      answer: (f) => f.gaps[f.right],
      shown: (f) => asShown(f.probability) - 1,
      slips: (f) => ({ sign: -f.gaps[f.right], teacher: f.probability }),
      reveal: (on, f) => on.put({ at: 'backward:softmax', selected: `softmax.dx[${f.row},${f.right}]` }),
    },
    {
      id: 'backward.pass',
      kind: 'number',
      side: COLOUR,
      setup: { ...LECTURE, at: 'backward:softmax' },
      answer: (f) => f.passing.gradient,
      shown: ({ gaps, passing: { weights } }) => gaps.reduce((sum, gap, i) => sum + asShown(gap) * asShown(weights[i]), 0),
      slips: ({ gaps, right, passing: { weights, gradient } }) => ({
        onePath: gaps[right] * weights[right],
        sign: -gradient,
        unsigned: gaps.reduce((sum, gap, i) => sum + Math.abs(gap * weights[i]), 0),
        weights: weights.reduce((sum, weight) => sum + weight, 0),
      }),
      reveal: (on, f) => on.put({ at: `backward:${f.last}`, selected: f.passing.address }),
    },
    {
      id: 'backward.weight',
      kind: 'choose',
      side: COLOUR,
      setup: { ...LECTURE, at: 'backward:affine4' },
      right: () => 1,
      reveal: (on, f) => on.put({ at: `backward:${f.last}`, selected: `${f.last}.dw[${f.passing.node},${f.right}]` }),
    },
    { id: 'backward.affine', kind: 'code', side: [], setup: { ...LECTURE, at: 'backward:affine4' }, exercise: 'affine_backward' },
    {
      id: 'backward.stop',
      kind: 'click',
      side: COLOUR,
      setup: { ...LECTURE, at: 'backward:affine4' },
      hit: (address, f) => {
        const node = nodeOf(address, f.relu);
        return node === null ? 'elsewhere' : f.lastRelu[node] === 0 ? null : 'positive';
      },
      reveal: (on, f) => on.put({ at: `backward:${f.relu}`, selected: `${f.relu}.dx[${f.row},${nodeOf(f.selected, f.relu) ?? f.lastRelu.indexOf(0)}]` }),
    },
    { id: 'backward.relu', kind: 'code', optional: true, side: [], setup: { ...LECTURE, at: 'backward:relu3' }, exercise: 'relu_backward' },
  ],
};
