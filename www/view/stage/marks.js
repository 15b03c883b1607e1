// The marks over the stage: a ring around the number that is open, pointed at, or in the spotlight, with its value.
import { number } from '../../util/format.js';
import { attribute, h, say } from '../dom.js';

export function createMarks() {
  const kinds = /** @type {const} */ (['named', 'pointed', 'selected']);
  const rings = kinds.map((kind) => h('i', { class: `ring ${kind}`, hidden: true }));
  const pill = h('output', { class: 'pill', hidden: true });
  const element = h('div', { class: 'rings', 'aria-hidden': 'true' }, ...rings, pill);

  /**
   * @param {import('./block.js').Box | null} box the cell; null for none
   * @param {HTMLElement} mark
   */
  function put(box, mark) {
    mark.hidden = box === null;
    if (!box) return;
    const style = { left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px`, height: `${box.height}px` };
    for (const [key, value] of Object.entries(style)) if (mark.style.getPropertyValue(key) !== value) mark.style.setProperty(key, value);
  }

  /**
   * @param {Record<'named' | 'pointed' | 'selected', import('./block.js').Box | null>} boxes
   * @param {{ address: string, value: number, box: import('./block.js').Box, backward: boolean } | null} said the number that is written over its cell
   */
  function update(boxes, said) {
    kinds.forEach((kind, i) => put(boxes[kind], rings[i]));
    pill.hidden = said === null;
    say(pill, said ? number(said.value) : '');
    attribute(pill, 'data-address', said?.address ?? null);
    attribute(pill, 'data-value', said ? String(said.value) : null);
    if (!said) return;
    const { box, backward } = said;
    attribute(pill, 'data-way', backward ? 'backward' : 'forward');
    pill.style.left = `${box.x + box.width / 2}px`;
    pill.style.top = `${box.y}px`;
  }

  return { element, update };
}
