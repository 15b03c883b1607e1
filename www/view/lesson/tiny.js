// The stage of the chapter "Backward by hand": the tiny network, and one number of it that can be nudged.
import { chosen } from '../../util/format.js';
import { h, say } from '../dom.js';
import { createTinyCurve } from './tiny-curve.js';
import { createTinyNetwork } from './tiny-network.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createTiny(dispatch) {
  const title = h('h2');
  const network = createTinyNetwork();
  const curve = createTinyCurve((nudged) => dispatch('put', { nudged }));
  const element = h('section', { class: 'tiny' }, title, network.element, curve.element);

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, lesson }) {
    const shown = lesson?.step.tiny;
    if (!lesson || !shown) return;
    const { tiny } = lesson.facts;
    const settled = lesson.attempt.settled !== null;
    const gradients = settled ? shown.after : shown.before;
    const given = gradients.map((name) => /** @type {[string, string]} */ ([text.tinyNames[name], chosen(tiny.gradients[name])]));
    const nudging = shown.nudge === 'always' || (shown.nudge === 'after' && settled);
    say(title, text.tinyTitle);
    element.classList.toggle('single', shown.nudge === 'never');
    network.update({
      numbers: nudging ? tiny.nudged : tiny.numbers,
      gradients: new Map(gradients.map((name) => [name, tiny.gradients[name]])),
      asked: settled ? null : shown.asked,
      lit: shown.lit,
      gates: shown.gates ?? true,
      text,
      label: text.tinyLabel(tiny.numbers) + (given.length > 0 ? text.tinyGradients(given) : ''),
    });
    curve.element.hidden = !nudging;
    if (nudging) curve.update(lesson.step.id, text, tiny, shown.q, gradients.includes(tiny.number) ? tiny.gradients[tiny.number] : null);
  }

  return { element, update };
}
