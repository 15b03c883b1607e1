// The black screen: before a room it takes the eyes off the picture, until any key or a click brings that back.
import { h } from '../dom.js';

export function createBlack() {
  // A popover lies over everything else.
  const element = h('div', { class: 'black', popover: 'manual', click: () => element.hidePopover() });

  return { element, shown: () => element.matches(':popover-open'), toggle: () => void element.togglePopover() };
}
