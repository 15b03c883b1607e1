// Experiments with a prediction: the question, three choices, what happened and why.
import { EXPERIMENTS } from '../experiments.js';
import { loss, percent } from '../format.js';
import { attribute, h, say } from './dom.js';

/** @param {{ experiment: (settings: Partial<import('../core.js').Settings>, steps: number) => Promise<import('../experiments.js').Course | null> }} on */
export function createTrials(on) {
  const title = h('h2');
  const list = h('div', { class: 'trial-list', role: 'group' });
  const buttons = EXPERIMENTS.map(({ id }) => h('button', { type: 'button', 'data-trial': id, click: () => choose(id) }));
  list.append(...buttons);
  const ask = h('p', { class: 'ask' });
  const choices = [0, 1, 2].map((guess) => h('button', { type: 'button', click: () => predict(guess) }));
  const note = h('p', { class: 'note' });
  const result = h('div', { class: 'outcome', role: 'status' });
  const panel = h('div', { class: 'trial', hidden: true }, ask, h('div', { class: 'tools choices' }, ...choices), note, result);
  const how = h('p', { class: 'about' });
  const element = h('section', { class: 'trials' }, title, how, list, panel);
  /** What is being tried. @type {{ id: string, guess: number | null, seen: number | null, figures: string[] } | null} */
  let trial = null;
  /** @type {import('../model.js').Model | null} */
  let latest = null;

  /** @param {string} id */
  function choose(id) {
    trial = { id, guess: null, seen: null, figures: [] };
    refresh();
  }

  /** @param {number} guess */
  async function predict(guess) {
    const mine = trial;
    const experiment = EXPERIMENTS.find(({ id }) => id === mine?.id);
    if (!mine || !experiment || mine.guess !== null) return;
    mine.guess = guess;
    refresh();
    const course = await on.experiment(experiment.settings, experiment.steps);
    if (trial !== mine) return;
    // Whoever has done something else meanwhile has ended the experiment.
    if (course) {
      const { summary, curve } = course;
      mine.seen = experiment.seen(course);
      mine.figures = [loss(curve[1]), loss(summary.trainLoss), percent(summary.trainAccuracy), percent(summary.testAccuracy)];
    } else mine.guess = null;
    refresh();
  }

  function refresh() {
    if (latest) update(latest);
  }

  /** @param {import('../model.js').Model} model */
  function update(model) {
    latest = model;
    const { text } = model;
    say(title, text.trials);
    say(how, text.trialsHow);
    attribute(list, 'aria-label', text.trials);
    EXPERIMENTS.forEach(({ id }, i) => {
      say(buttons[i], text.trial[/** @type {'lecture'} */ (id)].name);
      attribute(buttons[i], 'aria-pressed', String(trial?.id === id));
    });
    panel.hidden = trial === null;
    if (!trial) return;
    const words = text.trial[/** @type {'lecture'} */ (trial.id)];
    const steps = EXPERIMENTS.find(({ id }) => id === trial?.id)?.steps ?? 0;
    say(ask, words.ask);
    choices.forEach((button, i) => {
      say(button, words.choices[i]);
      attribute(button, 'aria-pressed', String(trial?.guess === i));
      button.disabled = trial?.guess !== null && trial?.guess !== i;
    });
    const { guess, seen, figures } = trial;
    say(note, guess === null ? text.trialRun(steps) : seen === null ? text.trialRunning : '');
    const told = seen === null ? [] : [
      `${seen === guess ? `✓ ${text.trialRight}` : `✕ ${text.trialWrong}`} ${text.trialSeen(words.choices[seen])}`,
      text.trialFigures(figures[0], figures[1], figures[2], figures[3]),
      seen === words.usual ? words.why : text.trialOther,
    ];
    if (result.dataset.told !== told.join('\n')) result.replaceChildren(...told.map((line) => h('p', {}, line)));
    result.dataset.told = told.join('\n');
  }

  return { element, update };
}
