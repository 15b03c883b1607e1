// The questions and explanations of the lesson. Same keys as lesson.ja.js.
import { chosen, count, loss, number, percent, precise } from '../format.js';

/** @typedef {import('../lesson/facts.js').Facts} Facts */

const rgb = (/** @type {Facts} */ f) => `RGB(${f.rgb.join(', ')})`;
const right = (/** @type {Facts} */ f) => f.classes[f.right];
const answer = (/** @type {Facts} */ f) => f.classes[f.best] ?? '';
/** The sum of the neuron, written out. @param {Facts} f */
const product = ({ rgb: x, neuron: { weights, bias } }) => `${x.map((value, i) => `${value} × ${signed(weights[i])}`).join(' + ')} + ${signed(bias)}`;
const signed = (/** @type {number} */ value) => (value < 0 ? `(${chosen(value)})` : chosen(value));

/** @type {Record<string, import('./lesson.ja.js').Words>} */
export const steps = {
  'colour.name': {
    title: 'What colour is this?',
    ask: (f) => `Today’s problem is a very simple one. Is ${rgb(f)} nearest to red, green or blue?`,
    choices: (f) => f.classes,
    slips: { other: (f) => `Compare the three numbers. The largest is ${count(Math.max(...f.rgb))}.` },
    tell: (f) => `The largest number is ${count(Math.max(...f.rgb))}, so it is ${right(f)}. People see that at once. But can a network find it out by itself, from examples, when nobody tells it the rule? That is what today is about.`,
  },
  'colour.wrong': {
    title: 'A network that knows nothing yet',
    ask: () => 'Change the colour with the sliders on the right. Find a colour that the network gets wrong.',
    tell: (f) => `${rgb(f)} is ${right(f)}, but the network says “${answer(f)}” (${percent(f.share)}). Its weights are still as if thrown by dice, and so are its answers. The right answer is called the teacher’s label.`,
  },
  'colour.inputs': {
    title: 'What goes in',
    ask: () => 'How many numbers go into the network when it is shown one colour?',
    slips: {
      one: () => 'For us it is one colour. A computer gets it as the strengths of red, green and blue.',
      levels: () => '256 is how many values one number can take. Count the numbers themselves.',
      all: () => 'Not the combinations: how many numbers describe one colour?',
    },
    tell: (f) => `${f.inputs}: R, G and B. They are the cells of “Data”, at the left of the picture. A black-and-white image of 30×30 would be 900 numbers. What is done with them is the same.`,
  },

  'neuron.sum': {
    title: 'A neuron by hand',
    ask: (f) => `A neuron multiplies every number that comes in by a weight, adds up, and adds a bias at the end. With inputs ${f.rgb.join(', ')}, weights ${f.neuron.weights.map(chosen).join(', ')} and bias ${chosen(f.neuron.bias)}, what comes out?`,
    slips: {
      bias: (f) => `Nearly! You left out the bias, ${chosen(f.neuron.bias)}.`,
      weights: () => 'Did you add inputs and weights separately? Each input is multiplied by its own weight first.',
      plain: () => 'Did you add without multiplying by the weights?',
      one: () => 'That is the first input only. Multiply and add all three.',
    },
    tell: (f) => `${product(f)} = ${chosen(f.neuron.sum)}. A weight says how much an input matters; the bias lifts or lowers the whole. This step is called Affine.`,
    formula: 'out = x₁w₁ + x₂w₂ + x₃w₃ + b',
  },
  'neuron.relu': {
    title: 'ReLU, an activation function',
    ask: (f) => `What the neuron puts out goes through an activation function next. ReLU turns 0 and everything below into 0, and lets positive numbers through unchanged. The bias is now ${chosen(f.neuron.bias)}. What comes out of ReLU?`,
    slips: {
      sum: () => 'That is the number before ReLU. What does ReLU do with a negative number?',
      size: () => 'ReLU does not drop the sign. A negative number becomes 0.',
      old: (f) => `You have not added the bias yet, ${chosen(f.neuron.bias)}.`,
    },
    tell: (f) => `The sum is ${chosen(f.neuron.sum)}. ${f.neuron.sum > 0 ? 'It is positive and goes through' : 'It is not above 0, so it becomes 0'}. A neuron is silent up to some point, and beyond it fires.`,
    formula: 'out = max(0, x)',
  },
  'neuron.red': {
    title: 'A neuron that finds red',
    ask: (f) => `Set the weights and the bias yourself: make a neuron that fires for red colours and for no others. Tell 80% of the ${count(f.neuron.of)} training colours apart and it is good enough.`,
    tell: (f) => `It tells ${count(f.neuron.hits)} of ${count(f.neuron.of)} apart. The trick: a positive weight for red, negative ones for green and blue. Four numbers can be set by hand. Today’s network has more than ten thousand. That is why it has to learn.`,
  },

  'limit.flat': {
    title: 'The limit of one layer',
    ask: () => 'Another problem: is a colour vivid, or greyish? The network, as you see, has no hidden layer. After 2,000 steps of training, how many of the training colours will it name right?',
    tell: () => 'That is the limit of a simple perceptron. Next, let’s add a hidden layer.',
  },
  'limit.hidden': {
    title: 'Add a hidden layer',
    ask: () => 'Choose 16 under “Hidden layers” on the right and press “Train”. Will more than 95% of the training colours be right?',
    tell: (f) => `${percent(f.summary.trainAccuracy)} are right. Every neuron of the hidden layer makes a cut of its own, and the next layer puts the cuts together, so that they can surround the middle. That is why there are layers.`,
  },

  'forward.weights': {
    title: 'Weights of the first layer',
    ask: (f) => `Now forward: ${rgb(f)} goes from left to right, layer by layer. Affine1 has ${f.inputs} inputs and ${f.nodes} nodes (neurons), and every input is connected to every node. How many weights are there?`,
    slips: {
      sum: () => 'Multiply instead of adding: each node has one weight for every input.',
      biases: () => 'You counted the biases, too. The question is about weights only.',
      one: (f) => `${f.nodes} is the number of nodes. Each of them has ${f.inputs} weights.`,
    },
    tell: (f) => `${f.inputs} × ${f.nodes} = ${f.inputs * f.nodes}. The picture under Affine1 shows them. Select a cell and its arithmetic opens.`,
    formula: 'out = x · w + b',
  },
  'forward.affine': {
    title: 'Write it yourself: affine',
    ask: () => 'Write a function that multiplies, adds up and adds the bias, for every node. In NumPy it is one line. In JavaScript you write the loops yourself.',
    slips: { noBias: () => 'The bias b[j] is not added.' },
    tell: () => 'From now on your code computes the numbers of Affine in the picture (marked ✎).',
    formula: 'outⱼ = Σᵢ xᵢ wᵢⱼ + bⱼ',
  },
  'forward.stopped': {
    title: 'What will ReLU make 0?',
    ask: () => 'These are the numbers that Affine1 puts out. Among them, select a node that ReLU will turn into 0.',
    slips: {
      positive: () => 'That number is positive and will go through. Look for a hollow cell: it is negative.',
      elsewhere: () => 'Select a cell in the column of Affine1.',
    },
    tell: (f) => `Numbers of 0 or less have become 0: ${f.first.filter((x) => x <= 0).length} of ${f.nodes}.`,
    formula: 'out = max(0, x)',
  },
  'forward.relu': {
    title: 'Write it yourself: relu',
    ask: () => 'Write a function that gives 0 for numbers of 0 or less, and positive numbers unchanged.',
    slips: { passesAll: () => 'Every number goes through unchanged. Make those of 0 or less 0.' },
    tell: () => 'ReLU in the picture is your code now, too.',
    formula: 'outᵢ = max(0, xᵢ)',
  },
  'forward.walk': {
    title: 'And the same again',
    ask: () => 'Walk on to Affine4, layer by layer, with “Next” or the space bar. Under the picture stands what happens in each.',
    tell: (f) => `Affine4 puts out ${f.scores.length} numbers: ${f.scores.map(number).join(', ')}. Let’s call them scores.`,
  },
  'forward.scores': {
    title: 'From scores to an answer',
    ask: (f) => `${f.classes.map((id, i) => `${id} ${number(f.scores[i])}`).join(', ')}. Softmax, the next layer, turns these scores into probabilities. Which will be the highest?`,
    choices: (f) => f.classes,
    slips: { other: () => 'The order of the scores stays the same. Which score is the largest?' },
    tell: (f) => `${f.classes.map((id, i) => `${id} ${percent(f.probabilities[i])}`).join(', ')}. Softmax stretches the differences, but keeps the order. The lecture’s example: scores [0, 0.1, 5.3] become [0.0049, 0.0055, 0.9896].`,
    formula: 'outᵢ = exp(xᵢ) / Σⱼ exp(xⱼ)',
  },
  'forward.sum': {
    title: 'Probabilities added up',
    ask: (f) => `Take the ${f.classes.length} numbers that come out of Softmax, as plain numbers such as 0.39. What do they add up to?`,
    slips: {
      percent: () => 'As percentages, yes. And the plain numbers?',
      classes: () => 'Don’t count them, add them up.',
    },
    tell: () => 'Always exactly 1. That is why they can be read as probabilities.',
  },
  'forward.softmax': {
    title: 'Write it yourself: softmax',
    ask: () => 'Write a function that turns scores into probabilities which add up to 1. It must still work for scores above 1,000.',
    slips: {
      overflow: () => 'For a large score exp(x) is infinite, and dividing gives what is no number. Subtract the largest score from all of them first. The result is the same.',
      notOne: () => 'They don’t add up to 1. Divide by their sum.',
    },
    tell: () => 'With the largest score subtracted, top and bottom of the fraction shrink alike, so the result stays the same.',
    formula: 'outᵢ = exp(xᵢ − max x) / Σⱼ exp(xⱼ − max x)',
  },
  'forward.count': {
    title: 'How many in all?',
    ask: () => 'About how many weights and biases have been used up to here?',
    choices: () => ['about 200', 'about 1,000', 'about 10,000'],
    slips: { other: () => 'In each layer it is inputs × nodes. Try one of the middle layers.' },
    tell: (f) => `${count(f.parameters)}. Nobody can set them one by one. They are found automatically, from nothing but examples with right answers. That is learning.`,
  },

  'loss.which': {
    title: 'Which probability counts?',
    ask: (f) => `The right answer is ${right(f)}. How wrong is the network? One cell of Softmax decides that. Select it.`,
    slips: {
      largest: (f) => `That is the network’s answer, ${answer(f)}. What counts is the probability that the right answer was given.`,
      other: () => 'That is not the right colour.',
      elsewhere: () => 'Select a cell in the column of Softmax.',
    },
    tell: (f) => `Only the probability of the right answer counts: ${precise(f.probability)} for ${right(f)}. Near 1 is good, near 0 is bad. The teacher’s label is 1 for the right answer and 0 for the others; that is called one-hot.`,
  },
  'loss.value': {
    title: 'Compute the loss',
    ask: (f) => `The loss is minus the logarithm of the right answer’s probability (cross-entropy). That probability is ${precise(f.probability)}. What is the loss? Use the ln key of a calculator.`,
    slips: {
      sign: () => 'The logarithm is negative. The minus in front makes it positive.',
      missing: () => 'Take the logarithm instead of subtracting from 1.',
      ten: () => 'That is log₁₀. The natural logarithm, ln, is used here.',
      all: () => 'That is the probability itself. Take its logarithm, and put a minus in front.',
    },
    tell: (f) => `−ln ${precise(f.probability)} = ${loss(f.loss)}. With a probability of 1 the loss is 0; the nearer the probability comes to 0, the larger the loss, without end.`,
    formula: 'loss = −ln(probability of the right answer)',
  },
  'loss.even': {
    title: 'The loss of not knowing',
    ask: () => 'A network gives each of the three colours a probability of 1/3. About how large is its loss?',
    choices: () => ['0', '0.33', '1.10'],
    slips: {
      0: () => 'The loss is 0 only where the right answer has the probability 1.',
      1: () => '0.33 is the probability. The loss is minus its logarithm.',
    },
    tell: () => '−ln(1/3) = ln 3 = 1.0986. When training fails, the loss often sticks at this value. It is worth remembering.',
  },
  'loss.write': {
    title: 'Write it yourself: cross_entropy',
    ask: () => 'Write a function that gives the loss, from the probabilities y and the teacher’s label t (1 for the right answer only).',
    slips: { sign: () => 'The minus is missing. A loss is never below 0.' },
    tell: () => 'Loss in the picture is your code now, too. (The core counts a probability below 1e−7 as 1e−7, so that a 0 does no harm.)',
    formula: 'loss = −ln Σᵢ yᵢ tᵢ',
  },

  'backward.score': {
    title: 'Which way should a score go?',
    ask: (f) => `Now backward, from right to left. How much does the loss grow if a score grows a little? That is called the gradient. For Softmax it is the probability minus the teacher’s label. The right answer, ${right(f)}, has the probability ${precise(f.probability)}. What is its gradient?`,
    slips: {
      sign: () => 'The other way round: subtract the label from the probability.',
      teacher: () => 'The label is not subtracted yet. For the right answer it is 1.',
    },
    tell: (f) => `${precise(f.probability)} − 1 = ${number(f.gaps[f.right])}. It is negative: if this score grows, the loss falls. For the other colours the label is 0, so their gradients are positive: if those scores fall, the loss falls.`,
    formula: 'dx = y − t',
  },
  'backward.sign': {
    title: 'Reading a weight’s gradient',
    ask: (f) => `Of all weights of Affine4, one has the gradient furthest from 0: ${number(f.weight.gradient)}. If that weight grows a little, what will the loss do?`,
    choices: () => ['grow', 'fall', 'stay the same'],
    slips: { other: () => 'A gradient says how much the loss grows if the number grows. Look at its sign.' },
    tell: (f) => `It ${f.weight.gradient < 0 ? 'falls, because the gradient is negative' : 'grows, because the gradient is positive'}. Its size says how much. Press “Is that true? Check it” to nudge the weight and see.`,
    formula: 'dw = xᵀ · dout',
  },
  'backward.stop': {
    title: 'Where a gradient stops',
    ask: () => 'Next comes ReLU3. What forward made 0 had no part in the loss. In ReLU3, select a node where the gradient will be stopped.',
    slips: {
      positive: () => 'That node let a positive number through, so the gradient passes as well. Look for a cell of 0.',
      elsewhere: () => 'Select a cell in the column of ReLU3.',
    },
    tell: (f) => `At the struck cells the gradient has stopped: ${f.lastRelu.filter((x) => x === 0).length} of ${f.lastRelu.length}. Backward, ReLU does not turn values over: it lets a gradient pass or stops it.`,
    formula: 'dx = dout where x > 0, else 0',
  },
  'backward.relu': {
    title: 'Write it yourself: relu_backward',
    ask: () => 'Write a function that gives the gradients dout, which come from the right, unchanged, but 0 where x was 0 or less.',
    slips: {
      passesAll: () => 'Every gradient passes. Stop those where x is 0 or less.',
      atZero: () => 'Where x is exactly 0 it stops, too. Use <= instead of <.',
    },
    tell: () => 'The backward of ReLU in the picture is your code now, too.',
    formula: 'dxᵢ = doutᵢ where xᵢ > 0, else 0',
  },
  'backward.shape': {
    title: 'The shape of a gradient',
    ask: (f) => `In Affine1 the input x has the shape (1, ${f.inputs}), and the gradient dout from the right (1, ${f.nodes}). Which is the shape of dw, the gradient of the weights?`,
    choices: (f) => [`(${f.inputs}, ${f.nodes})`, `(${f.nodes}, ${f.inputs})`, `(1, ${f.nodes})`],
    slips: {
      1: () => 'The other way round: dw has the same shape as the weights w.',
      2: () => 'That is the shape of the bias’s gradient.',
    },
    tell: () => 'dw has the shape of w: one gradient for each weight. It is x.T.dot(dout), where x is what came into the layer. (The lecture’s slide prints dx.T; x.T is right.)',
    formula: 'dx = dout · wᵀ,  dw = xᵀ · dout,  db = Σ dout',
  },

  'update.weight': {
    title: 'Moving a weight',
    ask: (f) => `All gradients are known. Every weight now moves against its gradient, by learning rate × gradient. Weight ${precise(f.weight.value)}, gradient ${precise(f.weight.gradient)}, learning rate ${f.weight.rate}. What is the new weight?`,
    slips: {
      up: () => 'The other way: the loss shall fall, so subtract.',
      rate: () => 'The learning rate is missing.',
      step: () => 'That is how far it moves. Subtract it from the old weight.',
      back: () => 'That is how far it moves. Add it to the old weight.',
    },
    tell: (f) => `${precise(f.weight.value)} − ${f.weight.rate} × ${f.weight.gradient < 0 ? `(${precise(f.weight.gradient)})` : precise(f.weight.gradient)} = ${precise(f.weight.next)}. The same is done with all ${count(f.parameters)} numbers at once.`,
    formula: 'w ← w − learning rate × dw',
  },
  'update.repeat': {
    title: 'Again and again',
    ask: () => 'Forward, loss, backward, update: 300 times, with 240 colours. What will the loss do?',
    tell: () => 'Nobody told the program about “the largest number”. It found the rule with examples and gradients alone. Nodes that were grey have begun to take on colour.',
  },
  'update.back': {
    title: 'Back in time',
    ask: () => 'With the slider under the chart, go back to somewhere in the first half of the training. The network gets exactly the weights it had then.',
    tell: (f) => `Step ${count(f.step)}, loss ${loss(f.summary.trainLoss)}. You can go to any step up to ${count(f.furthest)}. See in which order it learned the colours.`,
  },
  'update.test': {
    title: 'Test data',
    ask: () => 'Some colours are kept apart and not learned from. What for?',
    choices: () => ['To see whether it can name colours it has never met', 'To make training faster', 'As a reserve, if training colours run out'],
    slips: {
      1: () => 'They take no part in training, so they can’t make it faster.',
      2: () => 'They are not used even then. That would be showing the answers before the exam.',
    },
    tell: (f) => `It might only have memorised the training colours. Right now, ${f.wrong === 1 ? '1 test colour is' : `${count(f.wrong)} test colours are`} named wrong.`,
  },

  'choices.input': {
    title: 'Scaling the inputs',
    ask: () => 'Some numbers are chosen by people: hyperparameters. Let’s change them one by one. The inputs go from 0–255 to 0–1, everything else stays as in the lecture, 2,000 steps. Compared with the lecture’s training, what will happen?',
    tell: () => 'Scaled inputs are a good habit, but the other numbers have to fit them. Next come the weights.',
  },
  'choices.weights': {
    title: 'If all first weights are 0',
    ask: () => 'What if every weight is 0 at first? Will it learn?',
    tell: () => 'Then how large should the random numbers be?',
  },
  'choices.he': {
    title: 'First weights that fit the layer',
    ask: () => 'Inputs 0–1, first weights by He’s rule: random, of a size that suits the number of inputs. The learning rate is still 0.01. What happens in 500 steps?',
    tell: () => 'With the lecture’s inputs, 0–255, He’s weights would be too large. With scaled inputs they are just right.',
  },
  'choices.rate': {
    title: 'A higher learning rate',
    ask: () => 'The same, but with a learning rate of 0.3. What happens in 200 steps?',
    tell: () => 'The learning rate says how far each update moves. Too low, and it takes for ever; too high, and it overshoots.',
  },
  'choices.wild': {
    title: 'Much too high',
    ask: () => 'And with a learning rate of 100?',
    tell: () => 'Which learning rate is good depends on the problem. One tries.',
  },

  'own.collect': {
    title: 'Teach it your own colours',
    ask: () => 'Now you are the teacher. Pick a colour on the right and put it into a class with the class’s button in the middle (or the keys 1 and 2): three colours in each of two classes. You can rename the classes, too.',
    tell: (f) => `You have collected ${f.counts.map(count).join(' and ')} colours. The network will learn from these examples alone.`,
  },
  'own.learn': {
    title: 'Let it learn',
    ask: () => 'Press “Train” until at least 95% of the training colours are right.',
    tell: (f) => `After ${count(f.step)} steps ${percent(f.summary.trainAccuracy)} are right. It has an answer for every other colour now, too.`,
  },
  'own.judge': {
    title: 'Do you agree?',
    ask: () => 'Pick a colour that you have not taught it, and see what the network says. Would you say the same?',
    choices: () => ['Yes', 'No'],
    tell: () => 'If so, your rule came across by examples alone. If not, add that colour as an example and train again. Whoever collects the data decides the answers.',
  },

  'onward.image': {
    title: 'From colours to images',
    ask: () => 'Today’s input was three numbers. How many would a black-and-white image of 30×30 have?',
    slips: {
      side: () => 'That is one row.',
      sum: () => 'Multiply instead of adding.',
      colours: () => 'For a colour image, yes. In black and white it is one number a pixel.',
    },
    tell: () => '900. With more inputs, forward, loss, backward and update stay the same. But with every pixel connected to every node there would be very many weights.',
  },
  'onward.cnn': {
    title: 'A CNN is a relative',
    ask: () => 'The picture above shows a network that tells images apart (VGG16, shortened). Which of its layers were not part of today’s network?',
    choices: () => ['Affine and Softmax', 'Convolution and max pooling', 'ReLU'],
    slips: { other: () => 'You have met that one today.' },
    tell: () => 'Put Convolution (a small window that slides over the image) and max pooling (only the largest of neighbours is kept) in the place of some Affine layers, and you have a CNN. The rest you know already.',
  },
  'onward.next': {
    title: 'What will you try next?',
    ask: () => 'This is the end of the lesson. What would you like to do next?',
    choices: () => ['Change layers and nodes', 'Learn colours that people named', 'Write it in NumPy'],
    tell: () => 'In the room of experiments you change settings, in the room of colours the data. With the button below you can take this network home as a NumPy notebook. Well done!',
  },
};
