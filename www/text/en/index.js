// English words. Same keys as in ../ja/.
import { ALL_KEYS } from '../../colours/class-keys.js';
import { LIMITS } from '../../core/facts.js';
import { count, fine, loss, number, operand, percent, precise } from '../../util/format.js';
import { experiments } from './diagnosis.js';
import { pad } from './pad.js';
import { teaching } from './teaching.js';
import { trials } from './trials.js';
import { wheel } from './wheel.js';
import { colours } from './colours.js';

/** @typedef {import('../index.js').Step} Step */

const name = (/** @type {string} */ id) => id;
/** Of which colour of a batch a sentence speaks. @param {Step} s */
const which = (s) => (s.rows > 1 ? `Colour ${count(s.row + 1)}: ` : '');

/** Where a number was taken over from, unchanged. @param {import('../index.js').Arithmetic} a */
const taken = ({ from }) => (from === null ? '' : `It is taken over unchanged from ${from}. `);

/** Over how many colours a number is the mean. @param {import('../index.js').Arithmetic} a */
const mean = ({ mean: of }) => (of === null ? '' : `It is the mean over ${count(of.rows)} colours${of.own === null ? '' : `; this one alone gives ${of.own}`}. `);

/** In the place of a mean loss and an accuracy. */
const UNMEASURED = 'There are no training colours yet, so nothing is measured.';

const { colourProblems, ...coloursRoom } = colours;

