// Convolution: out = Σ x · w + b over a window of the picture.

/** @type {import('./descriptor.js').Descriptor} */
export const conv = { kind: 'conv', title: 'Conv', forward: 'conv', backward: 'convBack' };
