// What the page states as a number or a rule is so: measured on the network, not taken from the sentence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settingsFor } from '../../www/colours/datasets.js';
import { SETTINGS } from '../../www/core/facts.js';
import { EXPERIMENTS } from '../../www/experiments/catalogue.js';
import { CHAPTERS } from '../../www/lesson/index.js';
import { TEXT } from './words.js';
import { largestOf } from '../../www/lesson/rule.js';
import { count, number, percent } from '../../www/util/format.js';
import { bindings } from './core.js';
import { pupil } from './pupil.js';

/** @typedef {Partial<import('../../www/core/wasm.js').Settings>} Settings */

const SEEDS = [1, 2, 3, 4, 5];
/** Long enough for any run to be made in one call, ms. */
const LONG = 1e9;
const HE = /** @type {const} */ ({ kind: 'he' });

/**
 * A network that has been trained.
 * @param {Settings} settings
 * @param {number} steps
 */
function trained(settings, steps) {
  const lab = new bindings.Lab({ ...settingsFor('dominant', SETTINGS), ...settings }, undefined);
  while (lab.step() < steps && lab.train(steps - lab.step(), LONG) > 0);
  return lab;
}

/**
 * Its summary.
 * @param {Settings} settings
 * @param {number} steps
 */
function summaryOf(settings, steps) {
  const lab = trained(settings, steps);
  const summary = lab.summary();
  lab.free();
  return summary;
}

/**
 * The sizes of the steepest gradients of the first layer: for all colours together, and for each one alone.
 * @param {Settings} settings
 */
function steepest(settings) {
  const lab = trained(settings, 0);
  const size = (/** @type {unknown} */ pass) => {
    lab.makePass(pass);
    return Math.max(...[...lab.tensor('affine1.dw')].map(Math.abs));
  };
  const together = size({ kind: 'batch' });
  const alone = /** @type {import('../../www/core/wasm.js').Sample[]} */ (lab.data().train).map(({ rgb, label }) => size({ kind: 'colour', rgb, label }));
  lab.free();
  return { together, most: Math.max(...alone), mean: alone.reduce((sum, one) => sum + one, 0) / alone.length };
}

/**
 * What a lesson's step tells, in both languages, without the marks that hold words together on a line.
 * @param {import('../../www/lesson/attempt.js').LessonModel} lesson
 * @param {'ask' | 'tell'} part
 */
const said = ({ step, told }, part) => [TEXT.ja, TEXT.en].map((text) => text.lessonSteps[step.id][part](told).replaceAll('\u2060', '').replaceAll('\u00A0', ' '));

test('an update by hand is told to move as many weights as it moves, and to be learned from as many colours as there are', () => {
  const one = pupil();
  one.enter('update.weight');
  one.dispatch('lesson/answer', one.lesson().facts.weight.next.toPrecision(5));
  const { moved, parameters, trained: colours } = one.lesson().told;
  const effect = one.moment().columns.reduce((sum, column) => sum + column.moved, 0);
  assert.equal(one.state().at, 'update');
  assert.equal(moved, effect);
  assert.ok(moved > 0 && moved < parameters / 2, `${moved} of ${parameters}`);
  for (const sentence of said(one.lesson(), 'tell')) for (const n of [moved, parameters, colours]) assert.ok(sentence.includes(count(n)), sentence);
});

test('after an update from one colour alone most colours are called by one name', () => {
  for (const seed of SEEDS) {
    const lab = trained({ seed, batch: 1 }, 1);
    const { train } = lab.data();
    const answers = /** @type {number[]} */ ([...lab.answers()].slice(0, train.length));
    const most = Math.max(...[0, 1, 2].map((label) => answers.filter((answer) => answer === label).length));
    assert.ok(most > train.length * 0.75, `seed ${seed}: ${most}`);
    lab.free();
  }
});

test('256 nodes in each layer are 13 times as many weights', () => {
  const [few, many] = [{}, EXPERIMENTS.find(({ id }) => id === 'wide')?.settings].map((settings) => {
    const lab = trained({ ...settings }, 0);
    lab.makePass({ kind: 'batch' });
    const all = /** @type {import('../../www/core/wasm.js').Column[]} */ (lab.columns()).reduce((sum, { name, params }) => params.reduce((all, param) => all + lab.tensor(`${name}.${param.name}`).length, sum), 0);
    lab.free();
    return all;
  });
  const times = String(Math.round(many / few));
  for (const text of [TEXT.ja, TEXT.en]) assert.ok(text.trial.wide.why.includes(times), `${many} / ${few}`);
});

