// One plot of the course of a training, on a canvas: a solid line for the training colours, a thin broken one for the test
// colours. While it trains only what is new is drawn; all is drawn anew where the axes or the box change, or where one
// looks back.
import { FIELDS, countBefore } from '../../core/curve.js';
import { place } from '../../util/scale.js';
import { broken, segment, solid } from './lines.js';
import { createSurface } from './surface.js';

/** The room beside the axes, in sizes of a letter; chart.css has them, too: the scrubber stands under the step axis. */
const [LEFT, RIGHT, TOP, BELOW] = [3.2, 0.5, 0.6, 1.35];

/**
 * What a plot shows.
 * @typedef {object} Course
 * @property {import('../../core/curve.js').Curve} curve
 * @property {number[] | null} here the point of the present step; null where nothing is measured
 * @property {number[]} steps ticks of the step axis
 * @property {number[]} marks ticks of the value axis
 * @property {boolean} log
 * @property {import('../../app/runs.js').Run[]} others runs whose training line is drawn, too
 * @property {number | null} pointed the step under the pointer
 * @property {boolean} playing
 * @property {object} data of the network: another one is another run
 * @property {(value: number) => string} written a tick of the value axis in words
 * @property {(step: number) => string} count
 */

/** @param {[number, number]} fields the training colours' and the test colours' */
export function createPlot(fields) {
  const surface = createSurface(() => {
    drawn = null;
    if (latest) draw(latest);
  });
  const { context } = surface;
  /** @type {Course | null} */
  let latest = null;
  /** What is on the canvas, where more can be added to it. @type {{ axes: string, data: object, last: number[] } | null} */
  let drawn = null;
  /** How long the broken line is, px. */
  let dashed = 0;
  /** Where the axes are, px. */
  let [left, right, top, bottom] = [0, 0, 0, 0];

  const x = (/** @type {number} */ step) => left + place(step, latest?.steps ?? [0, 1], false) * (right - left);
  const y = (/** @type {number} */ value) => bottom - place(value, latest?.marks ?? [0, 1], latest?.log ?? false) * (bottom - top);

  /** @param {Course} course */
  function draw(course) {
    latest = course;
    if (surface.width() === 0) return;
    const { curve, here, steps, marks, log, others, pointed, playing, data } = course;
    const axes = `${steps} ${marks} ${log} ${others.map(({ id }) => id)}`;
    const last = curve.length - FIELDS;
    const ends = here !== null && (last < 0 || here[0] >= curve[last]);
    const growing = playing && ends && pointed === null;
    if (growing && drawn && drawn.axes === axes && drawn.data === data && drawn.last[0] <= here[0]) grow(course, drawn.last);
    else whole(course, growing);
    drawn = growing ? { axes, data, last: here } : null;
  }

  /**
   * Adds what came after a point.
   * @param {Course} course
   * @param {number[]} from
   */
  function grow({ curve, here }, from) {
    const first = countBefore(curve, from[0] + 1);
    line(1, points(curve, fields[1], first, from, here));
    line(0, points(curve, fields[0], first, from, here));
  }

  /**
   * @param {Course} course
   * @param {boolean} growing whether more will be added to it: then no dot is at its end, which would stay there
   */
  function whole({ curve, here, steps, marks, log, others, pointed, written, count }, growing) {
    const size = surface.letters();
    const { ink, soft, line: hair, paper } = surface.palette();
    const [width, height] = [surface.width(), surface.height()];
    [left, right, top, bottom] = [LEFT * size, width - RIGHT * size, TOP * size, height - BELOW * size];
    context.clearRect(0, 0, width, height);
    context.lineWidth = 1;
    context.strokeStyle = hair;
    context.fillStyle = soft;
    context.textBaseline = 'middle';
    context.textAlign = 'right';
    // As many numbers as have room over one another.
    const every = Math.max(1, Math.ceil(((marks.length - 1) * size * 1.2) / Math.max(1, bottom - top)));
    marks.forEach((mark, i) => {
      segment(context, left, Math.round(y(mark)) + 0.5, right, Math.round(y(mark)) + 0.5);
      if ((marks.length - 1 - i) % every === 0) context.fillText(written(mark), left - size * 0.4, y(mark));
    });
    context.textBaseline = 'alphabetic';
    steps.forEach((step, i) => {
      const end = i === steps.length - 1;
      context.textAlign = end ? 'right' : 'center';
      context.fillText(count(step), end ? width : x(step), height - size * 0.25);
    });
    overlay(others);
    dashed = 0;
    if (!here) return;
    line(1, points(curve, fields[1], 0, null, here));
    line(0, points(curve, fields[0], 0, null, here));
    // What lies ahead of a step that one has gone back to is still there, but fainter.
    if (curve.length > 0 && here[0] < curve[curve.length - FIELDS]) {
      context.fillStyle = paper;
      context.globalAlpha = 0.68;
      context.fillRect(x(here[0]), 0, width, bottom + 1);
      context.globalAlpha = 1;
    }
    [1, 0].forEach((i) => {
      const value = here[fields[i]];
      if (!Number.isFinite(value) || growing) return;
      context.beginPath();
      context.arc(x(here[0]), y(value), 3, 0, 2 * Math.PI);
      context.fillStyle = i === 0 ? ink : paper;
      context.fill();
      context.lineWidth = 1.2;
      context.strokeStyle = ink;
      context.stroke();
    });
    if (pointed === null) return;
    context.strokeStyle = soft;
    segment(context, x(pointed), top, x(pointed), bottom);
    // The step under the pointer takes the place of the axis's own numbers.
    const words = count(pointed);
    const half = context.measureText(words).width / 2 + size * 0.4;
    const middle = Math.min(width - half, Math.max(half, x(pointed)));
    context.fillStyle = paper;
    context.fillRect(middle - half, bottom + 2, 2 * half, height - bottom);
    context.fillStyle = ink;
    context.textAlign = 'center';
    context.fillText(words, middle, height - size * 0.25);
  }

  /**
   * The training lines of other runs, each with its number where it ends.
   * @param {Course['others']} others
   */
  function overlay(others) {
    const size = surface.letters();
    /** @type {{ at: number, over: number }[]} */
    const numbered = [];
    context.strokeStyle = context.fillStyle = surface.palette().soft;
    context.textAlign = 'left';
    for (const { id, curve } of others) {
      const found = points(curve, fields[0], 0, null, null);
      if (found.length === 0) continue;
      context.lineWidth = 1;
      solid(context, found);
      const [endX, endY] = found.slice(-2);
      const [at, over] = [Math.min(right - size * 0.6, endX + 3), endY - 3];
      // A number that would lie on another is left out.
      if (numbered.some((other) => Math.abs(other.at - at) < 2 * size && Math.abs(other.over - over) < size)) continue;
      numbered.push({ at, over });
      context.fillText(String(id), at, over);
    }
  }

  /**
   * The places of the finite values of a field, x and y in turn, at most about one point for each pixel.
   * @param {import('../../core/curve.js').Curve} curve
   * @param {number} field
   * @param {number} first the point to begin with
   * @param {number[] | null} from a point before it
   * @param {number[] | null} here a point that may not be on the curve
   */
  function points(curve, field, first, from, here) {
    const count = curve.length / FIELDS;
    const every = Math.max(1, Math.floor((count - first) / (right - left)));
    /** @type {number[]} */
    const found = [];
    const add = (/** @type {number} */ step, /** @type {number} */ value) => Number.isFinite(value) && found.push(x(step), y(value));
    if (from) add(from[0], from[field]);
    let waiting = here;
    for (let i = first; i < count; i += 1) {
      const step = curve[i * FIELDS];
      if (waiting && waiting[0] <= step) {
        if (waiting[0] < step) add(waiting[0], waiting[field]);
        waiting = null;
      }
      if ((i - first) % every === 0 || i === count - 1) add(step, curve[i * FIELDS + field]);
    }
    if (waiting && waiting[0] !== from?.[0]) add(waiting[0], waiting[field]);
    return found;
  }

  /**
   * @param {0 | 1} which of the two lines
   * @param {number[]} places x and y in turn
   */
  function line(which, places) {
    context.strokeStyle = surface.palette().ink;
    context.lineWidth = which === 0 ? 1.8 : 1;
    context.lineCap = which === 0 ? 'round' : 'butt';
    context.lineJoin = 'round';
    if (which === 0) solid(context, places);
    else dashed = broken(context, places, dashed);
  }

  return {
    element: surface.element,
    /**
     * @param {Course} course
     * @param {import('../../app/view-model.js').Model} model whose theme holds
     */
    update(course, model) {
      if (surface.dress(model)) drawn = null;
      draw(course);
    },
    /**
     * The step under a point of the window.
     * @param {number} clientX
     */
    stepAt(clientX) {
      const box = surface.element.getBoundingClientRect();
      const at = ((clientX - box.left) / box.width) * surface.width();
      const { steps } = latest ?? { steps: [0, 1] };
      return Math.min(1, Math.max(0, (at - left) / (right - left))) * steps[steps.length - 1];
    },
  };
}
