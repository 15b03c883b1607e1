// The lecturer's moment: the text of a link, and what of it a page that follows has to change.
import { changeOf } from '../app/intake.js';
import { givenBy } from '../state/url.js';
import { same } from '../util/same.js';

/** @typedef {import('../state/schema.js').State} State */

/** How a page is looked at belongs to whoever looks. */
const KEPT = /** @type {const} */ (['lang', 'theme', 'present', 'scene', 'controls', 'layer', 'speed']);
/** They say together where training stands. */
const TRAINED = /** @type {const} */ (['step', 'moves']);

/**
 * What differs between the lecturer's moment and a page: only that is changed there, so that nothing is laid out anew in vain and the
 * keyboard stays where it is.
 * @param {string} link the text of the moment
 * @param {State} present the page's state, with the step where its training stands and the moves that led there
 * @returns {Partial<State>}
 */
export function differences(link, present) {
  const given = givenBy(link);
  if (!given) return {};
  const { change } = changeOf(given, present);
  for (const key of KEPT) delete change[key];
  const trained = TRAINED.some((key) => !same(change[key] ?? present[key], present[key]));
  for (const key of /** @type {(keyof State)[]} */ (Object.keys(change))) {
    const together = trained && TRAINED.includes(/** @type {'step'} */ (key));
    if (!together && same(change[key], present[key])) delete change[key];
  }
  if (trained) Object.assign(change, { step: change.step ?? present.step, moves: change.moves ?? present.moves });
  return change;
}

/**
 * Whether a moment is only further on in the training of a page that is on its way to an earlier one.
 * @param {string} link the text of the moment
 * @param {State} present the page's state
 */
export function leadsOn(link, present) {
  const { step, moves: _, at: __, selected: ___, row: ____, ...more } = differences(link, present);
  return step !== undefined && step > present.step && Object.keys(more).length === 0;
}
