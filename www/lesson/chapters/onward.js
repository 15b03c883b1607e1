// Chapter 13: what was left out, and where to go from here.
/** @type {import('../step.js').Chapter} */
export const onward = {
  id: 'onward',
  minutes: 4,
  steps: [
    { id: 'onward.left', kind: 'choose', side: [], setup: { room: 'network' }, right: () => 0 },
    { id: 'onward.next', kind: 'choose', side: ['answer', 'training'], setup: { room: 'network' }, right: () => -1 },
  ],
};
