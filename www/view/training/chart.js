// The course of the training: loss and accuracy over the steps, with the values under the pointer.
import { decades, place, ticks } from '../../util/scale.js';
import { isMeasured } from '../../core/wasm.js';
import { count, loss, percent } from '../../util/format.js';
import { FIELDS } from '../../core/curve.js';
import { attribute, h, say, svg } from '../dom.js';

/** Room for the numbers beside an axis, in units of the drawing. */
const LEFT = 34;
const WIDTH = 260;
/** The size of a number, in the same units. */
const NUMBER = 11;

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createChart(dispatch) {
  const losses = createPlot(98, [1, 2]);
  const accuracies = createPlot(52, [3, 4], true);
  const [lossHead, accuracyHead] = [createLegend(), createLegend()];
  const log = h('input', { type: 'checkbox', change: () => dispatch('put', { log: log.checked }) });
  const logLabel = h('span');
  const scrubber = h('input', { type: 'range', class: 'scrubber', min: '0', step: '1', input: () => dispatch('step', Math.min(Number(scrubber.value), latest?.furthest ?? 0)) });
  const element = h(
    'section',
    { class: 'chart' },
    lossHead.element,
    h('div', { class: 'plot' }, losses.element, scrubber),
    accuracyHead.element,
    h('div', { class: 'plot' }, accuracies.element, h('label', {}, log, logLabel)),
  );
  /** @type {import('../../app/view-model.js').Model | null} */
  let latest = null;
  /** @type {number | null} */
  let pointed = null;

  for (const plot of [losses, accuracies]) {
    plot.element.addEventListener('pointermove', (event) => {
      const rect = plot.element.getBoundingClientRect();
      const x = ((event.clientX - rect.left) / rect.width) * WIDTH;
      pointed = Math.min(1, Math.max(0, (x - LEFT) / (WIDTH - LEFT)));
      if (latest) update(latest);
    });
    plot.element.addEventListener('pointerleave', () => {
      pointed = null;
      if (latest) update(latest);
    });
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    latest = model;
    const { text, state, summary, furthest, runs } = model;
    // Losses on other colours can't be compared.
    const others = runs.kept.filter(({ visible, settings }) => visible && settings.data === state.settings.data);
    const { points, now } = pointsOf(model);
    log.checked = state.log;
    say(logLabel, text.logScale);
    const lasts = [points, ...others.map(({ curve }) => [...curve])].map((curve) => curve[curve.length - FIELDS] ?? 0);
    const steps = ticks(Math.max(10, ...lasts), 4);
    const all = [...finite(points, [1, 2]), ...others.flatMap(({ curve }) => finite([...curve], [1]))];
    const most = Math.max(...all, 0);
    const least = Math.min(...all.filter((value) => value > 0), 1);
    const marks = state.log ? decades(Math.max(1e-6, least), Math.max(most, least * 10)) : ticks(most, 3);
    const nearest = pointed === null ? null : nearestPoint(points, pointed * steps[steps.length - 1]);
    losses.overlay(others, steps, marks, state.log);
    losses.draw(points, now, steps, marks, state.log, nearest, (value) => String(value));
    const axis = nearest === null ? text.stepAxis : `${text.stepAxis} ${count(points[nearest])}`;
    accuracies.draw(points, now, steps, [0, 0.5, 1], false, nearest, (value) => `${value * 100}%`, axis);
    attribute(losses.element, 'aria-label', text.chart(summary));
    attribute(accuracies.element, 'aria-label', text.chart(summary));
    const at = nearest ?? now;
    const names = [text.trainLine, text.testLine];
    lossHead.update(text.lossTitle, names, [points[at + 1], points[at + 2]], loss);
    const end = steps[steps.length - 1];
    if (Number(scrubber.max) !== end) scrubber.max = String(end);
    if (Number(scrubber.value) !== summary.step) scrubber.value = String(summary.step);
    scrubber.disabled = furthest === 0;
    attribute(scrubber, 'aria-label', text.scrub);
    attribute(scrubber, 'aria-valuetext', text.stepOf(points[at], furthest));
    attribute(scrubber, 'title', text.stepOf(points[at], furthest));
    scrubber.style.setProperty('--share', `${(summary.step / end) * 100}%`);
    accuracyHead.update(text.accuracyTitle, names, [points[at + 3], points[at + 4]], percent);
  }

  return { element, update };
}

