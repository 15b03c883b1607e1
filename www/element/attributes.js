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
  seed: (value, { settings: { weights: _, ...settings } = {} }) => ({ settings: { ...settings, seed: value === null ? initial().settings.seed : numberOf(value) } }),
  step: (value) => ({ step: value === null ? 0 : numberOf(value) }),
  scene: (value) => ({ scene: (value ?? 'whole').trim().replace(/\s+/g, '-') }),
  at: (value) => (value === null ? { at: 'forward:data', selected: null } : placeOf(value)),
};

/** The attributes of keys of the state, where the names differ. @type {Record<string, string>} */
export const WRITTEN = { lesson: 'chapter', settings: 'seed', selected: 'at', layer: 'at' };

/** Their names, in the order in which they are read. */
export const NAMES = Object.keys(TABLE);

/** What was asked for last under each name, by the attribute or by the property; null where it was taken away. @typedef {Map<string, string | null>} Asked */

/**
 * The part of a state that a change under one name gives. Where it is the text of a link, the others still say how it differs.
 * @param {Asked} asked
 * @param {string} name
 * @returns {Given}
 */
export function changeOf(asked, name) {
  /** @type {Given} */
  let given = {};
  for (const one of name === 'state' ? NAMES : [name]) {
    const value = asked.get(one);
    if (value !== undefined && (value !== null || name !== 'state')) given = { ...given, ...TABLE[one](value, given) };
  }
  return given;
}

/**
 * What a property is given, as the attribute has it. Frameworks take a property away by setting nothing or an empty text.
 * @param {unknown} value
 * @returns {string | null}
 */
export function wordOf(value) {
  try {
    return value === undefined || value === null || value === '' ? null : String(value);
  } catch {
    // An object that can't be read is reported like any other wrong value.
    return typeof value;
  }
}
