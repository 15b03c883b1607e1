// The words about what goes into the network, a colour or a picture: each sentence is here once, and takes the noun. Same
// keys as in ../ja/.
import { isPicture } from '../../core/tensor-shape.js';
import { count } from '../../util/format.js';
import { arithmetic } from './arithmetic.js';
import { steps } from './steps.js';

/**
 * The noun for what goes into the network.
 * @typedef {object} Noun
 * @property {string} one `colour`
 * @property {string} many `colours`
 * @property {string} One `Colour`
 * @property {string} Many `Colours`
 * @property {string} question the title of the opening
 * @property {string} start the sentence of the opening
 * @property {string} given the same with weights from a file
 * @property {string} values what the numbers of the data are
 * @property {(input: readonly number[]) => string} called how one of them is named
 */

/** @type {Record<import('../index.js').InputKind, Noun>} */
export const nouns = {
  colour: {
    one: 'colour',
    many: 'colours',
    One: 'Colour',
    Many: 'Colours',
    question: 'What colour is this?',
    start: 'It has learned nothing yet: its borders are an accident. Drag the colour, and watch the name change.',
    given: 'It begins with the weights of a file. Drag the colour, and see how well they name it.',
    values: 'the colour as a number',
    called: (rgb) => `RGB(${rgb.join(', ')})`,
  },
  picture: {
    one: 'picture',
    many: 'pictures',
    One: 'Picture',
    Many: 'Pictures',
    question: 'What is this a picture of?',
    start: 'It has learned nothing yet: its answer is an accident. Choose other pictures, and watch the answer.',
    given: 'It begins with the weights of a file. Choose pictures, and see how well they name them.',
    values: 'the brightness of a pixel',
    called: () => 'picture',
  },
};

/**
 * A node by its number, or a pixel by its place.
 * @param {string} title
 * @param {readonly number[]} index in the layer: the node, or channel, row, column
 */
const node = (title, index) => (isPicture(index) ? `${title}, channel ${index[0]}, row ${index[1]}, column ${index[2]}` : `${title} node ${index[0]}`);

/** @type {(noun: Noun) => ReturnType<typeof import('../ja/about.js').about>} */
export const about = (noun) => ({
  room: { colours: noun.Many },
  parts: {
    all: (n) => `All ${count(n)}`,
    train: (n) => `${count(n)} to train (squares)`,
    test: (n) => `${count(n)} to test (circles)`,
  },
  only: (label, answer, n) => `Only the ${count(n)} that are ${label}, answer ${answer}`,
  group: (label, n, wrong) => `${label} ${count(n)} (✕ ${count(wrong)} wrong)`,
  judged: (called, rgb, label, answer, loss) => `${called ? `${called}, ` : ''}${noun.called(rgb)}, is ${label}, answer ${answer}, loss ${loss}`,
  shownOf: (n, all) => `The first ${count(n)} of ${count(all)} ${noun.many} are shown.`,
  confused: (n, label, answer) => `is ${label}, answer ${answer}: ${count(n)}`,

  nodes: (shape) => (isPicture(shape) ? shape.join(' × ') : `${count(shape[0])} node${shape[0] === 1 ? '' : 's'}`),
  node,
  scope: `Which ${noun.many} go through`,
  scopeUpdate: `Which ${noun.many} teach`,
  scopes: { one: `This ${noun.one}`, batch: (n) => `${count(n)} ${noun.many}` },
  row: (i, n) => `${noun.one} ${i + 1} of ${n}`,
  rowBack: `Previous ${noun.one}`,
  rowNext: `Next ${noun.one}`,
  closely: {
    votes: (up, down) => `${count(up)} ${up === 1 ? 'wants' : 'want'} it larger, ${count(down)} smaller; the mean decides.`,
    losses: (n) => `The losses of ${count(n)} ${noun.many}; dashed: their mean.`,
  },
  tensors: { loss: `the loss of one ${noun.one}` },
  tensorIn: { data: noun.values, loss: `the loss: how wrong it is (of many ${noun.many}, the mean)` },
  micro: {
    mean: (n) => `the mean over ${count(n)} ${noun.many}:`,
    own: `this ${noun.one}`,
    colour: (i) => `${noun.one} ${count(i + 1)}`,
    sentence: arithmetic(noun),
  },
  sampledTitle: 'Measured',
  sampled: (n, all) => `a sample of ${count(n)} of ${count(all)} ${noun.many}`,
  trainData: (n, wrong) => (n === 0 ? 'nothing to train with' : wrong === 0 ? `all ${count(n)} right` : `✕ ${count(wrong)} of ${count(n)} wrong`),
  testData: (n, wrong) => (n === 0 ? '' : wrong === 0 ? `test: all ${count(n)} right` : `test: ✕ ${count(wrong)} of ${count(n)}`),
  tile: (rgb, label, answer) => `${noun.called(rgb)}, is ${label}, answer ${answer}`,
  titles: { start: noun.question },
  steps: steps(noun),

  setting: { amount: `Training and test ${noun.many}` },
  settingNote: {
    batch: `How many ${noun.many} one update looks at. How does the loss fall with 1?`,
    amount: `How many ${noun.many} to train with, and how many to test with. With only 12 to train, what will the test loss do?`,
  },
  settingRange: { amount: `Choose 1 to 10,000 ${noun.many} to learn from and 0 to 10,000 to test with.` },
  amountTrain: `Training ${noun.many}`,
  amountTest: `Test ${noun.many}`,
  runOthers: `other ${noun.many}`,
  runSetting: { train: 'to train', test: 'to test' },
  trialFigures: (from, to, train, test) => `Loss: ${from} → ${to}. Accuracy: ${train} training, ${test} test.`,
  finding: {
    dead: (layer, n, of, which) => `${n === of ? `All ${of}` : `${n} of the ${of}`} nodes of ${layer} put out 0 for every ${noun.one} (dead ReLUs: ${which}).`,
    sure: (share, wrong) => `${share} of the ${noun.many} get an answer of more than 99.9% (a saturated softmax)${wrong === '' ? '; none of them is wrong.' : `; ${wrong} of all ${noun.many} are confidently wrong.`}`,
  },

  problems: {
    tooMuch: (d) => `With ${d.nodes} nodes there can be ${d.most} ${noun.many}. Choose fewer ${noun.many} or fewer nodes.`,
    relearn: (d) => `${d.classes ? outputs(d.classes) : `The ${noun.many} have changed.`} Learning starts over. The ${d.steps === '1' ? 'step' : `${d.steps} steps`} before ${d.steps === '1' ? 'is' : 'are'} kept.`,
    outputs: (d) => outputs(d.classes),
    chosen: () => `The network now learns from other ${noun.many}.`,
  },
});

/** @param {string} classes how many there are */
function outputs(classes) {
  return `With ${classes} classes the network now has ${classes} output nodes.`;
}
