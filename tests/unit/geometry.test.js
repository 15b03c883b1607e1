// Where everything on the stage stands: any network fits into its room, and every point of it is one node's or nobody's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS } from '../../www/core/facts.js';
import { cellBox, leadersOf, nodeAt, port } from '../../www/view/stage/block.js';
import { layOut } from '../../www/view/stage/geometry.js';

/** @typedef {import('../../www/view/stage/geometry.js').Column} Column */
/** @typedef {import('../../www/view/stage/geometry.js').Room} Room */
/** @typedef {import('../../www/view/stage/block.js').Block} Block */

const LECTURE = [50, 100, 50];
/** The stage at 1280×720, by itself in its row. */
const ROOM = { width: 1058, height: 340, em: 14.04 };
/** Rooms and sizes of letters, from a slide in a corner to a large screen. */
const ROOMS = [
  ROOM,
  { width: 780, height: 185, em: 12, top: 15 },
  { width: 777, height: 200, em: 11.5 },
  { width: 1604, height: 510, em: 21, top: 26 },
  { width: 1866, height: 510, em: 27 },
  { ...ROOM, most: 34 },
];
const NETWORKS = [[], [1], [4], [6], [7], [16], [256], [50, 100, 50], [1, 256, 1], [2, 3, 4, 5, 6, 7], [50, 50, 50, 50, 50, 50], [256, 256, 256]];

/**
 * The columns of a network.
 * @param {readonly number[]} hidden
 * @param {number} [classes]
 * @returns {Column[]}
 */
function columnsOf(hidden, classes = 3) {
  /** @type {Column[]} */
  const layers = hidden.flatMap((width) => [{ role: 'weighted', width, shape: [width] }, { role: 'activation', width, shape: [width] }]);
  return [{ role: 'input', width: 3, shape: [3] }, ...layers, { role: 'weighted', width: classes, shape: [classes] }, { role: 'output', width: classes, shape: [classes] }, { role: 'loss', width: 1, shape: [1] }];
}

/**
 * Blocks that lie on each other, or outside the room; a block that shares its place is only looked at as the one it shares.
 * @param {readonly Block[]} blocks
 * @param {{ width: number, height: number, top?: number }} room
 */
function misplaced(blocks, { width, height, top = 0 }) {
  const seen = blocks.filter(({ shared }) => !shared);
  const crossing = seen.flatMap((a, i) => seen.slice(i + 1).filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height));
  const outside = seen.filter((one) => one.x < 0 || one.x + one.width > width + 1 || one.y < top - 1 || one.y + one.height > top + height + 1);
  return { crossing, outside };
}

/** @param {readonly Block[]} blocks */
function everyNode(blocks) {
  return blocks.flatMap((block) => Array.from({ length: block.count }, (_, node) => ({ block, node, box: cellBox(block, node) })));
}

test("the lecture's network has cells of 15 px at least, and every column a place of its own", () => {
  const { blocks, cell } = layOut(columnsOf(LECTURE), ROOM);
  assert.ok(cell >= 15, `${cell} px`);
  assert.equal(blocks.length, 10);
  assert.deepEqual(blocks.map(({ shared }) => shared), Array(10).fill(false));
  for (const { form, wide, tall } of blocks) if (form === 'cells') assert.deepEqual([wide, tall], [cell, cell]);
  assert.deepEqual(misplaced(blocks, ROOM), { crossing: [], outside: [] });
});

test('columns stand in their order and leave room for the wires and the gates between them', () => {
  const { blocks } = layOut(columnsOf(LECTURE), ROOM);
  blocks.slice(1).forEach((block, i) => {
    const gap = block.x - (blocks[i].x + blocks[i].width);
    assert.ok(gap >= 10, `${gap} px before column ${i + 1}`);
  });
});

