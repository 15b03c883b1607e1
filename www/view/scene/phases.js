// The phase strip: forward, loss, backward, update. Each part is a button that goes all the way.
import { loss } from '../../util/format.js';
import { attribute, h, say } from '../dom.js';

/** @type {import('../../core/pass-positions.js').Phase[]} */
const PHASES = ['forward', 'loss', 'backward', 'update'];

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createPhases(dispatch) {
  const buttons = PHASES.map((phase) => h('button', { type: 'button', 'data-phase': phase, click: () => dispatch('phase', phase) }));
  const element = h('nav', { class: 'phases' }, ...buttons);

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, positions, position, columns, playing }) {
    const now = PHASES.indexOf(positions[position].phase);
    const lossColumn = columns.at(-1);
    attribute(element, 'aria-label', text.scene);
    PHASES.forEach((phase, i) => {
      const value = phase === 'loss' && lossColumn?.lit && !playing ? ` ${loss(lossColumn.values[0])}` : '';
      const arrow = { forward: ' →', loss: value, backward: '', update: '' }[phase];
      say(buttons[i], `${phase === 'backward' ? '← ' : ''}${text.phases[phase]}${arrow}`);
      attribute(buttons[i], 'title', text.phaseHints[phase]);
      attribute(buttons[i], 'aria-current', i === now && !playing ? 'step' : null);
      attribute(buttons[i], 'data-address', value ? 'loss.out' : null);
      attribute(buttons[i], 'data-value', value ? String(lossColumn?.values[0]) : null);
      attribute(buttons[i], 'class', playing || i < now ? 'done' : i === now ? 'now' : '');
    });
  }

  return { element, update };
}
