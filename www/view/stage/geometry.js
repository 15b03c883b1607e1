// Where everything on the stage stands: the block of each column, its cells, and the ends of the wires. Pure sums, no
// page: the same columns in the same room give the same places, so that nothing moves while numbers change.
import { FEW } from '../../app/view-model.js';

/** @typedef {{ x: number, y: number, width: number, height: number }} Box px from the stage's left upper corner */
/**
 * The block of one column.
 * @typedef {object} Block
 * @property {'cells' | 'boxes' | 'bars' | 'ruler'} form cells of ink, boxes with their numbers, the bars of the answer, the loss
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 * @property {number} across cells side by side
 * @property {number} wide one cell, px
 * @property {number} tall one cell, px
 * @property {number} stepX from one cell to the next
 * @property {number} stepY from one row to the next
 * @property {number} count of cells
 * @property {boolean} shared whether it stands in the same place as the column before it
 * @property {boolean} down whether its wires run downwards, to a column under it
 */
/**
 * What the geometry needs to know of a column.
 * @typedef {Pick<import('../../app/view-model.js').ColumnModel, 'role' | 'width'>} Column
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
 */

/** As close as it gets. @type {Packing} */
const DENSE = { sharing: true, dense: true };
/** Cells side by side that are easy to count. */
const COUNTABLE = [5, 10, 20];
/** The largest and the smallest side of a cell of ink, px, and the paper between two. */
const [LARGEST, SMALLEST, BETWEEN] = [26, 4, 2];
/** From one cell to the next on a phone: where numbers come from, and where a finger is to meet them, px. */
const [SOURCE, FINGER] = [18, 34];
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
  const most = Math.min(LARGEST, room.most ?? LARGEST);
  // Larger cells want more room for their wires, too.
  const roomy = (/** @type {number} */ cell) => (3.4 + Math.max(0, cell - 15) * 0.3) * room.em;
  const tight = () => 2.1 * room.em;
  /** @type {{ from: number, to: number, packing: Packing, wire: (cell: number) => number }[]} */
  const ways = [
    { from: most, to: ROOMY, packing: { sharing: false, dense: false }, wire: roomy },
    { from: most, to: 8, packing: { sharing: true, dense: false }, wire: roomy },
    { from: 8, to: SMALLEST, packing: DENSE, wire: tight },
  ];
  for (const { from, to, packing, wire } of ways) {
    for (let cell = from; cell >= to; cell -= 1) {
      const blocks = sizes(columns, cell, room, packing);
      if (widthOf(columns, blocks, room, wire(cell)) <= room.width) return placed(columns, blocks, room, cell);
    }
  }
  for (const ease of TIGHTER) {
    for (let cell = 8; cell >= SMALLEST; cell -= 1) {
      const blocks = sizes(columns, cell, { ...room, ease }, DENSE);
      if (widthOf(columns, blocks, { ...room, ease }, NARROW) <= room.width) return placed(columns, blocks, { ...room, ease }, cell);
    }
  }
  return placed(columns, sizes(columns, SMALLEST, { ...room, ease: 0 }, DENSE), { ...room, ease: 0 }, SMALLEST);
}

/**
 * The size of each column's block, not yet its place.
 * @param {readonly Column[]} columns
 * @param {number} cell
 * @param {Room} room
 * @param {Packing} packing
 * @returns {Block[]}
 */
function sizes(columns, cell, { height, em, ease = 1 }, { sharing, dense }) {
  const step = cell + BETWEEN;
  const between = (/** @type {number} */ least, /** @type {number} */ best) => (least + (best - least) * ease) * em;
  return columns.map(({ role, width: count }, i) => {
    const form = formOf(columns[i]);
    if (form === 'cells') {
      const rows = Math.max(1, Math.floor((height + BETWEEN) / step));
      const across = (dense ? undefined : COUNTABLE.find((n) => Math.ceil(count / n) <= rows)) ?? Math.max(Math.min(5, count), Math.ceil(count / rows));
      const shared = sharing && role === 'activation' && columns[i - 1]?.width === count;
      return sized({ form, across, count, wide: cell, tall: cell, stepX: step, stepY: step, shared });
    }
    if (form === 'ruler') return sized({ form, across: 1, count: 1, wide: between(5, 5.9), tall: Math.min(height, 24 * em), stepX: 0, stepY: 0, shared: false });
    const [wide, tall, apart] = form === 'bars' ? [between(5.4, 6.4), 4.4 * em, 7.4 * em] : role === 'input' ? [between(2.2, 2.5), 2.8 * em, 4 * em] : [between(2.6, 3.2), 3.2 * em, 7.4 * em];
    const stepY = Math.min(apart, height / Math.max(1, count));
    return sized({ form, across: 1, count, wide, tall: Math.min(tall, stepY - 2), stepX: wide, stepY, shared: false });
  });
}

