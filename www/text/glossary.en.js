// What words mean. Same keys as glossary.ja.js; `words` are as they stand in a text, with | between them.

/** @type {Record<keyof typeof import('./glossary.ja.js').glossary, import('./glossary.ja.js').Term>} */
export const glossary = {
  forward: { words: 'forward', means: 'Computing the layers one after another, from left to right, up to the answer.' },
  backward: { words: 'backward', means: 'Finding the gradients of the loss layer by layer, from right to left.' },
  activation: { words: 'activation function', means: 'A function between layers that bends the numbers. Here it is ReLU.' },
  loss: { words: 'loss', means: 'One number for how wrong an answer is. The closer to 0, the better.' },
  gradient: { words: 'gradient|gradients', means: 'How much the loss grows if a number grows a little.' },
  rate: { words: 'learning rate', means: 'How far an update moves the weights.' },
  weight: { words: 'weight|weights', means: 'A number that an input is multiplied by. Learning changes it.' },
  bias: { words: 'bias|biases', means: 'A number that is added after multiplying and summing. Learning changes it.' },
  neuron: { words: 'neuron|neurons|node|nodes', means: 'One unit of computing: it multiplies what comes in by weights, adds up, and adds a bias.' },
  hidden: { words: 'hidden layer', means: 'A layer between input and output.' },
  entropy: { words: 'cross-entropy', means: 'A loss: minus the logarithm of the right answer’s probability.' },
  teacher: { words: 'teacher’s label', means: 'The right answer, as given by people.' },
  hyper: { words: 'hyperparameters', means: 'Numbers that people choose and training does not change: how many layers and nodes, the learning rate.' },
  step: { words: 'steps', means: 'One update of the weights.' },
};
