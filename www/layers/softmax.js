// Softmax: out = exp(x) / Σ exp(x).
import { agrees } from '../util/agreement.js';

/** @type {import('./descriptor.js').Descriptor} */
export const softmax = {
  kind: 'softmax',
  title: 'Softmax',
  forward: 'softmax',
  backward: 'softmaxBack',
  exercises: {
    softmax: {
      parameters: ['x'],
      numpy: 'e = np.exp(x - x.max());  out = e / e.sum()',
      frame: 'const e = x.map((score) => Math.exp(score));\nreturn e;',
      solution: 'const most = Math.max(...x);\nconst e = x.map((score) => Math.exp(score - most));\nlet sum = 0;\nfor (const part of e) sum += part;\nreturn e.map((part) => part / sum);',
      computes: 'out',
      caseOf: (read, layer, row) => ({ args: [read(`${layer}.x[${row}]`)], wanted: read(`${layer}.out[${row}]`) }),
      slipOf(_, got) {
        const list = /** @type {number[]} */ ([got].flat());
        if (list.some((value) => !Number.isFinite(value))) return 'overflow';
        return agrees(list.reduce((a, b) => a + b, 0), 1) ? null : 'notOne';
      },
    },
  },
  numpy: {
    name: 'SoftmaxWithLoss',
    code: `
class SoftmaxWithLoss:
    def forward(self, x):
        self.x = x
        e = np.exp(x - x.max(axis=1, keepdims=True))
        self.out = e / e.sum(axis=1, keepdims=True)  # out = exp(x) / Σ exp(x)
        return self.out

    def loss_of(self, t, floor=1e-7):
        self.t = t
        p = (self.out * t).sum(axis=1)
        self.loss = -np.log(np.maximum(p, floor))  # loss = -ln p
        return self.loss.mean()

    def backward(self):
        self.dx = (self.out - self.t) / len(self.t)  # dx = (out - t) / N
        return self.dx
`,
  },
};
