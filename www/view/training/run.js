// A run on one card: where it stands, its course, its data, and what leads it. Each of its parts can be hidden by itself.
import { h } from '../dom.js';
import { createChart } from './chart.js';
import { createTraining } from './controls.js';
import { createTiles } from './tiles.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createRun(dispatch) {
  const parts = { chart: createChart(dispatch), training: createTraining(dispatch), tiles: createTiles(dispatch) };
  const element = h('section', { class: 'run-card' }, parts.chart.element, parts.tiles.element, parts.training.element);
  return { element, parts };
}
