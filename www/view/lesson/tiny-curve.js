// One number of the tiny network on a slider, and the loss over it: a point where the number is, one where it is nudged to,
// and the line through both. Where the gradient is known, its slope is drawn at the point.
import { curveOf, nudgesOf } from '../../lesson/tiny.js';
import { chosen, exact, number } from '../../util/format.js';
import { attribute, h, say, style, svg } from '../dom.js';

/** The size of the drawing, and the sides of the plot in it. */
const [WIDTH, HEIGHT] = [380, 216];
const [LEFT, RIGHT, TOP, BOTTOM] = [44, 364, 22, 176];
/** The most nudges that are listed. */
const LISTED = 6;
/** How many points make the curve. A multiple of 4 and one more, so that it has the bend of ReLU exactly. */
const POINTS = 81;

/** @param {(by: number) => void} nudge */
export function createTinyCurve(nudge) {
  /** @type {readonly number[]} */
  let nudges = [0];
  const [path, tangent, secant] = [svg('path', { class: 'curve' }), svg('line', { class: 'tangent' }), svg('line', { class: 'secant' })];
  const clip = svg('svg', { x: LEFT, y: TOP, width: RIGHT - LEFT, height: BOTTOM - TOP, viewBox: `${LEFT} ${TOP} ${RIGHT - LEFT} ${BOTTOM - TOP}` }, path, tangent, secant);
  const [from, to] = [svg('circle', { r: 5, class: 'from' }), svg('circle', { r: 5, class: 'to' })];
  const ticks = [LEFT, (LEFT + RIGHT) / 2, RIGHT].map((x, i) => svg('text', { x, y: BOTTOM + 16, 'text-anchor': ['start', 'middle', 'end'][i] }));
  const [across, up, top, zero] = [svg('text', { x: (LEFT + RIGHT) / 2, y: BOTTOM + 34, 'text-anchor': 'middle' }), svg('text', { x: LEFT - 38, y: TOP - 8 }), svg('text', { x: LEFT - 6, y: TOP + 9, 'text-anchor': 'end' }), svg('text', { x: LEFT - 6, y: BOTTOM, 'text-anchor': 'end' })];
  const axes = svg('path', { class: 'axes', d: `M${LEFT} ${TOP} V${BOTTOM} H${RIGHT}` });
  const drawing = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img' }, axes, clip, from, to, ...ticks, across, up, top, zero);
  const label = h('label', { for: 'tiny-nudge' });
  const slider = h('input', { type: 'range', id: 'tiny-nudge', min: '0', step: '1', input: () => nudge(nudges[Number(slider.value)]) });
  const shown = h('output', { for: 'tiny-nudge' });
  const [names, ratios] = [h('tr'), h('tr')];
  const list = h('table', { class: 'tried' }, h('tbody', {}, names, ratios));
  /** The nudges that were tried, with their ratios, and the step in which. @type {{ id: string, ratios: Map<number, number> }} */
  let tried = { id: '', ratios: new Map() };
  const [moved, lost, ratio, slope] = [h('p'), h('p'), h('p', { class: 'ratio' }), h('p', { class: 'slope' })];
  const element = h('div', { class: 'tiny-curve' }, drawing, h('div', { class: 'nudging' }, label, slider, shown), h('div', { class: 'measured' }, moved, lost, ratio, slope), list);

  /**
   * @param {string} id of the step
   * @param {import('../../text/index.js').Text} text
   * @param {import('../../lesson/tiny.js').Tiny} tiny
   * @param {number} q
   * @param {number | null} gradient where it is known
   */
  function update(id, text, tiny, q, gradient) {
    const { number: name, by, numbers, nudged } = tiny;
    const curve = curveOf(q, name, POINTS);
    const most = curve[POINTS - 1].by;
    const highest = Math.ceil(Math.max(...curve.map((point) => point.loss)));
    const x = (/** @type {number} */ d) => (LEFT + RIGHT) / 2 + (d / most) * ((RIGHT - LEFT) / 2);
    const y = (/** @type {number} */ cost) => BOTTOM - (cost / highest) * (BOTTOM - TOP);
    const line = (/** @type {Element} */ drawn, /** @type {number | null} */ steepness) => {
      attribute(drawn, 'visibility', steepness === null ? 'hidden' : null);
      if (steepness === null) return;
      for (const [end, d] of [['1', -most], ['2', most]]) {
        attribute(drawn, `x${end}`, x(Number(d)).toFixed(2));
        attribute(drawn, `y${end}`, y(numbers.loss + steepness * Number(d)).toFixed(2));
      }
    };
    const what = text.tinyNames[name];
    const value = numbers[name];
    attribute(path, 'd', curve.map((point, i) => `${i === 0 ? 'M' : 'L'}${x(point.by).toFixed(2)} ${y(point.loss).toFixed(2)}`).join(' '));
    line(tangent, gradient);
    line(secant, by === 0 ? null : tiny.ratio);
    for (const [point, d, cost] of /** @type {const} */ ([[from, 0, numbers.loss], [to, by, nudged.loss]])) {
      attribute(point, 'cx', x(d).toFixed(2));
      attribute(point, 'cy', y(cost).toFixed(2));
    }
    attribute(to, 'visibility', by === 0 ? 'hidden' : null);
    ticks.forEach((tick, i) => say(tick, chosen(value + (i - 1) * most)));
    say(across, what);
    say(up, text.tinyLoss);
    say(top, chosen(highest));
    say(zero, '0');
    nudges = nudgesOf(name);
    const [difference, ratioShown] = [signed(nudged.loss - numbers.loss), exact(tiny.ratio)];
    attribute(slider, 'max', String(nudges.length - 1));
    if (Number(slider.value) !== nudges.indexOf(by)) slider.value = String(nudges.indexOf(by));
    style(slider, '--share', `${(nudges.indexOf(by) / (nudges.length - 1)) * 100}%`);
    const how = by === 0 ? '' : text.tinyRatio(inBrackets(nudged.loss - numbers.loss), inBrackets(by), ratioShown);
    attribute(slider, 'aria-valuetext', by === 0 ? chosen(value) : `${text.tinyBy(by)}: ${text.tinyLoss} ${exact(nudged.loss)}, ${how}`);
    attribute(drawing, 'aria-label', `${text.tinyCurve(what)}. ${text.tinyLoss} ${exact(nudged.loss)}${gradient === null ? '' : `. ${text.tinySlope(gradient)}`}`);
    say(label, text.tinyNudge(what));
    say(shown, text.tinyBy(by));
    say(moved, by === 0 ? text.tinyRest : `${what} ${chosen(value)} → ${exact(value + by)}`);
    say(lost, by === 0 ? '' : `${text.tinyLoss} ${exact(numbers.loss)} → ${exact(nudged.loss)} (${difference})`);
    say(ratio, how);
    say(slope, gradient === null ? '' : text.tinySlope(gradient));
    if (tried.id !== id) tried = { id, ratios: new Map() };
    if (by !== 0) tried.ratios.set(by, tiny.ratio);
    showTried(text);
  }

  /** Lists the smallest of the nudges that were tried. @param {import('../../text/index.js').Text} text */
  function showTried(text) {
    const smallest = [...tried.ratios].sort(([a], [b]) => Math.abs(a) - Math.abs(b)).slice(0, LISTED).sort(([a], [b]) => a - b);
    list.hidden = smallest.length === 0;
    const [nudged, times] = text.tinyTried;
    const cells = [[nudged, ...smallest.map(([by]) => text.tinyBy(by))], [times, ...smallest.map(([, one]) => number(one))]];
    [names, ratios].forEach((row, i) => {
      if (row.dataset.cells === cells[i].join()) return;
      row.dataset.cells = cells[i].join();
      row.replaceChildren(...cells[i].map((cell, at) => h(at === 0 ? 'th' : 'td', at === 0 ? { scope: 'row' } : {}, cell)));
    });
  }

  return { element, update };
}

/** @param {number} value */
function signed(value) {
  return value > 0 ? `+${exact(value)}` : exact(value);
}

/** @param {number} value */
function inBrackets(value) {
  return value < 0 ? `(${exact(value)})` : exact(value);
}
