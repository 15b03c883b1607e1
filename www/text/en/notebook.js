// The words of the NumPy notebook (Markdown). Same keys as in ../ja/.
import { count } from '../../util/format.js';

const colours = (/** @type {number} */ n) => `${count(n)} ${n === 1 ? 'colour' : 'colours'}`;

/** @type {typeof import('../ja/notebook.js').notebook} */
export const notebook = {
  title:
    '# Learning to name colours with NumPy\n\n' +
    'The network that ran on the Irozuku page, written with NumPy and nothing else. The colours and the first weights are the page’s, so the same calculations give nearly the same numbers.\n\n' +
    'Run the cells from top to bottom.',
  long: 'The long strings in the next cell are numbers written as text. Run the cell without reading it.',

  data: (train, test) =>
    '## The data\n\nA colour is three numbers, red, green and blue, from 0 to 255. Its right answer is given as the number of a class, counted from 0. ' +
    (test > 0 ? `The network learns from ${colours(train)} and is tested with ${colours(test)} it has never seen.` : `The network learns from ${colours(train)}.`),
  rule: {
    dominant: 'The largest of the three numbers is the right answer.',
    named: 'The right answer is the word “red”, “green” or “blue” in the name that people gave the colour.',
    vivid: 'A colour is “vivid” where its largest and its smallest number are at least 128 apart, and “grey” where they are not.',
    patterns: 'The right answer is the pattern: horizontal, vertical or diagonal stripes, or checks. The two colours, the width and the place are drawn at random.',
    own: 'They are your own colours. The right answer is the class into which you put each of them.',
  },
  input: {
    raw: 'The numbers of a colour enter the network as they are, 0 to 255. They are `x`.',
    scaled: 'The numbers of a colour are divided by 255, so that they lie between 0 and 1, and then enter the network. They are `x`.',
    standardised: 'From each of red, green and blue the mean over the training colours is subtracted. It is then divided by the standard deviation over them, and enters the network. These numbers are `x`.',
  },
  labels: '`t` is the teacher’s label: 1 for the right class, 0 for the others. In `x` and in `t`, each row is one colour.',

  affine:
    '## The Affine layer\n\n**Forward**: what comes in, `x`, is multiplied by the weights `w` and added up; then the bias `b` is added.\n\n' +
    '**Backward** finds the gradients. The gradient of a number says how many times as much the loss grows when that number grows a little. (The loss says how wrong the answer is; it comes later.) ' +
    'The next layer hands back `dout`. From it we compute the gradients `dw` of the weights, `db` of the biases, and `dx` for the layer before. For `dw` we need the `x` that came in on the way forward.\n\n' +
    '**Update** moves weights and biases against their gradients. The learning rate decides how far.',
  relu:
    '## The ReLU layer\n\nThis is the activation function. Positive numbers go through unchanged; all others become 0.\n\n' +
    '`mask` remembers where the input was 0 or less. On the way back, the gradient is stopped there and goes through everywhere else.',
  softmax:
    '## Softmax and the loss\n\nSoftmax turns scores `x` into probabilities `out` that add up to 1. The largest score of a row is subtracted first, so that `exp` never becomes too large to compute. The result is the same.\n\n' +
    'The loss (cross-entropy) is minus the natural logarithm of `p`, the probability of the right class: 0 where `p` is 1, and larger the nearer `p` is to 0. A `p` below 1e-7 counts as 1e-7. For several colours it is the mean of their losses.\n\n' +
    'Backward is simple: the probabilities minus the teacher’s labels, divided by the number of colours N.',

  conv:
    '## The Convolution layer\n\n**Forward**: a window of 3 × 3 pixels goes over the picture. Its numbers in all channels are multiplied by the weights `w` of a kernel and added up; then the bias `b` is added. The same kernel is used at every place, and each kernel makes one channel of `out`. ' +
    '`im2col` writes all windows as rows of one matrix, so that a single product computes them all.\n\n' +
    '**Backward**: as a weight is used at every place, its gradient is a sum over all places. `col2im` hands the gradients of the windows back to the pixels.',
  pool:
    '## The MaxPool layer\n\nOf every 2 × 2 numbers the largest goes through, so that a picture becomes half as high and half as wide. `place` remembers which one it was. On the way back the gradient goes to that place, and the other three get 0.',

  pictures: {
    title:
      '# Learning to name pictures with NumPy\n\n' +
      'The network that ran on the Irozuku page, written with NumPy and nothing else. The pictures and the first weights are the page’s, so the same calculations give nearly the same numbers.\n\n' +
      'Run the cells from top to bottom.',
    data: (train, test) =>
      '## The data\n\nA picture has channels, rows and columns. Each of its numbers is from 0 to 255. Its right answer is given as the number of a class, counted from 0. ' +
      (test > 0 ? `The network learns from ${count(train)} pictures and is tested with ${count(test)} it has never seen.` : `The network learns from ${count(train)} pictures.`),
    input: {
      raw: 'The numbers of a picture enter the network as they are, 0 to 255. They are `x`.',
      scaled: 'The numbers of a picture are divided by 255, so that they lie between 0 and 1, and then enter the network. They are `x`.',
      standardised: 'From each channel its mean over the training pictures is subtracted. It is then divided by its standard deviation over them, and enters the network. These numbers are `x`.',
    },
    labels: '`t` is the teacher’s label: 1 for the right class, 0 for the others. The first index of `x` and of `t` says which picture it is.',
    flatten: 'An Affine layer takes rows of numbers. Before it all numbers of a picture are written one after another.',
    network: (layers, first) =>
      `## The network\n\nIts layers are ${layers.join(', ')} and softmax.\n\n` +
      `They have the same names as on the page. The address of a number on the page, such as \`${first}.out[0,${first.startsWith('conv') ? '3,5,7' : '3'}]\`, works here too.`,
    forward: '## Forward\n\nThe picture on display goes through the layers, beginning with the first. At the end we get probabilities, one for each class. Nothing has been learned yet, so the answer is no better than a guess.',
    batches: (size) =>
      `**The numbers will not be the page’s.** On the page each update used ${size} ${size === 1 ? 'picture' : 'pictures'}, in a random order. This notebook uses all pictures each time instead. (For the same numbers set the batch to “all” on the page before it learns.)`,
    tries: (learningRate) =>
      '## Things to try\n\n' +
      '- The next cell answers for the picture in the opposite colours. Does it get the same answer?\n' +
      '- Move the picture: `answer(np.roll(picture, 1, axis=2))`, or turn it: `answer(picture.transpose(0, 2, 1))`.\n' +
      `- Learn some more: \`learn(x_train, t_train, steps=100, learning_rate=${learningRate})\`\n` +
      '- Make the learning rate ten times as large, then a tenth. (To get the first weights back, run the cells again from “The network” on.)',
  },

  here: {
    title: (step) =>
      `# The network of this moment, with NumPy\n\nThe network as it stood on the Irozuku page ${step > 0 ? `after ${count(step)} ${step === 1 ? 'update' : 'updates'}` : 'before it learned anything'}, written with NumPy and nothing else. ` +
      'The data and the weights are the page’s, so the same calculations give nearly the same numbers.\n\nRun the cells from top to bottom.',
    weights: (step) => `## The weights\n\nThe weights and biases that the page had at this moment (step ${count(step)}).`,
    forward: '## Forward\n\nWhat was on display goes through the layers, beginning with the first. At the end we get probabilities, one for each class.',
    run: (steps) => `The next ${steps === 1 ? 'update' : `${count(steps)} updates`}, as the page would make them with its present settings, and then the answer again.`,
    untrained: 'The page can’t make another update from here, so nothing is learned here either before the numbers are compared.',
    result:
      '## Beside the page\n\nOn the left is what this notebook computed, on the right what the page computes. The loss at a step is the one that the update began with: the mean over all that it learned from. The last line is the mean over all the training data.\n\n' +
      'After a while the two may differ. On a computer the last digit of a sum can depend on the order of adding. If such a small difference decides whether a number near 0 passes a ReLU, it grows with every update. The larger the inputs or the learning rate, the sooner this happens.',
  },

  weights: (seed) => `## The first weights\n\nThe weights and biases that the page had before it learned anything (seed ${seed}).`,
  given: '## The first weights\n\nThe weights and biases that the page began with: they were read from a file.',
  network: (widths) =>
    `## The network\n\nIts layers have ${widths.join(' → ')} nodes. Between one Affine layer and the next there is a ReLU.\n\n` +
    'The layers have the same names as on the page. The address of a number on the page, such as `affine1.w[2,0]`, works here too.',
  forward: (rgb) =>
    `## Forward\n\nRGB(${rgb.join(', ')}) goes through the layers, beginning with the first. At the end we get probabilities, one for each class. Nothing has been learned yet, so the answer is no better than a guess.`,
  loss: '## The loss\n\nHow wrong is this answer? Here are the probability `p` of the right class, and the loss.',
  backward:
    '## Backward\n\nThe gradients go from the last layer to the first.\n\n' +
    'Every single weight and bias has one gradient. So `dw` has the same shape as `w`, and `db` the same shape as `b`.',
  check:
    '## Checking a gradient\n\nDoes a gradient really say how many times as much the loss grows? Take one weight, make it larger by `h`, then smaller by `h`, and compare the two losses. Their difference divided by `2h` should be almost the same as the gradient that backward found.\n\n' +
    'The two losses are very close to each other, so this cell alone computes in float64, which has more digits.',

  learn: '## Learning\n\nForward, loss, backward, update, again and again. That is all there is to it.',
  run: (step) => `${count(step)} ${step === 1 ? 'update' : 'updates'}, as on the page, and then the answer for the same colour again.`,
  untrained: 'The network on the page had not learned anything yet, so nothing is learned here either before the numbers are compared.',
  order: 'On the page an update looks at a part of the data only, in an order that the seed draws anew for each round. These are the numbers of the ones that each update looked at, one batch after another.',
  batches: (size) =>
    `**The numbers will not be the page’s.** On the page each update used ${size} ${size === 1 ? 'colour' : 'colours'}, in a random order. This notebook uses all colours each time instead.`,
  result:
    '## Beside the page\n\nOn the left is what this notebook computed, on the right what the page showed. The loss is the mean over all training colours.\n\n' +
    'After a while the two may differ. On a computer the last digit of a sum can depend on the order of adding. If such a small difference decides whether a number near 0 passes a ReLU, it grows with every update. The larger the inputs or the learning rate, the sooner this happens.',
  tries: (learningRate) =>
    '## Things to try\n\n' +
    '- Change the three numbers in the next cell to see the answer for another colour.\n' +
    `- Learn some more: \`learn(x_train, t_train, steps=100, learning_rate=${learningRate})\`\n` +
    '- Make the learning rate ten times as large, then a tenth. (To get the first weights back, run the cells again from “The network” on.)\n' +
    '- In `Affine`, change `self.x.T.dot(dout)` to `2 * self.x.T.dot(dout)` and run everything again. What happens to the two numbers of “Checking a gradient”?\n' +
    '- Type the address of a number on the page into a cell and run it, for example `affine1.out[0,0]` after `forward(x)`.',
};
