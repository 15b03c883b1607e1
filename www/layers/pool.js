// Max pooling: the largest of every 2 × 2 numbers.

/** @type {import('./descriptor.js').Descriptor} */
export const pool = { kind: 'pool', title: 'MaxPool', forward: 'pool', backward: 'poolBack' };
