// Walking the window: from a number of a picture to those beside it.
import { attribute, h, say } from '../dom.js';

/** The arrow keys, each with its sign. */
const KEYS = [['ArrowLeft', '◀'], ['ArrowUp', '▲'], ['ArrowDown', '▼'], ['ArrowRight', '▶']];

/** @param {(key: string) => void} move moves as an arrow key would */
export function createWalk(move) {
  const name = h('span', { 'aria-hidden': 'true' });
  const buttons = KEYS.map(([key, sign]) => h('button', { type: 'button', class: 'quiet', 'data-walk': key, click: () => move(key) }, sign));
  const element = h('div', { class: 'arrows walk', role: 'group' }, ...buttons.slice(0, 2), name, ...buttons.slice(2));

  /** @param {Pick<import('../../app/view-model.js').Model, 'text' | 'selected' | 'columns'>} model */
  function update({ text, selected, columns }) {
    const params = columns.find(({ name }) => name === selected?.layer)?.params ?? [];
    const kernel = params.some(({ name, gradient, updated }) => [name, gradient, updated].includes(selected?.tensor ?? ''));
    element.hidden = selected?.shape.length !== 4 || kernel;
    say(name, text.micro.walk);
    attribute(element, 'aria-label', text.micro.walk);
    buttons.forEach((button, i) => {
      attribute(button, 'aria-label', text.micro.walks[i]);
      attribute(button, 'title', text.micro.walks[i]);
    });
  }

  return { element, update };
}
