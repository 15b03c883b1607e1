// The view model of one moment, made from the session: all that the views are given, as plain values.
import { bestOf } from '../colours/regions.js';
import { isGradient } from '../core/address.js';
import { indexOf } from '../core/pass-positions.js';
import { CoreError } from '../core/wasm.js';
import { alone } from '../embed/scenes.js';
import { caught } from './catching.js';
import { namedIn, problemOf, sentenceOf } from '../explain/narration.js';
import { contributionsOf } from '../explain/terms.js';
import { textFor } from '../text/index.js';
import { same } from '../util/same.js';
import { UNDOABLE } from './messages.js';
import { spotlightOf } from './spotlight.js';
import * as model from './view-model.js';

/** @typedef {import('./session.js').Session} Session */
/** @typedef {ReturnType<typeof momentOf>} Moment the part of a view model that needs no words */

/**
 * @param {Session} session
 * @param {object} page
 * @param {boolean} page.dark whether the page is dark
 * @param {boolean} [page.paper] whether it is drawn for paper
 * @param {boolean} [page.lively] whether it is one of many frames of a training, and its words follow soon
 * @returns {model.Model}
 */
export function present(session, { dark, paper = false, lively = false }) {
  const { store, changes, navigation, notices, lesson } = session;
  const { state, problem, nudge } = store;
  const text = textFor(state.lang, store.data.shape);
  const moment = momentOf(session, dark, lively);
  const { selected, explanation } = moment;
  const notice = problem ? null : notices.present(changes.progress() !== null);
  const told = problem ?? (notice && new CoreError(notice.code));
  const part = lesson.observe(moment);
  // In the lesson, a cell that is to be found isn't marked.
  const searched = part.lesson?.step.kind === 'click' && part.lesson.attempt.settled === null;
  const named = searched ? null : namedIn(moment);
  return {
    ...moment,
    ...part,
    paper,
    text,
    classNames: moment.data.classes.map((id) => text.className(id, state.settings.data)),
    sentence: explanation ? sentenceOf(text, explanation, state.row) : '',
    named,
    spotlight: spotlightOf(store.lab, { ...moment, ...part, named }),
    check: selected && nudge !== null && isGradient(selected.tensor) ? store.lab.checkGradient(selected.address, nudge) : null,
    nudge,
    message: told ? problemOf(text, told) : null,
    canUndo: UNDOABLE.includes(problem?.code ?? ''),
    offer: notice ? text.offers[notice.code] : null,
    solo: alone(state) ? { stop: navigation.stop(), stops: navigation.stops() } : null,
  };
}

/**
 * The number at what is pointed at, as it is now.
 * @param {Session} session
 * @param {model.ColumnModel[]} columns
 */
export function pointedIn({ store: { lab, pointed, state } }, columns) {
  return model.number(lab, model.addressOf(pointed, columns, state.row));
}

/**
 * The colours that the update just made has learned from.
 * @param {import('./workbench.js').Workbench} workbench
 * @param {import('../state/schema.js').State} state
 * @returns {model.Model['taught']}
 */
function taughtIn({ effect, taught, samples }, { row }) {
  if (!effect) return null;
  if (!taught) return { samples, own: row };
  const own = taught.findIndex((sample) => same(sample, samples[0]));
  return { samples: taught, own: own < 0 ? null : own };
}

/**
 * @param {Session} session
 * @param {boolean} dark
 * @param {boolean} [lively] whether what is measured may be of an earlier step
 */
export function momentOf(session, dark, lively = false) {
  const { store, changes, history, navigation, runner } = session;
  const { workbench, state, addresses, mood, pointed } = store;
  const { lab, data, positions, samples, effect } = workbench;
  const playing = runner.playing();
  const shown = samples[state.row];
  const { batch } = state.settings;
  const n = data.train.length;
  const { summary, curve, answers } = workbench.measurement.read(lively, playing);
  const probabilities = lab.predict(Uint8Array.from(shown.rgb));
  const selected = model.number(lab, state.selected);
  const opening = mood === 'start' && state.at === 'forward:data' && state.step === 0 && state.lesson === '' && !alone(state) && !playing;
  const explanation = selected ? navigation.explain(selected.address) : null;
  const columns = model.columns(workbench, state, state.row, opening, explanation);
  // In the other rooms nobody walks through the layers.
  const answered = state.room !== 'network' || columns.some(({ role, lit }) => role === 'output' && lit !== null);
  return {
    state,
    mood,
    opening,
    answered,
    playing,
    dark,
    progress: changes.progress(),
    summary,
    data,
    answers,
    maps: workbench.survey.look(state.slice, dark, playing && state.room === 'network'),
    wheel: answered && !workbench.pictures ? (/** @type {number} */ value) => workbench.survey.wheel(value, playing) : null,
    catches: workbench.pictures ? [] : caught(workbench, state.catches),
    space: state.room === 'colours' ? workbench.survey.space(state.slice, playing, workbench.measurement.losses()) : null,
    diagnosis: state.room === 'experiments' && !lively ? /** @type {import('../core/wasm.js').Diagnosis} */ (lab.diagnose()) : null,
    curve,
    furthest: lab.furthest(),
    positions,
    position: indexOf(positions, state.at),
    columns,
    samples,
    row: state.row,
    shown,
    best: bestOf(probabilities),
    teacher: state.scope === 'one' && state.label === null ? workbench.teacher(store.input) : null,
    probabilities,
    spot: pointed,
    pointed: pointedIn(session, columns),
    selected,
    explanation,
    contributions: contributionsOf(explanation, state.row),
    effect,
    taught: taughtIn(workbench, state),
    // An update that is looked back on was made with the settings of its time.
    learningRate: (effect && /** @type {import('../state/moves.js').Stretch | undefined} */ (lab.how(state.step - 1)))?.learningRate ?? state.settings.learningRate,
    largestBatch: batch === 'full' ? n : Math.min(batch, n),
    runs: history.runs(),
    canUnedit: history.canUnedit(),
    canUndraw: history.canUndraw(),
    path: addresses.path(),
    trail: selected && !playing ? navigation.trail() : [],
    canGoBack: addresses.canGoBack(),
    canGoOn: addresses.canGoOn(),
    canStepBack: navigation.canGoBack(),
  };
}
