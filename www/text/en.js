// English words. Same keys as ja.js.
import { count, loss, number, percent } from '../format.js';

/** @typedef {import('./index.js').Step} Step */

const name = (/** @type {string} */ id) => id;

/** @type {typeof import('./ja.js').ja} */
export const en = {
  language: 'English',
  brand: 'Irozuku',
  tagline: 'A network learns to name colours',
  className: name,

  theme: 'Theme',
  themes: { auto: 'Auto', light: 'Light', dark: 'Dark' },
  help: 'Keys',
  close: 'Close',

  pick: 'Pick a colour',
  pickOpen: 'Open the colour picker',
  channels: ['Red R', 'Green G', 'Blue B'],
  swatches: 'The lecture’s colours',
  answer: 'The network’s answer',
  answerWrong: (label) => `should be ${label}`,
  answerRight: 'that is right',
  teacher: 'Right answer',
  tie: 'Two or more channels share the largest value. Choose the right answer yourself.',

  phases: { forward: 'Forward', loss: 'Loss', backward: 'Backward', update: 'Update' },
  phaseHints: {
    forward: 'Forward through all layers',
    loss: 'Go to the loss',
    backward: 'Backward through all layers',
    update: 'Update weights and biases',
  },
  scene: 'The network',
  nodes: (n) => `${count(n)} node${n === 1 ? '' : 's'}`,
  node: (title, i) => `${title} node ${i}`,
  weights: (title, tensor, rows, columns) =>
    `${tensor} of ${title}, ${rows} rows and ${columns} columns, with the biases under it. Arrow keys move, Enter selects.`,
  blocked: 'gradient stopped here',

  back: 'Back',
  next: 'Next',
  nextUpdate: 'Update',
  nextAgain: 'Again',
  start: 'Start',
  scope: 'Which colours go through',
  scopes: { one: 'This colour', batch: (n) => `${count(n)} training colours` },
  row: (i, n) => `colour ${i + 1} of ${n}`,
  rowBack: 'Previous colour',
  rowNext: 'Next colour',

  selected: 'Selected number',
  selectedNone: 'Point at a cell or at a picture of weights: its number shows here.',
  shape: 'shape',
  tensors: {
    x: 'what came into the layer',
    w: 'a weight: what comes in is multiplied by it',
    b: 'a bias: added after the multiplying and summing',
    out: 'what goes out of the layer',
    mask: '1 where the input was 0 or less: blocked here',
    t: 'the teacher’s label: 1 for the right class only',
    loss: 'the loss of one colour',
    dout: 'a gradient: how much the loss grows when this number grows a little',
    dx: 'a gradient: how much the loss grows when the number that came in grows a little',
    dw: 'a gradient: how much the loss grows when this weight grows a little',
    db: 'a gradient: how much the loss grows when this bias grows a little',
    w_new: 'the weight after the update',
    b_new: 'the bias after the update',
  },
  tensorIn: { data: 'the colour as a number', softmax: 'a probability', loss: 'the loss, the mean over all colours' },

  lossTitle: 'Loss',
  accuracyTitle: 'Accuracy',
  trainLine: 'train',
  testLine: 'test',
  logScale: 'log',
  stepAxis: 'step',
  chart: (s) =>
    `Step ${count(s.step)}. Training loss ${loss(s.trainLoss)}, test loss ${loss(s.testLoss)}, test accuracy ${percent(s.testAccuracy)}`,

  play: 'Train',
  pause: 'Pause',
  one: 'One step',
  speed: 'Speed',
  speeds: { slow: 'Slow', normal: 'Normal', fast: 'Fastest' },
  reset: 'Start over',
  newSeed: 'New seed',
  learningRate: 'Learning rate',
  batch: 'Batch',
  batchFull: (n) => `${count(n)} (all)`,
  seed: 'Seed',
  trainData: (n, wrong) => `${count(n)} training colours, ${count(wrong)} wrong`,
  testData: (n, wrong) => `${count(n)} test colours, ${count(wrong)} wrong`,
  tile: (rgb, label, answer) => `RGB(${rgb.join(', ')}), is ${label}, answer ${answer}`,

  titles: {
    forward: 'Forward',
    loss: 'Loss',
    backward: 'Backward',
    update: 'Update',
    training: 'Training',
    trained: 'Learned so far',
    start: 'What colour is this?',
  },
  steps: {
    start: (s) =>
      `The network has learned nothing yet. It says “${s.answer}” (${percent(s.share)}), but the right answer is ${s.label}. ` +
      'Let us follow, layer by layer, how it got there.',
    startRight: (s) =>
      `The network says “${s.answer}” (${percent(s.share)}), and that is right. Let us follow, layer by layer, how it got there.`,
    data: (s) =>
      s.rows > 1
        ? `All ${s.rows} training colours go in together. The picture shows colour ${s.row + 1}, RGB(${s.rgb.join(', ')}).`
        : `The colour RGB(${s.rgb.join(', ')}) goes in as three numbers: ${s.values.map(number).join(', ')}.`,
    affine: (s) =>
      `The ${s.inputs} numbers that came in were multiplied by weights and added up, plus a bias, to make ${s.nodes} new numbers. ` +
      `The largest is number ${s.top}, ${number(s.most)}; the smallest is number ${s.bottom}, ${number(s.least)}.`,
    relu: (s) =>
      `Numbers of 0 or less became 0; positive ones passed through unchanged. Of ${s.nodes}, ${s.blocked} became 0 and ${s.nodes - s.blocked} passed.`,
    softmax: (s) =>
      `The ${s.nodes} scores were turned into probabilities that add up to 1: ${s.classes.map((c, i) => `${c} ${percent(s.values[i])}`).join(', ')}. The answer is ${s.answer}.`,
    loss: (s) =>
      s.rows > 1
        ? `How wrong is it, as one number? The mean loss of the ${s.rows} colours is ${loss(s.loss)}. The closer to 0, the better.`
        : `How wrong is it, as one number? The right answer, ${s.label}, got the probability ${number(s.share)}, so the loss is −ln ${number(s.share)} = ${loss(s.loss)}. The closer to 0, the better.`,
    softmaxBack: (s) =>
      `Now from right to left. Probability minus right answer (1 or 0)${s.rows > 1 ? `, divided by ${s.rows},` : ''} tells which way each score is off: ` +
      `${s.classes.map((c, i) => `${c} ${number(s.values[i])}`).join(', ')}.`,
    affineBack: (s) =>
      `From the ${s.nodes} gradients that arrived come the gradients of ${count(s.inputs * s.nodes)} weights and ${s.nodes} biases. ` +
      `The one that matters most is w[${s.place.join(',')}], with gradient ${number(s.most)}. ${s.first ? 'Now every gradient is known.' : `${s.inputs} gradients go on to the layer before.`}`,
    reluBack: (s) =>
      `Where forward made a 0, that number had no part in the loss, so the gradient stops there. Of ${s.nodes}, ${s.blocked} are stopped and ${s.nodes - s.blocked} pass unchanged.`,
    update: (s) =>
      `All ${count(s.parameters)} weights and biases moved against their gradients, by learning rate ${s.learningRate} × gradient. ` +
      `The loss of ${s.rows > 1 ? `these ${s.rows} colours` : 'this colour'}: ${loss(s.before)} → ${loss(s.after)}. ` +
      (s.rows > 1 || s.trainAfter <= s.trainBefore
        ? ''
        : `But over all training colours it got worse: ${loss(s.trainBefore)} → ${loss(s.trainAfter)}. To learn from many colours together, press “Train”.`),
    updated: 'Weights and biases have been updated.',
    training: (s) => `Forward, loss, backward, update, again and again. Step ${count(s.step)}, loss ${loss(s.loss)}.`,
    trained: (s) =>
      `${count(s.step)} ${s.step === 1 ? 'step' : 'steps'} learned. The training loss is ${loss(s.loss)}, the test accuracy ${percent(s.testAccuracy)}. Change the colour and see what the network says now.`,
  },

  keysTitle: 'Keys',
  keys: [
    ['Space / PageDown', 'one layer on'],
    ['Shift + Space / PageUp', 'one layer back'],
    ['T', 'train, pause'],
    ['R', 'start over with the same seed'],
    ['← → ↑ ↓', 'move among numbers and colours'],
    ['Enter', 'select a number'],
    ['?', 'this list'],
  ],

  loading: 'Loading…',
  dismiss: 'Close the message',
  problems: {
    noWasm: () => 'This browser has no WebAssembly. Please open the page in a recent Chrome, Edge, Firefox or Safari.',
    noSimd: () => 'This browser’s WebAssembly has no SIMD. Please open the page in Chrome, Edge, Firefox or Safari of 2023 or later.',
    notBuilt: () => 'The computing part (wasm/irozuku.js) could not be loaded. Run “cargo run” in the project’s folder and open the URL it prints.',
    notAnAddress: (d) => `“${d.text}” is not the address of a number. Write it like affine1.out[0,7].`,
    noSuchLayer: (d) => `There is no layer “${d.layer}”. The layers are ${d.known}.`,
    noSuchTensor: (d) => `${d.layer} has no “${d.tensor}”. It has ${d.known}.`,
    outsideTensor: (d) => `${d.address} lies outside. The shape is ${d.shape}, and counting starts at 0.`,
    notOneNumber: (d) => `${d.address} is not one number but a tensor of shape ${d.shape}. Add an index.`,
    setting: (d) => `The setting ${d.field} must be ${d.allowed}.`,
    noSuchClass: (d) => `There are ${d.classes} classes. Choose the right answer by counting from 0.`,
    noSuchStep: (d) => `Training has reached step ${d.furthest}. Choose a step from 0 to ${d.furthest}.`,
    noPass: () => 'Nothing has been computed yet. Press “Next”.',
    badState: (d) => `Some values were not understood (${d.keys}). Going on with the nearest ones.`,
    diverged: (d) =>
      `Training diverged: the weights grew too large to compute with. It was stopped, and the weights of step ${d.step}, the last that worked, are back. Make the learning rate smaller and start over.`,
    unknown: (d) => `Something unexpected went wrong (${d.problem}). Please reload the page.`,
  },
};
