// Training: play and pause, one step, speed, beginning anew, and the settings in force.
import { count } from '../../util/format.js';
import { attribute, h, say } from '../dom.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createTraining(dispatch) {
  const play = h('button', { type: 'button', class: 'play', click: () => dispatch('play') }, h('span'), h('kbd', { 'aria-hidden': 'true' }, 'T'));
  const one = h('button', { type: 'button', class: 'one', click: () => dispatch('train', 1) });
  const speed = h('select', { class: 'speed', change: () => dispatch('put', { speed: /** @type {'slow'} */ (speed.value) }) });
  const options = ['slow', 'normal', 'fast'].map((value) => h('option', { value }));
  speed.append(...options);
  const reset = h('button', { type: 'button', class: 'reset', click: () => dispatch('reset') });
  const fresh = h('button', { type: 'button', class: 'fresh', click: () => dispatch('newSeed') });
  const facts = h('dl', { class: 'facts' });
  const rows = Array.from({ length: 4 }, () => [h('dt'), h('dd')]);
  facts.append(...rows.map((pair) => h('div', {}, ...pair)));
  const element = h('section', { class: 'training' }, play, h('div', { class: 'row' }, one, speed), facts, h('div', { class: 'row' }, reset, fresh));

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, state, summary, playing, data }) {
    say(/** @type {Element} */ (play.firstElementChild), playing ? `❚❚ ${text.pause}` : `▶ ${text.play}`);
    attribute(play, 'aria-pressed', String(playing));
    say(one, text.one);
    one.disabled = playing;
    attribute(speed, 'aria-label', text.speed);
    options.forEach((option) => say(option, text.speeds[/** @type {'slow'} */ (option.value)]));
    speed.value = state.speed;
    say(reset, text.reset);
    say(fresh, text.newSeed);
    const { learningRate, batch, seed } = state.settings;
    const pairs = [
      [text.stepAxis, count(summary.step)],
      [text.batch, batch === 'full' || batch >= data.train.length ? text.batchFull(data.train.length) : count(batch)],
      [text.seed, String(seed)],
      [text.learningRate, String(learningRate)],
    ];
    pairs.forEach(([label, value], i) => {
      say(rows[i][0], label);
      say(rows[i][1], value);
    });
  }

  return { element, update };
}
