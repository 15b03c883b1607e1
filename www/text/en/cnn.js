// The words of the chapter "A network for pictures" and of its stages. Same keys as in ../ja/.
import { vgg16 } from '../../lesson/vgg16.js';
import { chosen, count } from '../../util/format.js';

/** @typedef {import('../ja/lesson.js').Words} Words */

const { stages, affine, total } = vgg16();
const convolutions = stages.flat();
const learned = convolutions.reduce((sum, layer) => sum + layer.learned, 0);

/** @type {Record<string, Words>} */
export const cnn = {
  'cnn.draw': {
    title: 'Draw a picture',
    ask: () => 'This network gets a picture of 12 × 12 pixels and learns to name its pattern: horizontal, vertical or diagonal stripes, or checks. Draw one.',
    tell: (f) => `It has learned nothing yet, so its answer is an accident. What goes in: ${count(f.inputs)} numbers, the red, green and blue of every pixel. The first layers are new: a Convolution looks at the picture through a small window.`,
  },
  'cnn.edge': {
    title: 'A kernel by hand',
    ask: () => 'The window takes 3 × 3 pixels, multiplies each by a weight, and adds them up. The nine weights are called a kernel. The picture is a bright square (1) on a dark ground (0). Set the kernel so that, after ReLU, only the left edge of the square is above 0. Press a weight to change it.',
    tell: () => 'Weights below 0 on the left and above 0 on the right give 0 where all pixels are alike, and more than 0 where it gets brighter from left to right. The same nine weights are used at every place. Nobody has to set them: in a CNN they are learned, like all weights.',
    formula: 'out[i,j] = Σₖ Σₗ x[i+k−1, j+l−1] · w[k,l] + b',
  },
  'cnn.window': {
    title: 'One window',
    ask: () => 'Now the window stands at the right edge of the square. What does it give, before ReLU?',
    slips: {
      sign: () => 'The size is right, the sign is not: the bright pixels lie under the weights on the left.',
      sum: () => 'You added the pixels. Multiply each by its weight first.',
      relu: () => 'That is what ReLU makes of it. What goes into ReLU?',
    },
    tell: (f) => `${chosen(f.kernel.out[21])}. It gets darker from left to right here, so the sum is below 0, and ReLU turns it into 0. To find right edges as well, a network uses a second kernel. Each kernel makes one channel.`,
  },
  'cnn.pool': {
    title: 'Max pooling',
    ask: () => 'Max pooling keeps only the largest of every 2 × 2 numbers. What does it keep of the four numbers at the corner of the square?',
    slips: {
      sum: () => 'You added them. Only the largest stays.',
      mean: () => 'That is their mean. Only the largest stays.',
      smallest: () => 'That is the smallest. The largest stays.',
    },
    tell: (f) => `${chosen(f.kernel.pooled[5])}. The picture is half as high and half as wide now. It no longer says where in the 2 × 2 the edge was. So a pattern can lie one pixel further, and the number often stays the same.`,
    formula: 'out = max of 2 × 2',
  },
  'cnn.count': {
    title: 'How many weights?',
    ask: () => 'A greyscale picture of 30 × 30 pixels has 900 numbers. An Affine layer with 50 nodes connects each of them with each node. How many weights is that (without biases)?',
    slips: {
      sum: () => 'Each pixel has a weight for each node: multiply.',
      pixels: () => 'That is one node. There are 50.',
      kernel: () => 'A kernel has that many, with its bias. How many has the Affine layer?',
    },
    tell: () => 'A kernel has 9 weights and 1 bias, however large the picture is. That is the trick of a CNN: few weights, used at every place. The table shows VGG16, a network for photos.',
  },
  'cnn.race': {
    title: 'Which one wins?',
    ask: () => 'A network without Convolutions, of Affine and ReLU only (50, 100 and 50 nodes), learns from the same 480 pictures. How many of 200 new pictures will it get right?',
    tell: () => 'The CNN learns from the same pictures with as many updates, and gets about nine in ten new ones right.',
  },
  'cnn.why': {
    title: 'Why?',
    ask: () => 'The network of Affine layers gets many of the new pictures wrong. The CNN, with far fewer weights and as many updates, gets about nine in ten right. Why?',
    choices: () => ['It has more weights', 'It was trained for longer', 'What a kernel has learned at one place holds at every place'],
    slips: {
      0: () => 'It has far fewer: count them in the picture of the network.',
      1: () => 'Both made the same number of updates with the same pictures.',
    },
    tell: () => 'For an Affine layer, stripes that begin one pixel further down are other inputs, with other weights: it has to see the pattern at every place and in every colour. A kernel finds an edge wherever it lies. That is built into the network, so fewer examples are enough.',
  },
  'cnn.vgg': {
    title: 'A real one: VGG16',
    ask: () => `VGG16 learns ${count(total)} numbers. It has ${count(convolutions.length)} Convolutions and ${count(affine.length)} Affine layers. Where are most of its numbers?`,
    choices: () => ['In the Convolutions', 'In the first Affine layer', 'In the last Affine layer'],
    slips: {
      0: () => `All ${count(convolutions.length)} together learn ${count(learned)}: a kernel is small.`,
      2: () => `That one learns ${count(affine[affine.length - 1].learned)}. Another one gets far more numbers.`,
    },
    tell: () => `${count(affine[0].learned)} of ${count(total)} are in the first Affine layer, where ${count(affine[0].from)} numbers meet ${count(affine[0].to)} nodes. The layers are those that you know: Convolution, ReLU, max pooling, Affine, Softmax. Forward, loss, backward and update work as they did with colours.`,
  },
};

/** @type {typeof import('../ja/cnn.js').stage} */
export const stage = {
  kernelTitle: 'A window goes over the picture',
  kernelPicture: 'Picture',
  kernelKernel: 'Kernel',
  kernelOut: 'Convolution',
  kernelWeight: (row, column, weight) => `Weight in row ${row}, column ${column}: ${weight}`,
  kernelPlace: 'Move the window',
  kernelPlaceAt: (row, column, sum) => `row ${row}, column ${column}: ${sum}`,
  cnnTitle: 'VGG16, a network for photos of 224 × 224 pixels',
  cnnMiniature: 'The network for patterns on this page is its miniature: two Convolutions, each with ReLU and MaxPool, then one Affine and Softmax.',
  cnnHead: ['Layers', 'Channels or numbers', 'Numbers it learns'],
  cnnTotal: 'All',
};
