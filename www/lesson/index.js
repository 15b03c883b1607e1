// The lesson: its chapters in the lecture's order, and the order of their steps.
import { begun } from '../colours/custom-set.js';
import { isDictionary } from '../util/readers.js';
import { SETTINGS } from '../core/facts.js';
import { backward } from './chapters/backward.js';
import { choices } from './chapters/choices.js';
import { cnn } from './chapters/cnn.js';
import { colour } from './chapters/colour.js';
import { forward } from './chapters/forward.js';
import { hand } from './chapters/hand.js';
import { limit } from './chapters/limit.js';
import { loss } from './chapters/loss.js';
import { neuron } from './chapters/neuron.js';
import { names } from './chapters/names.js';
import { onward } from './chapters/onward.js';
import { own } from './chapters/own.js';
import { update } from './chapters/update.js';

/** @typedef {import('./step.js').Step} Step */
/** @typedef {import('./step.js').Chapter} Chapter */
/** @typedef {import('../state/schema.js').State} State */
/** @typedef {import('../core/wasm.js').Settings} Settings */

/** @type {readonly Chapter[]} */
export const CHAPTERS = [colour, neuron, limit, forward, loss, hand, backward, update, names, choices, own, cnn, onward];

/** Steps that another has taken the place of: a link to one opens the other. @type {ReadonlyMap<string, string>} */
const MOVED = new Map([
  ['backward.sign', 'backward.weight'],
  ['backward.shape', 'backward.affine'],
  ['colour.inputs', 'colour.wrong'],
  ['forward.sum', 'forward.possible'],
  ['limit.flat', 'limit.plane'],
  ['limit.hidden', 'limit.bend'],
  ['onward.cnn', 'cnn.vgg'],
  ['onward.image', 'cnn.count'],
]);

/** Chapters for two hours: all but the learner's own colours, and what goes on after the lecture's end. */
export const LONG = CHAPTERS.filter(({ id }) => id !== 'own' && id !== 'cnn').map(({ id }) => id).join('.');

/** The name of the way that takes twenty minutes, and its steps: each teaches what the next ones use. */
export const SHORT = 'short';
const SHORT_STEPS = ['colour.start', 'colour.name', 'colour.wrong', 'neuron.sum', 'neuron.relu', 'forward.walk', 'forward.scores', 'loss.which', 'hand.nudge', 'update.repeat', 'update.test', 'onward.next'];
/** How long a step of it takes, minutes. */
const EACH = 5 / 3;
/** Its chapters: those of the whole lesson, with these steps alone. @type {readonly Chapter[]} */
const SHORTLY = CHAPTERS.map(({ id, steps }) => {
  const kept = steps.filter((step) => SHORT_STEPS.includes(step.id));
  return { id, minutes: Math.round(kept.length * EACH), steps: kept };
}).filter(({ steps }) => steps.length > 0);

/**
 * The chosen chapters; all of them where no name is known.
 * @param {string} names with points between them, or the name of the short way; empty for all
 */
export function chaptersOf(names) {
  if (names === SHORT) return SHORTLY;
  const chosen = names.split('.');
  const found = CHAPTERS.filter(({ id }) => chosen.includes(id));
  return found.length > 0 ? found : CHAPTERS;
}

/**
 * The step with this id, or the first step of the chapter with this id.
 * @param {string} name
 * @returns {Step | null}
 */
export function stepOf(name) {
  const chapter = CHAPTERS.find(({ id }) => id === name);
  return chapter?.steps[0] ?? CHAPTERS.flatMap(({ steps }) => steps).find(({ id }) => id === (MOVED.get(name) ?? name)) ?? null;
}

/**
 * The step `by` steps later among the chosen chapters.
 * @param {string} id a step
 * @param {number} by −1 for the one before
 * @param {string} names of the chosen chapters
 * @returns {Step | null} null before the first and after the last
 */
export function neighbourOf(id, by, names) {
  const steps = chaptersOf(names).flatMap((chapter) => chapter.steps);
  const at = steps.findIndex((step) => step.id === id);
  // From a step of a chapter that isn't chosen, go to the first chosen step.
  return at < 0 ? (steps[0] ?? null) : (steps[at + by] ?? null);
}

/**
 * Removes unknown steps and chapters from a change.
 * @param {Partial<State>} change
 * @returns {string[]} the keys that were wrong
 */
export function unknownIn(change) {
  const wrong = [];
  if (change.lesson && !stepOf(change.lesson)) {
    delete change.lesson;
    wrong.push('lesson');
  }
  const names = change.chapters ? change.chapters.split('.') : [];
  const known = change.chapters === SHORT ? names : names.filter((name) => CHAPTERS.some(({ id }) => id === name));
  const step = change.lesson ? stepOf(change.lesson) : null;
  if (step && known.length > 0 && !chaptersOf(known.join('.')).some(({ steps }) => steps.includes(step))) known.length = 0;
  if (known.length < names.length) {
    change.chapters = known.join('.');
    wrong.push('chapters');
  }
  return wrong;
}

/**
 * The state to set for a step, with the lecture's seed, so that everybody in a room has the same numbers.
 * @param {Step} step
 * @param {Pick<State, 'own'>} present
 * @param {readonly string[]} names for the classes of the custom set, where they have none yet
 * @returns {Partial<State>}
 */
export function setupOf({ setup }, present, names) {
  if (!setup) return {};
  const { settings, ...rest } = structuredClone(setup);
  if (!settings) return rest;
  const laid = { ...rest, settings: { .../** @type {Settings} */ (structuredClone(SETTINGS)), ...settings } };
  return settings.data === 'own' ? { ...laid, own: begun(present.own, names) } : laid;
}

/**
 * A given state that names a step of the lesson, merged over the setup of that step. A step is also
 * named by its chapter.
 * @param {unknown} given still to be cleaned
 * @param {Pick<State, 'own' | 'lesson'>} present
 * @param {readonly string[]} names for the classes of the custom set, where they have none yet
 * @returns {unknown}
 */
export function inLesson(given, present, names) {
  if (!isDictionary(given) || typeof given.lesson !== 'string') return given;
  const step = stepOf(given.lesson);
  if (!step || step.id === present.lesson) return given;
  const setup = setupOf(step, present, names);
  // Keep a value that is no settings, to be reported.
  const settings = setup.settings && (given.settings === undefined || isDictionary(given.settings)) ? { settings: { ...setup.settings, ...given.settings } } : {};
  return { ...setup, ...given, ...settings, lesson: step.id };
}
