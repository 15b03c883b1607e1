// The tiny network as a picture: its numbers, its weights on their wires, and under each number its gradient.
import { WANTED } from '../../lesson/tiny.js';
import { chosen } from '../../util/format.js';
import { attribute, h, say, svg } from '../dom.js';

/** @typedef {import('../../lesson/step.js').GradientName} GradientName */
/** @typedef {keyof typeof import('../../lesson/tiny.js').WEIGHTS} Weight */

/** The size of the drawing, in its own units. On a phone one of them is nearly a pixel. */
const [WIDTH, HEIGHT] = [380, 262];
/** Heights of the rows of the two paths, and of the score. */
const [UPPER, LOWER, MIDDLE] = [78, 198, 138];
/** Half the height of a cell. */
const HALF = 18;

/** The cells: their middle, and half their width. */
const CELLS = /** @type {const} */ ({ p: [28, UPPER, 24], q: [28, LOWER, 24], a: [174, UPPER, 52], b: [174, LOWER, 52], score: [290, MIDDLE, 27], loss: [351, MIDDLE, 27] });
/** The wires: from where to where, and where on them the weight is written, 0 to 1. @type {Record<Weight, [number, number, number, number, number]>} */
const WIRES = {
  pa: [52, UPPER, 122, UPPER, 0.5],
  pb: [52, UPPER + 6, 122, LOWER - 6, 0.42],
  qb: [52, LOWER, 122, LOWER, 0.5],
  as: [226, UPPER, 263, MIDDLE - 6, 0.5],
  bs: [226, LOWER, 263, MIDDLE + 6, 0.5],
};
/** Where the gradients are written. @type {Partial<Record<GradientName, [number, number]>>} */
const PLACES = {
  score: [290, MIDDLE + 36],
  a: [200, UPPER + 36],
  b: [200, LOWER + 36],
  sumA: [148, UPPER + 36],
  sumB: [148, LOWER + 36],
  viaA: [87, UPPER + 22],
  viaB: [105, 168],
  pa: [87, UPPER - 24],
  p: [28, UPPER + 36],
  q: [28, LOWER + 36],
};

/**
 * @typedef {object} Picture
 * @property {import('../../lesson/tiny.js').Numbers} numbers
 * @property {Map<GradientName, number>} gradients those that are known
 * @property {GradientName | null} asked the one that is asked for
 * @property {readonly Weight[]} lit the wires that the question is about
 * @property {boolean} gates whether there is a ReLU in the nodes
 * @property {import('../../text/index.js').Text} text
 * @property {string} label the picture in words
 */

export function createTinyNetwork() {
  const wires = Object.entries(WIRES).map(([name, [x1, y1, x2, y2, at]]) => {
    const line = svg('line', { x1, y1, x2, y2 });
    const weight = letters(x1 + (x2 - x1) * at, y1 + (y2 - y1) * at, 'weight');
    return { name: /** @type {Weight} */ (name), line, weight, element: svg('g', {}, line, weight) };
  });
  const cells = Object.entries(CELLS).map(([name, [x, y, half]]) => {
    const node = name === 'a' || name === 'b';
    const [title, value, out] = [letters(x, y - HALF - 11, 'name'), letters(node ? x - 26 : x, y, 'value'), letters(x + 26, y, 'value')];
    const box = svg('rect', { x: x - half, y: y - HALF, width: 2 * half, height: 2 * HALF, rx: 7 });
    const gate = svg('line', { class: 'gate', x1: x, x2: x, y1: y - HALF, y2: y + HALF });
    return { name: /** @type {keyof typeof CELLS} */ (name), title, value, out, gate, element: svg('g', { class: 'cell-of' }, box, ...(node ? [gate, out] : []), value, title) };
  });
  const wanted = letters(CELLS.loss[0] - 30, MIDDLE + 68, 'name');
  const gradients = Object.entries(PLACES).map(([name, [x, y]]) => {
    const box = svg('rect', { x: x - 21, y: y - 11, width: 42, height: 22, rx: 11 });
    const value = letters(x, y, '');
    return { name: /** @type {GradientName} */ (name), value, element: svg('g', { class: 'gradient' }, box, value) };
  });
  const drawing = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img' }, ...wires.map(({ element }) => element), ...cells.map(({ element }) => element), wanted, ...gradients.map(({ element }) => element));
  const key = h('span');
  const keys = h('p', { class: 'tiny-key', 'aria-hidden': 'true' }, h('i', {}, '2'), ' ', key);
  const formula = h('p');
  const element = h('div', { class: 'tiny-network' }, drawing, formula, keys);

  /** @param {Picture} picture */
  function update({ numbers, gradients: known, asked, lit, gates, text, label }) {
    attribute(drawing, 'aria-label', label);
    for (const { name, element: wire, weight } of wires) {
      attribute(wire, 'class', lit.includes(name) ? (name === 'pb' || name === 'bs' ? 'wire lit second' : 'wire lit') : 'wire');
      say(weight, numbers[name] < 0 ? `×(${chosen(numbers[name])})` : `×${chosen(numbers[name])}`);
    }
    for (const { name, title, value, out, gate } of cells) {
      say(title, name === 'score' ? text.tinyScore : name === 'loss' ? text.tinyLoss : (name === 'a' || name === 'b') && gates ? `${name} · ReLU` : name);
      if (name === 'a' || name === 'b') {
        const sum = numbers[name === 'a' ? 'sumA' : 'sumB'];
        // Without a gate there is one number, in the middle.
        attribute(value, 'x', String(CELLS[name][0] - (gates ? 26 : 0)));
        say(value, chosen(sum));
        say(out, gates ? chosen(numbers[name]) : '');
        attribute(gate, 'class', !gates ? 'gate none' : sum > 0 ? 'gate' : 'gate closed');
      } else say(value, chosen(numbers[name]));
    }
    say(wanted, text.tinyWanted(WANTED));
    for (const { name, value, element: pill } of gradients) {
      const gradient = known.get(name);
      attribute(pill, 'class', gradient === undefined && name === asked ? 'gradient asked' : 'gradient');
      attribute(pill, 'visibility', gradient === undefined && name !== asked ? 'hidden' : null);
      attribute(pill, 'data-gradient', gradient === undefined ? null : `${name} ${chosen(gradient)}`);
      say(value, gradient === undefined ? '?' : chosen(gradient));
    }
    keys.hidden = known.size === 0 && asked === null;
    say(key, text.tinyKey);
    say(formula, text.tinyFormula);
  }

  return { element, update };
}

/**
 * A text around a point.
 * @param {number} x
 * @param {number} y
 * @param {string} kind
 */
function letters(x, y, kind) {
  return svg('text', { x, y, class: kind, 'text-anchor': 'middle', 'dominant-baseline': 'central' });
}
