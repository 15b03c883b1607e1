// The lesson of a session: connects the tutor, the learner's progress and the layers that the learner has written.
import { withSample } from '../colours/custom-set.js';
import { CoreError } from '../core/wasm.js';
import { firstWords, textFor } from '../text/index.js';
import { showInAddress } from './bookmark.js';
import { EXERCISES } from '../layers/index.js';
import { factsOf, neuronOf } from './facts.js';
import { setupOf, stepOf } from './index.js';
import { createOwnLayers } from './own-layers.js';
import { createPlanes } from './planes.js';
import { createProgress } from './progress.js';
import { createTutor } from './tutor.js';

/** @typedef {import('../app/session.js').Session} Session */
/** @typedef {import('../app/present.js').Moment} Moment */

/**
 * The lesson's part of the view model.
 * @typedef {object} LessonPart
 * @property {import('../app/view-model.js').ColumnModel[]} columns with the numbers computed by the learner's layers
 * @property {import('./attempt.js').LessonModel | null} lesson
 * @property {import('../app/view-model.js').Model['neuron']} neuron
 * @property {import('../app/view-model.js').Model['written']} written
 */

/**
 * @param {Session} session
 * @param {import('../state/storage.js').Records | null} storage where progress is stored; null where it is not stored
 * @param {boolean} addressed whether the open step is shown in the page's address
 */
export function createLesson(session, storage, addressed) {
  const { store, bindings, commit } = session;
  const planes = createPlanes(bindings.fire);
  const progress = createProgress(storage, (problem) => (store.unsaved = problem));
  const refresh = () => commit(() => {});
  const tutor = createTutor({
    session,
    layOut: (step) => setupOf(step, store.state, firstWords(store.state.lang).ownFirst),
    teach: (samples) =>
      session.dispatch('edit', (own) =>
        samples.reduce((/** @type {import('../colours/custom-set.js').CustomSet | null} */ sum, sample) => sum && withSample(sum, { ...sample, rgb: [...sample.rgb] }), own)),
    experiment: ({ id, settings, steps }) => session.dispatch('experiment', textFor(store.state.lang, store.data.shape).trial[/** @type {'lecture'} */ (id)].name, settings, steps),
    refresh,
    progress,
  });
  const ownLayers = createOwnLayers({
    lab: () => store.lab,
    readProgress: progress.all,
    refresh,
    failed: (exercise) => commit(() => (store.problem = new CoreError('mineDiffers', { name: exercise }))),
  });
  /** The lesson as it was presented last. @type {import('./attempt.js').LessonModel | null} */
  let latest = null;
  if (addressed) session.subscribe(() => showInAddress(store.state.lesson));
  session.subscribe(() => progress.at(store.state.lesson));

  /**
   * Updates the attempt from the page, and makes the lesson's part of the view model.
   * @param {Moment} moment
   * @returns {LessonPart}
   */
  function observe(moment) {
    const columns = ownLayers.applied(moment);
    const { state, shown, data } = moment;
    const step = stepOf(state.lesson);
    const lesson = (latest = step && tutor.notice(factsOf(store.lab, { ...moment, columns }, planes, step)));
    const { solved } = progress.all();
    const written = Object.fromEntries(Object.entries(solved).map(([name, code]) => [name, { code, parameters: EXERCISES[name].parameters }]));
    // Hide the neuron's output while the question asks for it.
    if (lesson) return { columns, lesson, written, neuron: { ...lesson.facts.neuron, known: lesson.step.kind !== 'number' || lesson.attempt.settled !== null } };
    if (state.scene === 'neuron') return { columns, lesson, written, neuron: { ...neuronOf(state.neuron, shown.rgb, data.train, bindings.fire), known: true } };
    return { columns, lesson, written, neuron: null };
  }

  return {
    ...tutor,
    observe,
    latest: () => latest,
    toggle: () => (store.state.lesson === '' ? tutor.begin() : session.changes.put({ lesson: '', present: false })),
    /** @param {string} chapters */
    choose(chapters) {
      session.changes.put({ chapters });
      // Leave a step of a deselected chapter for the first chosen one.
      tutor.go(0);
    },
    /** Merges a record that another tab has stored; returns whether there is anything new to show. */
    hear: progress.hear,
  };
}

/** @typedef {ReturnType<typeof createLesson>} Lesson */
