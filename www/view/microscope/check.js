// The gradient check: nudge one number up and down, and see whether the loss answers as the gradient says.
import { isGradient } from '../../core/address.js';
import { number } from '../../util/format.js';
import { h, say } from '../dom.js';

/** Powers of ten that the nudge can be. */
const [LEAST, MOST] = [-14, 2];

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createCheck(dispatch) {
  const summary = h('summary');
  const slider = h('input', { type: 'range', min: String(LEAST), max: String(MOST), step: '0.5', input: () => dispatch('nudge', 10 ** Number(slider.value)) });
  const size = h('code');
  const words = h('p', { 'aria-live': 'polite' });
  const element = h('details', { class: 'check', toggle: () => dispatch('nudge', element.open ? 10 ** Number(slider.value) : null) }, summary, h('label', {}, 'h ', slider, size), words);
  slider.value = '-2';

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, selected, check, nudge }) {
    const gradient = selected !== null && isGradient(selected.tensor);
    element.hidden = !gradient;
    if (!gradient) element.open = false;
    say(summary, text.micro.check);
    slider.setAttribute('aria-label', text.micro.nudge);
    slider.style.setProperty('--share', `${((Number(slider.value) - LEAST) / (MOST - LEAST)) * 100}%`);
    say(size, number(10 ** Number(slider.value)));
    say(words, check && nudge !== null ? text.micro.checked({ ...check, h: nudge }) : '');
  }

  return { element, update };
}
