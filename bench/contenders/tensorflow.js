// TensorFlow.js, one of its backends, written as its own layers are: a fused product with bias and activation, its own
// loss and optimiser.
import { script } from './script.js';

const PACKAGES = '/bench/node_modules/@tensorflow';

/**
 * @param {import('../problem.js').Problem} problem
 * @param {'wasm' | 'cpu'} backend
 * @returns {Promise<import('../problem.js').Contender>}
 */
export async function tensorflow({ widths, first, learningRate, batches, all }, backend) {
  await script(`${PACKAGES}/tfjs/dist/tf.min.js`);
  await script(`${PACKAGES}/tfjs-backend-wasm/dist/tf-backend-wasm.min.js`);
  const tf = /** @type {any} */ (globalThis).tf;
  tf.wasm.setWasmPaths(`${PACKAGES}/tfjs-backend-wasm/dist/`);
  const use = async () => {
    await tf.setBackend(backend);
    if (tf.getBackend() !== backend) throw new Error(`TensorFlow.js does not start its backend ${backend}`);
  };
  await use();
  const classes = widths[widths.length - 1];
  const tensors = (/** @type {import('../problem.js').Batch} */ { x, labels }) => ({
    x: tf.tensor2d(x, [labels.length, widths[0]]),
    t: tf.cast(tf.oneHot(tf.tensor1d(labels, 'int32'), classes), 'float32'),
  });
  const layers = first.map(({ w, b }, i) => ({
    w: tf.variable(tf.tensor2d(w, [widths[i], widths[i + 1]])),
    b: tf.variable(tf.tensor1d(b)),
  }));
  const variables = layers.flatMap(({ w, b }) => [w, b]);
  const fed = batches.map(tensors);
  const whole = tensors(all);
  const optimiser = tf.train.sgd(learningRate);
  const loss = (/** @type {{ x: any, t: any }} */ { x, t }) => {
    layers.forEach(({ w, b }, i) => {
      const activation = i < layers.length - 1 ? 'relu' : 'linear';
      x = tf.fused.matMul({ a: x, b: w, bias: b, activation });
    });
    return tf.losses.softmaxCrossEntropy(t, x);
  };
  let step = 0;
  return {
    async begin() {
      await use();
      step = 0;
      first.forEach(({ w, b }, i) => {
        tf.tidy(() => {
          layers[i].w.assign(tf.tensor2d(w, [widths[i], widths[i + 1]]));
          layers[i].b.assign(tf.tensor1d(b));
        });
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
