// The draft: the state of an element before there is a session, as its attributes and scripts have given it.
import { changeOf } from '../app/intake.js';
import { hasLayer, stopOf, stopsOf } from '../embed/scenes.js';
import { language } from '../state/language.js';
import { initial } from '../state/schema.js';
import { languageFor } from '../text/index.js';

/** @typedef {import('../state/schema.js').State} State */

export function createDraft() {
  /** @type {State} */
  const state = { ...initial(), lang: languageFor(language(), navigator.languages) };
  /** The given part of the state, without stored values. @type {Partial<State>} */
  const given = {};
  /** The wrong keys. @type {string[]} */
  let wrong = [];
  /** The stop of the scene that was asked for. @type {number | null} */
  let stop = null;

  return {
    state,
    given,
    /**
     * Takes the allowed part of a given state.
     * @param {unknown} asked
     * @returns {Partial<State>}
     */
    take(asked) {
      const { change, wrong: bad, asked: plain } = changeOf(asked, state);
      Object.assign(state, change);
      Object.assign(given, change);
      // A key that is given again is no longer wrong, nor is a layer once there are the pictures that it is for.
      wrong = [...wrong.filter((key) => !Object.hasOwn(Object(plain), key) && !(key === 'layer' && hasLayer(state))), ...bad];
      return change;
    },
    wrong: () => wrong,
    stops: () => stopsOf(state).length,
    /** On which stop it is to begin. */
    stop: () => stop ?? stopOf(state),
    /** The stop that was asked for; null for none. */
    expected: () => stop,
    /** @param {number | null} index */
    expect(index) {
      stop = index === null ? null : Math.min(stopsOf(state).length - 1, Math.max(0, index));
    },
    /**
     * Speaks the language of the text around the element, unless another was given.
     * @param {string | null} around
     */
    inherit(around) {
      if (given.lang === undefined) state.lang = languageFor(around, [state.lang]);
    },
  };
}

/** @typedef {ReturnType<typeof createDraft>} Draft */
