// What the marks of the stage look like: solid and hollow squares, dots, wishes, wires and gates, on a canvas that only
// notes what is asked of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellBox, port } from '../../www/view/stage/block.js';
import { layOut } from '../../www/view/stage/geometry.js';
import { squares, wishes } from '../../www/view/stage/ink.js';
import { drawGates, drawWires } from '../../www/view/stage/lines.js';

/** @typedef {{ name: string, numbers: number[] }} Part of a path */

/** The parts of a path. */
class Path {
  /** @type {Part[]} */
  parts = [];
  /** @param {string} name @param {number[]} numbers */
  #note(name, numbers) {
    this.parts.push({ name, numbers });
  }
  rect(/** @type {number[]} */ ...numbers) {
    this.#note('rect', numbers);
  }
  moveTo(/** @type {number[]} */ ...numbers) {
    this.#note('moveTo', numbers);
  }
  lineTo(/** @type {number[]} */ ...numbers) {
    this.#note('lineTo', numbers);
  }
  bezierCurveTo(/** @type {number[]} */ ...numbers) {
    this.#note('bezierCurveTo', numbers);
  }
  closePath() {
    this.#note('closePath', []);
  }
}
Object.assign(globalThis, { Path2D: Path });

/** A canvas's context that keeps what was filled and stroked, and how. */
class Canvas extends Path {
  /** @type {{ way: 'fill' | 'stroke', parts: Part[], width: number, style: string, dash: number[] }[]} */
  drawn = [];
  fillStyle = '';
  strokeStyle = '';
  lineWidth = 1;
  globalAlpha = 1;
  /** @type {number[]} */
  dash = [];
  beginPath() {
    this.parts = [];
  }
  /** @param {number[]} dash */
  setLineDash(dash) {
    this.dash = dash;
  }
  /** @param {Path} [path] */
  fill(path = this) {
    this.drawn.push({ way: 'fill', parts: [...path.parts], width: 0, style: this.fillStyle, dash: [] });
  }
  /** @param {Path} [path] */
  stroke(path = this) {
    this.drawn.push({ way: 'stroke', parts: [...path.parts], width: this.lineWidth, style: this.strokeStyle, dash: this.dash });
  }
  /** @param {'fill' | 'stroke'} way */
  all(way) {
    return this.drawn.filter((one) => one.way === way).flatMap(({ parts }) => parts);
  }
}

/** @param {(context: CanvasRenderingContext2D) => void} draw */
function on(draw) {
  const canvas = new Canvas();
  draw(/** @type {CanvasRenderingContext2D} */ (/** @type {unknown} */ (canvas)));
  return canvas;
}

const { blocks } = layOut([{ role: 'input', width: 3, shape: [3] }, { role: 'weighted', width: 50, shape: [50] }, { role: 'activation', width: 50, shape: [50] }, { role: 'weighted', width: 100, shape: [100] }], { width: 900, height: 410, em: 14 });
const block = blocks[1];

/** @param {Part} part */
function middleOf({ numbers: [x, y, width, height] }) {
  return [x + width / 2, y + height / 2].map((one) => one.toFixed(3));
}

/** @param {number} node */
function middleOfCell(node) {
  const { x, y, width, height } = cellBox(block, node);
  return middleOf({ name: 'rect', numbers: [x, y, width, height] });
}

test('a positive number is a solid square, a negative one a hollow one, a true zero a dot, each in the middle of its cell', () => {
  const canvas = on((context) => squares(context, block, [4, -4, 0, 1], 5));
  const [solid, hollow] = [canvas.all('fill'), canvas.all('stroke')];
  assert.deepEqual(solid.map(middleOf), [0, 2, 3].map(middleOfCell));
  assert.deepEqual(hollow.map(middleOf), [1].map(middleOfCell));
  const [four, zero, one] = solid.map(({ numbers }) => numbers[2]);
  assert.ok(Math.abs(four / one - 2) < 1e-9, 'the area is the number');
  assert.ok(zero < 2 && zero < one);
  // The same size, line and all.
  assert.ok(Math.abs(hollow[0].numbers[2] + canvas.lineWidth - four) < 1e-9);
});

test('the least number is still seen, a negative one with its hole, and the largest stays in its cell, however large cells are', () => {
  for (const wide of [8, 15, 26, 34]) {
    const cells = { ...block, wide, tall: wide };
    const canvas = on((context) => squares(context, cells, [1e-9, -1e-9, 1e9, -1e9], 5));
    const [least, most] = canvas.all('fill').map(({ numbers }) => numbers[2]);
    const [small, large] = canvas.all('stroke').map(({ numbers }) => numbers[2]);
    assert.equal(least, 2);
    assert.ok(small - canvas.lineWidth >= 2 - 1e-9, `${wide} px: there is paper inside`);
    assert.ok(small + canvas.lineWidth <= wide, `${wide} px: it stays in its cell`);
    assert.ok(most <= wide && large + canvas.lineWidth <= wide);
    // A wish that is hollow has a hole, too: the circle that fits into the triangle is wider than its line.
    const wish = on((context) => wishes(context, cells, [1e-9], 1));
    const [tip, right, left] = wish.all('stroke').map(({ numbers }) => numbers);
    const [base, tall] = [right[0] - left[0], Math.abs(right[1] - tip[1])];
    const inner = (2 * base * tall) / (base + 2 * Math.hypot(base / 2, tall));
    assert.ok(inner > wish.lineWidth + 0.7, `${wide} px: ${inner}`);
  }
});

