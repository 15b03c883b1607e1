// ConvNetJS: plain JavaScript, one colour after another.
import { script } from './script.js';

/**
 * @param {import('../problem.js').Problem} problem
 * @returns {Promise<import('../problem.js').Contender>}
 */
export async function convnet({ widths, first, learningRate, batches, all }) {
  await script('/bench/node_modules/convnetjs/build/convnet-min.js');
  const { Net, Trainer, Vol } = /** @type {any} */ (globalThis).convnetjs;
  const hidden = widths.slice(1, -1).map((width) => ({ type: 'fc', num_neurons: width, activation: 'relu' }));
  const net = new Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: widths[0] },
    ...hidden,
    { type: 'softmax', num_classes: widths[widths.length - 1] },
  ]);
  const samples = (/** @type {import('../problem.js').Batch} */ { x, labels }) =>
    labels.map((label, row) => ({ x: new Vol([...x.subarray(row * widths[0], (row + 1) * widths[0])]), label }));
  const fed = batches.map(samples);
  const whole = samples(all);
  const weighted = net.layers.filter((/** @type {any} */ layer) => layer.layer_type === 'fc');
  /** @type {any} */
  let trainer;
  let step = 0;
  return {
    begin() {
      step = 0;
      first.forEach(({ w, b }, i) => {
        // A filter of its own for each node.
        weighted[i].filters.forEach((/** @type {any} */ filter, /** @type {number} */ node) => {
          for (let input = 0; input < widths[i]; input += 1) filter.w[input] = w[input * widths[i + 1] + node];
        });
        b.forEach((bias, node) => (weighted[i].biases.w[node] = bias));
      });
      trainer = new Trainer(net, {
        method: 'sgd',
        learning_rate: learningRate,
        momentum: 0,
        l1_decay: 0,
        l2_decay: 0,
        batch_size: batches[0].labels.length,
      });
    },
    train(steps) {
      for (let made = 0; made < steps; made += 1, step += 1) {
        for (const { x, label } of fed[step % fed.length]) trainer.train(x, label);
      }
    },
    loss() {
      const losses = whole.map(({ x, label }) => -Math.log(net.forward(x).w[label]));
      return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
    },
  };
}