test('a network of any depth, width and number of classes stands in its room, no column on another', () => {
  for (const room of ROOMS) for (const hidden of NETWORKS) for (let classes = 2; classes <= LIMITS.mostClasses; classes += 1) {
    const at = `${hidden} to ${classes} classes in ${room.width}×${room.height}`;
    const { blocks, cell } = layOut(columnsOf(hidden, classes), room);
    assert.deepEqual(misplaced(blocks, room), { crossing: [], outside: [] }, at);
    assert.ok(cell >= 4, at);
    for (const { block, box } of everyNode(blocks)) {
      assert.ok(box.width >= 4 && box.height >= 4, `${at}: a cell of ${box.width}×${box.height} px`);
      assert.ok(box.x >= block.x && box.x + box.width <= block.x + block.width + 1e-6 && box.y >= block.y && box.y + box.height <= block.y + block.height + 1e-6, at);
    }
  }
});

test('six layers of six boxes each, the most that do not shrink like ink, stand in the room of a screen and of a slide', () => {
  for (const room of [ROOM, { width: 933, height: 257, em: 13.5 }, { width: 777, height: 200, em: 11.5 }]) {
    const { blocks } = layOut(columnsOf([6, 6, 6, 6, 6, 6], 6), room);
    assert.deepEqual(misplaced(blocks, room), { crossing: [], outside: [] }, `${room.width} px`);
    for (const { form, wide } of blocks) if (form === 'boxes') assert.ok(wide >= 2 * room.em, 'a number has room in its box');
  }
});

test('a pair of Affine and ReLU shares a place only where all would be too small apart', () => {
  const shares = (/** @type {number[]} */ hidden, /** @type {Room} */ room) => layOut(columnsOf(hidden), room).blocks.some(({ shared }) => shared);
  assert.equal(shares(LECTURE, ROOM), false);
  assert.equal(shares([50, 50, 50, 50, 50, 50], { ...ROOM, width: 780 }), true);
  // It is the activation that stands where its layer does, cell on cell.
  const { blocks } = layOut(columnsOf([50, 50, 50, 50, 50, 50]), { ...ROOM, width: 780 });
  blocks.forEach((block, i) => {
    assert.equal(block.shared, i % 2 === 0 && i > 0 && i < 14, `column ${i}`);
    if (block.shared) assert.deepEqual(everyNode([block]).map(({ box }) => box), everyNode([blocks[i - 1]]).map(({ box }) => box));
  });
});

test('the same columns in the same room always stand in the same places', () => {
  for (const hidden of NETWORKS) assert.deepEqual(layOut(columnsOf(hidden), ROOM), layOut(columnsOf(hidden), ROOM));
});

test('more room makes no cell smaller, unless it lets pairs stand apart', () => {
  for (const hidden of NETWORKS) {
    const [small, large] = [1, 1.5].map((times) => layOut(columnsOf(hidden), { ...ROOM, width: ROOM.width * times, height: ROOM.height * times }));
    const apart = small.blocks.some(({ shared }) => shared) && large.blocks.every(({ shared }) => !shared);
    assert.ok(apart ? large.cell >= 9 : large.cell >= small.cell, `${hidden}: ${small.cell} px, then ${large.cell} px`);
  }
});

test('a few nodes stand in boxes under one another, many in cells, the answer in bars, the loss at a ruler', () => {
  const forms = (/** @type {number[]} */ hidden) => layOut(columnsOf(hidden), ROOM).blocks.map(({ form }) => form);
  assert.deepEqual(forms([6]), ['boxes', 'boxes', 'boxes', 'boxes', 'bars', 'ruler']);
  assert.deepEqual(forms([7]), ['boxes', 'cells', 'cells', 'boxes', 'bars', 'ruler']);
});

test('the point in the middle of a cell is its node, of those that share it the first, whatever the network and the room', () => {
  for (const room of [...ROOMS, { width: 360, height: 0, em: 14, flat: true }]) for (const hidden of NETWORKS) {
    for (const { block, node, box } of everyNode(layOut(columnsOf(hidden, 6), room).blocks)) {
      assert.equal(nodeAt(block, box.x + box.width / 2, box.y + box.height / 2), node - (node % block.group), `${hidden} in ${room.width}×${room.height}`);
    }
  }
});

