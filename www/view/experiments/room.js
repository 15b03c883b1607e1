// The room of experiments: trials, the diagnosis, the settings and the kept runs.
import { h } from '../dom.js';
import { createDiagnosis } from './diagnosis.js';
import { createRuns } from './runs.js';
import { createSettings } from './settings.js';
import { createTrials } from './trials.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createExperiments(dispatch) {
  const settings = createSettings(dispatch);
  const benches = [createTrials(dispatch), createDiagnosis(dispatch), settings, createRuns(dispatch)];
  const element = h('div', { class: 'experiments' }, h('div', { class: 'benches' }, ...benches.map((bench) => bench.element)), settings.apply);

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    for (const bench of benches) bench.update(model);
  }

  return { element, update };
}
