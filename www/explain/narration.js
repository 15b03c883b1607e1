// The narration of the present position: the real numbers for a sentence of the text table.
import { format } from '../core/address.js';
import { indexAt } from '../core/tensor-shape.js';
import { descriptorOf } from '../layers/index.js';
import { nodeAddress } from './spot.js';
import { contributionsOf, flooredAt, ordered } from './terms.js';
import { weightIndex } from './weight-index.js';
import { windowsIn } from './window.js';
import { number, operand } from '../util/format.js';
import { strongest as strongestIn } from '../util/tint.js';

/** @typedef {import('../app/view-model.js').Model} Model */
/** @typedef {import('../text/index.js').Step} Step */

/** After LONG steps, an accuracy under POOR counts as learning badly. */
const [LONG, POOR] = [30, 0.6];

/**
 * The title and the sentence for a view model.
 * @param {Model} model
 * @returns {{ title: string, sentence: string }}
 */
export function story(model) {
  const { steps, titles } = model.text;
  const facts = factsOf(model);
  if (model.playing) return { title: titles.training, sentence: steps.training(facts) };
  if (model.mood === 'trained') return { title: titles.trained(facts.step), sentence: steps.trained(facts) };
  const position = model.positions[model.position];
  if (position.phase === 'update') {
    return { title: titles.update, sentence: model.effect ? steps.update(facts) : steps.updated };
  }
  const column = model.columns.find((candidate) => candidate.current);
  const heading = `${titles[position.phase]} · ${column?.title ?? ''}`;
  if (!column) return { title: heading, sentence: '' };
  if (column.role === 'input') {
    if (!model.opening || model.state.scope === 'batch') return { title: heading, sentence: steps.data(facts) };
    if (model.state.settings.weights !== '') return { title: titles.start, sentence: steps.startGiven };
    const even = new Set(model.probabilities).size === 1;
    return { title: titles.start, sentence: even ? steps.startEven(facts) : steps.start };
  }
  const { forward, backward } = descriptorOf(column.kind);
  const key = position.phase === 'backward' ? backward : forward;
  const sentence = key && Object.hasOwn(steps, key) ? steps[/** @type {'affine'} */ (key)](facts) : '';
  return { title: position.phase === 'loss' ? titles.loss : heading, sentence };
}

/**
 * An explanation as a sentence: the operands with their values, the largest terms first.
 * @param {import('../text/index.js').Text} text
 * @param {import('./terms.js').Explanation} explanation
 * @param {number} [row] of the colour on display, where the pass is of many
 * @returns {string}
 */
export function sentenceOf(text, explanation, row = 0) {
  const mean = contributionsOf(explanation, row);
  const { shown, folded, rest } = ordered(explanation, false, mean?.own);
  const windows = windowsIn(explanation);
  const terms = shown.map(({ factors }) => factors.map((factor) => operand(factor.value)).join(' × '));
  if (folded.length > 0) terms.push(`${text.micro.othersSum(folded.length)} ${operand(rest)}`);
  return text.micro.sentence({
    address: explanation.address,
    from: explanation.from ?? null,
    mean: mean && { rows: mean.rows, own: mean.own === null ? null : number(mean.values[mean.own]) },
    kind: explanation.operation.kind,
    value: number(explanation.value),
    terms,
    parts: explanation.terms.map((term) => term.part),
    window: windows && { height: windows.side, width: windows.side, grids: windows.grids.length },
    index: explanation.operation.index ?? 0,
    place: explanation.operation.place ?? 0,
    floor: flooredAt(explanation),
  });
}

/**
 * @param {Model} model
 * @returns {Step}
 */
function factsOf(model) {
  const { data, classNames, shown, probabilities, summary, effect, taught } = model;
  const at = model.columns.findIndex((candidate) => candidate.current);
  const column = model.columns[at];
  const values = [...(column?.values ?? [])];
  const weights = column?.weights ?? null;
  const backward = model.positions[model.position].phase === 'backward';
  const [most, top] = extreme(values, (a, b) => a > b);
  const strongest = backward && weights ? strongestIn(weights.values, weights.columns) : { value: most, place: [] };
  // The gates of a layer with weights stand behind it.
  const gates = weights ? model.columns[at + 1] : column;
  const loss = model.columns.find(({ role }) => role === 'loss');
  const output = model.columns.find(({ role }) => role === 'output');
  const inLoss = column?.role === 'loss' && output?.values.length;
  return {
    shape: column?.shape ?? [],
    given: model.columns[at - 1]?.shape ?? [],
    kernel: weights?.shape ?? [],
    scaling: model.state.settings.input,
    at: column ? indexAt(top, column.shape) : [],
    wishes: values.filter((value) => value !== 0).length,
    weighted: Boolean(model.columns[at + 1]?.weights),
    rows: model.samples.length,
    row: model.row,
    rgb: shown.rgb,
    classes: classNames,
    label: classNames[shown.label],
    answer: classNames[model.best] ?? '',
    share: inLoss ? output.values[shown.label] : probabilities[model.best] ?? NaN,
    values,
    inputs: weights ? weights.rows : (model.columns[at - 1]?.width ?? 0),
    nodes: column?.width ?? 0,
    top,
    most: strongest.value,
    blocked: blockedOf(gates),
    ...stoppedAt(gates),
    place: weights ? weightIndex(weights.shape, strongest.place[0] ?? 0, strongest.place[1] ?? 0) : strongest.place,
    loss: column?.role === 'loss' && !model.playing && model.mood !== 'trained' ? (loss?.values[0] ?? 0) : summary.trainLoss,
    step: summary.step,
    furthest: model.furthest,
    poor: summary.step >= LONG && summary.trainAccuracy !== undefined && summary.trainAccuracy < POOR,
    testAccuracy: summary.testAccuracy,
    trainAccuracy: summary.trainAccuracy,
    ...rightOf(model),
    parameters: model.columns.reduce((sum, { learned }) => sum + learned, 0),
    moved: model.columns.reduce((sum, one) => sum + one.moved, 0),
    next: model.columns[at + 1]?.title ?? '',
    gated: Boolean(gates?.blocked),
    learningRate: model.learningRate,
    taught: taught?.samples.length ?? 0,
    trained: data.train.length,
    among: taught !== null && taught.own !== null,
    before: effect?.before ?? 0,
    after: effect?.after ?? 0,
    trainBefore: effect?.trainBefore ?? 0,
    trainAfter: effect?.trainAfter ?? 0,
  };
}

