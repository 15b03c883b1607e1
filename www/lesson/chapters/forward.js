// Chapter 4: forward, layer by layer.
import { COLOUR, LECTURE } from '../step.js';
import { nodeOf } from '../facts.js';

/** @type {import('../step.js').Chapter} */
export const forward = {
  id: 'forward',
  minutes: 17,
  steps: [
    {
      id: 'forward.weights',
      kind: 'number',
      side: COLOUR,
      setup: { ...LECTURE, at: 'forward:data' },
      answer: ({ second: { from, to } }) => from * to,
      slips: ({ inputs, nodes, second: { from, to } }) => ({ sum: from + to, biases: from * to + to, first: inputs * nodes, both: inputs * nodes + from * to }),
      reveal: (on) => on.put({ at: 'forward:affine1' }),
    },
    {
      id: 'forward.affine',
      kind: 'code',
      optional: true,
      side: [],
      setup: { ...LECTURE, at: 'forward:affine1' },
      exercise: 'affine',
    },
    {
      id: 'forward.stopped',
      kind: 'click',
      side: COLOUR,
      setup: { ...LECTURE, at: 'forward:affine1' },
      hit: (address, f) => {
        const node = nodeOf(address, 'affine1');
        return node === null ? 'elsewhere' : f.first[node] <= 0 ? null : 'positive';
      },
      reveal: (on, f) => on.put({ at: 'forward:relu1', selected: `relu1.out[${f.row},${nodeOf(f.selected, 'affine1') ?? f.first.findIndex((x) => x <= 0)}]` }),
    },
    { id: 'forward.relu', kind: 'code', side: [], setup: { ...LECTURE, at: 'forward:relu1' }, exercise: 'relu' },
    {
      id: 'forward.walk',
      kind: 'do',
      side: COLOUR,
      setup: { ...LECTURE, at: 'forward:relu1' },
      done: (f) => f.at === `forward:${f.last}` || f.at === 'forward:softmax',
      reveal: (on, f) => on.put({ at: `forward:${f.last}`, selected: null }),
    },
    {
      id: 'forward.scores',
      kind: 'choose',
      side: ['picker'],
      setup: { ...LECTURE, at: 'forward:affine4' },
      right: (f) => f.scores.indexOf(Math.max(...f.scores)),
      reveal: (on) => on.put({ at: 'forward:softmax' }),
    },
    { id: 'forward.possible', kind: 'choose', side: [], setup: { ...LECTURE, at: 'forward:softmax' }, right: () => 2 },
    { id: 'forward.softmax', kind: 'code', optional: true, side: [], setup: { ...LECTURE, at: 'forward:softmax' }, exercise: 'softmax' },
    {
      id: 'forward.count',
      kind: 'choose',
      side: COLOUR,
      setup: { ...LECTURE, at: 'forward:softmax' },
      // The nearest of about 200, 1,000 and 10,000.
      right: (f) => (f.parameters < 450 ? 0 : f.parameters < 3200 ? 1 : 2),
    },
  ],
};
