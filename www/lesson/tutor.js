// The tutor: which question is asked, how it was answered, and the way on. It changes the page only by its acts, and
// draws nothing.
import { EXPERIMENTS } from '../experiments.js';
import { run } from '../sandbox/run.js';
import { casesOf, missOf } from './exam.js';
import { EXERCISES } from './exercises.js';
import { chaptersOf, neighbourOf, stepOf } from './index.js';
import { slipOf, typed } from './judge.js';
import { fresh } from './sitting.js';

/** @typedef {import('./facts.js').Facts} Facts */
/** @typedef {import('./step.js').Step} Step */
/** @typedef {import('./progress.js').Result} Result */

/** @typedef {import('./sitting.js').Sitting} Sitting */
/** @typedef {import('./sitting.js').Lesson} Lesson */

/**
 * @param {object} page
 * @param {() => import('../state.js').State} page.state
 * @param {(work: (journey: import('../journey.js').Journey) => void) => void} page.halt ends what is under way and does something
 * @param {(step: Step) => Partial<import('../state.js').State>} page.layOut how the page has to stand for a step
 * @param {() => void} page.travel goes on with the way to a step
 * @param {() => void} page.refresh shows what has become of it
 * @param {import('./step.js').On} page.on
 * @param {(name: string, settings: Partial<import('../core.js').Settings>, steps: number) => Promise<import('../experiments.js').Course | null>} page.experiment
 * @param {import('../core.js').Bindings} page.bindings
 * @param {import('./progress.js').Progress} page.progress
 */
