// The words of the chapter "Limits, hidden layers", and of its stage. Same keys as in ../ja/.
import { count, percent } from '../../util/format.js';

/** @typedef {import('../ja/lesson.js').Words} Words */

/** @type {Record<string, Words>} */
export const planes = {
  'limit.plane': {
    title: 'A perceptron and its plane',
    ask: ({ neuron: { of, silent } }) =>
      `The perceptron gets a new problem: is a colour vivid (R, G and B far apart) or greyish? It should fire for the vivid colours only.${of > 0 ? ` Staying silent gets ${count(silent)} of ${count(of)} right (${percent(silent / of)}).` : ''} Move the sliders. Can it get 80% right, as with red?`,
    choices: () => ['Yes, with the right weights', 'No, no plane can do it'],
    slips: { 0: ({ neuron: { hits, of } }) => (of > 0 ? `Now it is ${percent(hits / of)}. Turn the cube: on which sides of the greyish colours do vivid ones lie?` : 'Turn the cube: on which sides of the greyish colours do vivid ones lie?') },
    tell: () => 'The greyish colours lie around the line from black to white, and vivid ones lie on all sides of them. Wherever the plane stands, vivid colours are left on its wrong side. That is the limit of a perceptron: it can only separate what one plane separates (“linearly separable”).',
    formula: 'yes where x₁w₁ + x₂w₂ + x₃w₃ + b > 0',
  },
  'limit.bend': {
    title: 'A layer in between',
    ask: () => 'Now six neurons work side by side, each with its own plane. Neuron 1 fires where R is more than 127.5 above G. One more neuron adds up what they let through; it says “vivid” if the sum is above 0. The weights are ready-made. Connect the other five, one by one, and watch the border and the crosses.',
    tell: ({ bent }) => `${bent && bent.of > 0 ? `${count(bent.hits)} of ${count(bent.of)} are right. ` : ''}Each neuron cuts with its own plane, ReLU keeps only what lies beyond it, and the next layer adds that up. So the border bends around the greyish colours. Planes alone would not do: without ReLU the sum of six planes is just another plane.`,
    formula: 'sum = Σⱼ max(0, x · wⱼ + bⱼ)',
  },
  'limit.layers': {
    title: 'Input, hidden, output',
    ask: () => 'This is today’s network. Data is its input layer. Its last Affine, with Softmax, is the output layer: that is where the answer comes out. What stands between them are hidden layers, each an Affine with its ReLU. How many hidden layers are there?',
    slips: {
      output: () => 'The last Affine belongs to the output layer. Count what stands before it.',
      both: () => 'Leave out the input layer and the output layer.',
      apart: () => 'An Affine and the ReLU after it count as one layer.',
    },
    tell: ({ sizes }) => `${sizes.length - 2}. The nodes are ${sizes.join(' → ')}: ${sizes.slice(1, -1).join(', ')} in the hidden layers and ${sizes[sizes.length - 1]} in the output layer. The lecture calls this a network of ${sizes.length - 1} layers, since the input layer computes nothing. A network with several hidden layers is called deep. (Slide 6 draws one hidden layer fewer than the program has.)`,
  },
};

/** The words of the stage. @type {typeof import('../ja/planes.js').stage} */
export const stage = {
  planesTitle: 'Six neurons, six planes',
  planesNeuron: (n, sum) => `Neuron ${n}: ReLU(${sum})`,
  planesSum: (sum, answer) => `Sum of the connected: ${sum} → ${answer}`,
};
