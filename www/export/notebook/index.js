// The present network of a session as cells for NumPy: puts its numbers together for notebook.js. They begin with the first
// weights and learn as the run did, or with the weights of this moment and learn as the page would go on.
import { FIELDS } from '../../core/curve.js';
import { ordersOf } from './orders.js';
import { cellsOf } from './notebook.js';

/** @typedef {import('./notebook.js').Words} Words */
/** @typedef {import('./file.js').Cell} Cell */
/** @typedef {import('../../app/session.js').Session} Session */

/** How many updates follow a moment at most, and at least where there are colours to learn from. */
const [MOST, LEAST] = [100, 10];
/** How many numbers may come in for them, counted over all updates: the page waits until they are computed. */
const NUMBERS = 1_000_000;

/**
 * @param {Session} session
 * @param {Words} words
 * @returns {Cell[]} from the first weights to the present step
 */
export function cellsFromStart({ store }, words) {
  const { state, data, shown, workbench } = store;
  const { step, trainLoss, testAccuracy } = workbench.summary();
  const run = workbench.stretches(step);
  return cellsOf({
    settings: state.settings,
    began: 0,
    layers: workbench.firstLayers(),
    data,
    colour: shown,
    run,
    orders: ordersOf(workbench, run, 0),
    figures: { step, loss: trainLoss ?? NaN, testAccuracy, course: thinned(courseOf(store, step, run), step) },
    words: state.settings.weights === '' ? words : { ...words, weights: () => words.given },
  });
}

/**
 * @param {Session} session
 * @param {Words} words
 * @returns {Cell[]} from this moment on, with the next updates that *Train* would make
 */
export function cellsFromHere({ store }, words) {
  const { state, data, shown, workbench } = store;
  const { batch, learningRate } = state.settings;
  const began = workbench.step;
  const lab = workbench.copy();
  lab.tune(learningRate, batch);
  const rows = batch === 'full' ? data.train.length : Math.min(Number(batch), data.train.length);
  const numbers = rows * data.shape.reduce((product, n) => product * n, 1);
  const most = data.train.length === 0 ? 0 : Math.max(LEAST, Math.min(MOST, Math.floor(NUMBERS / numbers)));
  const layers = workbench.layersOf(lab);
  const course = [];
  while (course.length < most) {
    lab.makePass({ kind: 'batch' });
    const loss = lab.value('loss.out');
    // At a step from which the page has gone on otherwise, the pass makes the update.
    if (lab.train(1, Infinity) === 0 && lab.update() === null) break;
    course.push({ step: began + course.length, loss });
  }
  const { step, trainLoss, testAccuracy } = lab.summary();
  lab.free();
  const run = step > began ? [{ steps: step - began, batch, learningRate, colour: null }] : [];
  const { here } = words;
  const said = { title: here.title(began), forward: () => here.forward };
  return cellsOf({
    settings: state.settings,
    began,
    layers,
    data,
    colour: shown,
    run,
    orders: ordersOf(workbench, run, began),
    figures: { step, loss: trainLoss ?? NaN, testAccuracy, course },
    words: { ...words, ...said, weights: () => here.weights(began), run: here.run, untrained: here.untrained, result: here.result, pictures: { ...words.pictures, title: said.title, forward: here.forward } },
  });
}

/**
 * The losses of a run's earlier steps, where every update looked at all colours: only then they are what the page has measured.
 * @param {import('../../app/store.js').Store} store
 * @param {number} step
 * @param {import('./notebook.js').Stretch[]} run
 */
function courseOf({ lab, data }, step, run) {
  if (run.some(({ batch, colour }) => colour !== null || (typeof batch === 'number' && batch < data.train.length))) return [];
  const curve = lab.curve();
  const points = Array.from({ length: curve.length / FIELDS }, (_, i) => ({ step: curve[i * FIELDS], loss: curve[i * FIELDS + 1] }));
  return points.filter((point) => point.step < step);
}

/**
 * A few of the earlier steps, each three times as far as the one before.
 * @param {import('./notebook.js').Figures['course']} course
 * @param {number} step
 */
function thinned(course, step) {
  let next = 0;
  return course.filter((one) => {
    const wanted = one.step >= next && one.step < step;
    if (wanted) next = Math.max(1, one.step * 3);
    return wanted;
  });
}
