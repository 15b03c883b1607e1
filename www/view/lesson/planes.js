// A hidden layer with ready-made weights: its neurons are connected one by one, and the border bends around the greyish colours.
import { ALL, HIDDEN, isOn } from '../../lesson/planes.js';
import { chosen } from '../../util/format.js';
import { createCube } from '../colours/cube.js';
import { attribute, h, say } from '../dom.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createPlanes(dispatch) {
  const title = h('h2');
  const rows = HIDDEN.map((_, i) => {
    const name = h('span', { class: 'plane-name' });
    const out = h('b');
    const button = h('button', { type: 'button', click: () => dispatch('put', { planes: mask ^ (1 << i) }) }, name, out);
    return { button, name, out };
  });
  const sum = h('p', { class: 'plane-sum' });
  const result = h('p', { class: 'result-line', role: 'status' });
  const cube = createCube();
  const element = h('section', { class: 'planes' }, title, h('div', { class: 'plane-parts' }, h('div', { class: 'plane-list', role: 'group' }, ...rows.map(({ button }) => button), sum, result), cube.element));
  let mask = ALL;

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, lesson, data, classNames, dark }) {
    const bent = lesson?.facts.bent;
    if (!bent) return;
    mask = bent.mask;
    say(title, text.planesTitle);
    rows.forEach(({ button, name, out }, i) => {
      const { more, less, bias } = HIDDEN[i];
      say(name, text.planesNeuron(i + 1, `${'RGB'[more]} − ${'RGB'[less]} − ${chosen(-bias)}`));
      say(out, chosen(bent.outs[i]));
      attribute(button, 'aria-pressed', String(isOn(mask, i)));
    });
    say(sum, text.planesSum(chosen(bent.sum), classNames[bent.sum > 0 ? 0 : 1]));
    say(result, text.neuronData(bent.hits, bent.of));
    cube.update({ text, dark, space: bent.space, names: classNames.slice(0, 2) }, data.train.map((sample, i) => ({ sample, answer: bent.fires[i] ? 0 : 1 })));
  }

  return { element, update };
}