/** A heading that is also the legend, with the values at the pointer, else the latest. */
function createLegend() {
  const title = h('h2');
  const lines = ['train', 'test'].map((name) => ({ line: h('span', { class: name }), word: h('span'), value: h('b') }));
  for (const { line, word, value } of lines) line.append(word, ' ', value);
  const element = h('div', { class: 'titles' }, title, h('span', { class: 'legend' }, ...lines.map(({ line }) => line)));

  /**
   * @param {string} heading
   * @param {string[]} names
   * @param {number[]} values
   * @param {(value: number) => string} written
   */
  function update(heading, names, values, written) {
    say(title, heading);
    lines.forEach(({ word, value }, i) => {
      say(word, names[i]);
      say(value, Number.isNaN(values[i]) ? '–' : written(values[i]));
      attribute(value, 'data-value', String(values[i]));
    });
  }

  return { element, update };
}

/**
 * The curve, with where training stands in it, and where that point begins.
 * @param {import('../../app/view-model.js').Model} model
 */
function pointsOf({ curve, summary }) {
  if (!isMeasured(summary)) return { points: [0, NaN, NaN, NaN, NaN], now: 0 };
  const points = [...curve];
  let now = 0;
  while (now < points.length && points[now] < summary.step) now += FIELDS;
  if (points[now] !== summary.step) {
    points.splice(now, 0, summary.step, summary.trainLoss, summary.testLoss ?? NaN, summary.trainAccuracy, summary.testAccuracy ?? NaN);
  }
  return { points, now };
}

/**
 * @param {number[]} points
 * @param {number[]} fields
 */
function finite(points, fields) {
  const values = [];
  for (let i = 0; i < points.length; i += FIELDS) {
    for (const field of fields) if (Number.isFinite(points[i + field])) values.push(points[i + field]);
  }
  return values;
}

/**
 * Where the point nearest to a step begins.
 * @param {number[]} points
 * @param {number} step
 */
function nearestPoint(points, step) {
  let best = 0;
  for (let i = 0; i < points.length; i += FIELDS) {
    if (Math.abs(points[i] - step) < Math.abs(points[best] - step)) best = i;
  }
  return best;
}

/**
 * One plot with two lines: solid for training, dashed for test.
 * @param {number} height in units of the drawing
 * @param {[number, number]} fields
 * @param {boolean} [axisBelow] whether there is room for the name of the step axis
 */