/** @type {typeof import('../ja/index.js').ja} */
export const en = {
  ...coloursRoom,
  ...experiments,
  ...trials,
  ...teaching,
  wheel,
  pad,
  language: 'English',
  brand: 'Irozuku',
  tagline: 'A network learns to name colours',
  className: name,

  theme: 'Theme',
  themes: { auto: 'Auto', light: 'Light', dark: 'Dark', projector: 'Projector' },
  help: 'Keys',
  share: 'Link to this page',
  shareShort: 'Link',
  shareWhat: 'This address opens the page just as it is now: settings, data, training step, where you stand and the number that is open.',
  copy: 'Copy',
  copied: 'Copied.',
  codeLabel: 'QR code of the link',
  codeHow: 'Scanned with a phone, it opens the same page (where the phone can reach this address).',
  codeTooLong: 'There is too much data for a QR code. Copy the link and send it.',
  codeLarge: 'Show large',
  codeUseless: {
    computer: 'Only this computer can open this address. Others need one that they can reach: that of a web server, or the one that cargo run -- --lan prints.',
    file: 'The page was opened from a file, so others can’t open this address. Pass on the file itself, or put it on a web server.',
  },
  embedTitle: 'For a slide or your own page',
  embedHow: 'These lines put a scene of this moment there, with its own Back and Next.',
  embedScene: 'Scene',
  scenes: { whole: 'Whole network', forward: 'Forward', backward: 'Backward', 'one-layer': 'One layer', colours: 'Colours', loss: 'Loss', neuron: 'One neuron', cube: 'RGB cube' },
  pictureTitle: 'Save the picture',
  pictureHow: 'The network as a picture, for a slide or a report.',
  notCopied: 'It could not be copied. Select the address and copy it by hand.',
  travelling: 'Training again up to that step…',
  noDownload: 'No file? Then the frame around forbids downloads: it needs allow-downloads.',
  notDrawn: 'The picture could not be made. Try again, or take a screenshot.',
  close: 'Close',

  pick: 'Pick a colour',
  pickOpen: 'Open the colour picker',
  channels: ['Red R', 'Green G', 'Blue B'],
  swatches: 'The lecture’s colours',
  answer: 'The network’s answer',
  answerWrong: (label) => `Should be ${label}`,
  answerRight: 'Right',
  teacher: 'Right answer',
  tie: 'Two or more channels share the largest value, so the first of them is taken as right. Change it as you like.',

  stops: {
    forward: 'forward',
    backward: 'backward',
    update: 'update',
    stop: (way, title) => `${{ forward: 'Forward', loss: 'Forward', backward: 'Backward', update: 'Update' }[way]}${title === '' ? ' weights and biases' : `: ${title}`}`,
  },
  scene: 'The network',
  nodes: (n) => `${count(n)} node${n === 1 ? '' : 's'}`,
  picture: (tensor, rows, columns) => `${tensor} ${rows}×${columns}`,
  signs: ['■ positive   □ negative   · zero', 'area: absolute value', 'lines: orange positive, violet dashed negative'],
  signsGate: ['■ positive   □ negative   · zero', 'area: absolute value', '―: passes   ┤: shut, becomes 0'],
  signsBack: (full) => ['▲ wants to be larger   ▽ wants to be smaller', `full cell: a gradient of ${full}`, 'dashed: below 0'],
  movement: (times) => ['▲ the weight grew   ▽ it fell', ...(times === '1' ? [] : [`the movement is drawn × ${times}`])],
  notYet: 'not computed yet',
  strip: (color, answer) => `${color}: ${answer}. The wheel, or the network`,
  pickMore: 'RGB, right answer',
  more: 'More',
  label: 'label',
  gathered: (n) => `${count(n)} nodes share a cell, which shows the largest number of them.`,
  guess: 'guess',
  scroll: '↕ slide for more',
  guessing: (n) => `A guess among ${count(n)} would lose this much`,
  node: (title, i) => `${title} node ${i}`,
  weights: (title, tensor, rows, columns) =>
    `${tensor} of ${title}, ${rows} rows and ${columns} columns, with the biases under it. Arrow keys move, Enter selects.`,

  back: 'Back',
  next: 'Next',
  nextUpdate: 'Update',
  nextAgain: 'Next round',
  sceneAgain: 'Again from the start',
  sceneLearn: 'Keep training',
  sceneStatus: (step, mean, share) => `After ${step} ${step === '1' ? 'update' : 'updates'}: loss ${mean}, ${share} right`,
  nextTrained: 'How did it do that?',
  start: 'Start',
  teach: 'Teach it',
  walkFirst: 'or step through it first',
  story: 'What happens',
  scope: 'Which colours go through',
  scopeUpdate: 'Which colours teach',
  scopes: { one: 'This colour', batch: (n) => `${count(n)} colours` },
  row: (i, n) => `colour ${i + 1} of ${n}`,
  rowBack: 'Previous colour',
  rowNext: 'Next colour',

  closely: {
    title: 'A number',
    none: 'Point at a cell: its number, and what it is made of, show here.',
    open: (address) => `Open ${address}: all of its arithmetic`,
    rest: ({ more, rest, zeros, bias }) =>
      [...(more > 0 ? [`${count(more)} more: ${number(rest)}`] : []), ...(zeros > 0 ? [`${count(zeros)} ${zeros === 1 ? 'is' : 'are'} 0`] : []), ...(bias === null ? [] : [`b: ${number(bias)}`])].join(' · '),
    wish: (value) => (value < 0 ? '▲ wants to be larger' : value > 0 ? '▽ wants to be smaller' : 'may stay as it is'),
    votes: (up, down) => `${count(up)} ${up === 1 ? 'wants' : 'want'} it larger, ${count(down)} smaller; the mean decides.`,
    losses: (n) => `The losses of ${count(n)} colours; dashed: their mean.`,
    move: (before, rate, gradient, after) => `w: ${number(before)} − ${rate} × ${operand(gradient)} = ${number(after)}`,
    copy: (address) => `taken over unchanged from ${address}`,
    passes: (address) => `${address} is above 0, so it passes unchanged`,
    stopped: (address) => `${address} is stopped and becomes 0`,
    given: 'was there before this computation',
  },
  shape: 'shape',
  tensors: {
    x: 'what came into the layer',
    w: 'a weight: what comes in is multiplied by it',
    b: 'a bias: added after the multiplying and summing',
    out: 'what goes out of the layer',
    mask: '1 where the input was 0 or less: blocked here',
    t: 'the teacher’s label: 1 for the right class only',
    loss: 'the loss of one colour',
    dout: 'gradient: raise this number a little, and the loss grows this many times as much',
    dx: 'gradient: raise the input a little, and the loss grows this many times as much',
    dw: 'gradient: raise this weight a little, and the loss grows this many times as much',
    db: 'gradient: raise this bias a little, and the loss grows this many times as much',
    w_new: 'the weight after the update',
    b_new: 'the bias after the update',
  },
  tensorIn: { data: 'the colour as a number', softmax: 'a probability', loss: 'the loss: how wrong it is (of many colours, the mean)' },

  micro: {
    back: 'Back to the number opened before',
    ahead: 'On to the number opened after',
    numbers: 'opened',
    layers: 'layers',
    close: 'Close',
    follow: 'Largest cause (B)',
    followAll: 'All the way to a weight',
    largest: 'the largest of',
    which: 'which is the largest, counted from 0:',
    passes: (yes) => (yes ? 'goes back here: this was the largest of its window, place' : 'does not go back here: the largest of the window was at place'),
    others: (n) => `${count(n)} more`,
    othersSum: (n) => `${count(n)} more, in all`,
    total: (sum) => `(the sum in brackets is ${sum})`,
    given: 'is given: it was there before this computation.',
    gate: (blocked) => (blocked ? 'is cut and becomes 0: the gate is' : 'passes unchanged: the gate is'),
    gateState: (blocked) => (blocked ? 'closed' : 'open'),
    mean: (n) => `the mean over ${count(n)} colours:`,
    own: 'this colour',
    colour: (i) => `colour ${count(i + 1)}`,
    atMostZero: (yes) => (yes ? 'for this is 0 or less:' : 'for this is more than 0:'),
    check: 'Check this gradient',
    nudge: 'Size of the nudge h',
    checked: (c) =>
      `Raise this number by ${number(c.h)}: the loss is ${fine(c.plus)}, and ${fine(c.minus)} when you lower it by as much. ` +
      `The difference divided by 2h is ${number(c.quotient)}; backward said ${number(c.gradient)}. ` +
      (c.difference < 0.01 ? `They differ by ${percent(c.difference)}: they agree.` : `They differ by ${percent(c.difference)}. With h too large the nudge crosses a bend or the kink of a ReLU; too small, and the digits run out.`),
    rust: (file, line) => `Rust code, ${file}, line ${line}`,
    stands: (file) => `What ran is a faster form of this loop, in ${file}: the same sums in the same order, several side by side.`,
    from: 'taken over unchanged from',
    sentence: (a) =>
      ({
        given: `${a.address} is ${a.value}. ${taken(a)}It was there before this computation.`,
        gate: `${a.address} is ${a.value}. ${taken(a)}${a.parts[1] === 0 ? `${a.terms[0]} passes unchanged.` : `${a.terms[0]} is cut and becomes 0.`}`,
        atMostZero: `${a.address} is ${a.value}. ${taken(a)}${a.terms[0]} is ${a.parts[0] <= 0 ? '0 or less, so it is cut.' : 'more than 0, so it passes.'}`,
        softmax: `${a.address} is ${a.value}. ${taken(a)}That is ${number(a.parts[a.index])} divided by the sum of ${a.parts.map(number).join(' and ')}.`,
        minusLog: `${a.address} is ${a.value}. ${taken(a)}That is minus the logarithm of ${a.terms.join(' + ')}${a.floor === null ? '' : ` (less than ${number(a.floor)} counts as ${number(a.floor)})`}.`,
        max: `${a.address} is ${a.value}. ${taken(a)}It is the largest of ${a.terms.join(', ')}.`,
        place: `${a.address} is ${a.value}. ${taken(a)}It tells which of ${a.terms.join(', ')} is the largest, counted from 0.`,
        at: `${a.address} is ${a.value}. ${taken(a)}${a.parts[1] === a.place ? `${a.terms[0]} goes back to it, because it was the largest of its window.` : 'It was not the largest of its window, so no gradient goes back to it.'}`,
        sum: `${a.address} is ${a.value}. ${taken(a)}${mean(a)}That is ${a.terms.join(' + ')}.`,
      })[a.kind],
  },

  lossTitle: 'Loss',
  accuracyTitle: 'Accuracy',
  trainLine: 'train',
  testLine: 'test',
  logScale: 'loss on a log scale',
  stepAxis: 'Step',
  scrub: 'Go to a step of this training',
  stepOf: (step, furthest) => `step ${count(step)} of ${count(furthest)}`,
  chart: (s) =>
    `Step ${count(s.step)}. Training loss ${loss(s.trainLoss)}, test loss ${loss(s.testLoss)}, test accuracy ${percent(s.testAccuracy)}`,

  play: 'Train',
  pause: 'Pause',
  one: 'One step',
  speed: 'Speed',
  speeds: { slow: 'Slow', normal: 'Normal', fast: 'Fastest' },
  reset: 'Start over',
  undo: 'Undo',
  newSeed: 'New seed',
  learningRate: 'Learning rate',
  batch: 'Batch',
  batchFull: (n) => `${count(n)} (all)`,
  seed: 'Seed',
  lossLine: 'loss',
  sampledTitle: 'Measured',
  sampled: (n, all) => `a sample of ${count(n)} of ${count(all)} colours`,
  runMenu: 'Settings in force, start over',
  trainData: (n, wrong) => (n === 0 ? 'nothing to train with' : wrong === 0 ? `all ${count(n)} right` : `✕ ${count(wrong)} of ${count(n)} wrong`),
  testData: (n, wrong) => (n === 0 ? '' : wrong === 0 ? `test: all ${count(n)} right` : `test: ✕ ${count(wrong)} of ${count(n)}`),
  pictureTile: (index, label, answer) => `picture ${count(index)}, is ${label}, answer ${answer}`,
  tile: (rgb, label, answer) => `RGB(${rgb.join(', ')}), is ${label}, answer ${answer}`,

  titles: {
    forward: 'Forward',
    loss: 'Loss',
    backward: 'Backward',
    update: 'Update',
    training: 'Training',
    trained: (step) => `After ${count(step)} ${step === 1 ? 'update' : 'updates'}`,
    start: 'What colour is this?',
  },
  steps: {
    start: 'It has learned nothing yet: its borders are an accident. Drag the colour, and watch the name change.',
    startEven: (s) => `It has learned nothing yet: all ${s.classes.length} answers get ${percent(s.share)}, whatever the colour.`,
    data: (s) =>
      s.rows > 1
        ? `All ${count(s.rows)} training colours go in together. The picture shows what happens to colour ${count(s.row + 1)}, RGB(${s.rgb.join(', ')}).`
        : `The colour RGB(${s.rgb.join(', ')}) goes in as ${s.values.length} numbers: ${s.values.map((value) => number(value)).join(', ')}.`,
    affine: (s) =>
      `Each of these ${s.nodes} numbers is a sum: the ${s.inputs} that came in, each times its weight, plus a bias. ` +
      `${which(s)}The largest is ${number(s.most)} (node ${s.top}, counting from 0).`,
    relu: (s) =>
      `Numbers of 0 or less became 0; positive ones passed through unchanged. ${which(s)}Of ${s.nodes}, ${s.blocked} became 0 and ${s.nodes - s.blocked} passed.`,
    softmax: (s) =>
      `The ${s.nodes} scores were turned into probabilities that add up to 1. ${which(s)}${s.classes.map((c, i) => `${c} ${percent(s.values[i])}`).join(', ')}. So the network answers ${s.answer}.`,
    loss: (s) =>
      s.rows > 1
        ? `How wrong is it, as one number? The mean loss of the ${count(s.rows)} colours is ${loss(s.loss)}. The closer to 0, the better.`
        : `How wrong is it, as one number? The right answer, ${s.label}, got the probability ${precise(s.share)}. ` +
          `The loss is −ln ${precise(Math.max(s.share, 1e-7))} = ${loss(s.loss)}${s.share < 1e-7 ? ' (a probability below 1e−7 counts as 1e−7)' : ''}. The closer to 0, the better.`,
    softmaxBack: (s) =>
      `Now from right to left. The gradient of a score says how many times as much the loss grows when it grows a little. It works out as probability minus right answer (1 or 0)${s.rows > 1 ? `, divided by ${count(s.rows)}` : ''}. ` +
      `${which(s)}${s.classes.map((c, i) => `${c} ${number(s.values[i])}`).join(', ')}.`,
    affineBack: (s) =>
      (s.gated ? `${which(s)}${s.blocked} wishes were stopped at shut gates, ${s.nodes - s.blocked} came through. ` : '') +
      `A weight’s gradient is what came in, times the gradient at its other end: ${count(s.inputs * s.nodes)} weights, ${s.nodes} biases. ` +
      `The largest in size is that of w[${s.place.join(',')}], ${number(s.most)}: if this weight grows, the loss ${s.most < 0 ? 'falls' : 'grows'}.`,
    reluBack: (s) =>
      `▲ wants to be larger, ▽ smaller, for less loss. ${which(s)}Each wish is a sum of those of ${s.next}, each times its weight: a negative weight turns it over. ` +
      `${s.blocked} of the ${s.nodes} gates are shut: they will pass nothing on.`,
    conv: () =>
      'Each of these numbers is a sum over a window of the picture: 3 × 3 pixels of every channel, each times its weight, plus a bias. ' +
      'All windows of a channel share the same weights.',
    convBack: () => 'A weight’s gradient is a sum over all places of the window: the pixel that it met there, times the gradient at its other end.',
    pool: (s) => `Of every 2 × 2 numbers only the largest went on. ${count(s.nodes)} are left.`,
    poolBack: () => 'Only the number that was the largest of its window gets the gradient. The other three get 0.',
    update: (s) => (s.taught > 1 || !s.among ? together(s) : alone(s)),
    updated: 'Weights and biases have been updated.',
    training: (s) =>
      `Forward, loss, backward, update: done ${count(s.step)} ${s.step === 1 ? 'time' : 'times'}. ${s.loss === undefined ? UNMEASURED : `The mean loss of the training colours is ${loss(s.loss)}.`}`,
    trained: (s) => result(s),
  },

  keysTitle: 'Keys',
  keys: [
    ['Space / PageDown', 'one layer on'],
    ['Shift + Space / PageUp', 'one layer back'],
    ['T', 'train, pause'],
    ['R', 'start over with the same seed'],
    ['← → ↑ ↓', 'move among numbers and colours'],
    ['Enter', 'select a number'],
    ['Backspace', 'back to the number before'],
    ['B', 'trace the cause from the loss'],
    ['B / .', 'while presenting: black screen'],
    ['C', 'to the “Colours” tab and back'],
    ['M', 'always show what the nodes see'],
    ['L', 'open and close the lesson'],
    ['N / P', 'next and previous question of the lesson'],
    [ALL_KEYS, 'my colours: put the picked colour into a class'],
    ['Esc', 'close the number; end presenting'],
    ['?', 'this list'],
  ],

  loading: 'Loading…',
  loadingSlow: 'Still loading. Check the connection, or load the page again.',
  dismiss: 'Close the message',
  offers: { updated: 'Load it', left: 'Start anew' },
  problems: {
    ...colourProblems,
    noWasm: () => 'This browser has no WebAssembly. Please open the page in a recent Chrome, Edge, Firefox or Safari.',
    noSimd: () => 'This browser’s WebAssembly has no SIMD. Please open the page in Chrome, Edge, Firefox or Safari of 2023 or later.',
    noPolicy: () => `The Content-Security-Policy of this page forbids WebAssembly: script-src needs 'wasm-unsafe-eval'.`,
    notBuilt: () => 'The computing part could not be loaded. Load the page again; in the project’s folder, run “cargo run” and open the URL it prints.',
    notLoaded: () => 'The computing part could not be loaded. Load the page again, or open it in Chrome, Edge, Firefox or Safari of 2023 or later.',
    notAnAddress: (d) => `“${d.text}” is not the address of a number. Write it like affine1.out[0,7].`,
    noSuchLayer: (d) => `There is no layer “${d.layer}”. The layers are ${d.known}.`,
    noSuchTensor: (d) => `${d.layer} has no “${d.tensor}”. It has ${d.known}.`,
    outsideTensor: (d) => `${d.address} lies outside. The shape is ${d.shape}, and counting starts at 0.`,
    notOneNumber: (d) => `${d.address} is not one number but a tensor of shape ${d.shape}. Add an index.`,
    setting: (d) => (d.field === 'layers' ? experiments.layersRefused : `The setting ${d.field} must be ${d.allowed}.`),
    tooMuch: (d) => `With ${d.nodes} nodes there can be ${d.most} colours. Choose fewer colours or fewer nodes.`,
    noSuchClass: (d) => `There are ${d.classes} classes. Choose the right answer by counting from 0.`,
    noSuchStep: (d) => `Training has reached step ${d.furthest}. Choose a step from 0 to ${d.furthest}.`,
    notAGradient: (d) => `${d.address} is not a gradient. Choose a number of dout, dx, dw or db.`,
    noPass: () => 'Nothing has been computed yet. Press “Next”.',
    badState: (d) => `Some values were not understood (${d.keys}). Going on with the nearest ones.`,
    restarted: (d) => `Started over. The ${d.steps === '1' ? 'step' : `${d.steps} steps`} before it ${d.steps === '1' ? 'is' : 'are'} kept.`,
    relearn: (d) => `${d.classes ? outputs(d.classes) : d.pictures ? 'The pictures have changed.' : 'The colours have changed.'} Learning starts over. The ${d.steps === '1' ? 'step' : `${d.steps} steps`} before ${d.steps === '1' ? 'is' : 'are'} kept.`,
    noMorePictures: () => `There is no room for more than ${count(LIMITS.mostDrawings)} pictures of your own. Remove one of them first.`,
    chosen: () => 'The network now learns from other colours.',
    outputs: (d) => outputs(d.classes),
    dropped: (d) => `“${d.name === '' ? `run ${d.id}` : d.name}” is gone.`,
    tooLarge: () => 'The first weights are so large that nothing can be computed (NaN). Make their standard deviation smaller.',
    diverged: (d) =>
      `Training diverged: the weights grew too large to compute with. It was stopped, and the weights of step ${d.step}, the last that worked, are back. Make the learning rate smaller and start over.`,
    mineDiffers: (d) => `Your code of ${d.name} did not give the right answer this time, so the picture shows the core’s numbers again. You can mend it at “Write it yourself” in the lesson.`,
    left: () => 'You are back where you left off.',
    updated: () => 'There is a new version of this page. What you have on the screen stays as it is.',
    unknown: (d) => `Something unexpected went wrong (${d.problem}). Please reload the page.`,
  },
};