test('what is no number is a cross', () => {
  const crosses = on((context) => squares(context, block, [NaN, Infinity, -Infinity], 5)).all('stroke').filter(({ name }) => name === 'lineTo');
  assert.equal(crosses.length, 6);
});

test('a wish goes against its gradient: up and solid where less would be worse, down and hollow where more would', () => {
  const canvas = on((context) => wishes(context, block, [-0.5, 0.5, 0], 1));
  const tip = (/** @type {Part[]} */ parts) => parts.find(({ name }) => name === 'moveTo')?.numbers[1] ?? NaN;
  const middle = (/** @type {number} */ node) => Number(middleOfCell(node)[1]);
  assert.ok(tip(canvas.all('fill')) < middle(0), 'it points up');
  assert.ok(tip(canvas.all('stroke')) > middle(1), 'it points down');
  assert.equal(canvas.all('fill').filter(({ name }) => name === 'rect').length, 1, 'a gradient of zero is a dot');
});

test('only the nodes that are asked for are drawn', () => {
  const canvas = on((context) => squares(context, block, new Float32Array(50).fill(3), 5, (node) => node % 7 === 0));
  assert.deepEqual(canvas.all('fill').map(middleOf), [0, 7, 14, 21, 28, 35, 42, 49].map(middleOfCell));
});

test('a wire runs from the edge of one block to the edge of the other, the thicker the larger its part, dashed where it is negative', () => {
  const wires = [1, -3, 0.01, -0.5].map((part, node) => ({ from: { column: 0, node: node % 3 }, to: { column: 1, node }, part }));
  const { drawn } = on((context) => drawWires(context, blocks, wires, { plus: 'orange', minus: 'violet', most: 3 }));
  assert.equal(drawn.length, 4);
  drawn.forEach(({ parts: [start, curve], style, dash }, i) => {
    const { from, to, part } = wires[i];
    const ends = [port(blocks[0], from.node, 'out'), port(blocks[1], to.node, 'in')];
    assert.deepEqual([start.numbers, curve.numbers.slice(-2)], ends.map(({ x, y }) => [x, y]));
    assert.deepEqual([style, dash.length > 0], part < 0 ? ['violet', true] : ['orange', false]);
  });
  const widths = drawn.map(({ width }) => width);
  assert.deepEqual(widths.toSorted((a, b) => a - b), [2, 3, 0, 1].map((i) => widths[i]));
});

test('the wires of one number end at its block, and a line leads on to its cell', () => {
  const wires = [{ from: { column: 0, node: 1 }, to: { column: 1, node: 12 }, part: 1 }];
  const { drawn } = on((context) => drawWires(context, blocks, wires, { plus: 'orange', minus: 'violet', most: 1, leader: { column: 1, node: 12 } }));
  const [start, end] = drawn[1].parts;
  const { x, y } = port(block, 12, 'in');
  assert.deepEqual([start.numbers, end.numbers], [[x, y], [cellBox(block, 12).x, y]]);
});

test('a line goes through an open gate, and a bar stands before a closed one', () => {
  const closed = Float32Array.from({ length: 50 }, (_, node) => (node % 3 === 0 ? 1 : 0));
  const { drawn } = on((context) => drawGates(context, blocks[1], blocks[2], closed, { open: 'ink', closed: 'soft' }));
  const [shut, open] = [drawn.find(({ style }) => style === 'soft'), drawn.find(({ style }) => style === 'ink')];
  closed.forEach((one, node) => {
    const [start, end] = [port(blocks[1], node, 'out'), port(blocks[2], node, 'in')];
    const reaches = (/** @type {typeof open} */ lines, /** @type {{ x: number, y: number }} */ { x, y }) => lines?.parts.some(({ numbers }) => numbers[0] === x && numbers[1] === y) ?? false;
    assert.equal(reaches(open, end), one === 0, `node ${node}`);
    assert.equal(reaches(shut, end), false, `nothing passes at ${node}`);
    assert.equal(shut?.parts.some(({ name, numbers }) => name === 'lineTo' && numbers[1] > start.y && numbers[1] < start.y + 2) ?? false, one === 1, `the bar of node ${node}`);
  });
});
