// Experiments with a prediction: the question, three choices, what happened and why.
import { EXPERIMENTS, PICTURE_EXPERIMENTS, lowestTest, overfitted } from '../../experiments/catalogue.js';
import { loss, percent } from '../../util/format.js';
import { attribute, h, say } from '../dom.js';

/** @typedef {import('../../experiments/catalogue.js').Course} Course */

const ALL = [...EXPERIMENTS, ...PICTURE_EXPERIMENTS];

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createTrials(dispatch) {
  const title = h('h2');
  const list = h('div', { class: 'trial-list', role: 'group' });
  const pictures = h('h3');
  const pictureList = h('div', { class: 'trial-list', role: 'group' });
  const buttons = ALL.map(({ id }) => h('button', { type: 'button', 'data-trial': id, click: () => choose(id) }));
  list.append(...buttons.slice(0, EXPERIMENTS.length));
  pictureList.append(...buttons.slice(EXPERIMENTS.length));
  const ask = h('p', { class: 'ask' });
  const choices = [0, 1, 2].map((guess) => h('button', { type: 'button', click: () => predict(guess) }));
  const note = h('p', { class: 'note' });
  const result = h('div', { class: 'outcome', role: 'status' });
  const panel = h('div', { class: 'trial', hidden: true }, ask, h('div', { class: 'tools choices' }, ...choices), note, result);
  const how = h('p', { class: 'about' });
  const element = h('section', { class: 'trials' }, title, how, list, pictures, pictureList, panel);
  /** The trial in progress. @type {{ id: string, guess: number | null, outcome: number | null, course: Course | null, stopped: boolean } | null} */
  let trial = null;
  /** @type {import('../../app/view-model.js').Model | null} */
  let latest = null;
  /** The experiments that were carried to their end. @type {Set<string>} */
  const done = new Set();

  /** @param {string} id */
  const nameOf = (id) => latest?.text.trial[/** @type {'lecture'} */ (id)].name ?? id;

  /** @param {string} id */
  function choose(id) {
    trial = { id, guess: null, outcome: null, course: null, stopped: false };
    refresh();
  }

  /** @param {number} guess */
  async function predict(guess) {
    const mine = trial;
    const experiment = ALL.find(({ id }) => id === mine?.id);
    if (!mine || !experiment || mine.guess !== null) return;
    Object.assign(mine, { guess, stopped: false });
    refresh();
    const course = await dispatch('experiment', nameOf(experiment.id), experiment.settings, experiment.steps);
    if (trial !== mine) return;
    // Any other action meanwhile has stopped the experiment.
    if (course) {
      Object.assign(mine, { course, outcome: experiment.outcome(course) });
      done.add(experiment.id);
    } else Object.assign(mine, { guess: null, stopped: true });
    refresh();
  }

  function refresh() {
    if (latest) update(latest);
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    latest = model;
    const { text } = model;
    say(title, text.trials);
    say(how, text.trialsHow);
    attribute(list, 'aria-label', text.trials);
    say(pictures, text.pictureTrials);
    attribute(pictureList, 'aria-label', text.pictureTrials);
    ALL.forEach(({ id }, i) => {
      say(buttons[i], nameOf(id) + (done.has(id) ? ' ✓' : ''));
      attribute(buttons[i], 'title', done.has(id) ? text.trialDone : null);
      attribute(buttons[i], 'aria-pressed', String(trial?.id === id));
    });
    panel.hidden = trial === null;
    if (!trial) return;
    const words = text.trial[/** @type {'lecture'} */ (trial.id)];
    const { steps } = ALL.find(({ id }) => id === trial?.id) ?? ALL[0];
    const ofPictures = PICTURE_EXPERIMENTS.some(({ id }) => id === trial?.id);
    say(ask, words.ask);
    choices.forEach((button, i) => {
      say(button, words.choices[i]);
      attribute(button, 'aria-pressed', String(trial?.guess === i));
      button.disabled = trial?.guess !== null && trial?.guess !== i;
    });
    const { guess, outcome, course, stopped } = trial;
    const waiting = stopped ? text.trialStopped : text.trialRun(steps);
    say(note, guess === null ? waiting : outcome === null ? text.trialRunning(model.summary.step, steps) : '');
    const told = outcome === null || !course ? [] : [
      `${outcome === guess ? `✓ ${text.trialRight}` : `✕ ${text.trialWrong}`} ${text.trialSeen(words.choices[outcome])}`,
      ...figuresOf(course, text, ofPictures),
      outcome === words.usual ? words.why : text.trialOther,
    ];
    if (result.dataset.told !== told.join('\n')) result.replaceChildren(...told.map((line) => h('p', {}, line)));
    result.dataset.told = told.join('\n');
  }

  return { element, update };
}

/**
 * The results of a run, in sentences.
 * @param {Course} course
 * @param {import('../../text/index.js').Text} text
 * @param {boolean} [pictures] whether it was a run with pictures
 */
export function figuresOf({ summary, curve }, text, pictures = false) {
  const [from, to] = [loss(curve[1]), loss(summary.trainLoss)];
  if (summary.diverged !== undefined) return [text.trialDiverged(summary.diverged, from, to)];
  const say = pictures ? text.pictureFigures : text.trialFigures;
  const figures = [say(from, to, percent(summary.trainAccuracy), percent(summary.testAccuracy))];
  const lowest = lowestTest({ curve });
  return overfitted({ summary, curve }) ? [...figures, text.trialTested(loss(curve[2]), loss(lowest.loss), lowest.step, loss(summary.testLoss))] : figures;
}
