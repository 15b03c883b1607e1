// The course of an experiment: what it is judged by, once it has been carried out.
import { isMeasured } from '../core/wasm.js';
import { same } from '../util/same.js';
import { plain, written } from '../state/moves.js';

/**
 * @param {import('./session.js').Session} session
 * @param {import('../core/wasm.js').Settings} settings that it was begun with
 * @param {number} steps that it should make
 * @returns {import('../experiments/catalogue.js').Course | null} null where it was not carried to its end under these settings alone
 */
export function courseOf({ store, changes }, settings, steps) {
  const { lab, data, state, workbench } = store;
  const summary = workbench.summary();
  const ended = summary.step === steps || summary.diverged !== undefined;
  const alone = same(state.settings, settings) && changes.moves() === written(plain(summary.step, settings));
  return ended && alone && isMeasured(summary) ? { summary, curve: lab.curve(), diagnosis: lab.diagnose(), classes: data.classes.length, data } : null;
}
