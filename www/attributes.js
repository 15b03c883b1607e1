// The attributes of <irozuku-demo>: what each puts into the state.
import { givenBy } from './link.js';
import { initial } from './state.js';
import { colourOf, numberOf, placeOf } from './reading.js';
import { beginningOf } from './scenes.js';

/** @typedef {Record<string, any>} Given what of a state is given, still to be cleaned */

/**
 * Each attribute by its name. `value` is null where it was taken away. `given` is what the others have put there.
 * @type {Record<string, (value: string | null, given: Given) => Given>}
 */
const TABLE = {
  // The text of a link comes first: the others say how it differs.
  state: (value) => (value === null ? {} : (givenBy(value.replace(/^[^#]*#/, '')) ?? {})),
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

/** Their names, in the order in which they are read. */
export const NAMES = Object.keys(TABLE);

/**
 * What the attributes of an element ask for when it begins.
 * @param {Element} element
 * @returns {Given}
 */
export function givenIn(element) {
  /** @type {Given} */
  let given = {};
  for (const name of NAMES) {
    const value = element.getAttribute(name);
    if (value !== null) given = { ...given, ...TABLE[name](value, given) };
  }
  return begun(given);
}

/**
 * What a change of one attribute asks for.
 * @param {string} name
 * @param {string | null} value
 * @param {import('./state.js').State} present
 * @returns {Given}
 */
export function changeOf(name, value, present) {
  const given = TABLE[name](value, {});
  return name === 'scene' ? begun({ layer: present.layer, settings: present.settings, ...given }) : given;
}

/**
 * A scene begins at its first stop, in its room, unless something else is asked for.
 * @param {Given} given
 * @returns {Given}
 */
function begun(given) {
  if (given.scene === undefined) return given;
  const { scene, layer, settings } = { ...initial(), ...given, settings: { ...initial().settings, ...given.settings } };
  // What is no list of layers is told when it is cleaned.
  if (!Array.isArray(settings.hidden)) return given;
  return { ...beginningOf({ scene, layer, settings }), ...given };
}