function createPlot(height, fields, axisBelow = false) {
  const grid = svg('g', { class: 'grid' });
  const lines = fields.map((_, i) => svg('path', { class: i === 0 ? 'train' : 'test' }));
  const dots = fields.map((_, i) => svg('circle', { class: i === 0 ? 'train' : 'test', r: 3 }));
  const cursor = svg('path', { class: 'cursor' });
  const ahead = svg('rect', { class: 'ahead', y: 0, height: height - 2 });
  const element = svg('svg', { viewBox: `0 0 ${WIDTH} ${height + (axisBelow ? 26 : 15)}`, role: 'img' }, grid, ...lines, ahead, ...dots, cursor);
  const [top, bottom, right] = [5, height - 3, WIDTH - 5];
  let drawn = '';
  let laid = '';
  const others = svg('g', { class: 'others' });
  grid.after(others);

  /**
   * @param {number[]} points
   * @param {number} now where the point of the present step begins
   * @param {number[]} steps ticks of the step axis
   * @param {number[]} marks ticks of the value axis
   * @param {boolean} log
   * @param {number | null} pointed where the point under the pointer begins
   * @param {(value: number) => string} written
   * @param {string} [axis] the step axis's name
   */
  function draw(points, now, steps, marks, log, pointed, written, axis = '') {
    const x = (/** @type {number} */ step) => LEFT + place(step, steps, false) * (right - LEFT);
    const y = (/** @type {number} */ value) => bottom - place(value, marks, log) * (bottom - top);
    const signature = [...marks, ...steps, axis].join();
    if (signature !== drawn) {
      drawn = signature;
      const every = Math.ceil(marks.length / 5);
      const levels = marks.flatMap((mark, i) => [
        svg('path', { d: `M${LEFT} ${y(mark).toFixed(1)}H${right}` }),
        ...(i % every === 0 ? [label(LEFT - 5, y(mark) + 3, 'end', written(mark))] : []),
      ]);
      const below = steps.map((step, i) => {
        const anchor = i === steps.length - 1 ? 'end' : 'middle';
        return label(x(step) + (anchor === 'end' ? 4 : 0), height + 11, anchor, count(step));
      });
      grid.replaceChildren(...levels, ...below, ...(axis ? [label(right + 4, height + 23, 'end', axis)] : []));
    }
    lines.forEach((line, i) => attribute(line, 'd', path(points, fields[i], x, y)));
    const left = x(points[now]);
    attribute(ahead, 'x', left.toFixed(1));
    attribute(ahead, 'width', Math.max(0, WIDTH - left).toFixed(1));
    attribute(ahead, 'visibility', now < points.length - FIELDS ? 'visible' : 'hidden');
    dots.forEach((dot, i) => {
      const value = points[now + fields[i]];
      attribute(dot, 'cx', left.toFixed(1));
      attribute(dot, 'cy', y(value).toFixed(1));
      attribute(dot, 'visibility', Number.isFinite(value) ? 'visible' : 'hidden');
    });
    attribute(cursor, 'd', pointed === null ? '' : `M${x(points[pointed]).toFixed(1)} ${top}V${bottom}`);
  }

  /**
   * The training losses of other runs, each with its number where it ends.
   * @param {import('../../app/runs.js').Run[]} runs
   * @param {number[]} steps
   * @param {number[]} marks
   * @param {boolean} log
   */
  function overlay(runs, steps, marks, log) {
    const signature = JSON.stringify([runs.map(({ id }) => id), steps, marks, log]);
    if (signature === laid) return;
    laid = signature;
    const x = (/** @type {number} */ step) => LEFT + place(step, steps, false) * (right - LEFT);
    const y = (/** @type {number} */ value) => bottom - place(value, marks, log) * (bottom - top);
    /** @type {{ x: number, y: number }[]} */
    const numbered = [];
    others.replaceChildren(...runs.flatMap(({ id, curve }) => {
      const points = [...curve];
      const end = points.length - FIELDS;
      const line = svg('path', { class: 'other', d: path(points, fields[0], x, y) });
      const at = { x: Math.min(right - 4, x(points[end]) + 3), y: y(points[end + fields[0]]) - 3 };
      // A number that would lie on another is left out.
      if (numbered.some((other) => Math.abs(other.x - at.x) < 2 * NUMBER && Math.abs(other.y - at.y) < NUMBER)) return [line];
      numbered.push(at);
      return [line, label(at.x, at.y, 'start', String(id))];
    }));
  }

  return { element, draw, overlay };
}

/**
 * A line through the finite values, at most about one point for each unit of the drawing. A lone point is a dot.
 * @param {number[]} points
 * @param {number} field
 * @param {(step: number) => number} x
 * @param {(value: number) => number} y
 */
function path(points, field, x, y) {
  const n = points.length / FIELDS;
  const every = Math.max(1, Math.floor(n / WIDTH));
  let d = '';
  for (let i = 0; i < n; i += 1) {
    if (i % every !== 0 && i !== n - 1) continue;
    const value = points[i * FIELDS + field];
    if (Number.isFinite(value)) d += `${d ? 'L' : 'M'}${x(points[i * FIELDS]).toFixed(1)} ${y(value).toFixed(1)}`;
  }
  return d.includes('L') || d === '' ? d : `${d}h0.01`;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {string} anchor
 * @param {string} words
 */
function label(x, y, anchor, words) {
  const text = svg('text', { x: x.toFixed(1), y: y.toFixed(1), 'text-anchor': anchor });
  text.textContent = words;
  return text;
}
