// The catches: colours that the trained network has named wrong, kept in the link.
import { hex } from '../../util/format.js';
import { attribute, h, say } from '../dom.js';
import { roving } from '../roving.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createCatches(dispatch) {
  const title = h('h2');
  const note = h('p', { class: 'note' });
  const list = h('div', { class: 'caught', role: 'group' });
  const clear = h('button', { type: 'button', class: 'link', click: () => dispatch('put', { catches: [] }) });
  const element = h('section', { class: 'catches' }, h('div', { class: 'titles' }, title, clear), note, list);
  const ready = roving(list, () => 1);
  let built = '';

  /** @param {readonly (readonly number[])[]} colours */
  function build(colours) {
    built = colours.map(hex).join();
    list.replaceChildren(...colours.map((rgb) => {
      const button = h('button', { type: 'button', 'data-rgb': rgb.join(), click: () => dispatch('color', [...rgb]) }, h('span', { 'aria-hidden': 'true' }));
      button.style.background = hex(rgb);
      return button;
    }));
    ready();
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, catches, classNames, shown }) {
    if (built !== catches.map(({ rgb }) => hex(rgb)).join()) build(catches.map(({ rgb }) => rgb));
    const { wheel: words } = text;
    say(title, words.catches);
    say(clear, words.clear);
    clear.hidden = catches.length === 0;
    say(note, catches.length === 0 ? words.dare : words.kept);
    attribute(list, 'aria-label', words.catches);
    list.hidden = catches.length === 0;
    catches.forEach(({ rgb, answer, label }, i) => {
      const button = list.children[i];
      const name = words.caught({ hex: hex(rgb), answer: classNames[answer] ?? '', label: classNames[label] ?? '' });
      attribute(button, 'aria-label', name);
      attribute(button, 'title', name);
      attribute(button, 'aria-pressed', String(rgb.join() === shown.rgb.join()));
      // A colour that it names right by now no longer fools it.
      say(button.children[0], answer === label ? '✓' : '');
    });
  }

  return { element, update };
}
