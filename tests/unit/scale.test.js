// The scales of the ink: round numbers that hold still, and areas that stand for numbers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heldScale, round, sideOf } from '../../www/view/stage/scale.js';

test('a scale is the least 1, 2 or 5 of a power of ten that holds the number', () => {
  for (const [most, scale] of [[1, 1], [1.01, 2], [2, 2], [2.5, 5], [5, 5], [7, 10], [47.3, 50], [50.4, 100], [0.03, 0.05], [0.00021, 0.0005], [1.2e-9, 2e-9], [9e20, 1e21]]) {
    assert.equal(round(most), scale, String(most));
  }
  for (let power = -30; power <= 30; power += 1) for (const times of [1, 1.7, 2, 3.3, 5, 8]) {
    const most = times * 10 ** power;
    const scale = round(most);
    assert.ok(scale >= most * (1 - 1e-6) && scale <= most * 2.5 * (1 + 1e-6), `${scale} for ${most}`);
    assert.match(scale.toExponential(), /^[125]e/);
  }
});

test('a number that single precision made a hair larger than a scale still has it', () => {
  for (const exact of [0.1, 0.2, 0.5, 20, 50]) assert.equal(round(Math.fround(exact)), exact);
});

test('where there is nothing to measure the scale is 1', () => {
  for (const nothing of [0, -3, NaN, Infinity]) assert.equal(round(nothing), 1);
});

test('a scale is held while the numbers fit it, and given up when they outgrow it or become far too small', () => {
  assert.equal(heldScale(undefined, 3), 5);
  for (const most of [5, 3, 1, 0.9, 0]) assert.equal(heldScale(5, most), 5, `${most} fits`);
  assert.equal(heldScale(5, 5.01), 10);
  assert.equal(heldScale(5, 0.8), 1);
  assert.equal(heldScale(5, 0.01), 0.01);
});

test('numbers that drift change the scale seldom: up and down by a third it stays', () => {
  let [scale, changes] = [heldScale(undefined, 30), 0];
  for (let i = 0; i < 200; i += 1) {
    const next = heldScale(scale, 30 * (1 + Math.sin(i) / 3));
    if (next !== scale) changes += 1;
    scale = next;
  }
  assert.equal(changes, 0);
});

test('the area stands for the number, whatever its sign', () => {
  assert.equal(sideOf(0, 5, 15), 0);
  assert.equal(sideOf(5, 5, 15), 15);
  for (const value of [0.3, 1, 2.4, 4.9]) {
    const side = sideOf(value, 5, 15);
    assert.ok(Math.abs(side ** 2 / 15 ** 2 - value / 5) < 1e-12);
    assert.equal(sideOf(-value, 5, 15), side);
  }
  assert.equal(sideOf(80, 5, 15), 15, 'nothing is larger than its cell');
});
