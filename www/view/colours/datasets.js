// Which colours the network learns from.
import { SETS } from '../../core/facts.js';
import { percent } from '../../util/format.js';
import { attribute, h, say } from '../dom.js';
import { wordOf } from '../../text/word.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createSets(dispatch) {
  const buttons = SETS.map((set) => h('button', { type: 'button', 'data-set': set, click: () => dispatch('dataset', set) }));
  const note = h('p', { class: 'about' });
  const element = h('section', { class: 'sets' }, h('div', { class: 'segments', role: 'group' }, ...buttons), note);

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, state, data, summary }) {
    const present = state.settings.data;
    attribute(/** @type {Element} */ (element.firstElementChild), 'aria-label', text.sets);
    SETS.forEach((set, i) => {
      say(buttons[i], wordOf(text.set, set));
      attribute(buttons[i], 'aria-pressed', String(set === present));
    });
    const rule = data.rule === undefined || summary.testAccuracy === undefined ? '' : text.beaten(percent(data.rule), percent(summary.testAccuracy));
    const { batch, learningRate } = state.settings;
    const partly = batch !== 'full' && batch < data.train.length;
    const own = state.own.colours === '' ? text.ownEmpty : text.ownHow + (partly ? text.ownBatch(batch, data.train.length, learningRate) : '');
    say(note, present === 'own' ? own : (Object.hasOwn(text.about, present) ? text.about[/** @type {'named'} */ (present)] : '') + rule);
  }

  return { element, update };
}
