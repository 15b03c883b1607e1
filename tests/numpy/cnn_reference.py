"""A small CNN in NumPy, on its own: it trains 200 steps and writes down what comes out.

    python3 tests/numpy/cnn_reference.py

writes tests/numpy/cnn_reference.json, with which tests/core/cnn.rs compares the Rust network. The version of NumPy that
made the file stands in it. Needs Python 3 and NumPy, nothing else.

The network is the miniature of VGG: 12×12×3 → Convolution 8 → ReLU → MaxPool → Convolution 12 → ReLU → MaxPool → Affine →
Softmax. A Convolution is written with einsum over shifted pictures, and max pooling with reshape: neither in the way of the
Rust, nor by im2col. Everything is computed in float64.

The pictures are random bytes divided by 255, so that no two of a window are equal by more than chance; the weights are
He's, the biases begin at random and not at 0. Where a ReLU's sum or the two largest of a window lie nearer to each other
than float32 can tell, a run in float32 may part from this one. SEED is the one of twenty under which none comes nearer than
1e-6.
"""

import json
from pathlib import Path

import numpy as np

SEED = 1
SIDE = 12
CHANNELS = [3, 8, 12]
CLASSES = 4
PICTURES = 24
BATCH = 6
STEPS = 200
LEARNING_RATE = 0.02


class Convolution:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def shifted(self, x, k, l):
        """x moved so that place (k, l) of each window lies under its middle; 0 beyond the border."""
        padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        return padded[:, :, k : k + x.shape[2], l : l + x.shape[3]]

    def forward(self, x):
        self.x = x
        out = self.b[None, :, None, None] + np.zeros((len(x), len(self.b), *x.shape[2:]))
        for k in range(3):
            for l in range(3):
                out += np.einsum("ncij,oc->noij", self.shifted(x, k, l), self.w[:, :, k, l])
        return out

    def backward(self, dout):
        self.dw, dx = np.zeros_like(self.w), np.zeros_like(self.x)
        for k in range(3):
            for l in range(3):
                self.dw[:, :, k, l] = np.einsum("ncij,noij->oc", self.shifted(self.x, k, l), dout)
                dx += np.einsum("noij,oc->ncij", self.shifted(dout, 2 - k, 2 - l), self.w[:, :, k, l])
        self.db = dout.sum(axis=(0, 2, 3))
        return dx


class MaxPool:
    def forward(self, x):
        n, c, h, w = x.shape
        windows = x.reshape(n, c, h // 2, 2, w // 2, 2).transpose(0, 1, 2, 4, 3, 5)
        self.windows = windows.reshape(n, c, h // 2, w // 2, 4)
        two = np.sort(self.windows, axis=-1)[..., -2:]
        # Where the largest is 0, all before the ReLU were negative, and no gradient passes either way.
        self.nearest = min((two[..., 1] - two[..., 0])[two[..., 1] > 0], default=1)
        return self.windows.max(axis=-1)

    def backward(self, dout):
        n, c, h, w = dout.shape
        dx = np.where(np.arange(4) == self.windows.argmax(axis=-1)[..., None], dout[..., None], 0.0)
        return dx.reshape(n, c, h, w, 2, 2).transpose(0, 1, 2, 4, 3, 5).reshape(n, c, 2 * h, 2 * w)


class ReLU:
    def forward(self, x):
        self.mask = x > 0
        self.nearest = abs(x).min()
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask


class Affine:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def forward(self, x):
        self.shape, self.x = x.shape, x.reshape(len(x), -1)
        return self.x @ self.w + self.b

    def backward(self, dout):
        self.dw, self.db = self.x.T @ dout, dout.sum(axis=0)
        return (dout @ self.w.T).reshape(self.shape)


def softmax_loss(x, labels):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    y = e / e.sum(axis=1, keepdims=True)
    t = np.eye(CLASSES)[labels]
    return -np.log((y * t).sum(axis=1)).mean(), (y - t) / len(labels)


def draw_parameters(random):
    """He weights and small biases, to six places, so that the file holds them exactly."""
    pairs = []
    for inputs, outputs in zip(CHANNELS, CHANNELS[1:]):
        w = random.standard_normal((outputs, inputs, 3, 3)) * np.sqrt(2 / (9 * inputs))
        pairs.append((w.round(6), (random.standard_normal(outputs) * 0.1).round(6)))
    flat = CHANNELS[-1] * (SIDE // 4) ** 2
    w = random.standard_normal((flat, CLASSES)) * np.sqrt(2 / flat)
    pairs.append((w.round(6), (random.standard_normal(CLASSES) * 0.1).round(6)))
    return pairs


def main():
    random = np.random.default_rng(SEED)
    pictures = random.integers(0, 256, size=(PICTURES, 3, SIDE, SIDE))
    labels = random.integers(0, CLASSES, size=PICTURES)
    first = draw_parameters(random)
    rows = []
    while len(rows) < STEPS:
        order = random.permutation(PICTURES)
        rows.extend(order[k : k + BATCH] for k in range(0, PICTURES, BATCH))
    rows = rows[:STEPS]

    learning = [Convolution(*first[0]), Convolution(*first[1]), Affine(*first[2])]
    layers = [learning[0], ReLU(), MaxPool(), learning[1], ReLU(), MaxPool(), learning[2]]
    losses, nearest = [], 1.0
    for step in rows:
        x = pictures[step] / 255
        for layer in layers:
            x = layer.forward(x)
        loss, dout = softmax_loss(x, labels[step])
        losses.append(loss)
        nearest = min([nearest, *(layer.nearest for layer in layers if hasattr(layer, "nearest"))])
        for layer in reversed(layers):
            dout = layer.backward(dout)
        for layer in learning:
            layer.w = layer.w - LEARNING_RATE * layer.dw
            layer.b = layer.b - LEARNING_RATE * layer.db
    print(f"loss {losses[0]:.4f} to {losses[-1]:.4f}, nearest {nearest:.1e}")

    shorten = np.vectorize(lambda value: float(f"{value:.9g}"))
    reference = {
        "made_by": f"tests/numpy/cnn_reference.py, NumPy {np.__version__}",
        "seed": SEED,
        "channels": CHANNELS,
        "classes": CLASSES,
        "learning_rate": LEARNING_RATE,
        "pictures": pictures.reshape(PICTURES, -1).tolist(),
        "labels": labels.tolist(),
        "first": [value.reshape(-1).tolist() for pair in first for value in pair],
        "rows": [step.tolist() for step in rows],
        "loss": shorten(losses).tolist(),
        "last": [shorten(value).reshape(-1).tolist() for layer in learning for value in (layer.w, layer.b)],
    }
    path = Path(__file__).with_name("cnn_reference.json")
    path.write_text(json.dumps(reference, separators=(",", ":")).replace('],"', '],\n"') + "\n")
    print(f"{path.name}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
