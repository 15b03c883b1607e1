"""NumPy as a contender of `cargo run -- bench`: one question a line on standard input, one answer a line, both JSON.

`{"lay": problem}` lays out a problem as bench/problem.js describes it; `{"losses": updates}`, `{"updates": milliseconds}`
and `{"time": [updates, warm]}` are the questions of bench/page.js, about the problem that was laid out last.
"""

import json
import sys
import time

import numpy as np


class Network:
    """Affine and ReLU, at the end softmax with cross-entropy; all in float32."""

    def __init__(self, problem):
        widths = problem["widths"]
        shapes = zip(widths[:-1], widths[1:])
        self.first = [
            (np.array(layer["w"], np.float32).reshape(shape), np.array(layer["b"], np.float32))
            for layer, shape in zip(problem["first"], shapes)
        ]
        self.learning_rate = np.float32(problem["learningRate"])
        self.classes = np.eye(widths[-1], dtype=np.float32)
        self.batches = [self.batch(batch) for batch in problem["batches"]]
        self.all = self.batch(problem["all"])
        self.begin()

    def batch(self, batch):
        labels = np.array(batch["labels"])
        return np.array(batch["x"], np.float32).reshape(len(labels), -1), self.classes[labels]

    def begin(self):
        self.step = 0
        self.layers = [(w.copy(), b.copy()) for w, b in self.first]

    def forward(self, x):
        """The inputs of each layer, and the probabilities."""
        inputs = []
        for i, (w, b) in enumerate(self.layers):
            inputs.append(x)
            x = x @ w
            x += b
            if i < len(self.layers) - 1:
                np.maximum(x, 0, out=x)
        x -= x.max(axis=1, keepdims=True)
        np.exp(x, out=x)
        x /= x.sum(axis=1, keepdims=True)
        return inputs, x

    def update(self):
        x, t = self.batches[self.step % len(self.batches)]
        inputs, dout = self.forward(x)
        dout -= t
        dout /= np.float32(len(t))
        for i in reversed(range(len(self.layers))):
            w, b = self.layers[i]
            dw, db = inputs[i].T @ dout, dout.sum(axis=0)
            if i > 0:
                dout = dout @ w.T
                dout *= inputs[i] > 0
            dw *= self.learning_rate
            w -= dw
            db *= self.learning_rate
            b -= db
        self.step += 1

    def train(self, updates):
        for _ in range(updates):
            self.update()

    def loss(self):
        x, t = self.all
        _, probabilities = self.forward(x)
        return float(-np.log((probabilities * t).sum(axis=1)).mean())


def timed(network, updates):
    start = time.perf_counter()
    network.train(updates)
    return (time.perf_counter() - start) * 1000


def answer(network, question):
    network.begin()
    if "losses" in question:
        before = network.loss()
        network.train(question["losses"])
        return [before, network.loss()]
    if "updates" in question:
        updates = 1
        while True:
            spent = timed(network, updates)
            if spent >= question["updates"] / 2:
                return max(1, round(updates * question["updates"] / spent))
            updates *= 2
    updates, warm = question["time"]
    network.train(warm)
    return timed(network, updates) / updates


print(json.dumps(np.__version__), flush=True)
network = None
for line in sys.stdin:
    question = json.loads(line)
    if "lay" in question:
        network = Network(question["lay"])
        result = True
    else:
        result = answer(network, question)
    print(json.dumps(result), flush=True)
