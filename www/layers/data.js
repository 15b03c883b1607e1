// Data: the input of the network.

/** @type {import('./descriptor.js').Descriptor} */
export const data = { kind: 'data', title: 'Data', forward: 'data' };
