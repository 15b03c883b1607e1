// Picking a colour: the wheel with its brightness, a native picker on the swatch, the lecture's colours, and red, green
// and blue as numbers.
import { hex } from '../../util/format.js';
import { attribute, h, say } from '../dom.js';
import { roving } from '../roving.js';
import { createBrightness } from '../wheel/brightness.js';
import { createHold } from '../wheel/hold.js';
import { createWheel } from '../wheel/wheel.js';

/** The lecture's colours: slide 11's four, and slide 15's. */
const LECTURE = [[255, 0, 0], [0, 255, 0], [0, 0, 255], [233, 63, 127], [122, 66, 94]];

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createPicker(dispatch) {
  const hold = createHold();
  /** The colour that is on display. @type {readonly number[]} */
  let displayed = [];
  const on = {
    pick() {
      const rgb = hold.rgb();
      if (rgb.join() !== displayed.join()) dispatch('color', rgb);
    },
    release: () => dispatch('catch'),
  };
  const [wheel, brightness] = [createWheel(hold, on), createBrightness(hold, on)];
  const title = h('h2', { class: 'silent' });
  const native = h('input', { type: 'color', class: 'swatch', input: () => dispatch('color', channelsOf(native.value)), change: on.release });
  const value = h('output', { class: 'hex' });
  const called = h('output', { class: 'called' });
  const rows = [0, 1, 2].map((channel) => createChannel(channel, (level) => {
    dispatch('color', rows.map((row, i) => (i === channel ? level : row.level())));
  }, on.release));
  const hint = h('p', { class: 'note' });
  const swatches = h('div', { class: 'swatches', role: 'group' });
  for (const rgb of LECTURE) {
    const swatch = h('button', { type: 'button', 'data-rgb': rgb.join(), click: () => dispatch('color', rgb), 'aria-label': `RGB(${rgb.join(', ')})` });
    swatch.style.background = hex(rgb);
    swatches.append(swatch);
  }
  const ready = roving(swatches, () => LECTURE.length);
  ready();
  const summary = h('summary');
  const numbers = h('details', { class: 'channels' }, summary, ...rows.map((row) => row.element));
  const well = h('div', { class: 'well' }, native, called, value);
  const element = h('section', { class: 'picker' }, title, h('div', { class: 'round' }, wheel.element, brightness.element), well, hint, swatches, numbers);

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    const { text, shown, data, teacher, lesson } = model;
    // A colour without a largest channel asks for its right answer.
    if (teacher?.why.kind === 'tie' && displayed.join() !== shown.rgb.join() && numbers.querySelector('.choice')) numbers.open = true;
    displayed = shown.rgb;
    if (!wheel.waiting()) hold.follow(shown.rgb);
    wheel.update(model);
    brightness.update(model);
    say(title, text.pick);
    say(hint, text.wheel.hint);
    // Where the right class can be chosen here, too, it is said.
    say(summary, numbers.querySelector('.choice') ? text.pickMore : 'RGB');
    const color = hex(shown.rgb);
    if (native.value !== color) native.value = color;
    say(value, color);
    // A question that asks for the name does not show it before it is answered.
    const asked = lesson?.step.asksName && lesson.attempt.settled === null;
    const named = asked || data.names.length === 0 ? -1 : [...data.train, ...data.test].findIndex((sample) => sample.rgb.every((channel, i) => channel === shown.rgb[i]));
    say(called, data.names[named] ?? '');
    if (called.hidden !== named < 0) called.hidden = named < 0;
    attribute(native, 'aria-label', `${text.pickOpen}: RGB(${shown.rgb.join(', ')})`);
    attribute(native, 'title', text.pickOpen);
    attribute(swatches, 'aria-label', text.swatches);
    rows.forEach((row, channel) => row.update(text.channels[channel], shown.rgb[channel]));
    for (const swatch of swatches.children) {
      attribute(swatch, 'aria-pressed', String(swatch.getAttribute('data-rgb') === shown.rgb.join()));
    }
  }

  return { element, more: numbers, update };
}

/**
 * One channel: slider and number.
 * @param {number} channel
 * @param {(level: number) => void} change
 * @param {() => void} release called when the learner has let it go
 */
function createChannel(channel, change, release) {
  const letter = 'RGB'[channel];
  const slider = h('input', { type: 'range', min: '0', max: '255', input: () => change(Number(slider.value)), change: release });
  const box = h('input', { type: 'number', min: '0', max: '255', inputMode: 'numeric', input: typed, change: finish, blur: settle });
  const element = h('div', { class: 'channel', 'data-channel': String(channel) }, h('span', { 'aria-hidden': 'true' }, letter), slider, box);
  let shown = 0;

  function typed() {
    const level = Math.round(Number(box.value));
    if (box.value === '' || Number.isNaN(level)) return;
    change(Math.min(255, Math.max(0, level)));
  }

  function finish() {
    typed();
    release();
  }

  /** Replaces an input that can't be used by the level in force. */
  function settle() {
    box.value = String(shown);
  }

  /**
   * @param {string} label
   * @param {number} level
   */
  function update(label, level) {
    shown = level;
    attribute(slider, 'aria-label', label);
    attribute(box, 'aria-label', `${label} (0–255)`);
    if (Number(slider.value) !== level) slider.value = String(level);
    const share = `${(level / 255) * 100}%`;
    if (slider.style.getPropertyValue('--share') !== share) slider.style.setProperty('--share', share);
    if (!box.matches(':focus') && box.value !== String(level)) box.value = String(level);
  }

  return { element, update, level: () => shown };
}

/**
 * @param {string} color `#rrggbb`
 * @returns {number[]}
 */
function channelsOf(color) {
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
}
