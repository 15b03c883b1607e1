// The intake of states that are given from outside: by a link, an attribute, a message or a script.
import { inLesson, unknownIn } from '../lesson/index.js';
import { settingsFor } from '../colours/datasets.js';
import { PICTURES, SETS } from '../core/facts.js';
import { copied, isDictionary } from '../util/readers.js';
import { same } from '../util/same.js';
import { hasLayer, placed } from '../embed/scenes.js';
import { cleaned } from '../state/schema.js';
import { firstWords } from '../text/index.js';

/** @typedef {import('../state/schema.js').State} State */

/**
 * A state given by a script, whose settings are a part: where it asks for data of another shape, as pictures instead of
 * colours, the settings that suit them stand for those that it does not ask for. A value that is the present one
 * is not asked for: a script often gives a copy of the present state with a change.
 * @param {unknown} given
 * @param {State} present
 * @returns {unknown} a plain copy
 */
export function suited(given, present) {
  const asked = copied(given);
  if (!isDictionary(asked) || !isDictionary(asked.settings)) return asked;
  // With another seed or shape, a copy of the present weights is not asked for either.
  if (asked.settings.weights === present.settings.weights) delete asked.settings.weights;
  const { data } = asked.settings;
  if (typeof data !== 'string' || !SETS.includes(data) || same(PICTURES[data], PICTURES[present.settings.data])) return asked;
  const wanted = Object.entries(asked.settings).filter(([key, value]) => !same(value, present.settings[/** @type {'seed'} */ (key)]));
  return { ...asked, settings: { ...settingsFor(data, present.settings), ...Object.fromEntries(wanted) } };
}

/**
 * @param {unknown} given
 * @param {State} present with the step where training stands by now, also on the way to a step
 * @returns {{ change: Partial<State>, wrong: string[], asked: unknown }} the allowed part, the names of
 * wrong keys, and a plain copy of the given state
 */
export function changeOf(given, present) {
  const asked = copied(given);
  const { change: allowed, wrong } = cleaned(inLesson(asked, present, firstWords(present.lang).ownFirst), present);
  const change = placed(allowed, present);
  wrong.push(...unknownIn(change));
  if (change.layer && !hasLayer({ ...present, ...change, layer: change.layer })) wrong.push('layer');
  return { change, wrong, asked };
}
