// The room that the columns have on the stage.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOut } from '../../www/view/stage/geometry.js';
import { meetsKey, roomOf } from '../../www/view/stage/room.js';

const EM = 14;
const SIZE = { width: 1066, height: 372 };
const LOOK = { em: EM, flat: false, named: false, alone: false };
/** @param {number[]} hidden @returns {import('../../www/view/stage/geometry.js').Column[]} */
const columnsOf = (hidden) => [
  { role: 'input', width: 3, shape: [3] },
  ...hidden.flatMap((width) => /** @type {const} */ ([{ role: 'weighted', width, shape: [width] }, { role: 'activation', width, shape: [width] }])),
  { role: 'weighted', width: 3, shape: [3] },
  { role: 'output', width: 3, shape: [3] },
  { role: 'loss', width: 1, shape: [1] },
];

test('the lecture’s network needs no row for the key, a wide one gets it', () => {
  const lecture = columnsOf([50, 100, 50]);
  assert.equal(meetsKey(lecture, layOut(lecture, roomOf(SIZE, LOOK, false)).blocks, SIZE, EM), false);
  for (const hidden of [[256, 256], [256, 256, 256], [100, 100, 100, 100, 100, 100]]) {
    const columns = columnsOf(hidden);
    assert.equal(meetsKey(columns, layOut(columns, roomOf(SIZE, LOOK, false)).blocks, SIZE, EM), true, String(hidden));
    assert.equal(meetsKey(columns, layOut(columns, roomOf(SIZE, LOOK, true)).blocks, SIZE, EM), false, String(hidden));
  }
});

test('on a phone all of the height is the columns’', () => {
  assert.equal(roomOf({ width: 372, height: 400 }, { ...LOOK, flat: true, alone: true }, false).height, 400);
});
