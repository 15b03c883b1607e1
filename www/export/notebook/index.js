// The present network of a session as a notebook: puts its numbers together for notebook.js.
import { ordersOf } from './orders.js';
import { FIELDS } from '../../core/curve.js';
import { notebookOf } from './notebook.js';

/**
 * @param {import('../../app/session.js').Session} session
 * @param {import('./notebook.js').Words} words
 * @returns {string} the notebook's text
 */
export function notebookFor({ store }, words) {
  const { state, lab, data, shown, workbench } = store;
  const { step, trainLoss, testAccuracy } = workbench.summary();
  const curve = lab.curve();
  const points = Array.from({ length: curve.length / FIELDS }, (_, i) => ({ step: curve[i * FIELDS], loss: curve[i * FIELDS + 1] }));
  const course = points.filter((point) => point.step < step);
  return notebookOf({
    settings: state.settings,
    layers: workbench.firstLayers(),
    data,
    colour: shown,
    run: workbench.stretches(step),
    orders: ordersOf(workbench, step),
    figures: { step, loss: trainLoss ?? NaN, testAccuracy, course },
    words,
  });
}
