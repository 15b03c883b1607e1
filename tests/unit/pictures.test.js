// Pictures: their text in a link, their place on the stage, and the windows that a number in them is made of.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inputOf, pictureIn, pictureText, pictureTextOf, textOfBytes } from '../../www/colours/pictures.js';
import { indexAt, placeOf } from '../../www/core/tensor-shape.js';
import { inRows, weightIndex, weightSpot } from '../../www/explain/weight-index.js';
import { involvedIn } from '../../www/view/stage/wires.js';
import { kernelsOf, windowsAt, windowsOf } from '../../www/view/stage/windows.js';
import { cellBox, nodeAt, sized } from '../../www/view/stage/block.js';
import { layOut } from '../../www/view/stage/geometry.js';
import { pictureBlock, seenBox } from '../../www/view/stage/picture-block.js';
import { givenBy, textOf } from '../../www/state/url.js';
import { learner } from './learner.js';

const painter = (/** @type {object} */ change = {}) => learner({ ...givenBy('data=patterns'), ...change });

test('a place in memory and an index of any shape say the same', () => {
  for (const shape of [[3], [8, 12, 12], [12, 8, 3, 3]]) {
    for (let place = 0; place < shape.reduce((a, b) => a * b); place += 1) assert.equal(placeOf(indexAt(place, shape), shape), place);
  }
  assert.deepEqual(indexAt(3 * 144 + 5 * 12 + 7, [8, 12, 12]), [3, 5, 7]);
});

test('a weight of a kernel has a row and a node, and comes back to its index', () => {
  const shape = [12, 8, 3, 3];
  assert.deepEqual(weightSpot(shape, [2, 5, 1, 0]), { row: 5 * 9 + 3, node: 2 });
  assert.deepEqual(weightIndex(shape, 48, 2), [2, 5, 1, 0]);
  assert.deepEqual(weightIndex([50, 100], 7, 3), [7, 3]);
  const values = Float32Array.from({ length: 2 * 4 }, (_, i) => i);
  assert.deepEqual([...inRows(values, [2, 1, 2, 2])], [0, 4, 1, 5, 2, 6, 3, 7]);
});

test('the text of a picture gives the same bytes back, and what is no picture is refused', () => {
  const data = /** @type {any} */ ({ shape: [1, 2, 2], classes: ['a'], train: [{ rgb: [1, 2, 3, 4], label: 0 }], test: [{ rgb: [9, 9, 9, 9], label: 0 }], names: [] });
  const drawn = Uint8Array.of(0, 255, 62, 63);
  const text = textOfBytes(drawn);
  assert.equal(pictureText(text), text);
  assert.deepEqual(Array.from(pictureIn(text, data) ?? []), [...drawn]);
  assert.deepEqual(pictureIn('1', data), [9, 9, 9, 9]);
  assert.deepEqual(pictureIn('', data), [1, 2, 3, 4]);
  assert.equal(pictureIn('7', data), null);
  assert.equal(pictureIn(textOfBytes([1, 2, 3]), data), null);
  for (const wrong of [3, null, 'a b', '<', 'A'.repeat(2001)]) assert.equal(pictureText(wrong), undefined);
  assert.equal(pictureTextOf(Uint8Array.of(9, 9, 9, 9), data), '1');
  assert.equal(pictureTextOf(drawn, data), text);
  assert.deepEqual(inputOf({ color: [1, 2, 3], picture: '7' }, data), [1, 2, 3, 4]);
});

test('the middle of every pixel is the pixel, and the input as it is seen stands for its first channel', () => {
  for (const [shape, input] of /** @type {[number[], boolean][]} */ ([[[8, 12, 12], false], [[12, 3, 3], false], [[3, 12, 12], true], [[1, 8, 8], true]])) {
    const block = { ...sized({ ...pictureBlock(shape, 15, 300, input), shared: false }), x: 40, y: 20 };
    for (let node = 0; node < block.count; node += 1) {
      const { x, y, width, height } = cellBox(block, node);
      assert.equal(nodeAt(block, x + width / 2, y + height / 2), node, `${shape} ${node}`);
      assert.ok(x >= 40 && y >= 20 && x + width <= 40 + block.width + 0.01 && y + height <= 20 + block.height + 0.01);
    }
    assert.equal(nodeAt(block, 39, 19), null);
    const seen = block.picture && seenBox(block, block.picture);
    assert.equal(seen !== null, input && shape[0] > 1);
    if (seen) assert.equal(nodeAt(block, seen.x + seen.width - 1, seen.y + 1), 11);
  }
});

