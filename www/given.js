// A state that was given from outside: what of it can be put in force where the page stands.
import { laidOut, stepOf, unknownIn } from './lesson/index.js';
import { hasLayer, placed } from './scenes.js';
import { cleaned } from './state.js';
import { TEXT } from './text/index.js';

/** @typedef {import('./state.js').State} State */

/**
 * @param {unknown} given
 * @param {State} present with the step where training stands by now, also on the way to a step
 * @returns {{ change: Partial<State>, wrong: string[] }} and the names of what was wrong
 */
export function changeOf(given, present) {
  const step = Object(given) === given ? stepOf(String(/** @type {{ lesson?: unknown }} */ (given).lesson ?? '')) : null;
  // A step of the lesson is told by its chapter, too, and brings the page with it as it is laid out for it.
  if (step && step.id !== present.lesson) given = laidOut(/** @type {Partial<State>} */ (given), step, present, TEXT[present.lang].ownFirst);
  const { change: allowed, wrong } = cleaned(given, present);
  const change = placed(allowed, present);
  wrong.push(...unknownIn(change));
  if (change.layer && !hasLayer({ ...present, ...change, layer: change.layer })) wrong.push('layer');
  return { change, wrong };
}
