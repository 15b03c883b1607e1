// The course of the training: loss and accuracy over the steps, with the values under the pointer, and the scrubber.
import { FIELDS, extremes, nearest } from '../../core/curve.js';
import { isMeasured } from '../../core/wasm.js';
import { count, loss, percent } from '../../util/format.js';
import { decades, steadyTicks, ticks } from '../../util/scale.js';
import { attribute, h, say, style } from '../dom.js';
import { createPlot } from './plot.js';

/** @typedef {import('../../app/view-model.js').Model} Model */

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createChart(dispatch) {
  const [losses, accuracies] = [createPlot([1, 2]), createPlot([3, 4])];
  const [lossHead, accuracyHead] = [createLegend('silent'), createLegend('')];
  const scrubber = h('input', { type: 'range', class: 'scrubber', min: '0', step: '1', input: () => dispatch('step', Math.min(Number(scrubber.value), latest?.furthest ?? 0)) });
  const [lossPlot, accuracyPlot] = [losses, accuracies].map((plot) => h('div', { class: 'plot', role: 'img' }, plot.element));
  const element = h('section', { class: 'chart' }, lossHead.element, h('div', { class: 'losses' }, lossPlot, scrubber), h('div', { class: 'accuracies' }, accuracyHead.element, accuracyPlot));
  /** @type {Model | null} */
  let latest = null;
  /** The step under the pointer. @type {number | null} */
  let pointed = null;

  for (const [plot, box] of /** @type {const} */ ([[losses, lossPlot], [accuracies, accuracyPlot]])) {
    box.addEventListener('pointermove', (event) => look(plot.stepAt(event.clientX)));
    box.addEventListener('pointerleave', () => look(null));
  }

  /** @param {number | null} step */
  function look(step) {
    pointed = step;
    if (latest) update(latest);
  }

  /**
   * @param {Model} model
   * @param {boolean} [lively] whether only the picture is to be drawn
   */
  function update(model, lively = false) {
    latest = model;
    const { text, state, curve, summary, runs, playing, data } = model;
    // Losses on other colours can't be compared.
    const others = runs.kept.filter(({ visible, settings }) => visible && settings.data === state.settings.data);
    const curves = [curve, ...others.map((run) => run.curve)];
    const here = isMeasured(summary) ? [summary.step, summary.trainLoss, summary.testLoss ?? NaN, summary.trainAccuracy, summary.testAccuracy ?? NaN] : null;
    const steps = ticks(Math.max(10, summary.step, ...curves.map((one) => one[one.length - FIELDS] ?? 0)), 4);
    const near = pointed === null || !here ? null : nearest(curve, pointed);
    const course = { curve: here ? curve : [], here, steps, others, pointed: near?.[0] ?? null, playing, data, count };
    losses.update({ ...course, marks: marksOf(curves, here, state.log), log: state.log, written: String }, model);
    accuracies.update({ ...course, others: [], marks: [0, 0.5, 1], log: false, written: (value) => `${value * 100}%` }, model);
    if (!lively || pointed !== null) tell(model, near ?? here, steps[steps.length - 1]);
    attribute(scrubber, 'aria-label', text.scrub);
  }

  /**
   * Writes the numbers, and puts the scrubber where training stands.
   * @param {Model} model
   * @param {number[] | null} at the point whose numbers are told
   * @param {number} end of the step axis
   */
  function tell({ text, summary, data, furthest }, at, end) {
    const sampled = summary.sampled ? text.sampled(summary.sampled[0] + summary.sampled[1], data.train.length + data.test.length) : '';
    const [step, ...values] = at ?? [0, NaN, NaN, NaN, NaN];
    attribute(lossHead.element, 'data-step', String(step));
    lossHead.update(text.lossTitle, [text.lossLine, text.testLine], values.slice(0, 2), loss, sampled);
    accuracyHead.update(text.accuracyTitle, [text.trainLine, text.testLine], values.slice(2), percent, sampled);
    for (const box of [lossPlot, accuracyPlot]) attribute(box, 'aria-label', text.chart(summary));
    if (Number(scrubber.max) !== end) scrubber.max = String(end);
    if (Number(scrubber.value) !== summary.step) scrubber.value = String(summary.step);
    style(scrubber, '--share', `${((summary.step / end) * 100).toFixed(2)}%`);
    scrubber.disabled = furthest === 0;
    attribute(scrubber, 'aria-valuetext', text.stepOf(summary.step, furthest));
    attribute(scrubber, 'title', text.stepOf(summary.step, furthest));
  }

  return { element, update };
}

/**
 * The ticks of the losses: a linear axis grows in large steps, so that it doesn't jump with every update.
 * @param {import('../../core/curve.js').Curve[]} curves
 * @param {number[] | null} here
 * @param {boolean} log
 */
function marksOf([curve, ...others], here, log) {
  const all = [extremes(curve, [1, 2]), ...others.map((one) => extremes(one, [1])), ...(here ? [extremes(here, [1, 2])] : [])];
  const most = Math.max(0, ...all.map(([largest]) => largest));
  if (!log) return steadyTicks(most);
  const least = Math.max(1e-6, Math.min(1, ...all.map(([, smallest]) => smallest)));
  return decades(least, Math.max(most, least * 10));
}

/**
 * The names of the two lines with their values at the pointer, else the latest.
 * @param {string} look the class of its title
 */
function createLegend(look) {
  const title = h('h2', { class: look });
  const lines = ['train', 'test'].map((name) => ({ line: h('span', { class: name }), word: h('span'), value: h('b') }));
  for (const { line, word, value } of lines) line.append(word, ' ', value);
  const element = h('div', { class: 'titles' }, title, h('span', { class: 'legend' }, ...lines.map(({ line }) => line)));

  /**
   * @param {string} name
   * @param {string[]} names of the lines
   * @param {number[]} values
   * @param {(value: number) => string} written
   * @param {string} sampled of which colours they are, where not of all: then they are marked as near
   */
  function update(name, names, values, written, sampled) {
    say(title, name);
    attribute(element, 'title', sampled || null);
    lines.forEach(({ word, value }, i) => {
      say(word, names[i]);
      say(value, Number.isNaN(values[i]) ? '–' : (sampled && '≈') + written(values[i]));
      attribute(value, 'data-value', String(values[i]));
    });
  }

  return { element, update };
}