test('also its corners are the node, and a point outside a block or past its last cell is nobody', () => {
  const { blocks } = layOut(columnsOf([50, 98, 7]), ROOM);
  for (const { block, node, box } of everyNode(blocks)) {
    if (block.form !== 'cells') continue;
    for (const [x, y] of [[box.x, box.y], [box.x + box.width - 0.01, box.y], [box.x, box.y + box.height - 0.01], [box.x + box.width - 0.01, box.y + box.height - 0.01]]) {
      assert.equal(nodeAt(block, x, y), node);
    }
  }
  for (const block of blocks) {
    const { x, y, width, height } = block;
    for (const [left, top] of [[x - 2, y + 1], [x + width + 2, y + 1], [x + 1, y - 2], [x + 1, y + height + 2], [NaN, NaN]]) assert.equal(nodeAt(block, left, top), null);
  }
  // 98 nodes leave two places free in the last row of five.
  const wide = blocks[3];
  assert.deepEqual([wide.count, wide.across], [98, 5]);
  assert.equal(nodeAt(wide, wide.x + wide.width - 1, wide.y + wide.height - 1), null);
});

test('wires leave and enter at the edges of a block, each node of a row at a height of its own inside its row', () => {
  for (const hidden of NETWORKS) {
    const { blocks } = layOut(columnsOf(hidden), ROOM);
    for (const { block, node, box } of everyNode(blocks)) {
      const [start, end] = [port(block, node, 'in'), port(block, node, 'out')];
      assert.equal(start.x, block.x - 3);
      assert.equal(end.x, block.x + block.width + 3);
      assert.equal(start.y, end.y);
      assert.ok(start.y >= box.y && start.y <= box.y + box.height, `${hidden}: ${start.y} in ${box.y}–${box.y + box.height}`);
    }
    for (const block of blocks) {
      const heights = everyNode([block]).map(({ node }) => port(block, node, 'in').y);
      assert.equal(new Set(heights.map((y) => y.toFixed(6))).size, block.count);
      assert.deepEqual(heights, heights.toSorted((a, b) => a - b), 'in the order of the nodes');
    }
  }
});

test('on a phone the columns lie under one another, as wide as the window', () => {
  for (const width of [320, 360, 390, 760]) for (const hidden of NETWORKS) for (let classes = 2; classes <= LIMITS.mostClasses; classes += 1) {
    const at = `${hidden} to ${classes} classes at ${width} px`;
    const { blocks, flat, height } = layOut(columnsOf(hidden, classes), { width, height: 0, em: 14, flat: true });
    assert.equal(flat, true);
    assert.deepEqual(misplaced(blocks, { width, height }), { crossing: [], outside: [] }, at);
    assert.deepEqual(blocks.map(({ shared }) => shared), blocks.map(() => false));
    blocks.slice(1).forEach((block, i) => assert.ok(block.y > blocks[i].y + blocks[i].height, at));
    for (const { box } of everyNode(blocks)) assert.ok(box.width >= 11 && box.height >= 11, `${at}: ${box.width}×${box.height} px`);
  }
});

test('cells get no smaller than 8 px: from there on nodes share them', () => {
  const room = { width: 740, height: 270, em: 12 };
  for (const [hidden, most] of /** @type {[number[], number][]} */ ([[[50, 100, 50], 1], [[256, 256, 256], 1], [Array(4).fill(256), 2], [Array(6).fill(256), 4]])) {
    const { blocks, cell } = layOut(columnsOf(hidden), room);
    assert.ok(cell >= 8, `${hidden}: ${cell} px`);
    assert.ok(Math.max(...blocks.map(({ group }) => group)) <= most, String(hidden));
    const last = blocks.at(-1);
    assert.ok(last && last.x + last.width <= room.width, String(hidden));
  }
});

test('of the nodes that share a cell the largest is seen, or the one that is asked for', () => {
  const { blocks } = layOut(columnsOf(Array(6).fill(256)), { width: 740, height: 240, em: 12 });
  const block = blocks[1];
  assert.equal(block.group, 4);
  const values = Float32Array.from({ length: 256 }, (_, node) => (node % 4 === 1 ? -3 : node % 4));
  values[6] = NaN;
  values[250] = 2;
  const leaders = leadersOf(block, values, (node) => node === 250);
  assert.equal(leaders.size, 64);
  for (const node of [1, 6, 9, 250]) assert.ok(leaders.has(node), String(node));
  assert.equal(leadersOf(block, new Float32Array(0)).size, 0);
});
