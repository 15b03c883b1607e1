// What the first layer looks for. Of a Convolution each kernel, beside the part of the training pictures at which its channel
// is largest; of a dense layer the weights of its first nodes, as pictures.
import { aroundGrey, patchOf, pixelsOf } from '../../colours/pixels.js';
import { isPicture, sizeOf } from '../../core/tensor-shape.js';
import { isKernel } from '../../explain/weight-index.js';
import { number } from '../../util/format.js';
import { attribute, h, say } from '../dom.js';
import { paletteAt } from '../stage/palette.js';
import { drawKernel } from './kernel-cells.js';

/** The most nodes of a dense layer whose weights are shown. */
const NODES = 24;
/** How many pixels a patch has on each side of its middle: as a kernel has. */
const REACH = 1;

/** @typedef {import('../../app/view-model.js').Model} Model */
/** @typedef {import('../../app/view-model.js').Weights} Weights */

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createKernels(dispatch) {
  const title = h('h2');
  const note = h('p', { class: 'note' });
  const list = h('div', { class: 'looks' });
  const element = h('section', { class: 'kernels' }, title, list, note);
  /** @type {ReturnType<typeof channelItem>[] | ReturnType<typeof nodeItem>[]} */
  let items = [];
  /** What the items are made for. */
  let made = '';
  /** @type {Model | null} */
  let latest = null;
  let theme = '';
  let palette = { ink: '#000', paper: '#fff' };

  /** @param {number} channel */
  function channelItem(channel) {
    const patch = h('canvas', { 'aria-hidden': 'true', width: 2 * REACH + 1, height: 2 * REACH + 1, class: 'patch' });
    const kernels = h('canvas', { 'aria-hidden': 'true', class: 'cells' });
    const show = () => {
      const place = latest?.space?.patches[channel];
      const sample = place && latest?.data.train[place.picture];
      if (sample) dispatch('sample', sample);
    };
    const button = h('button', { type: 'button', class: 'look', click: show }, h('span', { 'aria-hidden': 'true' }, String(channel)), patch, kernels);
    return { element: button, patch, kernels };
  }

  /**
   * @param {number} node
   * @param {readonly number[]} shape
   */
  function nodeItem(node, [, height, width]) {
    const canvas = h('canvas', { role: 'img', width, height, class: 'firsts' });
    return { element: h('span', { class: 'look' }, h('span', { 'aria-hidden': 'true' }, String(node)), canvas), canvas };
  }

  /** @param {Model} model */
  function update(model) {
    latest = model;
    const { text, data, columns, space } = model;
    const first = columns[1]?.weights;
    const seen = isPicture(data.shape) && first?.w.length && space ? first : null;
    const kernels = seen !== null && isKernel(seen.shape) && space?.patches.length === seen.columns;
    const dense = seen !== null && !isKernel(seen.shape) && seen.rows === sizeOf(data.shape);
    element.hidden = !kernels && !dense;
    if (!seen || element.hidden) return;
    const now = `${kernels} ${seen.columns} ${data.shape}`;
    if (now !== made) {
      made = now;
      const count = Math.min(seen.columns, kernels ? Infinity : NODES);
      items = kernels ? Array.from({ length: count }, (_, i) => channelItem(i)) : Array.from({ length: count }, (_, i) => nodeItem(i, data.shape));
      list.replaceChildren(...items.map((item) => item.element));
    }
    list.classList.toggle('dense', dense);
    dress(model);
    say(title, kernels ? text.kernels : text.firstWeights);
    say(note, kernels ? text.kernelsNote : text.firstWeightsNote(items.length, seen.columns));
    if (kernels) showChannels(model, seen);
    else showNodes(model, seen);
  }

  /** @param {Model} model */
  function dress({ state, dark }) {
    const now = `${state.theme} ${dark}`;
    if (now === theme) return;
    theme = now;
    palette = paletteAt(element);
  }

  /**
   * @param {Model} model
   * @param {Weights} weights
   */
  function showChannels({ text, data, space }, { w, shape, columns }) {
    const scale = largest(w);
    /** @type {ReturnType<typeof channelItem>[]} */ (items).forEach((item, channel) => {
      const place = space?.patches[channel];
      const sample = place && data.train[place.picture];
      if (!place || !sample) return;
      const image = new ImageData(patchOf(sample.rgb, data.shape, place, REACH), 2 * REACH + 1);
      item.patch.getContext('2d')?.putImageData(image, 0, 0);
      // The weights lie one row an input and one column a channel.
      drawKernel(item.kernels, Array.from({ length: w.length / columns }, (_, row) => w[row * columns + channel]), shape.slice(1), scale, palette);
      const words = text.channelSees(channel, place.picture, place.row, place.column, number(place.value));
      attribute(item.element, 'aria-label', words);
      attribute(item.element, 'title', words);
    });
  }

  /**
   * @param {Model} model
   * @param {Weights} weights
   */
  function showNodes({ text, data }, { w, rows, columns }) {
    const scale = largest(w);
    const [, height, width] = data.shape;
    /** @type {ReturnType<typeof nodeItem>[]} */ (items).forEach(({ canvas }, node) => {
      const mine = Float32Array.from({ length: rows }, (_, row) => w[row * columns + node]);
      canvas.getContext('2d')?.putImageData(new ImageData(pixelsOf(aroundGrey(mine, scale), data.shape), width, height), 0, 0);
      attribute(canvas, 'aria-label', text.weightsOf(node));
    });
  }

  return { element, update };
}

/**
 * The size of the largest number; 0 where none is a number.
 * @param {Float32Array} values
 */
function largest(values) {
  return values.reduce((most, value) => Math.max(most, Math.abs(value) || 0), 0);
}
