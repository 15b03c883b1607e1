// The lecture's program in NumPy, as the cells of a notebook: the loss, backward, the gradient check, the training loop.
// The layers are written in layers/; the cells that depend on a run are in notebook.js.

export const START = `
import base64

import numpy as np


def read(text, kind, shape):
    return np.frombuffer(base64.b64decode(text), kind).reshape(shape)
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
at = tuple(int(i) for i in np.unravel_index(abs(dw).argmax(), dw.shape))


def loss_with(nudge):
    affine1.w = w.astype(np.float64)
    affine1.w[at] += nudge
    forward(x)
    affine1.w = w
    return softmax.loss_of(t, floor=1e-300)


print(f"affine1.dw{list(at)}              ", dw[at])
print("(loss(w + h) - loss(w - h)) / 2h ", (loss_with(h) - loss_with(-h)) / (2 * h))
`;

/** Pictures become rows of numbers before the first Affine layer. */
export const FLATTEN = `
class Flatten:
    def forward(self, x):
        self.x = x
        self.out = x.reshape(len(x), -1)
        return self.out

    def backward(self, dout):
        return dout.reshape(self.x.shape)
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
