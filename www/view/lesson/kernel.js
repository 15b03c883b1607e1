// The stage of the kernel that is set by hand: a small picture, the kernel, what the window gives at every place, and what
// ReLU and max pooling leave of that.
import { KERNEL, PICTURE, POOLED, SIDE, WEIGHTS, poolAt, windowAt } from '../../lesson/kernel.js';
import { chosen } from '../../util/format.js';
import { attribute, h, say, style } from '../dom.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createKernel(dispatch) {
  const title = h('h2');
  const picture = createGrid(SIDE);
  const kernel = createGrid(KERNEL, (k) => {
    const now = shown?.kernel[k] ?? 0;
    const next = WEIGHTS[(WEIGHTS.indexOf(now) + 1) % WEIGHTS.length];
    dispatch('put', { kernel: (shown?.kernel ?? []).map((weight, i) => (i === k ? next : weight)) });
  });
  const [out, relu, pooled] = [createGrid(SIDE), createGrid(SIDE), createGrid(POOLED)];
  const place = h('input', { type: 'range', min: '0', max: String(SIDE * SIDE - 1), value: '0', class: 'kernel-place', input: () => {
    at = Number(place.value);
    draw();
  } });
  const placeName = h('span', { class: 'note' });
  const chooser = h('label', {}, placeName, place);
  const sum = h('output', { class: 'window-sum' });
  const walk = h('div', { class: 'walk' }, chooser, sum);
  const parts = h('div', { class: 'kernel-parts' }, picture.element, kernel.element, out.element, relu.element, pooled.element);
  const element = h('section', { class: 'kernel' }, title, parts, walk);
  /** The place of the window. */
  let at = 0;
  let step = '';
  /** @type {import('../../lesson/kernel.js').KernelFacts | null} */
  let shown = null;
  /** @type {import('../../app/view-model.js').Model | null} */
  let latest = null;

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    latest = model;
    const { lesson } = model;
    if (!lesson?.step.kernel) return;
    if (step !== lesson.step.id) {
      step = lesson.step.id;
      // The left edge of the square: a place where a kernel can show something.
      at = lesson.step.kernel.at ?? 3 * SIDE + 2;
      place.value = String(at);
    }
    draw();
  }

  function draw() {
    const lesson = latest?.lesson;
    const look = lesson?.step.kernel;
    if (!latest || !lesson || !look) return;
    const { text } = latest;
    const facts = lesson.facts.kernel;
    shown = facts;
    const settled = lesson.attempt.settled !== null;
    // What is asked for is not shown before it is answered.
    const asked = look.at !== null && !settled;
    const [row, column] = [Math.floor(at / SIDE), at % SIDE];
    const inWindow = (/** @type {number} */ place) => Math.abs(Math.floor(place / SIDE) - row) <= 1 && Math.abs((place % SIDE) - column) <= 1;
    const four = look.pooled ? poolAt(Math.floor(row / 2) * POOLED + Math.floor(column / 2)) : [];
    say(title, text.kernelTitle);
    picture.update(text.kernelPicture, PICTURE, (i) => ({ bright: PICTURE[i], lit: !look.pooled && inWindow(i) }));
    kernel.update(text.kernelKernel, facts.kernel, (i) => ({ signed: facts.kernel[i] }), look.free ? (i) => text.kernelWeight(Math.floor(i / KERNEL) + 1, (i % KERNEL) + 1, chosen(facts.kernel[i])) : null);
    out.update(text.kernelOut, facts.out, (i) => ({ ink: facts.out[i], lit: !look.pooled && i === at, unknown: asked && !look.pooled && i === at }));
    relu.update('ReLU', facts.relu, (i) => ({ ink: facts.relu[i], lit: four.includes(i), unknown: asked && !look.pooled && i === at }));
    pooled.element.hidden = !look.pooled;
    const gathered = Math.floor(row / 2) * POOLED + Math.floor(column / 2);
    pooled.update('MaxPool', facts.pooled, (i) => ({ ink: facts.pooled[i], lit: i === gathered, unknown: asked && i === gathered }));
    walk.hidden = look.pooled;
    chooser.hidden = look.at !== null;
    say(placeName, text.kernelPlace);
    style(place, '--share', `${(at / (SIDE * SIDE - 1)) * 100}%`);
    attribute(place, 'aria-valuetext', text.kernelPlaceAt(row + 1, column + 1, chosen(facts.out[at])));
    const terms = windowAt(at).map((x, k) => `${x} × ${facts.kernel[k] < 0 ? `(${chosen(facts.kernel[k])})` : chosen(facts.kernel[k])}`);
    say(sum, `${terms.join(' + ')} = ${asked ? '?' : chosen(facts.out[at])}`);
  }

  return { element, update };
}

/** How a cell of a grid looks. @typedef {{ bright?: number, signed?: number, ink?: number, lit?: boolean, unknown?: boolean }} Look */

/**
 * A square of numbers with its name; with `press`, buttons.
 * @param {number} side
 * @param {(i: number) => void} [press]
 */
function createGrid(side, press) {
  const name = h('figcaption');
  const cells = Array.from({ length: side * side }, (_, i) => (press ? h('button', { type: 'button', click: () => press(i) }) : h('span')));
  const grid = h('div', { class: 'squares' }, ...cells);
  style(grid, '--side', String(side));
  const element = h('figure', { class: press ? 'weights-by-hand' : 'numbers' }, name, grid);

  /**
   * @param {string} called
   * @param {readonly number[]} values
   * @param {(i: number) => Look} look
   * @param {((i: number) => string) | null} [label] of each cell, where it can be pressed
   */
  function update(called, values, look, label = null) {
    say(name, called);
    attribute(grid, 'role', press ? 'group' : 'img');
    const rows = Array.from({ length: side }, (_, i) => values.slice(i * side, (i + 1) * side).map((value, j) => (look(i * side + j).unknown ? '?' : chosen(value))).join(' '));
    attribute(grid, 'aria-label', press ? called : `${called}: ${rows.join('; ')}`);
    cells.forEach((cell, i) => {
      const { bright, signed, ink, lit, unknown } = look(i);
      say(cell, unknown ? '?' : chosen(values[i]));
      const sign = unknown ? '' : signed !== undefined ? (signed > 0 ? 'plus' : signed < 0 ? 'minus' : '') : ink !== undefined ? (ink > 0 ? 'solid' : ink < 0 ? 'hollow' : '') : bright ? 'bright' : 'dim';
      attribute(cell, 'class', [sign, lit ? 'lit' : ''].filter(Boolean).join(' ') || null);
      style(cell, '--share', ink === undefined ? '' : String(Math.min(1, Math.abs(ink) / 3)));
      if (!(cell instanceof HTMLButtonElement)) return;
      cell.disabled = label === null;
      attribute(cell, 'aria-label', label ? label(i) : null);
    });
  }

  return { element, update };
}
