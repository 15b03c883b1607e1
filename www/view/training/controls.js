// Training: its step, play and pause, one step, speed, and a menu with the settings in force and the new beginnings.
import { count } from '../../util/format.js';
import { attribute, h, say } from '../dom.js';
import { createMenu } from './menu.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createTraining(dispatch) {
  const [word, step] = [h('span'), h('b')];
  const play = h('button', { type: 'button', class: 'play', click: () => dispatch('play') }, h('span'), h('kbd', { 'aria-hidden': 'true' }, 'T'));
  const one = h('button', { type: 'button', class: 'one', click: () => dispatch('train', 1) }, '+1');
  const speed = h('select', { class: 'speed', change: () => dispatch('put', { speed: /** @type {'slow'} */ (speed.value) }) });
  const options = ['slow', 'normal', 'fast'].map((value) => h('option', { value }));
  speed.append(...options);
  const menu = createMenu(dispatch);
  const element = h('section', { class: 'training' }, h('p', { class: 'at' }, word, ' ', step), h('div', { class: 'row' }, play, one, speed, menu.button), menu.element);

  /**
   * @param {import('../../app/view-model.js').Model} model
   * @param {boolean} [lively] whether the words follow later
   */
  function update(model, lively = false) {
    if (lively) return;
    const { text, state, summary, playing } = model;
    say(/** @type {Element} */ (play.firstElementChild), playing ? `❚❚ ${text.pause}` : `▶ ${text.play}`);
    attribute(play, 'aria-pressed', String(playing));
    attribute(one, 'aria-label', `${text.one}, +1`);
    attribute(one, 'title', text.one);
    one.disabled = playing;
    attribute(speed, 'aria-label', text.speed);
    options.forEach((option) => say(option, text.speeds[/** @type {'slow'} */ (option.value)]));
    if (speed.value !== state.speed) speed.value = state.speed;
    say(word, text.stepAxis);
    say(step, count(summary.step));
    menu.update(model);
  }

  return { element, update };
}
