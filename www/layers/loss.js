// Loss: the cross-entropy of the softmax.
import { agrees } from '../util/agreement.js';

/** @type {import('./descriptor.js').Descriptor} */
export const loss = {
  kind: 'loss',
  title: 'Loss',
  forward: 'loss',
  exercises: {
    cross_entropy: {
      parameters: ['y', 't'],
      numpy: 'loss = -np.log((y * t).sum())',
      frame: 'let right = 0;\nfor (let i = 0; i < y.length; i += 1) {\n  // y[i], t[i]\n}\nreturn right;',
      solution: 'let right = 0;\nfor (let i = 0; i < y.length; i += 1) {\n  right += y[i] * t[i];\n}\nreturn -Math.log(right);',
      computes: 'out',
      caseOf: (read, _, row) => ({ args: [read(`softmax.out[${row}]`), read(`softmax.t[${row}]`)], wanted: read(`loss.loss[${row}]`)[0] }),
      slipOf: (_, got, wanted) => (agrees(got, -wanted) ? 'sign' : null),
      // Don't check a probability too small for the core's 24 bits.
      tame: true,
    },
  },
};
