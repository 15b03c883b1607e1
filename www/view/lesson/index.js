// The views of the lesson.
export { createCnn } from './cnn.js';
export { createEditor } from './editor.js';
export { createKernel } from './kernel.js';
export { createNeuron } from './neuron.js';
export { createPanel } from './panel.js';
export { createSheet } from './sheet.js';
export { createTiny } from './tiny.js';
