// Chapter 12: where to go from here.
/** @type {import('../step.js').Chapter} */
export const onward = {
  id: 'onward',
  minutes: 3,
  steps: [
    { id: 'onward.image', kind: 'number', stage: 'cnn', side: [], setup: { room: 'network' }, answer: () => 900, slips: () => ({ side: 30, sum: 60, colours: 2700 }) },
    { id: 'onward.next', kind: 'choose', side: ['answer', 'training'], setup: { room: 'network' }, right: () => -1 },
  ],
};
