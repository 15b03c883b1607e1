// Everything of one moment that does not depend on the reader's language, read from the core at once.
import * as model from './view-model.js';
import { indexOf } from '../core/pass-positions.js';

/**
 * @param {import('../core/workbench.js').Bench} bench
 * @param {import('../state/schema.js').State} state
 * @param {{ dark: boolean, playing: boolean }} page
 * @param {import('./view-model.js').Target} pointed what is under the pointer or the keyboard
 */
export function momentOf(bench, state, { dark, playing }, pointed) {
  const { lab, data, walk, samples, effect } = bench;
  const shown = samples[state.row];
  const { batch } = state.settings;
  const n = data.train.length;
  const probabilities = lab.predict(Uint8Array.from(shown.rgb));
  const selected = model.number(lab, state.selected);
  const columns = model.columns(lab, state, walk, state.row);
  return {
    state,
    summary: bench.summary(),
    data,
    answers: lab.answers(),
    maps: bench.look(state.slice, dark),
    space: state.room === 'colours' ? bench.space(state.slice, playing) : null,
    diagnosis: state.room === 'experiments' ? /** @type {import('../core/wasm.js').Diagnosis} */ (lab.diagnose()) : null,
    curve: lab.curve(),
    furthest: lab.furthest(),
    walk,
    index: indexOf(walk, state.at),
    columns,
    samples,
    row: state.row,
    shown,
    best: probabilities.indexOf(Math.max(...probabilities)),
    teacher: state.scope === 'one' && state.label === null ? bench.teacher(state.color) : null,
    probabilities,
    spot: pointed,
    pointed: model.number(lab, model.addressOf(pointed, columns, state.row)),
    selected,
    explanation: selected ? /** @type {import('../explain/terms.js').Explanation} */ (lab.explain(selected.address)) : null,
    effect,
    // An update that is looked back on was made with the settings of its time.
    learningRate: (effect && /** @type {import('../state/moves.js').Stretch | undefined} */ (lab.how(state.step - 1)))?.learningRate ?? state.settings.learningRate,
    largestBatch: batch === 'full' ? n : Math.min(batch, n),
  };
}
