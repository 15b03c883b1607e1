// Max pooling: the largest of every 2 × 2 numbers.

/** @type {import('./descriptor.js').Descriptor} */
export const pool = {
  kind: 'pool',
  title: 'MaxPool',
  forward: 'pool',
  backward: 'poolBack',
  numpy: {
    name: 'MaxPool',
    code: `
class MaxPool:
    def forward(self, x):
        self.x = x
        n, channels, height, width = x.shape
        height, width = height // 2, width // 2
        windows = x[:, :, :2 * height, :2 * width].reshape(n, channels, height, 2, width, 2)
        windows = windows.transpose(0, 1, 2, 4, 3, 5).reshape(n, channels, height, width, 4)
        self.place = windows.argmax(axis=-1)
        self.out = windows.max(axis=-1)  # out = the largest of 2 x 2
        return self.out

    def backward(self, dout):
        self.dout = dout
        n, channels, height, width = dout.shape
        windows = np.zeros((n, channels, height, width, 4), dout.dtype)
        np.put_along_axis(windows, self.place[..., None], dout[..., None], axis=-1)  # to the largest; to the others 0
        windows = windows.reshape(n, channels, height, width, 2, 2).transpose(0, 1, 2, 4, 3, 5)
        self.dx = np.zeros(self.x.shape, dout.dtype)
        self.dx[:, :, :2 * height, :2 * width] = windows.reshape(n, channels, 2 * height, 2 * width)
        return self.dx
`,
  },
};
