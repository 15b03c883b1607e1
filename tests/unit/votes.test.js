// The votes of many colours on one number: whose is where, how high it stands, and what their mean is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedIn } from '../../www/explain/narration.js';
import { contributionsOf } from '../../www/explain/terms.js';
import { votesOf } from '../../www/explain/votes.js';
import { spotlightOf } from '../../www/app/spotlight.js';
import { learner } from './learner.js';

/** @param {number[]} labels */
const samples = (labels) => labels.map((label) => ({ rgb: [1, 2, 3], label }));

test('colours of a class stand side by side, the largest first', () => {
  const { votes, groups } = votesOf({ rows: 4, own: 2, values: [1, -2, 4, 3] }, samples([1, 0, 1, 0]), false);
  assert.deepEqual(votes.map(({ height }) => height), [0.75, -0.5, 1, 0.25]);
  assert.deepEqual(votes.map(({ own }) => own), [false, false, true, false]);
  assert.deepEqual(groups.map(({ label, count }) => [label, count]), [[0, 2], [1, 2]]);
  assert.ok(groups[1].from > groups[0].from + groups[0].count, 'there is room between two classes');
});

test('a gradient below 0 is a vote for more', () => {
  const { up, down, mean } = votesOf({ rows: 4, own: null, values: [-1, -1, 0, 4] }, samples([0, 0, 0, 0]), true);
  assert.deepEqual([up, down], [2, 1]);
  assert.equal(mean, -0.125);
});

test('where nobody votes all stand at 0', () => {
  const { votes, up, down, mean } = votesOf({ rows: 2, own: null, values: [0, 0] }, samples([0, 1]), true);
  assert.deepEqual([up, down, mean], [0, 0, 0]);
  assert.ok(votes.every(({ height }) => height === 0));
});

/** @param {import('../../www/app/view-model.js').Weights} weights */
const movesOf = ({ values, before }) => [...values].map((value, i) => Math.abs(value - (before?.[i] ?? 0)));

test('at an update the weight that moved the furthest is told of, by all that taught it', () => {
  const one = learner();
  one.dispatch('phase', 'update');
  const moment = one.moment();
  const { columns, taught } = moment;
  const spotlight = spotlightOf(one.session.store.lab, { ...moment, pointed: null, lesson: null, named: namedIn(moment) });
  assert.ok(spotlight?.contributions && spotlight.move && taught);
  assert.equal(spotlight.contributions.values.length, taught.samples.length);
  const moves = columns.flatMap(({ weights }) => (weights?.before ? movesOf(weights) : []));
  assert.equal(Math.abs(spotlight.move.after - spotlight.move.before), Math.max(...moves));
  const mean = spotlight.contributions.values.reduce((sum, value) => sum + value, 0) / taught.samples.length;
  assert.ok(Math.abs(mean - spotlight.value) <= 1e-5 * Math.max(...spotlight.contributions.values.map(Math.abs)));
  assert.deepEqual(contributionsOf(spotlight.explanation, 0), spotlight.contributions);
});
