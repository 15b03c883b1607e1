// The page as it was left: by this tab for a reload, by the last one for the next visit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSavedState } from '../../www/state/saved-state.js';
import { initial } from '../../www/state/schema.js';
import { browser } from './tabs.js';

const state = () => ({ ...initial(), step: 30, moves: '30*full@0.01' });

test('a reload finds what this tab has left, a new tab what was left last', () => {
  const machine = browser();
  const [mine, other] = [browser(), browser()];
  createSavedState(mine.tab(), machine.tab()).write(state(), false, 1);
  createSavedState(other.tab(), machine.tab()).write({ ...state(), step: 7 }, false, 2);
  const step = (/** @type {ReturnType<typeof browser>} */ tab) => /** @type {any} */ (createSavedState(tab.tab(), machine.tab()).read()?.state)?.step;
  assert.equal(step(mine), 30);
  assert.equal(step(other), 7);
  assert.equal(step(browser()), 7);
});

test('what was changed later is the last, even where it was stored sooner', () => {
  const [machine, mine, other] = [browser(), browser(), browser()];
  createSavedState(mine.tab(), machine.tab()).write(state(), false, 5);
  createSavedState(other.tab(), machine.tab()).write({ ...state(), step: 7 }, false, 4);
  assert.equal(/** @type {any} */ (createSavedState(browser().tab(), machine.tab()).read()?.state).step, 30);
  assert.equal(/** @type {any} */ (createSavedState(other.tab(), machine.tab()).read()?.state).step, 7, 'a reload of the other tab');
});

test('a new visit is no lecture, a reload goes on with it', () => {
  const [machine, mine] = [browser(), browser()];
  createSavedState(mine.tab(), machine.tab()).write({ ...state(), present: true }, false, 1);
  const present = (/** @type {ReturnType<typeof browser>} */ tab) => /** @type {any} */ (createSavedState(tab.tab(), machine.tab()).read()?.state).present;
  assert.equal(present(mine), true);
  assert.equal(present(browser()), false);
});

test('what belongs to the place where the page is shown is not kept, nor colours that are not in use', () => {
  const [machine, mine] = [browser(), browser()];
  const saved = createSavedState(mine.tab(), machine.tab());
  saved.write(state(), false, 1);
  const { scene, controls, layer, own, drawn, ...rest } = state();
  assert.deepEqual(saved.read(), { state: rest, lent: false, time: 1 });
  const used = { ...state(), settings: { ...state().settings, data: /** @type {const} */ ('own') } };
  saved.write(used, true, 2);
  assert.deepEqual(saved.read()?.lent, true);
  assert.deepEqual(/** @type {any} */ (saved.read()?.state).own, own);
});

test('a record that can not be read is as good as none', () => {
  for (const text of ['', 'null', '7', '{"state":null}', '{"state":7}', '{', '[]']) {
    const machine = browser({ state: text });
    assert.equal(createSavedState(browser().tab(), machine.tab()).read(), null, text);
  }
});

test('own pictures are kept with the page where their set is in use, and whether a link has brought them', () => {
  const [machine, mine] = [browser(), browser()];
  const saved = createSavedState(mine.tab(), machine.tab());
  const drawn = { patterns: '0AAAA' };
  saved.write({ ...state(), drawn, settings: { ...state().settings, data: 'patterns' } }, false, 1, true);
  assert.deepEqual(/** @type {any} */ (saved.read()?.state).drawn, drawn);
  assert.equal(saved.read()?.drawnLent, true);
});