/**
 * @param {Omit<Block, 'x' | 'y' | 'width' | 'height' | 'down'>} block
 * @returns {Block}
 */
function sized(block) {
  const rows = Math.ceil(block.count / block.across);
  const width = (Math.min(block.across, block.count) - 1) * block.stepX + block.wide;
  return { ...block, x: 0, y: 0, down: false, width, height: (rows - 1) * block.stepY + block.tall };
}

/** @param {Column} column @returns {Block['form']} */
function formOf({ role, width }) {
  if (role === 'loss') return 'ruler';
  if (role === 'output') return 'bars';
  return role === 'input' || width <= FEW ? 'boxes' : 'cells';
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
  if (role === 'activation') return { least: NARROW + Math.max(0, 1.7 * em - NARROW) * ease, grows: false };
  if (role === 'output') return { least: 0.9 * em, grows: false };
  if (role === 'loss') return { least: (1.4 + 0.8 * ease) * em, grows: false };
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

/**
 * A few columns one under another, as on a phone: where numbers come from is small and above, what is made of them is
 * large enough for a finger and below.
 * @param {readonly Column[]} columns
 * @param {Room} room
 * @returns {Geometry}
 */
function stacked(columns, { width, em }) {
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
  if (form === 'bars') return sized({ form, across: 1, count, wide: width, tall: 3.6 * em, stepX: width, stepY: 3.8 * em, shared: false });
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

/**
 * The box of a node's cell.
 * @param {Block} block
 * @param {number} node
 * @returns {Box}
 */
export function cellBox({ x, y, across, wide, tall, stepX, stepY }, node) {
  return { x: x + (node % across) * stepX, y: y + Math.floor(node / across) * stepY, width: wide, height: tall };
}

/**
 * The node whose cell is nearest to a point inside a block.
 * @param {Block} block
 * @param {number} x
 * @param {number} y
 * @returns {number | null} null where the point is outside the block, or past its last cell
 */
export function nodeAt(block, x, y) {
  const { across, stepX, stepY, count } = block;
  const margin = 1;
  const inside = x >= block.x - margin && x <= block.x + block.width + margin && y >= block.y - margin && y <= block.y + block.height + margin;
  if (!inside) return null;
  const column = stepX > 0 ? Math.min(across - 1, Math.max(0, Math.floor((x - block.x + margin) / stepX))) : 0;
  const row = stepY > 0 ? Math.max(0, Math.floor((y - block.y + margin) / stepY)) : 0;
  const node = row * across + column;
  return node < count ? node : null;
}

/**
 * Where the wires of a node leave or enter its block: at the block's edge, each node of a row (or, downwards, of a
 * column) at a place of its own, in the order of the row.
 * @param {Block} block
 * @param {number} node
 * @param {'in' | 'out'} side
 * @returns {{ x: number, y: number }}
 */
export function port(block, node, side) {
  const box = cellBox(block, node);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  if (block.down) {
    const rows = Math.ceil(block.count / block.across);
    const spread = block.form === 'cells' ? Math.min(3, (block.wide - 2) / rows) : 0;
    return { x: x + (Math.floor(node / block.across) - (rows - 1) / 2) * spread, y: side === 'in' ? block.y - 3 : block.y + block.height + 3 };
  }
  const edge = side === 'in' ? block.x - 3 : block.x + block.width + 3;
  if (block.form !== 'cells') return { x: edge, y };
  const spread = Math.min(2.8, (block.tall - 2) / block.across);
  return { x: edge, y: y + ((node % block.across) - (block.across - 1) / 2) * spread };
}
