// The progress of the lesson in the browser's storage: what is kept, and what several tabs make of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LONGEST, createProgress } from '../../www/lesson/progress.js';
import { browser } from './tabs.js';

/** @param {import('../../www/state/storage.js').Records} storage */
function page(storage) {
  const progress = createProgress(storage);
  storage.listen(progress.hear, new AbortController().signal);
  return progress;
}

test('an exercise that is written in one tab stays when another tab writes another one', () => {
  const machine = browser();
  const [one, two] = [page(machine.tab()), page(machine.tab())];
  one.write('affine', 'return 1');
  one.solve('affine', 'return 1');
  two.write('relu', 'return 2');
  machine.settle();
  for (const progress of [one, two, page(machine.tab())]) {
    assert.deepEqual({ ...progress.all().code }, { affine: 'return 1', relu: 'return 2' });
    assert.deepEqual({ ...progress.all().solved }, { affine: 'return 1' });
  }
});

test('of two texts for one exercise the last one written is kept', () => {
  const machine = browser();
  const [one, two] = [page(machine.tab()), page(machine.tab())];
  one.write('relu', 'first');
  two.write('relu', 'second');
  assert.equal(page(machine.tab()).all().code.relu, 'second');
});

test('a step that went better in one tab stays so, in whatever order the tabs hear of it', () => {
  const machine = browser();
  const [one, two] = [page(machine.tab()), page(machine.tab())];
  one.note('colour.read', 'right');
  two.note('colour.read', 'shown');
  two.note('loss.mean', 'later');
  machine.settle();
  for (const progress of [one, two, page(machine.tab())]) assert.deepEqual({ ...progress.all().steps }, { 'colour.read': 'right', 'loss.mean': 'later' });
});

test('a worse result does not replace a better one', () => {
  const progress = page(browser().tab());
  progress.note('loss.mean', 'later');
  progress.note('loss.mean', 'shown');
  assert.equal(progress.all().steps['loss.mean'], 'later');
  progress.note('loss.mean', 'right');
  assert.equal(progress.all().steps['loss.mean'], 'right');
});

test('what is forgotten in one tab is forgotten in all, but for the place', () => {
  const machine = browser();
  const [one, two] = [page(machine.tab()), page(machine.tab())];
  one.note('loss.mean', 'right');
  one.write('relu', 'x');
  one.at('loss.mean');
  machine.settle();
  two.reset();
  machine.settle();
  for (const progress of [one, two, page(machine.tab())]) {
    assert.deepEqual([{ ...progress.all().steps }, { ...progress.all().code }], [{}, {}]);
    assert.equal(progress.all().last, 'loss.mean');
  }
});

test('records that are damaged or of another version are left out, and only those', () => {
  const machine = browser({
    'lesson/steps/loss.mean': 'right',
    'lesson/steps/loss.which': 'perfect',
    'lesson/steps/__proto__': 'right',
    'lesson/code/unheard': 'x',
    'lesson/code/relu': 'return x',
    'lesson/what': 'ever',
  });
  const { steps, code } = page(machine.tab()).all();
  assert.equal(steps['loss.mean'], 'right');
  assert.equal(steps['loss.which'], undefined);
  assert.deepEqual(Object.keys(code), ['relu']);
  assert.equal(/** @type {any} */ ({}).right, undefined);
});

test('progress that was stored as one record, before, is taken over', () => {
  const before = { steps: { 'loss.mean': 'right' }, code: { relu: 'a' }, solved: { relu: 'b', affine: 7 }, last: 'loss.mean', open: true };
  const machine = browser({ lesson: JSON.stringify(before), 'lesson/code/relu': 'newer' });
  const all = page(machine.tab()).all();
  assert.deepEqual([{ ...all.steps }, { ...all.code }, { ...all.solved }, all.last], [{ 'loss.mean': 'right' }, { relu: 'newer' }, { relu: 'b' }, 'loss.mean']);
  assert.equal(machine.records.has('lesson'), false);
});

test('a text that is longer than is kept is cut', () => {
  const progress = page(browser().tab());
  progress.write('relu', 'x'.repeat(LONGEST + 1));
  assert.equal(progress.all().code.relu.length, LONGEST);
});

test('a record that can not be stored is told and kept within the visit', () => {
  /** @type {string[]} */
  const told = [];
  const storage = { ...browser().tab(), write: () => /** @type {const} */ ('storeFull') };
  const progress = createProgress(storage, (problem) => told.push(problem));
  progress.write('relu', 'x');
  assert.deepEqual([told, progress.all().code.relu], [['storeFull'], 'x']);
});

test('in an element in another page nothing is stored', () => {
  const progress = createProgress(null);
  progress.write('relu', 'x');
  assert.equal(progress.all().code.relu, 'x');
});