test('a score that is raised by 0.01 changes the loss by about 0.01 × its gradient, as is told', () => {
  const one = pupil();
  one.enter('backward.score');
  const { scores, right, gaps, loss } = one.lesson().facts;
  const raised = scores.map((score, i) => score + (i === right ? 0.01 : 0));
  const after = Math.log(raised.reduce((sum, score) => sum + Math.exp(score), 0)) - raised[right];
  assert.ok(Math.abs(after - loss - gaps[right] * 0.01) < Math.abs(gaps[right] * 0.01) * 0.01, `${loss} to ${after}`);
  for (const sentence of said(one.lesson(), 'tell')) assert.ok(sentence.includes(number(Math.abs(gaps[right]) / 100)), sentence);
});

test('with all weights 0 no ReLU puts out anything else, and only the biases of the last layer move', () => {
  const lab = trained({ ...EXPERIMENTS.find(({ id }) => id === 'zeros')?.settings }, 300);
  lab.makePass({ kind: 'batch' });
  for (const { name, kind, params } of /** @type {import('../../www/core/wasm.js').Column[]} */ (lab.columns())) {
    if (kind === 'relu') assert.ok(lab.tensor(`${name}.out`).every((/** @type {number} */ value) => value === 0), name);
    for (const { name: param } of params) assert.equal(lab.tensor(`${name}.${param}`).some((/** @type {number} */ value) => value !== 0), name === 'affine4' && param === 'b', `${name}.${param}`);
  }
  lab.free();
});

test('with inputs 0–255 and He weights gradients are several hundred times as large as with inputs 0–1, and the mean of all colours makes them smaller', () => {
  for (const seed of SEEDS) {
    const [raw, scaled] = [{ init: HE, seed }, { init: HE, input: /** @type {const} */ ('scaled'), seed }].map(steepest);
    for (const ratio of [raw.together / scaled.together, raw.most / scaled.most]) assert.ok(ratio > 200 && ratio < 1000, `seed ${seed}: ${ratio}`);
    assert.ok(raw.mean > raw.together, `seed ${seed}`);
  }
});

test('without ReLU more layers tell vivid from grey no better than one', () => {
  const vivid = settingsFor('vivid', SETTINGS);
  const layers = /** @type {const} */ ([{ kind: 'affine', nodes: 16 }, { kind: 'affine', nodes: 16 }]);
  const flat = summaryOf({ ...vivid, layers: [...layers] }, 2000);
  const bent = summaryOf({ ...vivid, hidden: [16] }, 2000);
  assert.ok(flat.trainAccuracy < 0.75, `${flat.trainAccuracy}`);
  assert.ok(bent.trainAccuracy > 0.95, `${bent.trainAccuracy}`);
});

test('the loss of the textbooks, −Σ t·ln y, is the loss of the page', () => {
  const lab = trained({ train: 12, test: 0 }, 0);
  lab.makePass({ kind: 'batch' });
  for (let row = 0; row < 12; row += 1) {
    const [y, t] = ['out', 't'].map((tensor) => [...lab.tensor(`softmax.${tensor}[${row}]`)]);
    const sum = -t.reduce((all, one, i) => all + one * Math.log(y[i]), 0);
    const loss = lab.value(`loss.loss[${row}]`);
    assert.ok(Math.abs(sum - loss) <= 1e-5 * Math.max(1, loss), `row ${row}: ${sum}, ${loss}`);
  }
  lab.free();
});

test('scaled inputs alone are slower than the lecture’s run, and with weights and a learning rate that fit they end lower', () => {
  for (const seed of SEEDS.slice(0, 2)) {
    const [raw, alone, fitted] = [{}, { input: 'scaled' }, { input: 'scaled', init: HE, learningRate: 0.3 }].map((settings) => summaryOf({ .../** @type {Settings} */ (settings), seed }, 2000).trainLoss);
    assert.ok(fitted < raw && raw < alone, `seed ${seed}: ${[fitted, raw, alone].join(' < ')}`);
  }
});

test('with inputs 0–1 He’s weights learn at the rate at which they die with 0–255', () => {
  const { settings, steps } = EXPERIMENTS.find(({ id }) => id === 'dead') ?? { settings: {}, steps: 0 };
  for (const seed of SEEDS) assert.ok(summaryOf({ ...settings, input: 'scaled', seed }, steps).trainLoss < 0.1, `seed ${seed}`);
});

