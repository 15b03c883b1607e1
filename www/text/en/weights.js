// The words of a file of weights. Same keys as in ../ja/.
import { LIMITS } from '../../core/facts.js';
import { count } from '../../util/format.js';

const HOW = 'Choose one that NumPy’s np.savez or this page’s “Weights” has saved.';

/** @param {import('../ja/weights.js').Details} d */
const file = (d) => (d.name === '' ? 'The file' : `${d.name} in the file`);

/** @type {typeof import('../ja/weights.js').weights} */
export const weights = {
  homeOpen: 'Open weights…',
  homeOpenHow: 'Training can begin with the weights of an .npz (NumPy’s np.savez, np.savez_compressed) or a .json. You can also drop such a file anywhere on the page.',
  homeOpening: 'Reading…',
};

/** @type {typeof import('../ja/weights.js').weightProblems} */
export const weightProblems = {
  begunWith: (d) =>
    `Beginning with the ${d.numbers} weights and biases of ${d.file}.${d.hidden === undefined ? '' : ` The network was laid out to fit them (hidden layers: ${d.hidden === '' ? 'none' : d.hidden}).`}${d.steps === '0' ? '' : ` The ${d.steps === '1' ? 'step' : `${d.steps} steps`} before ${d.steps === '1' ? 'is' : 'are'} kept.`}`,
  weights: (d) => `${count(Number(d.found))} first weights were given, but this network has ${count(Number(d.wanted))} weights and biases. Give weights that fit it.`,
  notFinite: (d) => `${d.address} is not a number that can be computed with (NaN or infinite). Mend it and open the file again.`,
  givenTooLarge: () => 'The weights that were opened are so large that nothing can be computed (NaN). Open smaller ones, or choose “First weights” anew in the settings.',
  weightsNoFile: () => `This is not a file of weights (.npz or .json). ${HOW}`,
  weightsSingle: () => 'This file holds a single array (np.save). Save all weights and biases into one file with np.savez.',
  weightsNone: () => `There are no arrays of weights in this file. ${HOW}`,
  weightsTooMany: () => `This file is too large. At most ${count(LIMITS.mostWeights)} weights and biases can be opened.`,
  weightsCut: (d) => `${file(d)} is cut off or damaged. Save it again.`,
  weightsPacked: (d) => `${file(d)} is compressed in a way that can’t be opened here. Save it again with np.savez.`,
  weightsNoArray: (d) => `${file(d)} is not an array of numbers as NumPy saves it. Save it again with np.savez.`,
  weightsKind: (d) => `${d.name} holds numbers of the type ${d.kind}. Make it float32 or float64 (${d.name}.astype(np.float32)) and save it again.`,
  weightsTooLarge: (d) => `${d.address} is ${d.value}, which is too large for a float32. Make it smaller.`,
  weightsMissing: (d) => `${d.name} is missing. The file has ${d.known}.`,
  weightsShape: (d) => `${d.name} has the shape ${d.found}, but in this network it is ${d.wanted}. Make the shapes agree, or first choose a network or data that fit.`,
  weightsMore: (d) => `The file also has ${d.names}, which this network has not. Choose a network of that shape first, or save the file without them.`,
  weightsCount: (d) => `${d.name} has ${d.found} numbers, which is not what its shape ${d.shape} says.`,
  weightsRagged: (d) => `The rows of ${d.name} differ in length. Make all of them equally long.`,
  weightsNoNumber: (d) => `Something in ${d.name} is not a number. Make it an array of numbers only.`,
};
