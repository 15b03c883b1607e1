// A shape for each class, so that nobody has to tell the classes by a colour.
import { svg } from '../dom.js';

/** On a square of 20: circle, square, triangle, diamond, star, ring. */
const PATHS = [
  'M10 2a8 8 0 1 0 0 16a8 8 0 1 0 0-16z',
  'M3 3h14v14h-14z',
  'M10 2l9 16h-18z',
  'M10 1l9 9l-9 9l-9-9z',
  'M10 1l2.6 6.2l6.7.6l-5.1 4.4l1.6 6.6l-5.8-3.5l-5.8 3.5l1.6-6.6l-5.1-4.4l6.7-.6z',
  'M10 2a8 8 0 1 0 0 16a8 8 0 1 0 0-16zM10 6.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7z',
];

/**
 * The shape of a class, to stand before its name.
 * @param {number} label
 */
export function shapeOf(label) {
  return svg('svg', { class: 'class-shape', viewBox: '0 0 20 20', 'aria-hidden': 'true' }, svg('path', { d: PATHS[label % PATHS.length], 'fill-rule': 'evenodd' }));
}
