// ReLU: out = max(0, x).
import { agrees } from '../util/agreement.js';

/** @type {import('./descriptor.js').Descriptor} */
export const relu = {
  kind: 'relu',
  title: 'ReLU',
  forward: 'relu',
  backward: 'reluBack',
  blocks: 'mask',
  exercises: {
    relu: {
      parameters: ['x'],
      numpy: 'out = np.maximum(0, x)',
      frame: 'return x.map((value) => value);',
      solution: 'return x.map((value) => Math.max(0, value));',
      computes: 'out',
      caseOf: (read, layer, row) => ({ args: [read(`${layer}.x[${row}]`)], wanted: read(`${layer}.out[${row}]`) }),
      slipOf: ([x], got) => (agrees(got, /** @type {number[]} */ (x)) ? 'passesAll' : null),
    },
    relu_backward: {
      parameters: ['dout', 'x'],
      numpy: 'dx = dout.copy();  dx[x <= 0] = 0',
      frame: 'return dout.map((gradient, i) => gradient);',
      solution: 'return dout.map((gradient, i) => (x[i] <= 0 ? 0 : gradient));',
      computes: 'dx',
      caseOf: (read, layer, row) => ({ args: [read(`${layer}.dout[${row}]`), read(`${layer}.x[${row}]`)], wanted: read(`${layer}.dx[${row}]`) }),
      slipOf(args, got) {
        const [dout, x] = /** @type {number[][]} */ (args);
        if (!agrees(got, dout)) return null;
        return x.every((value) => value === 0) ? 'atZero' : 'passesAll';
      },
    },
  },
  numpy: {
    name: 'Relu',
    code: `
class Relu:
    def forward(self, x):
        self.x = x
        self.mask = x <= 0
        self.out = np.maximum(0, x)  # out = max(0, x)
        return self.out

    def backward(self, dout):
        self.dout = dout
        self.dx = dout.copy()
        self.dx[self.mask] = 0  # x > 0: dx = dout;  x <= 0: dx = 0
        return self.dx
`,
  },
};
