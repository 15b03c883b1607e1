// On and back through the stops of a scene that learns or of a kernel's window, and how far it has come.
import { count, loss, percent } from '../../util/format.js';
import { disable, h, say } from '../dom.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createStepper(dispatch) {
  const back = h('button', { type: 'button', class: 'back', click: () => dispatch('back') });
  const next = h('button', { type: 'button', class: 'next', click: () => dispatch('forward') });
  const train = h('button', { type: 'button', class: 'learn', click: () => dispatch('play') });
  const status = h('p', { class: 'note', role: 'status' });
  const element = h('section', { class: 'stepper' }, back, next, train, status);

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, state, solo, summary, playing, progress }) {
    const { stop, stops } = solo ?? { stop: 0, stops: 1 };
    const learning = state.scene !== 'kernel';
    const going = playing || progress !== null;
    say(back, `◀ ${text.back}`);
    say(next, stop === stops - 1 ? `↺ ${text.sceneAgain}` : `${learning ? text.sceneLearn : text.sceneWindow} ▶`);
    // While it goes nothing is lost by another press, so that the focus stays where it is.
    disable(back, stop === 0 && (summary.step === 0 || !learning), next);
    train.hidden = state.controls !== 'full' || state.scene === 'loss' || !learning;
    say(train, playing ? `❚❚ ${text.pause}` : `▶ ${text.play}`);
    if (!learning) say(status, `${stop + 1} / ${stops}`);
    else if (!going) say(status, text.sceneStatus(count(summary.step), loss(summary.trainLoss), percent(summary.trainAccuracy)));
  }

  return { element, update };
}
