// A few columns one under another, as on a phone. Pure sums, no page.
import { FEW } from '../../app/view-model.js';
import { BETWEEN, formOf, sized } from './block.js';
import { pictureBlock } from './picture-block.js';

/** @typedef {import('./block.js').Block} Block */
/** @typedef {import('./geometry.js').Column} Column */

/** From one cell to the next: where numbers come from, and where a finger is to meet them, px. */
const [SOURCE, FINGER] = [18, 34];
/** Pictures side by side, and the largest side of one, px. */
const [ABREAST, LARGEST] = [4, 96];

/**
 * Where numbers come from is small and above, what is made of them is
 * large enough for a finger and below.
 * @param {readonly Column[]} columns
 * @param {import('./geometry.js').Room} room
 * @returns {import('./geometry.js').Geometry}
 */
export function stacked(columns, { width, em }) {
  let y = 0;
  const blocks = columns.map((column, i) => {
    const last = i === columns.length - 1 || formOf(columns[i + 1]) === 'bars';
    const block = stackedSize(column, last ? FINGER : SOURCE, width, em);
    block.down = true;
    // Over each stands its name; between two run the wires.
    block.y = Math.round(y + 1.9 * em);
    block.x = Math.round(Math.max(0, (width - block.width) / 2));
    y = block.y + block.height + (i < columns.length - 1 ? gapUnder(columns[i + 1], em) : 0.8 * em);
    return block;
  });
  return { blocks, flat: true, cell: FINGER, height: Math.ceil(y) };
}

/**
 * @param {Column} column
 * @param {number} step from one cell to the next, px
 * @param {number} width room, px
 * @param {number} em
 */
function stackedSize(column, step, width, em) {
  const { width: count } = column;
  const form = formOf(column);
  if (form === 'pictures') {
    const [channels, , across] = column.shape;
    const side = width / Math.min(channels, column.role === 'input' ? 3 : ABREAST) - 4;
    const block = pictureBlock(column.shape, 15, Infinity, column.role === 'input');
    const pixel = Math.floor(Math.min(side, LARGEST) / across);
    const { picture } = block;
    const [stepX, stepY] = [pixel * picture.width + 4, pixel * picture.height + 4];
    return sized({ ...block, across: Math.min(channels, ABREAST), wide: pixel, tall: pixel, stepX: pixel, stepY: pixel, picture: { ...picture, stepX, stepY, lead: 0 }, shared: false });
  }
  if (form === 'bars') {
    // Many stand closer, each still large enough for a finger.
    const apart = count > FEW ? FINGER : 3.8 * em;
    return sized({ form, across: 1, count, wide: width, tall: apart - 0.2 * em, stepX: width, stepY: apart, shared: false });
  }
  if (form === 'ruler') return sized({ form, across: 1, count: 1, wide: 5 * em, tall: 13 * em, stepX: 0, stepY: 0, shared: false });
  if (form === 'cells') {
    const across = Math.max(1, Math.floor((width + BETWEEN) / step));
    return sized({ form, across, count, wide: step - BETWEEN, tall: step - BETWEEN, stepX: step, stepY: step, shared: false });
  }
  const wide = Math.min(3.2 * em, width / Math.max(1, count) - 4);
  const stepX = Math.min(wide * 2, (width - wide) / Math.max(1, count - 1));
  return sized({ form, across: count, count, wide, tall: wide, stepX, stepY: wide, shared: false });
}

/** @param {Column} next the column under the gap @param {number} em */
function gapUnder({ role }, em) {
  return role === 'activation' ? 1.2 * em : role === 'output' || role === 'loss' ? 1.6 * em : 5 * em;
}
