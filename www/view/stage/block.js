// The block of one column on the stage: its cells, which node is at a point, and where wires leave and enter. Pure sums.
import { FEW } from '../../app/view-model.js';
import { isPicture } from '../../core/tensor-shape.js';
import { pictureSize, pixelAt, pixelBox } from './picture-block.js';

/** @typedef {{ x: number, y: number, width: number, height: number }} Box px from the stage's left upper corner */
/**
 * The block of one column.
 * @typedef {object} Block
 * @property {'cells' | 'pictures' | 'boxes' | 'bars' | 'ruler'} form cells of ink, pictures of them, boxes with their numbers, the bars
 * of the answer, the loss
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 * @property {number} across cells, or pictures, side by side
 * @property {number} wide one cell, px
 * @property {number} tall one cell, px
 * @property {number} stepX from one cell to the next
 * @property {number} stepY from one row to the next
 * @property {number} count of nodes
 * @property {number} group how many nodes, one after another, share a cell: 1 but where too many of them stand in too little room
 * @property {boolean} shared whether it stands in the same place as the column before it
 * @property {import('./picture-block.js').Pictures | null} picture how its pictures stand; null where its cells do not make pictures
 * @property {boolean} down whether its wires run downwards, to a column under it
 */
/** The paper between two cells of ink, px. */
export const BETWEEN = 2;

/**
 * @param {Omit<Block, 'x' | 'y' | 'width' | 'height' | 'down' | 'group' | 'picture'> & { group?: number, picture?: Block['picture'] }} given
 * @returns {Block}
 */
export function sized(given) {
  const block = { group: 1, picture: null, ...given };
  if (block.picture) return { ...block, x: 0, y: 0, down: false, ...pictureSize(block.across, block.picture) };
  const cells = cellsOf(block);
  const rows = Math.ceil(cells / block.across);
  const width = (Math.min(block.across, cells) - 1) * block.stepX + block.wide;
  return { ...block, x: 0, y: 0, down: false, width, height: (rows - 1) * block.stepY + block.tall };
}

/**
 * How many cells a block has.
 * @param {Pick<Block, 'count' | 'group'>} block
 */
export function cellsOf({ count, group }) {
  return Math.ceil(count / group);
}

/**
 * Which nodes stand for the cells that they share with others: the one with the largest number of each.
 * @param {Block} block
 * @param {ArrayLike<number>} values of all nodes
 * @param {(node: number) => boolean} [first] nodes that go before all others
 * @returns {Set<number>}
 */
export function leadersOf(block, values, first = () => false) {
  // What is no number has to be seen.
  const rank = (/** @type {number} */ node) => [Number(first(node)), Number.isFinite(values[node]) ? Math.abs(values[node]) : Infinity];
  const leaders = new Set();
  for (let from = 0; from < values.length; from += block.group) {
    let leader = from;
    for (let node = from + 1; node < Math.min(from + block.group, values.length); node += 1) {
      const [[before, size], [asked, other]] = [rank(leader), rank(node)];
      if (asked > before || (asked === before && other > size)) leader = node;
    }
    leaders.add(leader);
  }
  return leaders;
}

/** @param {import('./geometry.js').Column} column @returns {Block['form']} */
export function formOf({ role, width, shape }) {
  if (isPicture(shape)) return 'pictures';
  if (role === 'loss') return 'ruler';
  if (role === 'output') return 'bars';
  return role === 'input' || width <= FEW ? 'boxes' : 'cells';
}

/**
 * Whether a block's numbers are drawn in ink on the canvas.
 * @param {Block} block
 */
export function isInked({ form }) {
  return form === 'cells' || form === 'pictures';
}

/**
 * The box of a node's cell.
 * @param {Block} block
 * @param {number} node
 * @returns {Box}
 */
export function cellBox(block, node) {
  if (block.picture) return pixelBox(block, block.picture, node);
  const { x, y, across, wide, tall, stepX, stepY, group } = block;
  const cell = Math.floor(node / group);
  return { x: x + (cell % across) * stepX, y: y + Math.floor(cell / across) * stepY, width: wide, height: tall };
}

/**
 * The first node of the cell that is nearest to a point inside a block.
 * @param {Block} block
 * @param {number} x
 * @param {number} y
 * @returns {number | null} null where the point is outside the block, or past its last cell
 */
export function nodeAt(block, x, y) {
  if (block.picture) return pixelAt(block, block.picture, x, y);
  const { across, stepX, stepY, count, group } = block;
  const margin = 1;
  const inside = x >= block.x - margin && x <= block.x + block.width + margin && y >= block.y - margin && y <= block.y + block.height + margin;
  if (!inside) return null;
  const column = stepX > 0 ? Math.min(across - 1, Math.max(0, Math.floor((x - block.x + margin) / stepX))) : 0;
  const row = stepY > 0 ? Math.max(0, Math.floor((y - block.y + margin) / stepY)) : 0;
  const node = (row * across + column) * group;
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
  if (block.picture) return block.down ? { x, y: side === 'in' ? box.y : box.y + box.height } : { x: side === 'in' ? box.x : box.x + box.width, y };
  if (block.down) {
    const rows = Math.ceil(cellsOf(block) / block.across);
    const spread = block.form === 'cells' ? Math.min(3, (block.wide - 2) / rows) : 0;
    return { x: x + (Math.floor(node / block.group / block.across) - (rows - 1) / 2) * spread, y: side === 'in' ? block.y - 3 : block.y + block.height + 3 };
  }
  const edge = side === 'in' ? block.x - 3 : block.x + block.width + 3;
  if (block.form !== 'cells') return { x: edge, y };
  const spread = Math.min(2.8, (block.tall - 2) / block.across);
  return { x: edge, y: y + ((Math.floor(node / block.group) % block.across) - (block.across - 1) / 2) * spread };
}

/**
 * Where a wire begins and ends.
 * @param {readonly Block[]} blocks
 * @param {import('./wires.js').Wire} wire
 * @returns {[start: { x: number, y: number }, end: { x: number, y: number }]}
 */
export function endsOf(blocks, { from, to }) {
  return [port(blocks[from.column], from.node, 'out'), port(blocks[to.column], to.node, 'in')];
}

/**
 * A point on a wire, which leaves and arrives straight.
 * @param {readonly Block[]} blocks
 * @param {import('./wires.js').Wire} wire
 * @param {number} along 0 at its beginning, 1 at its end
 */
export function pointOn(blocks, wire, along) {
  const [start, end] = endsOf(blocks, wire);
  const aside = along * along * (3 - 2 * along);
  const [x, y] = blocks[wire.from.column].down ? [aside, along] : [along, aside];
  return { x: start.x + (end.x - start.x) * x, y: start.y + (end.y - start.y) * y };
}
