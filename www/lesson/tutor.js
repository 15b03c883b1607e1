// The tutor: asks a question, judges the answer, and goes on. It changes the page only by actions, and
// draws nothing.
import { experimentOf } from '../experiments/catalogue.js';
import { examined } from './examination.js';
import { EXERCISES } from '../layers/index.js';
import { inFront } from './exercises.js';
import { CHAPTERS, chaptersOf, neighbourOf, stepOf } from './index.js';
import { slipOf, typed } from './number-answer.js';
import { same } from '../util/same.js';
import { fresh } from './attempt.js';
import { createOwnTraining } from './own-training.js';

/** @typedef {import('./facts.js').Facts} Facts */
/** @typedef {import('./step.js').Step} Step */
/** @typedef {import('./progress.js').Result} Result */

/** @typedef {import('./attempt.js').Attempt} Attempt */
/** @typedef {import('./attempt.js').LessonModel} LessonModel */

/**
 * @param {object} page
 * @param {import('../app/session.js').Session} page.session
 * @param {(step: Step) => Partial<import('../state/schema.js').State>} page.layOut the state to set for a step
 * @param {(samples: readonly import('../core/wasm.js').Sample[]) => void} page.teach adds colours to the custom set
 * @param {(trial: import('../experiments/catalogue.js').Experiment) => Promise<import('../experiments/catalogue.js').Course | null | void>} page.experiment
 * @param {() => void} page.refresh presents the lesson anew
 * @param {import('./progress.js').Progress} page.progress
 */
