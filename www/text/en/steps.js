// The sentences of the story: what just happened, layer by layer. Same keys as in ../ja/.
import { isPicture, sizeOf } from '../../core/tensor-shape.js';
import { count, loss, number, percent, precise } from '../../util/format.js';

/** @typedef {import('../index.js').Step} Step */

/** How the bytes of the input were scaled. */
const SCALED = {
  raw: 'The bytes, 0 to 255, go in as they are',
  scaled: 'Each was a byte, 0 to 255, and was divided by 255',
  standardised: 'Each was a byte, 0 to 255, and was shifted and scaled to mean 0 and deviation 1',
};

/** Height and width. @param {readonly number[]} shape */
const area = (shape) => shape.slice(-2).join(' × ');

/** @param {number} n @param {string} one */
const some = (n, one) => `${count(n)} ${one}${n === 1 ? '' : 's'}`;

/** @type {(noun: import('./about.js').Noun) => ReturnType<typeof import('../ja/steps.js').steps>} */
export function steps({ one, many, One, start, given, called }) {
  /** In the place of a mean loss and an accuracy. */
  const unmeasured = `There are no training ${many} yet, so nothing is measured.`;

  /** Of which input of a batch a sentence speaks. @param {Step} s */
  const which = (s) => (s.rows > 1 ? `${One} ${count(s.row + 1)}: ` : '');

  /** The numbers of one picture. @param {Step} s */
  const channels = (s) => `${count(s.values.length)} numbers: ${some(s.shape[0], 'channel')}${s.shape[0] === 3 ? ' (red, green, blue)' : ''} of ${area(s.shape)} pixels`;

  /** What is measured of what was learned. @param {Step} s */
  function result(s) {
    if (s.trainAccuracy === undefined) return unmeasured;
    const from = s.sampled ? 'Of a sample: ' : '';
    const learned = s.right === s.of ? `${s.sampled ? 'all' : 'All'} ${count(s.of)} ${many} are named right` : `${count(s.right)} of ${count(s.of)} ${many} are named right`;
    const tested = s.testAccuracy === undefined ? '' : `, and ${s.testRight === s.testOf ? 'all' : `${count(s.testRight)} of`} ${count(s.testOf)} that it never saw`;
    return `${from}${learned}${tested}. ${ending(s)}`;
  }

  /** What to say last after training. @param {Step} s */
  function ending(s) {
    if (s.step < s.furthest) return `You are viewing an earlier step; training went on to ${count(s.furthest)}.`;
    return s.poor ? 'It is not learning well: see the diagnosis among the experiments.' : `Find a ${one} that fools it.`;
  }

  /** What is measured. @param {Step} s */
  const measured = (s) => (s.sampled ? `a sample of ${count(s.of)}` : `all ${count(s.trained)}`);

  /** What an update has done that many have taught, and what it means for the one on display. @param {Step} s */
  function together(s) {
    const all = s.taught === s.trained;
    const who = all ? `All ${count(s.trained)} ${many} taught` : `${count(s.taught)} of the ${count(s.trained)} ${many} taught`;
    const own = s.rows > 1 ? '' : ` This ${one}${s.among ? '' : ' (not one of them)'}: ${loss(s.before)}\u00a0→\u00a0${loss(s.after)}.`;
    const why = all && s.trainAfter > s.trainBefore ? ' It grew because the step was too large.' : '';
    return (
      `${who}: ${count(s.moved)} of ${count(s.parameters)} weights and biases moved against their mean gradient, by ${s.learningRate} × mean. ` +
      `Loss of ${measured(s)}: ${loss(s.trainBefore)}\u00a0→\u00a0${loss(s.trainAfter)}.${why}${own}`
    );
  }

  /** What an update has done that one alone has taught, and what it means for all others. @param {Step} s */
  function alone(s) {
    const all = s.trained === 0 ? '' : ` Loss of ${measured(s)}: ${loss(s.trainBefore)}\u00a0→\u00a0${loss(s.trainAfter)}.`;
    const why = s.trained > 0 && s.trainAfter > s.trainBefore ? ` An update that suits one ${one} need not suit the others, so train with all of them.` : '';
    return (
      `Only this ${one} taught: ${count(s.moved)} of ${count(s.parameters)} weights and biases moved against their gradient, by ${s.learningRate} × gradient. ` +
      `Its loss: ${loss(s.before)}\u00a0→\u00a0${loss(s.after)}.${all}${why}`
    );
  }

  /** How many gradients came through the gates behind the layer. @param {Step} s */
  const gated = (s) => (s.gated ? `${which(s)}${count(s.stopped)} wishes were stopped at shut gates, ${count(s.passed)} came through. ` : '');

  /** The gradient that is the largest in size. @param {Step} s */
  const strongest = (s) => `The largest in size is that of w[${s.place.join(',')}], ${number(s.most)}: if this weight grows, the loss ${s.most < 0 ? 'falls' : 'grows'}.`;

  return {
    start,
    startGiven: given,
    startEven: (s) => `It has learned nothing yet: all ${s.classes.length} answers get ${percent(s.share)}, whatever the ${one}.`,
    data: (s) =>
      isPicture(s.shape)
        ? `${s.rows > 1 ? `All ${count(s.rows)} training ${many} go in together. The stage shows ${one} ${count(s.row + 1)},` : `This ${one} goes in as`} ${channels(s)}. ${SCALED[s.scaling]}.`
        : s.rows > 1
          ? `All ${count(s.rows)} training ${many} go in together. The picture shows what happens to ${one} ${count(s.row + 1)}, ${called(s.rgb)}.`
          : `The ${one} ${called(s.rgb)} goes in as ${s.values.length} numbers: ${s.values.map((value) => number(value)).join(', ')}.`,
    affine: (s) =>
      `Each of these ${count(s.nodes)} numbers is a sum: the ${count(s.inputs)} that came in${isPicture(s.given) ? ` (${some(s.given[0], 'channel')} of ${area(s.given)}, laid in one row)` : ''}, each times its weight, plus a bias. ` +
      `${which(s)}The largest is ${number(s.most)} (node ${s.top}, counting from 0).`,
    relu: (s) =>
      `Numbers of 0 or less became 0; positive ones passed through unchanged. ${which(s)}Of ${count(s.nodes)}, ${count(s.blocked)} became 0 and ${count(s.nodes - s.blocked)} passed.`,
    softmax: (s) =>
      `The ${s.nodes} scores were turned into probabilities that add up to 1. ${which(s)}${s.classes.map((c, i) => `${c} ${percent(s.values[i])}`).join(', ')}. So the network answers ${s.answer}.`,
    loss: (s) =>
      s.rows > 1
        ? `How wrong is it, as one number? The mean loss of the ${count(s.rows)} ${many} is ${loss(s.loss)}. The closer to 0, the better.`
        : `How wrong is it, as one number? The right answer, ${s.label}, got the probability ${precise(s.share)}. ` +
          `The loss is −ln ${precise(Math.max(s.share, 1e-7))} = ${loss(s.loss)}${s.share < 1e-7 ? ' (a probability below 1e−7 counts as 1e−7)' : ''}. The closer to 0, the better.`,
    softmaxBack: (s) =>
      `Now from right to left. The gradient of a score says how many times as much the loss grows when it grows a little. It works out as probability minus right answer (1 or 0)${s.rows > 1 ? `, divided by ${count(s.rows)}` : ''}. ` +
      `${which(s)}${s.classes.map((c, i) => `${c} ${number(s.values[i])}`).join(', ')}.`,
    affineBack: (s) =>
      `${gated(s)}A weight’s gradient is what came in, times the gradient at its other end: ${count(s.inputs * s.nodes)} weights, ${s.nodes} biases. ${strongest(s)}`,
    reluBack: (s) =>
      `▲ wants to be larger, ▽ smaller, for less loss. ${which(s)}` +
      (s.weighted
        ? `Each wish is a sum of those of ${s.next}, each times its weight: a negative weight turns it over. `
        : `The wishes came back through ${s.next}: only to the ${count(s.wishes)} numbers that were the largest of their windows. `) +
      `${count(s.blocked)} of the ${count(s.nodes)} gates are shut: they will pass nothing on.`,
    conv: (s) =>
      `Each number is a sum over a window: ${area(s.kernel)} numbers of ${some(s.given[0], 'channel')}, each times its weight, plus a bias (past the picture’s border all are 0). ` +
      `${some(s.kernel[0], 'kernel')} of ${s.inputs} weights make ${some(s.shape[0], 'channel')}; a kernel has the same weights at all ${sizeOf(s.shape.slice(1))} places. ` +
      `${which(s)}The largest is [${s.at.join(',')}], ${number(s.most)}.`,
    convBack: (s) =>
      `${gated(s)}A kernel’s weight was used at ${sizeOf(s.shape.slice(1))} places, so its gradient is a sum over them: what it met, times the gradient at its other end. ${strongest(s)}`,
    pool: (s) =>
      `Of every 2 × 2 numbers only the largest went on: ${area(s.given)} became ${area(s.shape)} in every channel, and ${count(s.nodes)} of ${count(sizeOf(s.given))} numbers are left. ` +
      'A pattern that moves by a pixel often leaves the same ones: what counts is that it was there, less so where.',
    poolBack: (s) =>
      `▲ wants to be larger, ▽ smaller, for less loss. ${which(s)}Each wish is a sum of those of ${s.next}, each times its weight. ` +
      'From here it goes back only to the number that was the largest of its 2 × 2 window; the other three get 0.',
    update: (s) => (s.taught > 1 || !s.among ? together(s) : alone(s)),
    updated: 'Weights and biases have been updated.',
    training: (s) =>
      `Forward, loss, backward, update: done ${count(s.step)} ${s.step === 1 ? 'time' : 'times'}. ${s.loss === undefined ? unmeasured : `The mean loss of the training ${many} is ${loss(s.loss)}.`}`,
    trained: (s) => result(s),
  };
}
