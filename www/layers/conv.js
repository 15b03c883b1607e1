// Convolution: out = Σ x · w + b over a window of the picture.

/** @type {import('./descriptor.js').Descriptor} */
export const conv = {
  kind: 'conv',
  title: 'Conv',
  forward: 'conv',
  backward: 'convBack',
  numpy: {
    name: 'Convolution',
    code: `
def im2col(x):
    """The windows of 3 x 3 pixels around every pixel, a row each; beyond its border a picture is 0."""
    n, channels, height, width = x.shape
    padded = np.pad(x, [(0, 0), (0, 0), (1, 1), (1, 1)])
    col = np.empty((n, channels, 3, 3, height, width), x.dtype)
    for i in range(3):
        for j in range(3):
            col[:, :, i, j] = padded[:, :, i:i + height, j:j + width]
    return col.transpose(0, 4, 5, 1, 2, 3).reshape(n * height * width, -1)


def col2im(col, shape):
    """The way back: every pixel gets the sum of its places in all windows."""
    n, channels, height, width = shape
    col = col.reshape(n, height, width, channels, 3, 3).transpose(0, 3, 4, 5, 1, 2)
    padded = np.zeros((n, channels, height + 2, width + 2), col.dtype)
    for i in range(3):
        for j in range(3):
            padded[:, :, i:i + height, j:j + width] += col[:, :, i, j]
    return padded[:, :, 1:-1, 1:-1]


class Convolution:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def forward(self, x):
        self.x = x
        n, _, height, width = x.shape
        self.col = im2col(x)
        out = self.col.dot(self.w.reshape(len(self.w), -1).T) + self.b  # out = x·w + b, for every window
        self.out = out.reshape(n, height, width, -1).transpose(0, 3, 1, 2)
        return self.out

    def backward(self, dout):
        self.dout = dout
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, len(self.w))
        self.dw = rows.T.dot(self.col).reshape(self.w.shape)  # dw = doutᵀ·x, summed over all windows
        self.db = rows.sum(axis=0)  # db = Σ dout
        self.dx = col2im(rows.dot(self.w.reshape(len(self.w), -1)), self.x.shape)  # dx = dout·w, back to the pixels
        return self.dx

    def update(self, learning_rate):
        self.w = self.w - learning_rate * self.dw
        self.b = self.b - learning_rate * self.db
`,
  },
};
