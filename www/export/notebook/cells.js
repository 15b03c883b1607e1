// The lecture's program in NumPy, as the cells of a notebook: the layers, forward, backward, the training loop.
// What depends on a run is in notebook.js.

export const START = `
import base64

import numpy as np


def read(text, kind, shape):
    return np.frombuffer(base64.b64decode(text), kind).reshape(shape)
`;

export const AFFINE = `
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
`;

export const RELU = `
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
`;

export const SOFTMAX = `
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
`;

export const LOSS = `
loss = softmax.loss_of(t)

print("p   ", softmax.out[0, label])
print("loss", loss)
`;

export const BACKWARD = `
def backward():
    dout = softmax.backward()
    for layer in reversed(layers):
        dout = layer.backward(dout)


backward()

for number, affine in enumerate(affines, 1):
    print(f"affine{number}  w {affine.w.shape}  dw {affine.dw.shape}  b {affine.b.shape}  db {affine.db.shape}")
`;

export const CHECK = `
forward(x)
softmax.loss_of(t)
backward()

h = 1e-5
w, dw = affine1.w, affine1.dw
i, j = np.unravel_index(abs(dw).argmax(), dw.shape)


def loss_with(nudge):
    affine1.w = w.astype(np.float64)
    affine1.w[i, j] += nudge
    forward(x)
    affine1.w = w
    return softmax.loss_of(t, floor=1e-300)


print(f"affine1.dw[{i}, {j}]              ", dw[i, j])
print("(loss(w + h) - loss(w - h)) / 2h ", (loss_with(h) - loss_with(-h)) / (2 * h))
`;

export const LEARN = `
losses = []


def learn(x, t, steps, learning_rate):
    for step in range(steps):
        forward(x)
        losses.append(softmax.loss_of(t))
        if step % max(1, steps // 10) == 0:
            print(f"step {step}: loss {losses[-1]:.6f}")
        backward()
        for affine in affines:
            affine.update(learning_rate)
`;
