// The questions and explanations of the lesson. Same keys as in ../ja/.
import { cnn } from './cnn.js';
import { chosen, count, loss, number, percent, precise } from '../../util/format.js';
import { alone, hand, passing } from './backward-by-hand.js';
import { choices, names } from './choices.js';
import { planes } from './planes.js';

/** @typedef {import('../../lesson/facts.js').Facts} Facts */

const rgb = (/** @type {Facts} */ f) => `RGB(${f.rgb.join(', ')})`;
const right = (/** @type {Facts} */ f) => f.classes[f.right];
const answer = (/** @type {Facts} */ f) => f.classes[f.best] ?? '';
/** The sum of the neuron, written out. @param {Facts} f */
const product = ({ rgb: x, neuron: { weights, bias } }) => `${x.map((value, i) => `${value} × ${signed(weights[i])}`).join(' + ')} + ${signed(bias)}`;
const signed = (/** @type {number} */ value) => (value < 0 ? `(${chosen(value)})` : chosen(value));

/** @type {Record<string, import('../ja/lesson.js').Words>} */
export const steps = {
  'colour.start': {
    title: 'Welcome',
    ask: () => 'A network with several layers that learns from examples: that is deep learning. It recognises speech, pictures and text. Today’s network only names colours. Nobody needs deep learning for that, but it is small enough to open every number in it. How much do you know about deep learning?',
    choices: () => ['Nothing yet', 'A little', 'I have used it'],
    tell: () => 'Good. We go through it in the order in which it works: one neuron, then layers; forward to an answer; the loss, which says how wrong it is; backward, which finds out what to change; and the update. In the end it learns, and you know why. You need to add and multiply. Everything else is explained when it is used.',
  },
  'colour.name': {
    title: 'What colour is this?',
    ask: (f) => `RGB(255, 0, 0) is red, RGB(0, 255, 0) green, RGB(0, 0, 255) blue. And ${rgb(f)}? Which of the three is nearest?`,
    choices: (f) => f.classes,
    slips: { other: (f) => `Compare the three numbers. The largest is ${count(Math.max(...f.rgb))}.` },
    tell: (f) => `The largest number is ${count(Math.max(...f.rgb))}, so the answer is ${right(f)}. People see that at once. But can a network learn to answer when nobody tells it the rule, and it sees only examples? That is what today is about.`,
  },
  'colour.wrong': {
    title: 'A network that knows nothing yet',
    ask: () => 'Drag the colour about on the wheel. Find a colour that the network gets wrong.',
    tell: (f) => `${rgb(f)} is ${right(f)}, but the network says “${answer(f)}” (${percent(f.share)}). Its weights are still random, like rolls of a die, and so are its answers. The right answer that it learns from is called the teacher’s label. What goes in is ${f.inputs === 3 ? 'three numbers, R, G and B' : `${count(f.inputs)} numbers`}: the cells of “Data”, at the left of the picture.`,
  },
  'neuron.sum': {
    title: 'A neuron by hand',
    ask: (f) => `A neuron multiplies each number that comes in by a weight, adds them all up, and adds a bias at the end. With the inputs ${f.rgb.join(', ')}, the weights ${f.neuron.weights.map(chosen).join(', ')} and the bias ${chosen(f.neuron.bias)}, what comes out?`,
    slips: {
      bias: (f) => `Nearly! You left out the bias, ${chosen(f.neuron.bias)}.`,
      weights: () => 'Did you add inputs and weights separately? Each input is multiplied by its own weight first.',
      plain: () => 'Did you add without multiplying by the weights?',
      one: () => 'That is only the first input. Multiply all three, and add them up.',
    },
    tell: (f) => `${product(f)} = ${chosen(f.neuron.sum)}. A weight says how much an input matters; the bias moves the whole sum up or down. This calculation is called Affine. (The name “neuron” comes from the brain, where a nerve cell fires when enough arrives from others. The rest is arithmetic.)`,
    formula: 'out = x₁w₁ + x₂w₂ + x₃w₃ + b',
  },
  'neuron.relu': {
    title: 'ReLU, an activation function',
    ask: (f) => `The sum then goes through an activation function. This one, ReLU, turns 0 and everything below into 0, and lets positive numbers through unchanged. The bias is now ${chosen(f.neuron.bias)}. What comes out of ReLU?`,
    slips: {
      sum: () => 'That is the number before ReLU. What does ReLU do with a negative number?',
      size: () => 'ReLU does not drop the sign. A negative number becomes 0.',
      old: (f) => `You have not yet added the bias, ${chosen(f.neuron.bias)}.`,
    },
    tell: (f) => `The sum is ${chosen(f.neuron.sum)}. ${f.neuron.sum > 0 ? 'It is positive and goes through' : 'It is not above 0, so it becomes 0'}. The neuron fires only when this sum is above 0. The bias moves the point where it begins to fire.`,
    formula: 'out = max(0, x)',
  },
  'neuron.red': {
    title: 'A neuron that finds red',
    ask: (f) => `Set the weights and the bias yourself. Make a neuron that fires only for red colours (those with R the largest). It is good enough when it gets 80% of the ${f.neuron.of > 0 ? `${count(f.neuron.of)} ` : ''}training colours right.${f.neuron.of > 0 ? ` A neuron that never fires already gets the ${count(f.neuron.silent)} others right (${percent(f.neuron.silent / f.neuron.of)}). How far can you go from there?` : ''}`,
    tell: (f) => `${f.neuron.of > 0 ? `It gets ${count(f.neuron.hits)} of ${count(f.neuron.of)} right. ` : ''}The trick: a positive weight for red, negative ones for green and blue. A neuron that answers yes or no, like this one, is called a perceptron. In the cube of all colours its answers are parted by a flat plane: the weights tilt it, the bias moves it. Four numbers can be set by hand. Today’s network has more than ten thousand. That is why it has to learn.`,
  },

  ...planes,

  'forward.weights': {
    title: 'Weights of a layer',
    ask: (f) => `Now we go forward: ${rgb(f)} is taken from left to right, layer by layer. Every input is connected to every node (neuron). In Affine1, x is a row of ${f.inputs} numbers, and the table w has ${f.inputs} rows and ${f.nodes} columns, one for each node: ${count(f.inputs * f.nodes)} weights, and ${f.nodes} biases. ${f.second.name} takes in ${f.second.from} numbers and has ${f.second.to} nodes. How many weights does it have?`,
    slips: {
      sum: () => 'Multiply instead of adding: each node has one weight for every input.',
      biases: () => 'You counted the biases, too. The question is only about the weights.',
      first: ({ second: { name } }) => `That is Affine1. How many inputs and nodes does ${name} have?`,
      both: ({ second: { name } }) => `Count those of ${name} alone, without Affine1.`,
    },
    tell: ({ inputs, nodes, second: { from, to } }) => `${from} × ${to} = ${count(from * to)}. For all nodes at once, a layer is one line: x · w + b. The shapes fit like dominoes: (1×${inputs}) · (${inputs}×${nodes}) gives (1×${nodes}), and (1×${from}) · (${from}×${to}) gives (1×${to}). Select a cell to see how its number was computed.`,
    formula: 'out = x · w + b',
  },
  'forward.affine': {
    title: 'Write it yourself: affine',
    ask: () => 'Write a function that, for every node, multiplies the inputs by the weights, adds them up and adds the bias. x holds the inputs, w[i][j] is the weight from input i to node j, b[j] the bias of node j. Return the list of results.',
    slips: { noBias: () => 'The bias b[j] is not added.' },
    tell: () => 'From now on, your code computes the numbers of Affine in the picture (marked ✎).',
    formula: 'outⱼ = Σᵢ xᵢ wᵢⱼ + bⱼ',
  },
  'forward.stopped': {
    title: 'Which nodes will ReLU zero?',
    ask: () => 'These are the numbers that come out of Affine1. Among them, select a node that ReLU will turn into 0.',
    slips: {
      positive: () => 'That number is positive and will go through. Look for a hollow cell: it is negative.',
      elsewhere: () => 'Select a cell in the column of Affine1.',
    },
    tell: (f) => `The numbers of 0 or less have become 0: ${f.first.filter((x) => x <= 0).length} of ${f.nodes}.`,
    formula: 'out = max(0, x)',
  },
  'forward.relu': {
    title: 'Write it yourself: relu',
    ask: () => 'Write a function that takes a list of numbers x, and returns it with every number of 0 or less turned into 0, and positive numbers unchanged. (In JavaScript; “Insert starter code” helps, and “Show me” shows one way.)',
    slips: { passesAll: () => 'Every number goes through unchanged. Turn those of 0 or less into 0.' },
    tell: () => 'ReLU in the picture is your code now. Why is there a ReLU after each Affine? Without a bend, Affine after Affine is one Affine, as with the six planes.',
    formula: 'outᵢ = max(0, xᵢ)',
  },
  'forward.walk': {
    title: 'The same again and again',
    ask: () => 'Go on to Affine4, layer by layer, with “Next” or the space bar. Below the picture you can read what happens in each layer.',
    tell: (f) => `${f.scores.length} numbers come out of Affine4: ${f.scores.map(number).join(', ')}. Let’s call them scores.`,
  },
  'forward.scores': {
    title: 'From scores to an answer',
    ask: (f) => `The scores: ${f.classes.map((id, i) => `${id} ${number(f.scores[i])}`).join(', ')}. Softmax, the next layer, turns them into probabilities. Which probability will be the highest?`,
    choices: (f) => f.classes,
    slips: { other: () => 'The probabilities are in the same order as the scores. Which score is the largest?' },
    tell: (f) => `${f.classes.map((id, i) => `${id} ${percent(f.probabilities[i])}`).join(', ')}. A score that is larger by 1 gets about 2.7 times the probability; the order stays the same. The lecture’s example: scores [0, 0.1, 5.3] become [0.0049, 0.0055, 0.9896]. (Slide 20 computes exp(x) directly. For scores above 709 that is too large a number for a computer, so this page first subtracts the largest score from all. The result is the same.)`,
    formula: 'outᵢ = exp(xᵢ) / Σⱼ exp(xⱼ)',
  },
  'forward.possible': {
    title: 'What can Softmax put out?',
    ask: () => 'Softmax makes probabilities out of any scores. Which of these can come out of it?',
    choices: () => ['[0.3, 0.28, 0.32]', '[0.7, 0.5, −0.2]', '[0.2, 0.5, 0.3]'],
    slips: {
      0: () => 'Add them up: 0.9. Together they should be all the probability there is. (The lecture’s slide 22 shows these three numbers; it is a slip.)',
      1: () => 'A probability is never below 0: exp(x) is always above 0.',
    },
    tell: () => 'What comes out of Softmax is always above 0, and together it is 1: each exp(xᵢ) is divided by the sum of all. That is why the numbers can be read as probabilities. (Percentages on the screen are rounded, so they can add up to a little more or less than 100%.)',
    formula: 'Σᵢ outᵢ = 1',
  },
  'forward.softmax': {
    title: 'Write it yourself: softmax',
    ask: () => 'Write a function that turns scores into probabilities which add up to 1. It must still work for scores above 1,000.',
    slips: {
      overflow: () => 'For a large score exp(x) is infinite, and the division then gives NaN (not a number). Subtract the largest score from all of them first. The result is the same.',
      notOne: () => 'They don’t add up to 1. Divide each by their sum.',
    },
    tell: () => 'When the same number is subtracted from every score, the top and the bottom of the fraction change by the same factor. So the result stays the same.',
    formula: 'outᵢ = exp(xᵢ − max x) / Σⱼ exp(xⱼ − max x)',
  },
  'forward.count': {
    title: 'How many in all?',
    ask: () => 'About how many weights and biases have we used so far?',
    choices: () => ['about 200', 'about 1,000', 'about 10,000'],
    slips: { other: () => 'Each layer has inputs × nodes weights. Try one of the middle layers.' },
    tell: (f) => `${count(f.parameters)}. Nobody can set them one by one. They are found automatically, from examples with their right answers. That is learning.`,
  },

  'loss.which': {
    title: 'Which probability counts?',
    ask: (f) => `The right answer is ${right(f)}. The number that says how wrong the network is, the loss, depends on only one of the ${f.classes.length} outputs of Softmax. Select that cell.`,
    slips: {
      largest: (f) => `That is the network’s answer, ${answer(f)}. What counts is the probability it gave to the right answer.`,
      other: () => 'That is not the right colour.',
      elsewhere: () => 'Select a cell in the column of Softmax.',
    },
    tell: (f) => `Only the probability of the right answer counts: ${precise(f.probability)} for ${right(f)}. The nearer to 1 the better, the nearer to 0 the worse. The teacher’s label is written as 1 for the right answer and 0 for the others. That is called one-hot.`,
  },
  'loss.value': {
    title: 'Compute the loss',
    ask: (f) => `The loss is minus the natural logarithm (ln) of the right answer’s probability. This is called cross-entropy. That probability is ${precise(f.probability)}. What is the loss? You may use a calculator (it has a key “ln”).`,
    slips: {
      sign: () => 'The logarithm is negative. The minus in front makes it positive.',
      missing: () => 'Take the logarithm instead of subtracting from 1.',
      ten: () => 'That is with log₁₀. Use the natural logarithm, ln.',
      all: () => 'That is the probability itself. Take its logarithm, and put a minus in front.',
    },
    tell: (f) => `−ln ${precise(f.probability)} = ${loss(f.loss)}. With a probability of 1 the loss is 0. As the probability comes nearer to 0, the loss grows without limit.`,
    formula: 'loss = −ln(probability of the right answer)',
  },
  'loss.even': {
    title: 'The loss of not knowing',
    ask: () => 'A network gives each of the three colours a probability of 1/3. About how large is its loss?',
    choices: () => ['0', '0.33', '1.10'],
    slips: {
      0: () => 'The loss is 0 only when the right answer has the probability 1.',
      1: () => '0.33 is the probability. The loss is minus its logarithm.',
    },
    tell: () => '−ln(1/3) = ln 3, about 1.0986. When training fails, the loss often gets stuck near this value. It is worth remembering.',
  },
  'loss.write': {
    title: 'Write it yourself: cross_entropy',
    ask: () => 'Write a function that returns the loss, given the probabilities y and the teacher’s label t (1 for the right answer, 0 for the others).',
    slips: { sign: () => 'The minus is missing. A loss is never below 0.' },
    tell: () => 'Loss in the picture is your code now, too. Textbooks write it as in the middle of the formula: t is 1 for the right answer only, so nothing but its term is left. (With a probability of 0 the loss would be infinite, so this page counts every probability below 1e−7 as 1e−7.)',
    formula: 'loss = −Σᵢ tᵢ ln yᵢ = −ln(probability of the right answer)',
  },

  ...hand,

  'backward.score': {
    title: 'Which way should a score go?',
    ask: (f) => `Now we go backward, from right to left. Raise a score a little: how many times as much does the loss grow? That is the gradient of the score. For Softmax with cross-entropy it works out as the probability minus the teacher’s label. The right answer, ${right(f)}, has the probability ${precise(f.probability)}. What is the gradient of its score?`,
    slips: {
      sign: () => 'The other way round: subtract the label from the probability.',
      teacher: () => 'You have not subtracted the label. For the right answer it is 1.',
    },
    tell: (f) => `${precise(f.probability)} − 1 = ${number(f.gaps[f.right])}. It is negative: if this score grows, the loss falls. Raise it by 0.01, for example, and the loss falls by about ${number(Math.abs(f.gaps[f.right]) / 100)}. For the other colours the label is 0, so their gradients are positive: if those scores fall, the loss falls.`,
    formula: 'dx = y − t',
  },
  ...passing,
  'backward.stop': {
    title: 'Where a gradient stops',
    ask: () => 'Next comes ReLU3. What was turned into 0 on the way forward had no part in the loss. In ReLU3, select a node where the gradient will be stopped.',
    slips: {
      positive: () => 'That node let a positive number through, so the gradient passes, too. Look for a cell that is 0.',
      elsewhere: () => 'Select a cell in the column of ReLU3.',
    },
    tell: (f) => `The crossed cells block the gradient: ${f.lastRelu.filter((x) => x === 0).length} of ${f.lastRelu.length}. On the way back, ReLU does not change a gradient’s sign: it lets the gradient pass, or stops it.`,
    formula: 'dx = dout where x > 0, else 0',
  },
  'backward.relu': {
    title: 'Write it yourself: relu_backward',
    ask: () => 'Write a function that returns the gradients dout, which come from the right. Where x was 0 or less, return 0; leave the others unchanged.',
    slips: {
      passesAll: () => 'Every gradient passes. Stop those where x is 0 or less.',
      atZero: () => 'Where x is exactly 0 the gradient is stopped, too. Use <= instead of <.',
    },
    tell: () => 'The backward step of ReLU in the picture is your code now, too.',
    formula: 'dxᵢ = doutᵢ where xᵢ > 0, else 0',
  },

  ...alone,
  'update.weight': {
    title: 'Moving a weight',
    ask: (f) => `How far does each weight move? Against its gradient, by learning rate × gradient. One weight of Affine4 is ${precise(f.weight.value)}, its gradient is ${precise(f.weight.gradient)}, and the learning rate is ${f.weight.rate}. What is the new weight?`,
    slips: {
      up: () => 'The other way: the loss should fall, so subtract learning rate × gradient.',
      rate: () => 'The learning rate is missing.',
      step: () => 'That is how far it moves. Subtract it from the old weight.',
      back: () => 'That is how far it moves. Add it to the old weight.',
    },
    tell: (f) => `${precise(f.weight.value)} − ${f.weight.rate} × ${f.weight.gradient < 0 ? `(${precise(f.weight.gradient)})` : precise(f.weight.gradient)} = ${precise(f.weight.next)}. The other weights and biases are moved in the same way, all at once. Where ReLU stopped the gradient it is 0, so ${count(f.moved)} of the ${count(f.parameters)} moved. This update suits one colour only: close the open number (✕ or Esc) to read what it did to the loss of that colour and to the loss of all colours. From now on all ${count(f.trained)} train together: each weight moves by the mean of their gradients.`,
    formula: 'w ← w − learning rate × dw',
  },
  'update.repeat': {
    title: 'Again and again',
    ask: (f) => `Learning is a loop: go forward; compute the loss; go backward to get the gradient of every weight; update, that is, move each weight a little against its gradient. We repeat it 300 times with the lecture’s program: ${f.sizes.length - 1} layers (${f.sizes.join(' → ')}), learning rate ${f.settings.learningRate}, ${count(f.trained)} training colours, ${count(f.tested)} test colours. What will the loss do?`,
    tell: () => 'Nobody told the network the rule of “the largest number”. It has learned to answer from examples and gradients alone, all the way from the three numbers to the name. That is called end-to-end: no step in between is made by hand. The cells of ReLU show the colours for which each node fires. They change as it learns.',
  },
  'update.back': {
    title: 'Back in time',
    ask: (f) => `${f.furthest < 10 ? 'First press “Train” and let it learn a little. Then, with' : 'With'} the slider under the chart of the loss, go back to somewhere in the first half of the training. The network gets back exactly the weights it had then.`,
    tell: (f) => `At step ${count(f.step)} the loss is ${loss(f.summary.trainLoss)}. You can go to any step up to ${count(f.furthest)}. See in which order it learned the colours.`,
  },
  'update.test': {
    title: 'Test data',
    ask: () => 'Some colours are kept back and not used for training (test data). What for?',
    choices: () => ['To see whether it can name colours it has never seen', 'To make training faster', 'As a reserve, if training colours run out'],
    slips: {
      1: () => 'They take no part in training, so they can’t make it faster.',
      2: () => 'They are not used even then. That would be like showing the answers before the exam.',
    },
    tell: (f) => `It might only have memorised the training colours. Right now, ${f.wrong === 1 ? '1 test colour is' : `${count(f.wrong)} test colours are`} named wrong.`,
  },

  ...names,
  ...choices,

  'own.collect': {
    title: 'Teach it your own colours',
    ask: () => 'Now you are the teacher. Pick a colour and press + of a class (or the key 1 or 2). Put three colours into each of two classes. You can rename the classes, too.',
    tell: (f) => `You have collected ${f.counts.map(count).join(' and ')} colours. The network will learn from these examples alone.`,
  },
  'own.learn': {
    title: 'Let it learn',
    ask: () => 'Press “Train” until at least 95% of the training colours are right.',
    tell: (f) => `After ${count(f.step)} steps ${percent(f.summary.trainAccuracy)} are right. Now it has an answer for every other colour, too.`,
  },
  'own.judge': {
    title: 'Do you agree?',
    ask: () => 'Pick a colour that you have not taught it, and look at the network’s answer. Would you say the same?',
    choices: () => ['Yes', 'No'],
    tell: () => 'If yes, it has picked up your rule from examples alone. If no, add that colour as an example and train again. Whoever collects the data decides what is right.',
  },

  ...cnn,

  'onward.left': {
    title: 'What was left out',
    ask: () => 'Deep learning is more than today’s network. Three other kinds: RNN, GAN and DQN. Which one would you take to read a sentence, word by word?',
    choices: () => ['RNN', 'GAN', 'DQN'],
    slips: {
      1: () => 'A GAN makes new pictures: one network draws, another judges whether they look real.',
      2: () => 'A DQN learns to act, in a game for example, from rewards.',
    },
    tell: () => 'An RNN feeds its output back into itself, so it remembers earlier words. A GAN makes new pictures with two networks that compete; a DQN learns from rewards which action to choose. Two helpers were left out as well: BatchNorm keeps the numbers inside a network at a fixed size while it learns, and Dropout switches off random nodes during training, so that a network memorises less. All of them learn as you have seen: forward, loss, backward, update.',
  },
  'onward.next': {
    title: 'What will you try next?',
    ask: () => 'This is the end of the lesson. What would you like to try next?',
    choices: () => ['Change layers and nodes', 'Learn colours that people named', 'Write it in NumPy'],
    tell: () => 'You can change the settings in the “Experiments” tab, and the data in the “Colours” tab. To go on to pictures, put Convolution and max pooling in front of the Affine layers: that is a CNN (chapter 12). A greyscale picture of 30×30 pixels is 900 inputs instead of 3; forward, loss, backward and update stay as they are. The lecture goes on in a notebook: with the button below you can take this network home, in NumPy. Well done!',
  },
};
