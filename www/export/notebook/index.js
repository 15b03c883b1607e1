// The present network as a notebook: what the page knows of it, put together for notebook.js.
import { FIELDS } from '../../app/view-model.js';
import { notebookOf } from './notebook.js';

/**
 * @param {import('../../app/session.js').Journey} journey
 * @param {import('./notebook.js').Words} words
 * @returns {string} the notebook's text
 */
export function notebookFor(journey, words) {
  const { state, lab, data, shown } = journey;
  const { step, trainLoss, testAccuracy } = journey.summary();
  const curve = lab.curve();
  const points = Array.from({ length: curve.length / FIELDS }, (_, i) => ({ step: curve[i * FIELDS], loss: curve[i * FIELDS + 1] }));
  const course = points.filter((point) => point.step < step);
  return notebookOf({
    settings: state.settings,
    weights: journey.firstWeights(),
    data,
    colour: shown,
    run: journey.stretches(),
    figures: { step, loss: trainLoss ?? NaN, testAccuracy, course },
    words,
  });
}
