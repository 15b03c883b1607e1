// The least probability whose logarithm is taken: the core says it, and whatever else tells of it says the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { precise } from '../../www/util/format.js';
import { Session } from '../../www/app/session.js';
import { softmax } from '../../www/layers/softmax.js';
import { initial } from '../../www/state/schema.js';
import { TEXT } from './words.js';
import { bindings } from './core.js';

const { lab } = new Session(bindings, initial()).store;
const floor = lab.explain('loss.loss[0]').operation.floor ?? NaN;

test('the notebook takes the logarithm of the same least probability as the core', () => {
  const told = /floor=([^)]+)\)/.exec(softmax.numpy?.code ?? '')?.[1];
  assert.equal(Math.fround(Number(told)), Math.fround(floor));
});

test('the sentence of the loss counts a hopeless probability as the core does', () => {
  for (const { steps } of Object.values(TEXT)) {
    const facts = /** @type {import('../../www/text/index.js').Step} */ ({ rows: 1, label: 'red', share: 1e-12, loss: -Math.log(floor) });
    // Some of the spaces keep a line together.
    const told = (/** @type {typeof facts} */ given) => steps.loss(given).replaceAll('\u00A0', ' ');
    assert.ok(told(facts).includes(`−ln ${precise(floor)} = `), told(facts));
    const likelier = { ...facts, share: 2e-7 };
    assert.ok(told(likelier).includes(`−ln ${precise(2e-7)} = `), told(likelier));
  }
});
