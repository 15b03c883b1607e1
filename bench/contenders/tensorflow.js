// TensorFlow.js, one of its backends, written as its own layers are: a fused product with bias and activation, its own
// loss and optimiser.
import { channelsLast, inputsOf, rowsOf } from '../layout.js';
import { script } from './script.js';

const PACKAGES = '/bench/node_modules/@tensorflow';

/**
 * @param {import('../problem.js').Problem} problem
 * @param {'wasm' | 'cpu'} backend
 * @returns {Promise<import('../problem.js').Contender>}
 */
export async function tensorflow({ input, stages, learningRate, batches, all }, backend) {
  await script(`${PACKAGES}/tfjs/dist/tf.min.js`);
  await script(`${PACKAGES}/tfjs-backend-wasm/dist/tf-backend-wasm.min.js`);
  const tf = /** @type {any} */ (globalThis).tf;
  tf.wasm.setWasmPaths(`${PACKAGES}/tfjs-backend-wasm/dist/`);
  const use = async () => {
    await tf.setBackend(backend);
    if (tf.getBackend() !== backend) throw new Error(`TensorFlow.js does not start its backend ${backend}`);
  };
  await use();
  const classes = stages[stages.length - 1].outputs;
  const order = channelsLast(input);
  const [channels, ...sides] = input;
  const tensors = (/** @type {import('../problem.js').Batch} */ { x, labels }) => ({
    x: tf.tensor(x.map((_, i) => x[i - (i % order.length) + order[i % order.length]]), [labels.length, ...sides, channels]),
    t: tf.cast(tf.oneHot(tf.tensor1d(labels, 'int32'), classes), 'float32'),
  });
  const inputs = inputsOf(input, stages);
  const first = stages.map((stage, i) => {
    if (stage.kind === 'pool') return null;
    const { kind, outputs, b } = stage;
    const rows = rowsOf(stage, inputs[i]);
    const shape = kind === 'conv' ? [3, 3, inputs[i][0], outputs] : [rows.length / outputs, outputs];
    return { w: tf.tensor(rows, shape), b: tf.tensor1d(b) };
  });
  const layers = first.map((start) => start && { w: tf.variable(start.w), b: tf.variable(start.b) });
  const variables = layers.flatMap((layer) => (layer ? [layer.w, layer.b] : []));
  const fed = batches.map(tensors);
  const whole = tensors(all);
  const optimiser = tf.train.sgd(learningRate);
  const loss = (/** @type {{ x: any, t: any }} */ { x, t }) => {
    layers.forEach((layer, i) => {
      if (!layer) {
        x = tf.maxPool(x, 2, 2, 'valid');
        return;
      }
      const { w: filter, b: bias } = layer;
      const activation = i < layers.length - 1 ? 'relu' : 'linear';
      if (stages[i].kind === 'conv') x = tf.fused.conv2d({ x, filter, strides: 1, pad: 'same', bias, activation });
      else x = tf.fused.matMul({ a: tf.reshape(x, [t.shape[0], -1]), b: filter, bias, activation });
    });
    return tf.losses.softmaxCrossEntropy(t, x);
  };
  let step = 0;
  return {
    async begin() {
      await use();
      step = 0;
      layers.forEach((layer, i) => {
        layer?.w.assign(first[i]?.w);
        layer?.b.assign(first[i]?.b);
      });
    },
    train(steps) {
      for (let made = 0; made < steps; made += 1, step += 1) {
        optimiser.minimize(() => loss(fed[step % fed.length]), false, variables);
      }
      // Nothing may be left to do.
      variables[0].dataSync();
    },
    loss: () => tf.tidy(() => loss(whole).dataSync()[0]),
  };
}
