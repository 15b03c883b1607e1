// The words of the chapters "Why not just the largest?" and "What people choose". Same keys as in ../ja/.
import { count } from '../../util/format.js';

/** @typedef {import('../ja/lesson.js').Words} Words */

/** @type {Record<string, Words>} */
export const names = {
  'names.rule': {
    title: 'Where the rule fails',
    ask: (f) => `Why learn at all, if the rule is “the largest of the three numbers”? Because people don’t follow it. In a survey thousands of people gave names to colours; ${count(f.trained + f.tested)} of the names say red, green or blue. This colour, RGB(${f.rgb.join(', ')}), is one of them. What did they call it?`,
    choices: (f) => f.classes,
    slips: { other: () => 'Forget the numbers and look at the colour. What would you call it?' },
    tell: (f) => `“Tiffany blue”, although its largest number is green (${count(Math.max(...f.rgb))}). The rule gets ${count(f.ruled.train + f.ruled.test)} of the ${count(f.trained + f.tested)} right. Nobody has written down the rule that people follow, but their answers are there: data to learn from.`,
  },
  'names.learn': {
    title: 'Rule against network',
    ask: (f) => `A network learns from ${count(f.trained)} of these names. The other ${count(f.tested)} are kept back to test it. The rule of the largest number gets ${count(f.ruled.test)} of those right. And the network, after 500 steps?`,
    tell: (f) => `Of the ${count(f.tested)}, the rule gets ${count(f.ruled.test)} right, the network ${count(f.tested - f.wrong)}. It has never seen those names, and it beats the rule, because it has learned from people. With other seeds it was the same: 94 to 96 for the network, 89 to 94 for the rule. That is why machines learn from data where no rule can be written down: pictures, speech, translation.`,
  },
};

/** @type {Record<string, Words>} */
export const choices = {
  'choices.weights': {
    title: 'All first weights 0',
    ask: () => 'Some numbers are not learned; people choose them. They are called hyperparameters. We begin with the first weights. What if every weight is 0 at first? (The inputs are 0–1, the learning rate is 0.3.) What will happen to the nodes of a layer?',
    tell: () => 'So the first weights are random numbers. But how large should they be?',
  },
  'choices.large': {
    title: 'Weights that are too large',
    ask: () => 'The lecture’s first weights are random numbers that spread around 0 with a standard deviation of 0.1: two of three lie between −0.1 and 0.1. What if it is 1, ten times as much? Everything else stays as in the lecture, for 300 steps.',
    tell: () => 'In each of the five seeds that we measured, it got stuck near ln 3. Too small is no better: with inputs 0–1 and a deviation of 0.01, nothing is learned in 1,000 steps (“Inputs 0–1, tiny weights” in the “Experiments” tab).',
  },
  'choices.he': {
    title: 'First weights that fit the layer',
    ask: () => 'He’s rule fits the weights to each layer: the deviation is √(2 ÷ number of inputs), so that the numbers keep about the same size from layer to layer. The inputs are 0–1, the learning rate is 0.01. What will the loss do in 500 steps?',
    tell: () => 'No guessing: He’s rule works for layers of any width. But it counts on inputs of about 1 in size.',
  },
  'choices.input': {
    title: 'Normalising the inputs',
    ask: () => 'Now give the network with He’s weights the raw inputs, 0–255. The learning rate is 0.05. (With inputs 0–1 and everything else the same, the loss is below 0.1 after 300 steps.) What will happen?',
    tell: () => 'The same network, the same weights: only the inputs differ. Dividing the inputs by 255 is called normalisation. The lecture gets by without it, because its weights (0.1) and its learning rate (0.01) happen to suit 0–255. With other data, normalise first; then what works for others works for you, too.',
  },
  'choices.rate': {
    title: 'A higher learning rate',
    ask: () => 'Inputs of 0–1 and He’s weights again. With a learning rate of 0.3 instead of 0.01, what will happen in 200 steps?',
    tell: () => 'The learning rate says how far each update moves. If it is too low, learning takes very long. With inputs of 0–1, He’s weights and this rate, the loss after 2,000 steps is lower than with the lecture’s settings.',
  },
  'choices.wild': {
    title: 'Much too high',
    ask: () => 'And with a learning rate of 100? What will happen in 50 steps?',
    tell: () => 'Which learning rate is good depends on the problem. People find it by trying.',
  },
  'choices.single': {
    title: 'One colour at a time',
    ask: () => 'So far each update used the mean over all 240 colours. Now every single colour makes an update, with He’s weights and raw inputs 0–255. The learning rate is the lecture’s 0.01. What will happen within 100 steps?',
    tell: () => 'How many examples share an update is called the batch size: all 240, one, or something between, such as 20. It has to go together with the learning rate and the inputs.',
  },
  'choices.nodes': {
    title: 'How many nodes?',
    ask: () => 'The number of nodes is also chosen by people. Vivid or greyish again: one hidden layer, trained this time, not set by hand. With 16 nodes it gets more than 95% right. With only 2 nodes, after 2,000 steps?',
    tell: () => 'Two planes can’t enclose the greyish colours. With more nodes than needed it still learns (try “Far too many nodes” in the “Experiments” tab), but every step takes longer.',
  },
  'choices.layers': {
    title: 'How many layers?',
    ask: () => 'Then more layers: three hidden layers of 2 nodes each, instead of one. Does that help?',
    tell: () => 'Depth alone does not help: what two nodes have lost, no later layer brings back. Measured with five seeds: 52 to 62% with three layers of 2, 63 to 77% with one layer of 2, 97% or more with one layer of 16. Deep networks need layers that are wide enough, good first weights, and much data. How many layers and nodes are best is found by trying, too.',
  },
};
