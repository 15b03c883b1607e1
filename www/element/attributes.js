// The attributes of <irozuku-demo>, and the keys of the state that each sets.
import { givenBy } from '../state/url.js';
import { initial } from '../state/schema.js';
import { colourOf, numberOf, placeOf } from '../state/parse.js';

/** @typedef {Record<string, any>} Given a part of a state, not yet cleaned */

/**
 * Each attribute by its name. `value` is null where it was taken away. `given` is the part of the attributes before it.
 * @type {Record<string, (value: string | null, given: Given) => Given>}
 */
const TABLE = {
  // The text of a link comes first: the others say how it differs.
  state: (value) => (value === null ? {} : (givenBy(value) ?? {})),
  lang: (value) => (value === null ? {} : { lang: value.slice(0, 2).toLowerCase() }),
  theme: (value) => ({ theme: value ?? 'auto' }),
  chapter: (value) => ({ lesson: value ?? '' }),
  controls: (value) => ({ controls: value ?? 'full' }),
  color: (value) => ({ color: value === null ? initial().color : colourOf(value), label: null }),
  seed: (value, { settings }) => ({ settings: { ...settings, seed: value === null ? initial().settings.seed : numberOf(value) } }),
  step: (value) => ({ step: value === null ? 0 : numberOf(value) }),
  scene: (value) => ({ scene: (value ?? 'whole').trim().replace(/\s+/g, '-') }),
  at: (value) => (value === null ? { at: 'forward:data', selected: null } : placeOf(value)),
};

/** The attributes of keys of the state, where the names differ. @type {Record<string, string>} */
export const WRITTEN = { lesson: 'chapter', settings: 'seed', selected: 'at', layer: 'at' };

/** Their names, in the order in which they are read. */
export const NAMES = Object.keys(TABLE);

/**
 * The part of a state that all attributes of an element give.
 * @param {Element} element
 * @returns {Given}
 */
function givenIn(element) {
  /** @type {Given} */
  let given = {};
  for (const name of NAMES) {
    const value = element.getAttribute(name);
    if (value !== null) given = { ...given, ...TABLE[name](value, given) };
  }
  return given;
}

/**
 * The part of a state that a change of one attribute gives. Where it is the text of a link, the others still say how it differs.
 * @param {Element} element
 * @param {string} name
 * @returns {Given}
 */
export function changeIn(element, name) {
  return name === 'state' ? givenIn(element) : TABLE[name](element.getAttribute(name), {});
}
