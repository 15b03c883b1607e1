// Affine: out = x·w + b.
import { agrees } from '../util/agreement.js';

/** How far off a sum may be because its terms cancel each other, as a share of all of them: the core has 24 bits. */
const CANCELLED = 1e-6;

/** @type {import('./descriptor.js').Descriptor} */
export const affine = {
  kind: 'affine',
  title: 'Affine',
  forward: 'affine',
  backward: 'affineBack',
  exercises: {
    affine: {
      parameters: ['x', 'w', 'b'],
      numpy: 'out = x.dot(w) + b',
      frame: 'const out = [];\nfor (let j = 0; j < b.length; j += 1) {\n  let sum = 0;\n  for (let i = 0; i < x.length; i += 1) {\n    // x[i], w[i][j]\n  }\n  out.push(sum);\n}\nreturn out;',
      solution: 'const out = [];\nfor (let j = 0; j < b.length; j += 1) {\n  let sum = b[j];\n  for (let i = 0; i < x.length; i += 1) {\n    sum += x[i] * w[i][j];\n  }\n  out.push(sum);\n}\nreturn out;',
      computes: 'out',
      caseOf(read, layer, row) {
        const [x, b] = [read(`${layer}.x[${row}]`), read(`${layer}.b`)];
        const flat = read(`${layer}.w`);
        const w = x.map((_, i) => flat.slice(i * b.length, (i + 1) * b.length));
        const terms = b.map((bias, j) => x.reduce((sum, value, i) => sum + Math.abs(value * w[i][j]), Math.abs(bias)));
        return { args: [x, w, b], wanted: read(`${layer}.out[${row}]`), slack: Math.max(...terms) * CANCELLED };
      },
      slipOf(args, got, wanted) {
        const [, , b] = /** @type {number[][]} */ (args);
        return agrees(got, /** @type {number[]} */ (wanted).map((value, j) => value - b[j])) ? 'noBias' : null;
      },
      // The lecture's own example: 54.1.
      first: [{ weights: [0.1, 0.2, 0.3], bias: 0.5, rgb: [122, 66, 94] }],
    },
    affine_backward: {
      parameters: ['dout', 'w'],
      numpy: 'dx = dout.dot(w.T)',
      frame: 'const dx = [];\nfor (let i = 0; i < w.length; i += 1) {\n  let sum = 0;\n  for (let j = 0; j < dout.length; j += 1) {\n    // dout[j], w[i][j]\n  }\n  dx.push(sum);\n}\nreturn dx;',
      solution: 'const dx = [];\nfor (let i = 0; i < w.length; i += 1) {\n  let sum = 0;\n  for (let j = 0; j < dout.length; j += 1) {\n    sum += dout[j] * w[i][j];\n  }\n  dx.push(sum);\n}\nreturn dx;',
      computes: 'dx',
      caseOf(read, layer, row) {
        const [dout, flat] = [read(`${layer}.dout[${row}]`), read(`${layer}.w`)];
        const nodes = dout.length;
        const w = Array.from({ length: flat.length / nodes }, (_, i) => flat.slice(i * nodes, (i + 1) * nodes));
        const terms = w.map((row) => row.reduce((sum, value, j) => sum + Math.abs(value * dout[j]), 0));
        return { args: [dout, w], wanted: read(`${layer}.dx[${row}]`), slack: Math.max(...terms) * CANCELLED };
      },
      slipOf(args, got) {
        const [dout, w] = /** @type {[number[], number[][]]} */ (args);
        if (dout.some((_, j) => agrees(got, w.map((row) => row[j] * dout[j])))) return 'onePath';
        return agrees(got, w.map((row) => row.reduce((sum, value) => sum + value, 0))) ? 'noGradient' : null;
      },
    },
  },
  numpy: {
    name: 'Affine',
    code: `
class Affine:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def forward(self, x):
        self.x = x
        self.out = x.dot(self.w) + self.b  # out = x·w + b
        return self.out

    def backward(self, dout):
        self.dout = dout
        self.dw = self.x.T.dot(dout)  # dw = xᵀ·dout
        self.db = dout.sum(axis=0)  # db = Σ dout
        self.dx = dout.dot(self.w.T)  # dx = dout·wᵀ
        return self.dx

    def update(self, learning_rate):
        self.w = self.w - learning_rate * self.dw
        self.b = self.b - learning_rate * self.db
`,
  },
};
