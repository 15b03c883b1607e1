// The classroom: joins the lesson with the page. It keeps the learner's progress, asks and notices through the tutor,
// lets the learner's own layers compute, and gives the views their acts.
import { factsOf, neuronOf } from './facts.js';
import { EXERCISES } from './exercises.js';
import { createMine } from './own-layers.js';
import { createProgress } from './progress.js';
import { createTutor } from './tutor.js';
import { UNDONE } from '../app/actions.js';
import { CoreError } from '../core/wasm.js';
import { setupOf, stepOf } from './index.js';
import { withSample } from '../colours/custom-set.js';
import { TEXT } from '../text/index.js';

/** @typedef {import('../app/actions.js').Acts} Acts */
/** @typedef {import('../app/session.js').Journey} Journey */

/**
 * What the views of the lesson can ask for.
 * @typedef {object} LessonActs
 * @property {() => void} toggle opens the lesson, or closes it
 * @property {(name: string) => void} enter goes to a step, or to a chapter's first
 * @property {(given: string | number) => void} answer
 * @property {(body: string) => void} check what was written
 * @property {(body: string) => void} write keeps what is being written
 * @property {() => void} show shows the answer
 * @property {(by: number) => void} go
 * @property {() => void} on shows the answer, then goes on
 * @property {() => void} reset forgets all answers
 * @property {(present: boolean) => void} present
 * @property {(chapters: string) => void} choose
 * @property {(neuron: [number, number, number, number]) => void} neuron
 * @property {() => string} notebook the network as a notebook's text
 */

/**
 * @param {object} page
 * @param {() => Journey} page.open
 * @param {(work: (journey: Journey) => void) => void} page.do does something with the journey, and shows what has become of it
 * @param {() => void} page.stop
 * @param {() => void} page.travel
 * @param {() => void} page.refresh
 * @param {Acts} page.acts
 * @param {(steps: number) => Promise<unknown>} page.train
 * @param {import('../core/wasm.js').Bindings} page.bindings
 * @param {import('../state/storage.js').Records | null} page.storage where progress is kept between visits; null where it is not
 * @param {(problem: import('../state/storage.js').Problem) => void} page.lost
 * @param {() => string} page.notebook
 */
export function createClassroom({ open, do: act, stop, travel, refresh, acts, train, bindings, storage, lost, notebook }) {
  const progress = createProgress(storage, lost);
  const put = (/** @type {Partial<import('../state/schema.js').State>} */ change) => act((journey) => journey.put(change));
  /** Adds colours to one's own. @param {readonly import('../core/wasm.js').Sample[]} samples */
  const teach = (samples) => acts.edit((own) => samples.reduce((/** @type {import('../colours/custom-set.js').Own | null} */ sum, sample) => sum && withSample(sum, { ...sample, rgb: [...sample.rgb] }), own));
  const tutor = createTutor({
    state: () => open().state,
    halt: (work) => {
      stop();
      act((journey) => {
        // What can be taken back stays on offer.
        if (!UNDONE.includes(journey.problem?.code ?? '')) journey.problem = null;
        work(journey);
      });
    },
    layOut: (step) => setupOf(step, open().state, TEXT[open().state.lang].ownFirst),
    travel,
    refresh,
    on: { put, phase: acts.phase, begin: acts.begin, train, teach },
    experiment: ({ id, settings, steps }) => acts.experiment(TEXT[open().state.lang].trial[/** @type {'lecture'} */ (id)].name, settings, steps),
    bindings,
    progress,
  });
  const mine = createMine({
    lab: () => open().lab,
    kept: progress.all,
    refresh,
    failed: (exercise) => act((journey) => (journey.problem = new CoreError('mineDiffers', { name: exercise }))),
  });

  /** @type {LessonActs} */
  const lesson = {
    ...tutor,
    toggle: () => (open().state.lesson === '' ? tutor.begin() : put({ lesson: '', present: false })),
    present: (present) => put({ present }),
    choose: (chapters) => {
      put({ chapters });
      // A step of a chapter that was put aside gives way to the first that was not.
      tutor.go(0);
    },
    neuron: (neuron) => put({ neuron }),
    notebook,
  };

  /**
   * Keeps where the learner is, also in the address, where that tells of nothing but the lesson.
   * @param {import('../state/schema.js').State} state
   */
  function remember({ lesson: id }) {
    progress.at(id);
    if (!storage) return;
    const words = new URLSearchParams(location.hash.slice(1));
    const only = [...words.keys()].every((key) => ['lang', 'lesson', 'chapters'].includes(key));
    if (!id || !only || !words.has('lesson') || words.get('lesson') === id) return;
    words.set('lesson', id);
    history.replaceState(history.state, '', `#${words}`);
  }

  /**
   * Takes in how the page stands: the learner's own layers, and what was done in the lesson.
   * @param {import('../app/view-model.js').Model} model
   */
  function attend(model) {
    mine.dress(model);
    const step = stepOf(model.state.lesson);
    model.lesson = step && tutor.notice(factsOf(open().lab, model, bindings.fire, step.stage ?? 'scene'));
    const { lesson: asked, state, shown, data } = model;
    // What is asked is not shown before it is answered.
    if (asked) model.neuron = { ...asked.facts.neuron, known: asked.step.kind !== 'number' || asked.sitting.settled !== null };
    else if (state.scene === 'neuron') model.neuron = { ...neuronOf(state.neuron, shown.rgb, data.train, bindings.fire), known: true };
    const { solved } = progress.all();
    model.written = Object.fromEntries(Object.entries(solved).map(([name, code]) => [name, { code, parameters: EXERCISES[/** @type {'affine'} */ (name)].parameters }]));
    // The cell that the sentence speaks of is not marked where one is to be found.
    if (model.lesson?.step.kind === 'click' && model.lesson.sitting.settled === null) model.named = null;
    remember(model.state);
  }

  return { lesson, attend, hear: progress.hear };
}

/** @typedef {ReturnType<typeof createClassroom>} Classroom */
