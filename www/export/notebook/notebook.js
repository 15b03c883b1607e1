// The network as the cells of a notebook that computes the same numbers with NumPy alone. It knows nothing of the
// page: colours, weights and figures come in as plain values, the sentences as a table.
import { isPicture } from '../../core/tensor-shape.js';
import { FLATTEN, LOSS, START } from './cells.js';
import { code, folded, markdown } from './file.js';
import { backwardCode, checkCode, classesOf, learnCode, networkCode, weightsCode } from './layers.js';
import { array, float, littleEndianShorts } from './python.js';
import { wordOf } from '../../text/word.js';

/** @typedef {import('../../core/wasm.js').Sample} Sample */
/** @typedef {import('../../state/moves.js').Stretch} Stretch */
/** @typedef {typeof import('../../text/ja/notebook.js').notebook} Words */

/**
 * A layer as the notebook begins with it.
 * @typedef {object} Layer
 * @property {string} name `affine1`
 * @property {string} kind
 * @property {import('../../core/wasm.js').Role} role
 * @property {{ name: string, data: Float32Array, shape: number[] }[]} params in the order in which its class takes them
 */
/**
 * @typedef {object} Given
 * @property {{ input: 'raw' | 'scaled' | 'standardised', data: string, seed: number, learningRate: number }} settings
 * @property {number} began the step at which the notebook begins
 * @property {Layer[]} layers up to the softmax, as they were at that step; the first and the last have weights
 * @property {{ classes: string[], train: Sample[], test: Sample[], shape: readonly number[] }} data at least one colour or picture to train
 * @property {Sample} colour the colour that is followed through the layers
 * @property {Stretch[]} run how the network learns from there on
 * @property {Order[]} orders which samples each stretch of it looked at
 * @property {Figures} figures of the page
 * @property {Words} words the sentences between the cells
 */
/**
 * The figures of the page where the run has ended. The loss is the mean over the training colours.
 * @typedef {object} Figures
 * @property {number} step
 * @property {number} loss
 * @property {number | undefined} testAccuracy nothing where there are no test colours
 * @property {{ step: number, loss: number }[]} course what the updates at some steps had for a loss, each over what it learned from
 */
/** The samples of a stretch's batches, and the step at which it began; null where it needs none, or they are too many. @typedef {{ first: number, rows: Uint32Array } | null} Order */

/**
 * The cells: run from top to bottom, they arrive at the figures they were given.
 *
 * It learns as in the run, batch for batch. Where the batches of a long run would make it too large, all colours are taken in
 * their place, and a sentence says so.
 * @param {Given} given
 * @returns {import('./file.js').Cell[]}
 */
export function cellsOf({ settings, began, layers, data, colour, run, orders, figures, words }) {
  const shapes = layers.filter(({ role }) => role === 'weighted').map(({ params }) => params[0].shape);
  const widths = [shapes[0][0], ...shapes.map(([, nodes]) => nodes)];
  const test = data.test.length > 0;
  const pictures = isPicture(data.shape);
  const said = pictures ? words.pictures : words;
  const partly = run.map(({ batch }) => typeof batch === 'number' && batch < data.train.length);
  const ordered = orders.some((order) => order !== null);
  const sizes = run.flatMap(({ batch }, i) => (partly[i] && !orders[i] ? [batch] : []));
  return [
    markdown(said.title),
    code(START),
    markdown(said.data(data.train.length, data.test.length), wordOf(words.rule, settings.data), words.long),
    folded(dataCode(data)),
    markdown(said.input[settings.input], said.labels),
    code(inputCode(settings.input, test, pictures)),
    ...classesOf(layers).flatMap(({ kind, numpy }) => [...(Object.hasOwn(words, kind) ? [markdown(words[/** @type {'affine'} */ (kind)])] : []), code(numpy.code)]),
    ...(pictures ? [markdown(words.pictures.flatten), code(FLATTEN)] : []),
    markdown(words.weights(settings.seed), words.long),
    folded(weightsCode(layers)),
    markdown(pictures ? words.pictures.network(layers.map(({ name }) => name), layers[0].name) : words.network(widths)),
    code(networkCode(layers, pictures)),
    markdown(pictures ? words.pictures.forward : words.forward(colour.rgb)),
    code(forwardCode(colour, data.shape)),
    markdown(words.loss),
    code(LOSS),
    markdown(words.backward),
    code(backwardCode(layers)),
    markdown(words.check),
    code(checkCode(layers)),
    markdown(words.learn),
    code(learnCode(layers, ordered)),
    ...(ordered ? [markdown(words.order, words.long), folded(orderCode(orders))] : []),
    markdown(figures.step > began ? words.run(figures.step - began) : words.untrained, ...sizes.slice(0, 1).map(said.batches)),
    code(runCode(run, orders, data.shape)),
    markdown(words.result),
    code(resultCode(figures, began, test)),
    markdown(said.tries(settings.learningRate)),
    code(pictures ? 'print(answer(255 - picture))' : 'print(answer([250, 80, 20]))'),
  ];
}

