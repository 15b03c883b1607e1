// Where everything on the stage stands: the block of each column. Pure sums, no page: the same columns in the same room give the same places, so that nothing moves while numbers change.
import { isPicture } from '../../core/tensor-shape.js';
import { BETWEEN, formOf, sized } from './block.js';
import { pictureBlock } from './picture-block.js';
import { stacked } from './stacked.js';

/** @typedef {import('./block.js').Block} Block */
/**
 * What the geometry needs to know of a column.
 * @typedef {Pick<import('../../app/view-model.js').ColumnModel, 'role' | 'width' | 'shape'>} Column
 */
/**
 * @typedef {object} Room
 * @property {number} width px
 * @property {number} height px
 * @property {number} em the font size, px
 * @property {number} [most] side of the largest cell of ink, px
 * @property {number} [top] room over the columns, px
 * @property {boolean} [flat] whether the columns lie one under another, as on a phone: then it is a few of them
 * @property {number} [ease] how wide what is no cell of ink is: 1 as it reads best, 0 as narrow as it can be
 */
/**
 * @typedef {object} Geometry
 * @property {Block[]} blocks one a column
 * @property {boolean} flat
 * @property {number} cell side of a cell of ink, px
 * @property {number} height of all, px
 */

/**
 * How close everything stands.
 * @typedef {object} Packing
 * @property {boolean} sharing whether an activation stands in the place of the layer before it
 * @property {boolean} dense whether as few cells stand side by side as fit, instead of a number that is easy to count
 * @property {number} [group] how many nodes share a cell of ink
 */

/** As close as it gets with a cell for each node. @type {Packing} */
const DENSE = { sharing: true, dense: true };
/** How many nodes share a cell where even small cells leave too little room. */
const GROUPS = [1, 2, 4, 8];
/** Cells side by side that are easy to count. */
const COUNTABLE = [5, 10, 20];
/** The largest side of a cell of ink; the smallest, from which on nodes share one; and the least of those, px. */
const [LARGEST, SMALL, SMALLEST] = [30, 8, 4];
/** The ruler's two numbers at an update, px: their letters are never smaller than 12 px. */
const RULER = 92;
/** The name under a box, and the lowest box that has one, em. */
const [NAMED, LOW] = [1.3, 1.9];
/** The narrowest gap between two columns, px. */
const NARROW = 10;
/** A pair of Affine and ReLU shares one block before cells get smaller than this, px. */
const ROOMY = 9;
/** How much narrower boxes, bars and gaps get where even the smallest cells leave too little room. */
const TIGHTER = [1, 0.75, 0.5, 0.25, 0];

/**
 * @param {readonly Column[]} columns in their order
 * @param {Room} room
 * @returns {Geometry}
 */
export function layOut(columns, room) {
  return room.flat ? stacked(columns, room) : abreast(columns, room);
}

/**
 * Columns side by side, with the largest cells with which all fit.
 * @param {readonly Column[]} columns
 * @param {Room} room
 * @returns {Geometry}
 */
function abreast(columns, room) {
  const largest = Math.min(LARGEST, room.most ?? LARGEST);
  // Larger cells want more room for their wires, too.
  const roomy = (/** @type {number} */ cell) => (2.9 + Math.max(0, cell - 15) * 0.16) * room.em;
  const tight = () => 2.1 * room.em;
  /** @type {{ from: number, to: number, packing: Packing, wire: (cell: number) => number }[]} */
  const ways = [
    { from: largest, to: ROOMY, packing: { sharing: false, dense: false }, wire: roomy },
    { from: largest, to: SMALL, packing: { sharing: true, dense: false }, wire: roomy },
    ...GROUPS.map((group) => ({ from: SMALL, to: SMALL, packing: { ...DENSE, group }, wire: tight })),
  ];
  for (const { from, to, packing, wire } of ways) {
    for (let cell = from; cell >= to; cell -= 1) {
      const blocks = sizes(columns, cell, room, packing);
      if (widthOf(columns, blocks, room, wire(cell)) <= room.width) return placed(columns, blocks, room, cell);
    }
  }
  // Where that is too wide, too, boxes, bars and gaps get narrower; at last the cells of the largest groups smaller.
  const most = GROUPS[GROUPS.length - 1];
  /** @type {{ ease: number, cell: number, group: number }[]} */
  const last = TIGHTER.flatMap((ease) => GROUPS.map((group) => ({ ease, cell: SMALL, group })));
  for (let cell = SMALL - 1; cell >= SMALLEST; cell -= 1) last.push({ ease: 0, cell, group: most });
  for (const { ease, cell, group } of last) {
    const blocks = sizes(columns, cell, { ...room, ease }, { ...DENSE, group });
    if (widthOf(columns, blocks, { ...room, ease }, NARROW) <= room.width) return placed(columns, blocks, { ...room, ease }, cell);
  }
  return placed(columns, sizes(columns, SMALLEST, { ...room, ease: 0 }, { ...DENSE, group: most }), { ...room, ease: 0 }, SMALLEST);
}

