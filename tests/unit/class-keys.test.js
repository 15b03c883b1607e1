// The keys of the classes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL_KEYS, classOfKey, keyOfClass } from '../../www/colours/class-keys.js';
import { MOST } from '../../www/colours/custom-set.js';

test('every class has a key of its own, from the left of the row of digits to its right', () => {
  const keys = Array.from({ length: MOST }, (_, label) => keyOfClass(label));
  assert.equal(keys.join(' '), '1 2 3 4 5 6 7 8 9 0 - =');
  keys.forEach((key, label) => assert.equal(classOfKey(key), label));
  assert.equal(ALL_KEYS, '1–9, 0, -, =');
});

test('no other key belongs to a class', () => {
  for (const key of ['', 'a', 'Enter', '12', '-=', '+', ' ']) assert.equal(classOfKey(key), -1, key);
  assert.equal(keyOfClass(MOST), '');
});
