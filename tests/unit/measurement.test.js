// What is measured beside a training, with the core itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workbench } from '../../www/app/workbench.js';
import { initial } from '../../www/state/schema.js';
import { bindings } from './core.js';

const { settings, own, drawn } = initial();
const bench = () => new Workbench(bindings, { ...settings, data: 'patterns', layers: [{ kind: 'conv', nodes: 2 }, { kind: 'relu' }], train: 48, test: 24, batch: 20 }, own, drawn);

/** Makes single updates beside frames, until one of them is not measured. @param {Workbench} workbench */
function advanced(workbench) {
  for (let made = 0; made < 1000; made += 1) {
    workbench.measurement.train(1, 0);
    if (!workbench.measurement.fresh) return;
  }
  assert.fail('measuring was always due');
}

test('until the next measurement the last one stands, and all of it is of one step', (t) => {
  let now = 0;
  // Measuring takes long, and updates no time.
  t.mock.method(performance, 'now', () => (now += 10));
  const workbench = bench();
  workbench.measurement.train(5, 0);
  const before = workbench.measurement.read(true, true);
  const losses = workbench.measurement.losses();
  assert.equal(before.summary.step, workbench.step);
  advanced(workbench);
  assert.ok(before.summary.step < workbench.step);
  assert.equal(workbench.measurement.read(true, true), before);
  assert.equal(workbench.measurement.losses(), losses);
  // What rests is exact.
  const after = workbench.measurement.read(false, false);
  assert.equal(after.summary.step, workbench.step);
  assert.deepEqual(after.answers, workbench.lab.answers());
  assert.deepEqual(workbench.measurement.losses(), workbench.lab.losses());
});

test('however seldom it is measured, the same updates give the same bits', (t) => {
  let now = 0;
  t.mock.method(performance, 'now', () => (now += 10));
  const [early, late] = [bench(), bench()];
  while (late.step < 200) late.measurement.train(1, 0);
  late.measurement.stand();
  early.lab.train(200, Infinity);
  for (const workbench of [early, late]) workbench.pass('batch');
  for (const address of ['conv1.w', 'affine1.w']) assert.deepEqual(late.lab.tensor(address), early.lab.tensor(address));
  assert.deepEqual(late.lab.curve(), early.lab.curve());
  assert.deepEqual(late.summary(), early.summary());
});

test('training that has diverged is found out at once where it can make no more updates', () => {
  const workbench = new Workbench(bindings, settings, own, drawn);
  workbench.measurement.train(40, Infinity);
  workbench.tune({ ...workbench.settings, learningRate: 1e6 });
  let made = 1;
  for (let turn = 0; turn < 50 && made > 0; turn += 1) made = workbench.measurement.train(1, 0);
  assert.equal(made, 0);
  assert.ok(workbench.measurement.fresh);
  assert.equal(workbench.summary().diverged, workbench.step);
});
