// What words mean. Same keys as in ../ja/; `words` are as they stand in a text, with | between them.

/** @type {Record<keyof typeof import('../ja/glossary.js').glossary, import('../ja/glossary.js').Term>} */
export const glossary = {
  forward: { words: 'forward', means: 'Computing the layers one after another, from left to right, up to the answer.' },
  backward: { words: 'backward', means: 'Finding the gradients layer by layer, from right to left.' },
  activation: { words: 'activation function', means: 'A function that changes the numbers that come out of Affine. Without it, many layers could do no more than one. Here it is ReLU.' },
  loss: { words: 'loss', means: 'One number for how wrong an answer is. The closer to 0, the better.' },
  gradient: { words: 'gradient|gradients', means: 'How much the loss grows if a number grows a little. 2 means: twice as much as the number grows. Below 0, the loss falls.' },
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
