// The intake of states that are given from outside: by a link, an attribute, a message or a script.
import { inLesson, unknownIn } from '../lesson/index.js';
import { copied } from '../util/readers.js';
import { hasLayer, placed } from '../embed/scenes.js';
import { cleaned } from '../state/schema.js';
import { TEXT } from '../text/index.js';

/** @typedef {import('../state/schema.js').State} State */

/**
 * @param {unknown} given
 * @param {State} present with the step where training stands by now, also on the way to a step
 * @returns {{ change: Partial<State>, wrong: string[], asked: unknown }} the allowed part, the names of
 * wrong keys, and a plain copy of the given state
 */
export function changeOf(given, present) {
  const asked = copied(given);
  const { change: allowed, wrong } = cleaned(inLesson(asked, present, TEXT[present.lang].ownFirst), present);
  const change = placed(allowed, present);
  wrong.push(...unknownIn(change));
  if (change.layer && !hasLayer({ ...present, ...change, layer: change.layer })) wrong.push('layer');
  return { change, wrong, asked };
}