export function createTutor({ session, layOut, teach, experiment, refresh, progress }) {
  const { store, bindings } = session;
  const state = () => store.state;
  const training = createOwnTraining(() => store.lab);
  /** @type {import('./step.js').On} */
  const on = {
    put: (change) => session.dispatch('put', change),
    phase: (phase) => session.dispatch('phase', phase),
    begin: (settings) => session.dispatch('begin', settings),
    train: (steps) => training.byLesson(() => session.dispatch('train', steps)),
    teach,
  };
  /** @type {Attempt} */
  let attempt = fresh('');
  /** @type {Facts | null} */
  let facts = null;
  /** The selection at the last notice; undefined while a replay selects. @type {string | null | undefined} */
  let selected = null;

  /**
   * Ends the question.
   * @param {Result} result
   */
  function settle(result) {
    // The explanation of an answer keeps the numbers of its moment; that of a shown answer follows the page.
    Object.assign(attempt, { settled: result, slip: null, miss: null, problem: null, busy: false, told: result === 'shown' ? null : facts });
    progress.note(attempt.id, result);
  }

  /** The result of a right answer. @returns {Result} */
  const answered = () => (attempt.tries === 0 ? 'right' : 'later');

  /** @param {Step} step */
  function reveal({ reveal: show }) {
    if (facts) show?.(on, facts);
    refresh();
  }

  /** @param {string} slip */
  function miss(slip) {
    // What is no number, or the answer rounded too far, doesn't count as an attempt.
    if (slip !== 'noNumber' && slip !== 'rough') attempt.tries += 1;
    attempt.slip = slip;
    refresh();
  }

  /** The open step. */
  const present = () => stepOf(attempt.id);

  /**
   * Opens a step, and sets the page up for it.
   * @param {string} name
   */
  function enter(name) {
    const step = stepOf(name);
    if (!step) return;
    const setup = layOut(step);
    // What the learner has trained is kept before the lesson lays out another network, with an undo.
    const replaced = setup.settings && !same(setup.settings, state().settings);
    if (setup.settings && (state().lesson === '' ? state().step > 0 : replaced && training.isOwn())) session.dispatch('begin', setup.settings);
    attempt = fresh('');
    session.dispatch('lesson/lay', { ...setup, lesson: step.id });
  }

  /**
   * Takes an answer: a number, a choice.
   * @param {string | number} given
   */
  function answer(given) {
    const step = present();
    if (!step || !facts || attempt.settled || attempt.busy) return;
    attempt.given = given;
    const slip = slipIn(step, given, facts);
    if (slip) return miss(slip);
    if (step.kind === 'try') return carryOut(step);
    if (step.kind === 'predict') return bringAbout(step);
    settle(answered());
    reveal(step);
  }

  /**
   * Keeps an answer that is judged later, see `conclude`.
   * @param {number | string} given
   */
  function keep(given) {
    if (attempt.settled || attempt.busy) return;
    Object.assign(attempt, { given, slip: null });
    refresh();
  }

  /**
   * Ends the question as another page has ended it, which this one follows: nothing is brought about here.
   * @param {number | null} outcome of a prediction: the index of what has happened
   */
  function conclude(outcome) {
    const step = present();
    if (!step || !facts || attempt.settled || attempt.busy) return;
    const { given } = attempt;
    if (step.kind === 'predict') attempt.outcome = outcome;
    if (given === null || step.kind === 'try') settle('shown');
    else if (step.kind === 'predict') settle(given === outcome ? 'right' : 'guessed');
    else settle(slipIn(step, given, facts) === null ? 'right' : 'shown');
    refresh();
  }

  /**
   * Makes happen what was predicted; `notice` compares it with the prediction.
   * @param {Step} step
   */
  function bringAbout(step) {
    Object.assign(attempt, { busy: true, slip: null });
    reveal(step);
  }

  /**
   * Runs an experiment, and compares the prediction with the outcome.
   * @param {Step} step
   */
  async function carryOut(step) {
    const trial = experimentOf(step.experiment);
    if (!trial) return;
    const current = attempt;
    current.busy = true;
    current.slip = null;
    refresh();
    const course = await training.byLesson(() => experiment(trial)).finally(() => (current.busy = false));
    if (attempt !== current) return;
    if (!course) Object.assign(current, { given: null, slip: 'stopped' });
    else {
      const outcome = trial.outcome(course);
      current.course = { outcome, course };
      settle(current.given === null ? 'shown' : outcome === current.given ? 'right' : 'guessed');
    }
    refresh();
  }

  /**
   * Checks the written function against the core's values.
   * @param {string} body
   */
  async function check(body) {
    const name = present()?.exercise;
    if (!name || attempt.busy) return;
    const current = attempt;
    Object.assign(current, { busy: true, miss: null, problem: null, slip: null });
    progress.write(name, body);
    refresh();
    const { problem, miss: wrong } = await examined(bindings, name, body);
    current.busy = false;
    if (problem || wrong) Object.assign(current, { problem, miss: wrong, tries: current.tries + 1 });
    else {
      progress.solve(name, body);
      if (attempt === current) settle(current.settled ?? answered());
    }
    refresh();
  }

  /** Shows the answer. */
  function show() {
    const step = present();
    if (!step || attempt.settled || attempt.busy) return;
    if (step.kind === 'try' || step.kind === 'predict') {
      attempt.given = null;
      if (step.kind === 'try') carryOut(step);
      else bringAbout(step);
      return;
    }
    const { code, solved } = progress.all();
    // The solution counts when the learner runs it; their own text stays beside it.
    if (step.exercise && !(step.exercise in solved)) progress.write(step.exercise, inFront(EXERCISES[step.exercise].solution, code[step.exercise] ?? ''));
    settle('shown');
    reveal(step);
    // In presentation mode, run it at once.
    if (step.exercise && state().present) check(progress.all().code[step.exercise]);
  }

  /** @param {number} by */
  function go(by) {
    const next = neighbourOf(attempt.id, by, state().chapters);
    if (next && next.id !== attempt.id) enter(next.id);
  }

  return {
    enter,
    answer,
    keep,
    conclude,
    check,
    show,
    go,
    /** Opens the learner's last step, or else the first. */
    begin() {
      const steps = chaptersOf(state().chapters).flatMap((chapter) => chapter.steps);
      enter((steps.find(({ id }) => id === progress.all().last) ?? steps[0]).id);
    },
    /** The action of a remote: shows the answer first, and then goes on. */
    on() {
      if (attempt.settled) go(1);
      else show();
    },
    /** Stores the text while it is written. @param {string} body */
    write(body) {
      const name = present()?.exercise;
      if (name) progress.write(name, body);
    },
    /** Forgets all answers. */
    reset() {
      progress.reset();
      attempt = fresh(attempt.id);
      refresh();
    },

    /**
     * Judges the present state of the page.
     * @param {Facts} now
     * @returns {LessonModel | null} null where there is no such step
     */
    notice(now) {
      const { lesson, chapters } = state();
      const step = stepOf(lesson);
      if (!step) return null;
      facts = now;
      if (attempt.id !== step.id) {
        attempt = fresh(step.id);
        selected = now.selected;
        // If the restored page already has the task done, keep the stored result.
        if (step.kind === 'do' && step.done?.(now)) attempt.settled = progress.all().steps[step.id] ?? null;
      }
      // A replay opens numbers by itself.
      if (now.travelling) selected = undefined;
      else if (selected === undefined) selected = now.selected;
      if (!attempt.settled && step.kind === 'do' && step.done?.(now)) settle(answered());
      if (attempt.busy && step.kind === 'predict') {
        attempt.outcome = step.outcome?.(now) ?? null;
        if (attempt.outcome !== null) settle(attempt.given === null ? 'shown' : attempt.outcome === attempt.given ? 'right' : 'guessed');
        // What would have diverged hasn't happened.
        else if (now.summary.diverged !== undefined) Object.assign(attempt, { busy: false, given: null, slip: 'stopped' });
      }
      if (!attempt.settled && step.kind === 'click' && now.selected !== selected && now.selected !== null) {
        const slip = step.hit?.(now.selected, now) ?? null;
        if (slip) {
          Object.assign(attempt, { slip, tries: attempt.tries + 1 });
          // Show all cells again for the next attempt.
          queueMicrotask(() => session.dispatch('put', { selected: null }));
        } else {
          settle(answered());
          // Not during the present drawing.
          const current = attempt;
          queueMicrotask(() => attempt === current && reveal(step));
        }
      }
      if (!now.travelling) selected = now.selected;
      const all = progress.all();
      const has = (/** @type {import('./step.js').Chapter} */ { steps }) => steps.includes(step);
      const chosen = chaptersOf(chapters);
      const told = attempt.told ?? now;
      return {
        step,
        // Where the step's chapter is not chosen, show all chapters.
        chapters: chosen.some(has) ? chosen : CHAPTERS,
        chapter: /** @type {import('./step.js').Chapter} */ (chosen.find(has) ?? CHAPTERS.find(has)),
        attempt,
        facts: now,
        told,
        right: step.kind === 'try' ? (attempt.course?.outcome ?? null) : step.kind === 'predict' ? attempt.outcome : (step.right?.(told) ?? null),
        answer: step.answer?.(told) ?? null,
        results: all.steps,
        code: step.exercise ? (all.code[step.exercise] ?? '') : '',
        solved: step.exercise !== undefined && step.exercise in all.solved,
        first: neighbourOf(step.id, -1, chapters) === null,
        last: neighbourOf(step.id, 1, chapters) === null,
      };
    },
  };
}

/**
 * The slip of an answer.
 * @param {Step} step
 * @param {string | number} given
 * @param {Facts} facts
 * @returns {string | null} null where it is right, and where only what happens then can tell
 */
function slipIn(step, given, facts) {
  if (step.kind === 'number' && step.answer) return slipOf(typed(String(given)), step.answer(facts), step.slips?.(facts) ?? {}, step.shown?.(facts));
  if (step.kind !== 'choose' || !step.right) return null;
  const right = step.right(facts);
  return right >= 0 && right !== given ? String(given) : null;
}

/** @typedef {ReturnType<typeof createTutor>} Tutor */