/**
 * The size of each column's block, not yet its place.
 * @param {readonly Column[]} columns
 * @param {number} cell
 * @param {Room} room
 * @param {Packing} packing
 * @returns {Block[]}
 */
function sizes(columns, cell, { height, em, ease = 1 }, { sharing, dense, group: gathered = 1 }) {
  const step = cell + BETWEEN;
  const between = (/** @type {number} */ least, /** @type {number} */ best) => (least + (best - least) * ease) * em;
  /** Of the pictures before. */
  let across = 1;
  return columns.map(({ role, width: count }, i) => {
    const form = formOf(columns[i]);
    if (form === 'pictures') {
      const shared = sharing && role === 'activation' && columns[i - 1]?.width === count;
      const block = pictureBlock(columns[i].shape, cell, height, role === 'input');
      // The same channels stand in the same order, whatever their size.
      if (isPicture(columns[i - 1]?.shape ?? []) && columns[i - 1].shape[0] === columns[i].shape[0]) block.across = across;
      across = block.across;
      return sized({ ...block, shared });
    }
    if (form === 'cells') {
      const rows = Math.max(1, Math.floor((height + BETWEEN) / step));
      // A layer that has room for a cell a node keeps it.
      const group = Math.ceil(count / rows) <= 5 ? 1 : gathered;
      const cells = Math.ceil(count / group);
      const side = (dense ? undefined : COUNTABLE.find((n) => Math.ceil(cells / n) <= rows)) ?? Math.max(Math.min(5, cells), Math.ceil(cells / rows));
      const shared = sharing && role === 'activation' && columns[i - 1]?.width === count;
      return sized({ form, across: side, count, group, wide: cell, tall: cell, stepX: step, stepY: step, shared });
    }
    if (form === 'ruler') return sized({ form, across: 1, count: 1, wide: Math.max(RULER * ease, between(5.4, 6.6)), tall: Math.min(height, 23 * em), stepX: 0, stepY: 0, shared: false });
    const [wide, tall, apart] = form === 'bars' ? [between(5.4, 6.4), 4.4 * em, 7.4 * em] : role === 'input' ? [between(2.2, 2.5), 2.8 * em, 4 * em] : [between(2.9, 3.6), 3.2 * em, 7.4 * em];
    const stepY = Math.min(apart, height / Math.max(1, count));
    // Under each score stands the name of its class, unless its number would have no room.
    const under = columns[i + 1]?.role === 'output' ? Math.max(2, Math.min(NAMED * em, stepY - LOW * em)) : 2;
    return sized({ form, across: 1, count, wide, tall: Math.min(tall, stepY - under), stepX: wide, stepY, shared: false });
  });
}

/**
 * The paper before a column: wires run there, or gates stand there.
 * @param {readonly Column[]} columns
 * @param {Block[]} blocks
 * @param {number} i its index
 * @param {Room} room
 * @returns {{ least: number, grows: boolean }} px, and whether it takes a part of what is left over
 */
function gapBefore(columns, blocks, i, { em, ease = 1 }) {
  if (i === 0 || blocks[i].shared) return { least: 0, grows: false };
  const { role } = columns[i];
  // Between pictures there are no gates.
  const best = isPicture(columns[i].shape) ? 1.2 : 1.7;
  if (role === 'activation' || role === 'pooling') return { least: NARROW + Math.max(0, best * em - NARROW) * ease, grows: false };
  if (role === 'output') return { least: 0.9 * em, grows: false };
  if (role === 'loss') return { least: (1.2 + 0.5 * ease) * em, grows: false };
  return { least: 0, grows: true };
}

/**
 * @param {readonly Column[]} columns
 * @param {Block[]} blocks
 * @param {Room} room
 * @param {number} wire the least room for wires, px
 */
function widthOf(columns, blocks, room, wire) {
  return blocks.reduce((sum, block, i) => {
    const gap = gapBefore(columns, blocks, i, room);
    return sum + (block.shared ? 0 : block.width) + (gap.grows ? wire : gap.least);
  }, 0);
}

/**
 * Gives each block its place; the gaps with wires share what is left over.
 * @param {readonly Column[]} columns
 * @param {Block[]} blocks
 * @param {Room} room
 * @param {number} cell
 * @returns {Geometry}
 */
function placed(columns, blocks, room, cell) {
  const gaps = blocks.map((_, i) => gapBefore(columns, blocks, i, room));
  const growing = gaps.filter(({ grows }) => grows).length;
  const left = room.width - widthOf(columns, blocks, room, 0);
  const wire = Math.max(NARROW, Math.min(14 * room.em, left / Math.max(1, growing)));
  // What the gaps do not take lies at both sides.
  let x = Math.max(0, (left - wire * growing) / 2);
  blocks.forEach((block, i) => {
    if (block.shared) Object.assign(block, { x: blocks[i - 1].x });
    else {
      x += gaps[i].grows ? wire : gaps[i].least;
      block.x = Math.round(x);
      x += block.width;
    }
    block.y = Math.round((room.top ?? 0) + (room.height - block.height) / 2);
  });
  return { blocks, flat: false, cell, height: room.height };
}