test('the miniature of VGG stands in the room of a screen and of a slide, no column on another', () => {
  const { columns } = painter().moment();
  for (const room of [{ width: 1040, height: 330, em: 14 }, { width: 1500, height: 560, em: 19 }, { width: 780, height: 190, em: 12 }]) {
    const { blocks } = layOut(columns, room);
    let right = 0;
    blocks.forEach((block, i) => {
      if (!block.shared) assert.ok(block.x >= right, `${columns[i].name} at ${room.width}`);
      right = block.x + block.width;
      assert.ok(block.y >= -1 && block.y + block.height <= room.height + 1, `${columns[i].name} is ${block.height} high at ${room.width}`);
    });
    assert.ok(right <= room.width + 1, `${right} of ${room.width}`);
  }
});

test('a number of a Convolution has its window in every channel, and the kernels of its own channel', () => {
  const one = painter({ at: 'forward:loss' });
  const { columns } = one.moment();
  const explanation = one.session.store.lab.explain('conv1.out[0,3,5,7]');
  const involved = involvedIn(explanation, columns);
  assert.deepEqual(involved?.windows.map(({ part: _, node: __, ...window }) => window), [0, 1, 2].map((channel) => ({ column: 0, channel, top: 4, left: 6, bottom: 6, right: 8 })));
  const sum = involved?.windows.reduce((all, { part }) => all + part, 0) ?? 0;
  assert.ok(Math.abs(sum + (involved?.bias ?? 0) - one.session.store.lab.value('conv1.out[0,3,5,7]')) < 1e-5);
  assert.equal(involved?.wires.length, 3);
  assert.equal(involved?.kernels?.node, 3);
  assert.deepEqual(involved?.kernels?.weights[2], [...one.session.store.lab.tensor('conv1.w[3,2]')]);
});

test('of a maximum one wire comes from the pixel that is taken over', () => {
  const one = painter({ at: 'forward:loss' });
  const { columns } = one.moment();
  const place = one.session.store.lab.value('pool1.place[0,2,3,4]');
  const involved = involvedIn(one.session.store.lab.explain('pool1.out[0,2,3,4]'), columns);
  const at = columns.findIndex(({ name }) => name === 'relu1');
  assert.deepEqual(involved?.wires.map(({ from }) => from), [{ column: at, node: placeOf([2, 6 + Math.floor(place / 2), 8 + (place % 2)], [8, 12, 12]) }]);
});

test('also where all numbers of a window are below 0 the largest is taken over', () => {
  const operands = [-0.5, -0.1, -0.9, -0.3].map((part, node) => ({ end: { column: 0, node }, part }));
  const [window] = windowsOf(operands, [{ shape: [1, 2, 2] }], (value) => value);
  assert.deepEqual([window.node, window.top, window.left, window.bottom, window.right], [1, 0, 0, 1, 1]);
});

test('the gradient of a kernel’s weight by one picture has a part at each place of its channel', () => {
  const one = painter({ at: 'backward:conv1', update: 'one' });
  const { columns } = one.moment();
  const involved = involvedIn(one.session.store.lab.explain('conv1.dw[2,0,1,1]'), columns);
  assert.equal(involved?.places?.size, 144);
  const sum = [...(involved?.places?.values() ?? [])].reduce((all, part) => all + part, 0);
  assert.ok(Math.abs(sum - one.session.store.lab.value('conv1.dw[2,0,1,1]')) < 1e-5);
  assert.equal(kernelsOf({ kind: 'dot', column: 1, row: 4, node: 2 }, columns)?.node, 2);
});

test('a window that slides stays inside the picture, and pooling takes two by two', () => {
  const { columns } = painter().moment();
  assert.deepEqual(windowsAt(1, 0, columns).slice(0, 1), [{ column: 0, channel: 0, top: 0, left: 0, bottom: 1, right: 1, part: 0, node: 0 }]);
  assert.deepEqual(windowsAt(3, 7, columns)[0], { column: 2, channel: 0, top: 2, left: 2, bottom: 3, right: 3, part: 0, node: 0 });
});

test('a link to pictures names only what differs from the settings that suit them, and opens the same', () => {
  const one = painter({ picture: '17' });
  const text = textOf(one.state());
  assert.ok(!text.includes('layers') && !text.includes('learningRate') && text.includes('data=patterns') && text.includes('picture=17'), text);
  assert.deepEqual(/** @type {any} */ (givenBy(text)).settings.layers, one.state().settings.layers);
  const { layers: _, ...dense } = one.state().settings;
  const denseText = textOf({ ...one.state(), settings: dense });
  assert.equal(/** @type {any} */ (givenBy(denseText)).settings.layers, undefined, denseText);
});
