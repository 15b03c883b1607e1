// The text of how a run was made.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read, written } from '../../www/state/moves.js';

test('stretches that are written and read back are the same', () => {
  const text = '500*full@0.01_1*7a425e0@0.01_30*20@0.1';
  const stretches = read(text, 531);
  assert.ok(stretches);
  assert.equal(written(stretches), text);
});

test('a text that tells of another number of updates is refused', () => {
  assert.equal(read('500*full@0.01', 501), null);
});
