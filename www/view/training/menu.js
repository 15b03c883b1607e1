// The menu of a run: the settings in force, how much is named right, the scale of the chart, and two new beginnings.
import { count, loss, percent } from '../../util/format.js';
import { attribute, h, say } from '../dom.js';

/** Its distance from its button and from the edge of the window, px. */
const AWAY = 6;

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createMenu(dispatch) {
  const rows = Array.from({ length: 7 }, () => [h('dt'), h('dd')]);
  const facts = h('dl', { class: 'facts' }, ...rows.map((pair) => h('div', {}, ...pair)));
  const log = h('input', { type: 'checkbox', change: () => dispatch('put', { log: log.checked }) });
  const logLabel = h('span');
  const reset = h('button', { type: 'button', class: 'reset', click: () => leave('reset') });
  const fresh = h('button', { type: 'button', class: 'fresh', click: () => leave('newSeed') });
  const element = h('div', { class: 'run-menu', popover: 'auto', role: 'group' }, facts, h('label', { class: 'log' }, log, logLabel), h('div', { class: 'tools' }, reset, fresh));
  const button = h('button', { type: 'button', class: 'menu-button' }, '⋯');
  button.popoverTargetElement = element;
  element.addEventListener('toggle', (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === 'open') place();
  });

  /** @param {'reset' | 'newSeed'} action */
  function leave(action) {
    element.hidePopover();
    dispatch(action);
  }

  /** Puts it above its button, or below where there is more room. */
  function place() {
    const [at, own] = [button.getBoundingClientRect(), element.getBoundingClientRect()];
    const above = at.top > innerHeight - at.bottom;
    const left = Math.max(AWAY, Math.min(at.right - own.width, innerWidth - own.width - AWAY));
    const top = above ? at.top - own.height - AWAY : at.bottom + AWAY;
    Object.assign(element.style, { left: `${left}px`, top: `${Math.max(AWAY, top)}px` });
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, state, summary, data }) {
    attribute(button, 'aria-label', text.runMenu);
    attribute(button, 'title', text.runMenu);
    attribute(element, 'aria-label', text.runMenu);
    if (log.checked !== state.log) log.checked = state.log;
    say(logLabel, text.logScale);
    say(reset, text.reset);
    say(fresh, text.newSeed);
    const { learningRate, batch, seed } = state.settings;
    const pairs = [
      [text.batch, batch === 'full' || batch >= data.train.length ? text.batchFull(data.train.length) : count(batch)],
      [text.seed, String(seed)],
      [text.learningRate, String(learningRate)],
      [`${text.accuracyTitle} (${text.trainLine})`, percent(summary.trainAccuracy)],
      [`${text.accuracyTitle} (${text.testLine})`, percent(summary.testAccuracy)],
      [`${text.lossTitle} (${text.testLine})`, loss(summary.testLoss)],
      [text.sampledTitle, summary.sampled ? text.sampled(summary.sampled[0] + summary.sampled[1], data.train.length + data.test.length) : ''],
    ];
    pairs.forEach(([label, value], i) => {
      say(rows[i][0], label);
      say(rows[i][1], value);
      /** @type {HTMLElement} */ (rows[i][0].parentElement).hidden = value === '';
    });
  }

  return { element, button, update };
}