export function createTutor({ state, halt, layOut, travel, refresh, on, experiment, bindings, progress }) {
  /** @type {Sitting} */
  let sitting = fresh('');
  /** @type {Facts | null} */
  let facts = null;
  /** The number that was selected when it was last looked at. @type {string | null} */
  let selected = null;

  /**
   * Ends the question.
   * @param {Result} result
   */
  function settle(result) {
    Object.assign(sitting, { settled: result, slip: null, busy: false });
    progress.note(sitting.id, result);
  }

  /** The result of an answer that is right. @returns {Result} */
  const answered = () => (sitting.tries === 0 ? 'right' : 'later');

  /** @param {Step} step */
  function reveal({ reveal: show }) {
    if (facts) show?.(on, facts);
    refresh();
  }

  /** @param {string} slip */
  function miss(slip) {
    sitting.tries += 1;
    sitting.slip = slip;
    refresh();
  }

  /** The step in hand. */
  const present = () => stepOf(sitting.id);

  /**
   * Goes to a step, and lays the page out for it.
   * @param {string} name
   */
  function enter(name) {
    const step = stepOf(name);
    if (!step) return;
    sitting = fresh('');
    halt((journey) => {
      journey.problem = null;
      journey.put({ ...layOut(step), lesson: step.id });
    });
    travel();
  }

  /**
   * What the learner says: a number, a choice.
   * @param {string | number} given
   * @param {string} [name] of an experiment's run
   */
  function answer(given, name = '') {
    const step = present();
    if (!step || !facts || sitting.settled || sitting.busy) return;
    sitting.given = given;
    if (step.kind === 'number' && step.answer) {
      const slip = slipOf(typed(String(given)), step.answer(facts), step.slips?.(facts) ?? {});
      if (slip) return miss(slip);
    } else if (step.kind === 'choose' && step.right) {
      const right = step.right(facts);
      if (right >= 0 && right !== given) return miss(String(given));
    } else if (step.kind === 'try') return attempt(step, name);
    settle(answered());
    reveal(step);
  }

  /**
   * Carries an experiment out, and holds the prediction against it.
   * @param {Step} step
   * @param {string} name of its run
   */
  async function attempt(step, name) {
    const trial = EXPERIMENTS.find(({ id }) => id === step.experiment);
    if (!trial) return;
    const mine = sitting;
    mine.busy = true;
    mine.slip = null;
    refresh();
    const course = await experiment(name, trial.settings, trial.steps);
    if (sitting !== mine) return;
    mine.busy = false;
    if (!course) Object.assign(mine, { given: null, slip: 'stopped' });
    else {
      const seen = trial.seen(course);
      mine.course = { seen, course };
      settle(mine.given === null ? 'shown' : seen === mine.given ? 'right' : 'later');
    }
    refresh();
  }

  /**
   * Runs what was written against the core's own values.
   * @param {string} body
   */
  async function check(body) {
    const name = present()?.exercise;
    if (!name || sitting.busy) return;
    const mine = sitting;
    Object.assign(mine, { busy: true, miss: null, problem: null, slip: null });
    progress.write(name, body, false);
    refresh();
    const cases = casesOf(bindings, name);
    const outcome = await run({ name, parameters: [...EXERCISES[name].parameters], body, calls: cases.map(({ args }) => args) });
    mine.busy = false;
    const wrong = outcome.problem ? null : missOf(name, cases, outcome.results);
    if (outcome.problem || wrong) {
      Object.assign(mine, { problem: outcome.problem, miss: wrong, tries: mine.tries + 1 });
    } else {
      progress.write(name, body, true);
      if (sitting === mine) settle(mine.settled ?? answered());
    }
    refresh();
  }

  /**
   * Shows the answer.
   * @param {string} [name] of an experiment's run
   */
  function show(name = '') {
    const step = present();
    if (!step || sitting.settled || sitting.busy) return;
    if (step.kind === 'try') {
      sitting.given = null;
      attempt(step, name);
      return;
    }
    // It becomes theirs when they run it.
    if (step.exercise) progress.write(step.exercise, EXERCISES[step.exercise].solution, false);
    settle('shown');
    reveal(step);
  }

  /** @param {number} by */
  function go(by) {
    const next = neighbourOf(sitting.id, by, state().chapters);
    if (next && next.id !== sitting.id) enter(next.id);
  }

  return {
    enter,
    answer,
    check,
    show,
    go,
    /** Begins where the learner has come to: at the first step that is not answered yet. */
    begin() {
      const steps = chaptersOf(state().chapters).flatMap((chapter) => chapter.steps);
      const { steps: results } = progress.all();
      enter((steps.find(({ id }) => !results[id]) ?? steps[0]).id);
    },
    /**
     * What a remote does: shows the answer first, and then goes on.
     * @param {string} [name] of an experiment's run
     */
    on(name) {
      if (sitting.settled) go(1);
      else show(name);
    },
    /** Keeps what is being written. @param {string} body */
    write(body) {
      const name = present()?.exercise;
      if (name) progress.write(name, body, progress.all().solved.includes(name) && progress.all().code[name] === body);
    },
    /** Forgets all answers. */
    reset() {
      progress.reset();
      sitting = fresh(sitting.id);
      refresh();
    },

    /**
     * Takes in how the page stands, and notices what the learner has done.
     * @param {Facts} now
     * @returns {Lesson | null} null where there is no such step
     */
    notice(now) {
      const { lesson, chapters } = state();
      const step = stepOf(lesson);
      if (!step) return null;
      facts = now;
      if (sitting.id !== step.id) {
        sitting = fresh(step.id);
        selected = now.selected;
      }
      if (!sitting.settled && step.kind === 'do' && step.done?.(now)) settle(answered());
      if (!sitting.settled && step.kind === 'click' && now.selected !== selected && now.selected !== null) {
        const slip = step.hit?.(now.selected, now) ?? null;
        if (slip) Object.assign(sitting, { slip, tries: sitting.tries + 1 });
        else {
          settle(answered());
          // Not in the middle of a drawing.
          queueMicrotask(() => reveal(step));
        }
      }
      selected = now.selected;
      const all = progress.all();
      return {
        step,
        chapters: chaptersOf(chapters),
        sitting,
        facts: now,
        results: all.steps,
        code: step.exercise ? (all.code[step.exercise] ?? '') : '',
        solved: step.exercise !== undefined && all.solved.includes(step.exercise),
        first: neighbourOf(step.id, -1, chapters) === null,
        last: neighbourOf(step.id, 1, chapters) === null,
      };
    },
  };
}

/** @typedef {ReturnType<typeof createTutor>} Tutor */
