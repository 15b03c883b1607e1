// The strip at the top of a phone: the colour or the picture, the answer, and the loss. A press changes between the wheel, with the run
// under it, and the stage.
import { hex, loss, percent } from '../../util/format.js';
import { isPicture } from '../../core/tensor-shape.js';
import { over } from '../../util/tint.js';
import { attribute, h, say } from '../dom.js';
import { createThumb } from '../pad/thumb.js';

/** @param {(picking: boolean) => void} show shows the wheel, or the stage */
export function createPhoneStrip(show) {
  const [swatch, thumb] = [h('span', { class: 'swatch' }), createThumb()];
  const [answer, verdict] = [h('b'), h('small')];
  const [title, value] = [h('small'), h('b')];
  const button = h('button', { type: 'button', 'aria-expanded': 'false', click: toggle }, h('span', { class: 'sees' }, swatch, thumb.element), h('span', { class: 'says' }, answer, verdict), h('span', { class: 'costs' }, title, value));
  const element = h('div', { class: 'phone-strip' }, button);
  /** Whether the wheel is to be seen, and what the learner last asked for at this place; null for nothing. */
  let picking = false;
  /** @type {boolean | null} */
  let asked = null;
  let place = '';

  function toggle() {
    asked = !picking;
    show(asked);
  }

  /**
   * Whether the wheel is seen instead of the stage: at the opening, while training and after it, and where it was asked for.
   * @param {import('../../app/view-model.js').Model} model
   */
  function isPicking({ state, opening, playing, mood }) {
    const now = `${state.at} ${mood} ${playing}`;
    if (now !== place) asked = null;
    place = now;
    return asked ?? (opening || playing || mood === 'trained');
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    const { text, data, shown, answered, best, classNames, probabilities, columns } = model;
    picking = isPicking(model);
    const drawn = isPicture(data.shape);
    const color = hex(drawn ? [0, 0, 0] : shown.rgb);
    [swatch.hidden, thumb.element.hidden] = [drawn, !drawn];
    if (drawn) thumb.update(shown.rgb, data.shape);
    else if (swatch.style.background !== color) Object.assign(swatch.style, { background: color, color: over(shown.rgb) });
    const called = answered && best >= 0 ? classNames[best] : '?';
    say(swatch, drawn ? '' : color);
    say(answer, called);
    say(verdict, answered ? `${percent(probabilities[best])} ${best === shown.label ? text.answerRight : ''}` : text.notYet);
    const cost = columns.at(-1)?.values[0];
    say(title, text.lossTitle);
    say(value, cost === undefined ? '?' : loss(cost));
    attribute(button, 'aria-expanded', String(picking));
    attribute(button, 'aria-label', drawn ? text.pad.strip(called) : text.strip(color, called));
    return picking;
  }

  return { element, update };
}