/**
 * What is measured of what was learned.
 * @param {Step} s
 */
function result(s) {
  if (s.trainAccuracy === undefined) return UNMEASURED;
  const from = s.sampled ? 'Of a sample: ' : '';
  const learned = s.right === s.of ? `${s.sampled ? 'all' : 'All'} ${count(s.of)} colours are named right` : `${count(s.right)} of ${count(s.of)} colours are named right`;
  const tested = s.testAccuracy === undefined ? '' : `, and ${s.testRight === s.testOf ? 'all' : `${count(s.testRight)} of`} ${count(s.testOf)} that it never saw`;
  return `${from}${learned}${tested}. ${ending(s)}`;
}

/** @param {Step} s what to say last after training */
function ending(s) {
  if (s.step < s.furthest) return `You are viewing an earlier step; training went on to ${count(s.furthest)}.`;
  return s.poor ? 'It is not learning well: see the diagnosis among the experiments.' : 'Find a colour that fools it.';
}

/** The colours that are measured. @param {Step} s */
const measured = (s) => (s.sampled ? `a sample of ${count(s.of)}` : `all ${count(s.trained)}`);

/**
 * What an update has done that many colours have taught, and what it means for the colour on display.
 * @param {Step} s
 */
function together(s) {
  const all = s.taught === s.trained;
  const who = all ? `All ${count(s.trained)} colours taught` : `${count(s.taught)} of the ${count(s.trained)} colours taught`;
  const own = s.rows > 1 ? '' : ` This colour${s.among ? '' : ' (not one of them)'}: ${loss(s.before)}\u00a0→\u00a0${loss(s.after)}.`;
  const why = all && s.trainAfter > s.trainBefore ? ' It grew because the step was too large.' : '';
  return (
    `${who}: ${count(s.moved)} of ${count(s.parameters)} weights and biases moved against their mean gradient, by ${s.learningRate} × mean. ` +
    `Loss of ${measured(s)}: ${loss(s.trainBefore)}\u00a0→\u00a0${loss(s.trainAfter)}.${why}${own}`
  );
}

/**
 * What an update has done that one colour alone has taught, and what it means for all others.
 * @param {Step} s
 */
function alone(s) {
  const all = s.trained === 0 ? '' : ` Loss of ${measured(s)}: ${loss(s.trainBefore)}\u00a0→\u00a0${loss(s.trainAfter)}.`;
  const why = s.trained > 0 && s.trainAfter > s.trainBefore ? ' An update that suits one colour need not suit the others, so train with all of them.' : '';
  return (
    `Only this colour taught: ${count(s.moved)} of ${count(s.parameters)} weights and biases moved against their gradient, by ${s.learningRate} × gradient. ` +
    `Its loss: ${loss(s.before)}\u00a0→\u00a0${loss(s.after)}.${all}${why}`
  );
}

/** @param {string} classes how many there are */
function outputs(classes) {
  return `With ${classes} classes the network now has ${classes} output nodes.`;
}
