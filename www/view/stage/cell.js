// A cell of the stage that is an element of its own: it points at its node, opens its number, and stands where its block
// has it.
import { h, style } from '../dom.js';

/**
 * A button for the number of a node.
 * @param {import('../../explain/spot.js').Spot & { kind: 'cell' }} spot
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {import('../index.js').Page} page
 * @param {...Node} children
 */
export function createCell(spot, dispatch, page, ...children) {
  const cell = h('button', { type: 'button', class: 'cell' }, ...children);
  for (const type of ['pointerenter', 'focus']) cell.addEventListener(type, () => page.point(spot));
  for (const type of ['pointerleave', 'blur']) cell.addEventListener(type, () => page.point(null));
  cell.addEventListener('click', () => {
    const address = cell.getAttribute('data-address');
    if (address) dispatch('select', address);
  });
  return cell;
}

/**
 * Puts an element over a box.
 * @param {HTMLElement} element
 * @param {import('./block.js').Box} box
 * @param {{ x: number, y: number }} [from] the corner that the element is placed from
 */
export function putOver(element, { x, y, width, height }, from = { x: 0, y: 0 }) {
  for (const [name, length] of Object.entries({ left: x - from.x, top: y - from.y, width, height })) style(element, name, `${length}px`);
}