/**
 * How many colours are named right, and of how many: of those that are measured.
 * @param {Model} model
 */
function rightOf({ data, summary: { trainAccuracy, testAccuracy, sampled } }) {
  const [of, testOf] = sampled ?? [data.train.length, data.test.length];
  const counted = (/** @type {number | undefined} */ share, /** @type {number} */ all) => Math.round((share ?? 0) * all);
  return { right: counted(trainAccuracy, of), of, testRight: counted(testAccuracy, testOf), testOf, sampled: sampled !== undefined };
}

/**
 * The best value and its index; the first of equals; 0 and 0 where there are none.
 * @param {number[]} values
 * @param {(a: number, b: number) => boolean} beats
 * @returns {[number, number]}
 */
function extreme(values, beats) {
  let best = 0;
  for (let i = 1; i < values.length; i += 1) if (beats(values[i], values[best])) best = i;
  return [values[best] ?? 0, best];
}

/**
 * How many of the gradients that came to gates, but for those of 0, were stopped there, and how many passed.
 * @param {import('../app/view-model.js').ColumnModel | undefined} column
 */
function stoppedAt(column) {
  const stopped = [...(column?.values ?? [])].filter((value, node) => value !== 0 && column?.blocked?.[node]).length;
  return { stopped, passed: [...(column?.values ?? [])].filter((value) => value !== 0).length - stopped };
}

/** @param {import('../app/view-model.js').ColumnModel | undefined} column */
function blockedOf(column) {
  if (!column) return 0;
  return column.blocked?.reduce((sum, one) => sum + one, 0) ?? 0;
}

/**
 * The number that the story is about: of a layer the largest, of an answer the likeliest, on the way back the gradient
 * furthest from 0, at an update the gradient of the weight that moved the furthest.
 * @param {Pick<Model, 'columns' | 'playing' | 'mood' | 'row'>} model
 * @returns {string | null} its address; null where the sentence refers to none
 */
export function namedIn(model) {
  if (model.playing || model.mood === 'trained') return null;
  const column = model.columns.find((candidate) => candidate.current);
  if (!column) return furthestMoved(model.columns);
  if (column.role === 'input') return null;
  const values = [...column.values];
  if (column.lit === 'forward') return nodeAddress(column, extreme(values, (a, b) => a > b)[1], model.row);
  if (!column.weights) return nodeAddress(column, extreme(values.map(Math.abs), (a, b) => a > b)[1], model.row);
  const { tensor, values: gradients, columns, shape } = column.weights;
  const [row, node] = strongestIn(gradients, columns).place;
  return format(column.name, tensor, weightIndex(shape, row, node));
}

/**
 * The gradient that has moved a weight the furthest.
 * @param {readonly import('../app/view-model.js').ColumnModel[]} columns
 * @returns {string | null} its address; null where no update was just made, or it moved nothing
 */
function furthestMoved(columns) {
  /** @type {string | null} */
  let address = null;
  let furthest = 0;
  for (const { name, weights, params } of columns) {
    const { before, values = [], columns: nodes = 1, tensor, shape = [] } = weights ?? {};
    if (!before) continue;
    const gradient = params.find(({ updated }) => updated === tensor)?.gradient ?? '';
    for (let i = 0; i < values.length; i += 1) {
      const way = Math.abs(values[i] - before[i]);
      if (!(way > furthest)) continue;
      furthest = way;
      address = format(name, gradient, weightIndex(shape, Math.floor(i / nodes), i % nodes));
    }
  }
  return address;
}

/**
 * The sentence for a problem.
 * @param {import('../text/index.js').Text} text
 * @param {import('../core/wasm.js').CoreError} problem
 */
export function problemOf(text, problem) {
  const known = Object.hasOwn(text.problems, problem.code);
  const sentence = text.problems[/** @type {'unknown'} */ (known ? problem.code : 'unknown')];
  return sentence(known ? problem.details : { problem: problem.message });
}