/** @param {Given['data']} data */
function dataCode({ classes, train, test, shape }) {
  const inputs = isPicture(shape) ? 'pictures' : 'rgb';
  const arrays = (/** @type {string} */ name, /** @type {Sample[]} */ samples) => [
    `${inputs}_${name} = ${array(Uint8Array.from(samples.flatMap(({ rgb }) => Array.from(rgb))), 'u1', [samples.length, ...shape])}`,
    `labels_${name} = ${array(Uint8Array.from(samples.map(({ label }) => label)), 'u1', [samples.length])}`,
  ];
  // A text of JSON is a text of Python too, whatever name a class was given.
  const named = `classes = [${classes.map((name) => JSON.stringify(name)).join(', ')}]`;
  return [named, ...arrays('train', train), ...(test.length > 0 ? arrays('test', test) : [])].join('\n');
}

/**
 * @param {Given['settings']['input']} input
 * @param {boolean} test whether there are colours to test with
 * @param {boolean} pictures
 */
function inputCode(input, test, pictures) {
  const inputs = pictures ? 'pictures' : 'rgb';
  // A picture's channel has many numbers.
  const [axes, kept] = pictures ? ['(0, 2, 3), keepdims=True', '[0]'] : ['0', ''];
  const rule = {
    raw: 'offset, divisor = 0, 1',
    scaled: 'offset, divisor = 0, 255',
    // A channel that never changes is divided by 1.
    standardised: `offset, divisor = ${inputs}_train.mean(axis=${axes})${kept}, ${inputs}_train.std(axis=${axes})${kept}\ndivisor[divisor == 0] = 1`,
  }[input];
  return `
${rule}


def x_of(${inputs}):
    return ((np.array(${inputs}) - offset) / divisor).astype(np.float32)


def t_of(labels):
    return np.eye(len(classes), dtype=np.float32)[labels]


x_train, t_train = x_of(${inputs}_train), t_of(labels_train)
${test ? `x_test, t_test = x_of(${inputs}_test), t_of(labels_test)\n` : ''}
print("x", x_train.shape${pictures ? '' : ', x_train[0]'})
print("t", t_train.shape, t_train[0])`;
}

/**
 * @param {Sample} colour
 * @param {readonly number[]} shape
 */
function forwardCode({ rgb, label }, shape) {
  const input = isPicture(shape) ? 'picture' : 'rgb';
  return `
def forward(x):
    for layer in layers:
        x = layer.forward(x)
    return softmax.forward(x)


def answer(${input}):
    out = forward(x_of([${input}]))
    return {name: round(float(p), 4) for name, p in zip(classes, out[0])}


${input}, label = ${inputIn(rgb, shape)}, ${label}
x, t = x_of([${input}]), t_of([label])

forward(x)

for layer in layers:
    print(type(layer).__name__, layer.x.shape, "->", layer.out.shape)
print("softmax.x  ", softmax.x)
print("softmax.out", softmax.out)
print(answer(${input}))`;
}

/**
 * A colour or a picture in Python.
 * @param {ArrayLike<number>} bytes
 * @param {readonly number[]} shape
 */
function inputIn(bytes, shape) {
  return isPicture(shape) ? array(Uint8Array.from(bytes), 'u1', [...shape]) : `[${Array.from(bytes).join(', ')}]`;
}

/** @param {Order[]} orders */
function orderCode(orders) {
  return orders.flatMap((order, i) => (order ? [`order${i + 1} = ${array(littleEndianShorts(order.rows), '<u2', [order.rows.length])}`] : [])).join('\n');
}

/**
 * @param {Stretch[]} run
 * @param {Order[]} orders
 * @param {readonly number[]} shape
 */
function runCode(run, orders, shape) {
  const learned = run.map(({ steps, batch, colour, learningRate }, i) => {
    const what = colour ? `x_of([${inputIn(colour.rgb, shape)}]), t_of([${colour.label}])` : 'x_train, t_train';
    const order = orders[i];
    const batches = order ? `, batches=batches_of(order${i + 1}, first=${order.first}, steps=${steps}, size=${batch})` : '';
    return `learn(${what}, steps=${steps}, learning_rate=${learningRate}${batches})`;
  });
  return [...learned, '', `print(answer(${isPicture(shape) ? 'picture' : 'rgb'}))`].join('\n');
}

/**
 * @param {Figures} figures
 * @param {number} began the step at which the notebook begins
 * @param {boolean} test whether there are colours to test with
 */
function resultCode({ step, loss, testAccuracy, course }, began, test) {
  const earlier = `
page_losses = {${course.map((one) => `${one.step}: ${float(one.loss)}`).join(', ')}}
for step, page_loss in page_losses.items():
    print(f"loss at step {step:6} {losses[${began > 0 ? `step - ${began}` : 'step'}]:13.8g} {page_loss:13.8g}")
`;
  const accuracy = `
page_accuracy = ${float(testAccuracy ?? NaN)}
accuracy = (forward(x_test).argmax(axis=1) == labels_test).mean()
print(f"test accuracy       {accuracy:13.4f} {page_accuracy:13.4f}")`;
  return `
print(f"                    {'NumPy':>13} {'page':>13}")
${course.length > 0 ? earlier : ''}
page_loss = ${float(loss)}
forward(x_train)
loss = softmax.loss_of(t_train)
print(f"loss at step {${step}:6} {loss:13.8g} {page_loss:13.8g}")
${test ? accuracy : ''}`;
}
