// Chapter 11: where to go from here.
/** @type {import('../step.js').Chapter} */
export const onward = {
  id: 'onward',
  minutes: 4,
  steps: [
    { id: 'onward.image', kind: 'number', stage: 'cnn', side: [], setup: { room: 'network' }, answer: () => 900, slips: () => ({ side: 30, sum: 60, colours: 2700 }) },
    { id: 'onward.cnn', kind: 'choose', stage: 'cnn', side: [], setup: { room: 'network' }, right: () => 1 },
    { id: 'onward.next', kind: 'choose', side: ['answer', 'training'], setup: { room: 'network' }, right: () => -1 },
  ],
};