test('nodes and layers for vivid and grey reach what the lesson tells', () => {
  const of = (/** @type {number[]} */ hidden, /** @type {number} */ seed) => Math.round(100 * summaryOf({ ...settingsFor('vivid', SETTINGS), hidden, seed }, 2000).trainAccuracy);
  const [narrow, deep, wide] = [[2], [2, 2, 2], [16]].map((hidden) => SEEDS.map((seed) => of(hidden, seed)));
  const told = [Math.min(...deep), Math.max(...deep), Math.min(...narrow), Math.max(...narrow)];
  for (const text of [TEXT.ja, TEXT.en]) {
    const sentence = text.lessonSteps['choices.layers'].tell(/** @type {any} */ ({})).replaceAll('\u00A0', ' ');
    for (const figure of told) assert.ok(sentence.includes(String(figure)), `${told}: ${sentence}`);
  }
  assert.ok(wide.every((one) => one >= 97), String(wide));
  // The lesson’s own seed.
  assert.ok(of([16], SETTINGS.seed) > 95);
});

test('the network beats the rule on names that it has not seen, by as many as the lesson tells', () => {
  const results = SEEDS.map((seed) => {
    const lab = trained({ ...settingsFor('named', SETTINGS), seed }, EXPERIMENTS.find(({ id }) => id === 'names')?.steps ?? 0);
    const { train, test: kept } = /** @type {import('../../www/core/wasm.js').Data} */ (lab.data());
    const result = { network: Math.round((lab.summary().testAccuracy ?? 0) * kept.length), rule: largestOf(kept), of: kept.length, all: largestOf(train) + largestOf(kept) };
    lab.free();
    return result;
  });
  for (const { network, rule, of, all } of results) {
    assert.ok(network > rule, JSON.stringify(results));
    assert.deepEqual([of, all], [96, 320]);
  }
  const told = ['network', 'rule'].flatMap((key) => [Math.min, Math.max].map((end) => end(...results.map((one) => one[/** @type {'rule'} */ (key)]))));
  assert.deepEqual(told, [94, 96, 89, 94], 'as the sentences have it');
});

test('the first colour of the names is one that people call otherwise than the rule', () => {
  const one = pupil();
  one.enter('names.rule');
  const { right, rgb, classes } = one.lesson().facts;
  assert.equal(classes[right], 'blue');
  assert.equal(rgb.indexOf(Math.max(...rgb)), 1);
});

test('a neuron that never fires gets as many colours right as the question says', () => {
  const one = pupil();
  one.enter('neuron.red');
  one.put({ neuron: [0, 0, 0, 0] });
  const { hits, silent, of } = one.lesson().facts.neuron;
  assert.equal(silent, hits);
  assert.ok(silent > 0 && silent < of * 0.8, 'it is not good enough by itself');
  for (const sentence of said(one.lesson(), 'ask')) {
    assert.ok(sentence.includes(count(silent)) && sentence.includes(percent(silent / of)), sentence);
  }
});

test('the red colours of that question are those whose R is the largest', () => {
  const one = pupil();
  one.enter('neuron.red');
  for (const { rgb, label } of one.session.store.data.train) assert.equal(label === 0, rgb[0] > rgb[1] && rgb[0] > rgb[2], rgb.join());
});

test('a question about an experiment names as many steps as it takes', () => {
  const one = pupil();
  /** @param {string} id @param {string} sentence */
  const named = (id, sentence) => [...sentence.matchAll(/([\d,]+) (?:steps|times over|ステップ|回繰)/g)].map(([, steps]) => [id, steps]);
  const stepsOf = (/** @type {string | undefined} */ experiment) => count(EXPERIMENTS.find(({ id }) => id === experiment)?.steps ?? 0);
  const found = CHAPTERS.flatMap(({ steps }) => steps).filter(({ kind }) => kind === 'try').flatMap(({ id, experiment }) => {
    one.enter(id);
    return said(one.lesson(), 'ask').flatMap((sentence) => named(`${id} ${stepsOf(experiment)}`, sentence));
  });
  const trials = EXPERIMENTS.flatMap(({ id }) => [TEXT.ja, TEXT.en].flatMap((text) => named(`${id} ${stepsOf(id)}`, text.trial[/** @type {'lecture'} */ (id)].ask.replaceAll('\u00A0', ' '))));
  assert.ok(found.length >= 12 && trials.length >= 4, `${found.length}, ${trials.length}`);
  for (const [id, steps] of [...found, ...trials]) assert.equal(id.split(' ')[1], steps, id);
});
