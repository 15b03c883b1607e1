// The marks over the stage: a ring around the number that is open, pointed at, or in the spotlight, with its value.
import { number } from '../../util/format.js';
import { attribute, h, say, style } from '../dom.js';
import { putOver } from './cell.js';

export function createMarks() {
  const kinds = /** @type {const} */ (['named', 'pointed', 'selected']);
  const rings = kinds.map((kind) => h('i', { class: `ring ${kind}`, hidden: true }));
  const pill = h('output', { class: 'pill', hidden: true });
  const element = h('div', { class: 'rings', 'aria-hidden': 'true' }, ...rings, pill);

  /**
   * @param {Record<'named' | 'pointed' | 'selected', import('./block.js').Box | null>} boxes
   * @param {{ address: string, value: number, box: import('./block.js').Box, backward: boolean } | null} said the number that is written over its cell
   */
  function update(boxes, said) {
    kinds.forEach((kind, i) => {
      const box = boxes[kind];
      rings[i].hidden = box === null;
      if (box) putOver(rings[i], box);
    });
    pill.hidden = said === null;
    say(pill, said ? number(said.value) : '');
    attribute(pill, 'data-address', said?.address ?? null);
    attribute(pill, 'data-value', said ? String(said.value) : null);
    if (!said) return;
    const { box, backward } = said;
    attribute(pill, 'data-way', backward ? 'backward' : 'forward');
    style(pill, '--x', `${box.x + box.width / 2}px`);
    style(pill, 'top', `${box.y}px`);
  }

  return { element, update };
}
