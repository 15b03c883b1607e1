// One neuron that is set by hand: three weights and a bias as sliders, the sum, ReLU, and the colours it fires for.
import { chosen, hex } from '../../util/format.js';
import { hue } from '../../colours/predictions.js';
import { MOST } from '../../state/schema.js';
import { over } from '../../util/tint.js';
import { createCube } from '../colours/cube.js';
import { attribute, h, say, svg } from '../dom.js';

/** The smallest move of a weight, and of the bias. */
const STEPS = ['0.05', '0.05', '0.05', '0.5'];
/** Where the lines of the drawing begin, and where they end, in its own units. */
const [ROWS, SUM] = [[30, 90, 150, 210], { x: 96, y: 120 }];

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createNeuron(dispatch) {
  const title = h('h2');
  const rows = STEPS.map((step, i) => createRow(i, step, () => dispatch('put', { neuron: /** @type {[number, number, number, number]} */ (rows.map((row) => row.value())) })));
  const lines = ROWS.map((y) => svg('path', { d: `M0 ${y} C 40 ${y}, 40 ${SUM.y}, ${SUM.x - 26} ${SUM.y}` }));
  const drawing = svg('svg', { viewBox: '0 0 150 240', preserveAspectRatio: 'none', class: 'wires', 'aria-hidden': 'true' }, ...lines, svg('path', { class: 'wire', d: `M${SUM.x - 26} ${SUM.y} H 150` }));
  const [sum, out] = [createCell('Affine'), createCell('ReLU')];
  const state = h('p', { class: 'firing' });
  const ends = h('div', { class: 'ends' }, sum.element, h('span', { class: 'arrow', 'aria-hidden': 'true' }, '→'), out.element, state);
  const groups = [createGroup(), createGroup()];
  const result = h('p', { class: 'result-line', role: 'status' });
  const cube = createCube();
  const told = h('div', { class: 'neuron-told' }, h('div', { class: 'neuron-groups' }, ...groups.map((group) => group.element)), cube.element);
  const element = h('section', { class: 'neuron' }, title, h('div', { class: 'wired' }, h('div', { class: 'inputs' }, ...rows.map((row) => row.element)), drawing, ends), result, told);
  /** @type {import('../../core/wasm.js').Data | null} */
  let built = null;
  /** The colours of each group, by their index in the data. @type {number[][]} */
  let members = [[], []];

  /** @param {import('../../core/wasm.js').Data} data */
  function build(data) {
    built = data;
    const order = data.train.map((_, i) => i).sort((a, b) => hue(data.train[a].rgb) - hue(data.train[b].rgb));
    members = [order.filter((i) => data.train[i].label === 0), order.filter((i) => data.train[i].label !== 0)];
    groups.forEach((group, i) => group.build(members[i].map((at) => data.train[at].rgb)));
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, neuron, data, shown, lesson, dark }) {
    if (!neuron) return;
    if (built !== data) build(data);
    const { known } = neuron;
    say(title, text.neuronTitle);
    rows.forEach((row, i) => row.update(text, shown.rgb[i] ?? null, [...neuron.weights, neuron.bias][i], known ? (neuron.parts[i] ?? null) : null));
    lines.forEach((line, i) => {
      const value = [...neuron.weights, neuron.bias][i] / MOST[i];
      attribute(line, 'class', value < 0 ? 'minus' : '');
      attribute(line, 'stroke-width', String(value === 0 ? 0 : 1 + 5 * Math.abs(value)));
    });
    sum.update(text.neuronSum, known ? chosen(neuron.sum) : '?', neuron.sum, known);
    out.update(text.neuronOut, known ? chosen(neuron.out) : '?', neuron.out, known);
    const fires = neuron.out > 0;
    say(state, !known ? text.neuronUnknown : fires ? `● ${text.neuronFires}` : `○ ${text.neuronSilent}`);
    const fired = members.map((group) => group.filter((i) => neuron.fires[i]).length);
    say(result, known ? text.neuronData(neuron.hits, neuron.of) : '');
    groups.forEach((group, i) => {
      group.element.hidden = !known || members[i].length === 0;
      group.update(`${i === 0 ? text.neuronReds : text.neuronOthers} · ${text.neuronFired(fired[i], members[i].length)}`, members[i].map((at) => neuron.fires[at] !== (i === 0)));
    });
    const space = lesson?.facts.space ?? null;
    element.classList.toggle('with-cube', space !== null);
    cube.element.hidden = space === null;
    if (space) cube.update({ text, dark, space, names: [text.neuronFires, text.neuronSilent] }, data.train.map((sample, i) => ({ sample, answer: neuron.fires[i] === (sample.label === 0) ? sample.label : -1 })));
  }

  return { element, update };
}

/**
 * One input with its weight, or the bias.
 * @param {number} i 3 for the bias
 * @param {string} step
 * @param {() => void} change
 */
function createRow(i, step, change) {
  const input = h('b', { class: 'input' });
  const label = h('label', { for: `neuron-${i}` });
  const slider = h('input', { type: 'range', id: `neuron-${i}`, min: String(-MOST[i]), max: String(MOST[i]), step, input: change });
  const shown = h('output', { for: `neuron-${i}` });
  const part = h('span', { class: 'part' });
  const element = h('div', { class: 'wire-row' }, input, h('div', { class: 'weighed' }, label, slider), shown, part);

  /**
   * @param {import('../../text/index.js').Text} text
   * @param {number | null} channel nothing for the bias
   * @param {number} value
   * @param {number | null} product
   */
  function update(text, channel, value, product) {
    say(input, channel === null ? '' : String(channel));
    if (channel !== null) {
      const colour = [0, 0, 0].map((_, c) => (c === i ? channel : 0));
      input.style.background = hex(colour);
      input.style.color = over(colour);
    }
    say(label, channel === null ? text.neuronBias : text.neuronWeight('RGB'[i]));
    if (Number(slider.value) !== value) slider.value = String(value);
    slider.style.setProperty('--share', `${((value + MOST[i]) / (2 * MOST[i])) * 100}%`);
    say(shown, `${channel === null ? '+' : '×'} ${value < 0 ? `(${chosen(value)})` : chosen(value)}`);
    say(part, product === null ? '' : `= ${chosen(product)}`);
    part.classList.toggle('minus', (product ?? 0) < 0);
  }

  return { element, update, value: () => Number(slider.value) };
}

/** A number with its name. @param {string} layer */
function createCell(layer) {
  const value = h('b');
  const what = h('small');
  const element = h('div', { class: 'end' }, h('span', { class: 'over-end' }, layer), value, what);

  /**
   * @param {string} words
   * @param {string} shown
   * @param {number} exact
   * @param {boolean} known
   */
  function update(words, shown, exact, known) {
    say(value, shown);
    attribute(value, 'data-value', known ? String(exact) : null);
    say(what, words);
  }

  return { element, update };
}

/** Colours for which a neuron should do the same. */
function createGroup() {
  const title = h('h3');
  const list = h('div', { class: 'tiles', 'aria-hidden': 'true' });
  const element = h('div', { class: 'told-apart' }, title, list);

  /** @param {number[][]} colours */
  function build(colours) {
    list.replaceChildren(...colours.map((rgb) => {
      const tile = h('span', { class: over(rgb) === '#000' ? 'tile light' : 'tile' });
      tile.style.background = hex(rgb);
      return tile;
    }));
  }

  /**
   * @param {string} words
   * @param {boolean[]} misses
   */
  function update(words, misses) {
    say(title, words);
    misses.forEach((miss, i) => list.children[i].classList.toggle('miss', miss));
  }

  return { element, build, update };
}
