// What words mean. Same keys as in ../ja/; `words` are as they stand in a text, with | between them.

/** What the stops are: the layers, and the numbers that go through them. @type {typeof import('../ja/glossary.js').terms} */
export const terms = {
  data: 'The colour that goes in: how much red, green and blue, each a number from 0 to 255.',
  affine: 'Multiplies each number that comes in by a weight, adds them all up, and adds a bias; once for each number that goes out.',
  relu: 'Turns every number of 0 or less into 0 and lets the positive ones through: a gate for each number.',
  softmax: 'Turns the scores into probabilities that add up to 1. The name with the largest is the answer.',
  loss: 'One number for how wrong the answer is. The closer to 0, the better.',
  update: 'Moves every weight and bias a little against its gradient. That is one step of learning.',
  out: 'What goes out of a layer, and into the next one.',
  dout: 'The gradient of out: raise that number a little, and the loss grows this many times as much. It comes from the next layer.',
  dx: 'The gradient of what came into the layer. It is computed from dout and passed to the layer before.',
};

/** @type {Record<keyof typeof import('../ja/glossary.js').glossary, import('../ja/glossary.js').Term>} */
export const glossary = {
  forward: { words: 'forward', means: 'Computing the layers one after another, from left to right, up to the answer.' },
  backward: { words: 'backward', means: 'Finding the gradients layer by layer, from right to left.' },
  activation: { words: 'activation function', means: 'A function that changes the numbers that come out of Affine. Without it, many layers could do no more than one. Here it is ReLU.' },
  loss: { words: 'loss', means: 'One number for how wrong an answer is. The closer to 0, the better.' },
  gradient: { words: 'gradient|gradients', means: 'How many times as much the loss grows when a number grows a little. 2 means: the loss grows twice as much as the number. Below 0, the loss falls.' },
  rate: { words: 'learning rate', means: 'The number that says how far an update moves the weights and biases: the gradients are multiplied by it.' },
  weight: { words: 'weight|weights', means: 'A number that an input is multiplied by. Learning changes it.' },
  bias: { words: 'bias|biases', means: 'A number that is added after multiplying and summing. Learning changes it.' },
  neuron: { words: 'neuron|neurons|node|nodes', means: 'One unit of the calculation: it multiplies what comes in by weights, adds it all up, and adds a bias.' },
  hidden: { words: 'hidden layer', means: 'A layer between input and output.' },
  entropy: { words: 'cross-entropy', means: 'A kind of loss: minus the natural logarithm of the right answer’s probability.' },
  teacher: { words: 'teacher’s label', means: 'The right answer from which the network learns.' },
  hyper: { words: 'hyperparameters', means: 'Numbers that people choose and training does not change, such as the number of layers and nodes, or the learning rate.' },
  step: { words: 'steps', means: 'One update of the weights.' },
};
