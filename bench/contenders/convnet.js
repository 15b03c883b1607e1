// ConvNetJS: plain JavaScript, one sample after another.
import { channelsLast, inputsOf, rowsOf } from '../layout.js';
import { script } from './script.js';

/**
 * @param {import('../problem.js').Problem} problem
 * @returns {Promise<import('../problem.js').Contender>}
 */
export async function convnet({ input, stages, learningRate, batches, all }) {
  await script('/bench/node_modules/convnetjs/build/convnet-min.js');
  const { Net, Trainer, Vol } = /** @type {any} */ (globalThis).convnetjs;
  const [channels, height = 1, width = 1] = input;
  const hidden = stages.slice(0, -1).map(({ kind, outputs }) => {
    if (kind === 'conv') return { type: 'conv', sx: 3, filters: outputs, stride: 1, pad: 1, activation: 'relu' };
    if (kind === 'pool') return { type: 'pool', sx: 2, stride: 2 };
    return { type: 'fc', num_neurons: outputs, activation: 'relu' };
  });
  const net = new Net();
  net.makeLayers([
    { type: 'input', out_sx: width, out_sy: height, out_depth: channels },
    ...hidden,
    { type: 'softmax', num_classes: stages[stages.length - 1].outputs },
  ]);
  const order = channelsLast(input);
  const samples = (/** @type {import('../problem.js').Batch} */ { x, labels }) =>
    labels.map((label, row) => {
      const volume = new Vol(width, height, channels, 0);
      order.forEach((from, to) => (volume.w[to] = x[row * order.length + from]));
      return { x: volume, label };
    });
  const fed = batches.map(samples);
  const whole = samples(all);
  const weighted = net.layers.filter((/** @type {any} */ layer) => ['fc', 'conv'].includes(layer.layer_type));
  const inputs = inputsOf(input, stages);
  const first = stages.flatMap((stage, i) => (stage.kind === 'pool' ? [] : [{ ...stage, rows: rowsOf(stage, inputs[i]) }]));
  /** @type {any} */
  let trainer;
  let step = 0;
  return {
    begin() {
      step = 0;
      first.forEach(({ outputs, rows, b }, i) => {
        // A filter of its own for each node.
        weighted[i].filters.forEach((/** @type {any} */ filter, /** @type {number} */ node) => {
          for (let at = 0; at < rows.length / outputs; at += 1) filter.w[at] = rows[at * outputs + node];
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
