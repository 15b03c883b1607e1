// The brightness of the wheel, from black to the full colour.
import { hex } from '../../util/format.js';
import { attribute, h } from '../dom.js';
import { rgbOf } from './hsv.js';

/**
 * @param {import('./hold.js').Hold} hold the picked colour
 * @param {object} on
 * @param {() => void} on.pick called when the learner has picked another colour into `hold`
 * @param {() => void} on.release called when they have let it go
 */
export function createBrightness(hold, { pick, release }) {
  const slider = h('input', { type: 'range', class: 'brightness', min: '0', max: '255', input, change: release });

  function input() {
    const [hue, saturation] = hold.hsv();
    hold.set([hue, saturation, Number(slider.value) / 255]);
    pick();
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text }) {
    const [hue, saturation, value] = hold.hsv();
    const level = String(Math.round(value * 255));
    attribute(slider, 'aria-label', text.wheel.brightness);
    attribute(slider, 'aria-valuetext', `${Math.round(value * 100)}%`);
    if (slider.value !== level) slider.value = level;
    const full = hex(rgbOf([hue, saturation, 1]));
    if (slider.style.getPropertyValue('--full') !== full) slider.style.setProperty('--full', full);
  }

  return { element: slider, update };
}
