// The words of the page, by language.
import { bound } from './bound.js';
import { completed } from './completed.js';
import { isPicture } from '../core/tensor-shape.js';
import { about as enAbout, nouns as enNouns } from './en/about.js';
import { en } from './en/index.js';
import { about as jaAbout, nouns as jaNouns } from './ja/about.js';
import { ja } from './ja/index.js';

/** @typedef {typeof ja & ReturnType<typeof jaAbout>} Text */
/** What goes into the network. @typedef {'colour' | 'picture'} InputKind */

/**
 * The real numbers that a sentence about a step is made with.
 * @typedef {object} Step
 * @property {readonly number[]} shape of the column's numbers of one input
 * @property {readonly number[]} given the shape of what came into the layer
 * @property {readonly number[]} kernel the shape of its weights; empty where it has none
 * @property {import('../core/wasm.js').Settings['input']} scaling
 * @property {number[]} at index of the largest in the layer
 * @property {number} wishes gradients that are not 0
 * @property {boolean} weighted whether the column after has weights
 * @property {number} rows colours in the pass
 * @property {number} row the colour on display
 * @property {readonly number[]} rgb the colour on display
 * @property {string[]} classes
 * @property {string} label the right class of the colour on display
 * @property {string} answer the class the network gives it
 * @property {number} share a probability: of the answer, or in the loss of the right class
 * @property {number[]} values of the column, where it has few
 * @property {number} inputs numbers that come into the layer
 * @property {number} nodes numbers that go out of it
 * @property {number} top index of the largest
 * @property {number} most the largest
 * @property {number} blocked nodes that ReLU made 0: of this layer, or of the one behind it
 * @property {number[]} place index of the largest gradient
 * @property {number | undefined} loss nothing where there are no training colours
 * @property {number} step
 * @property {number} furthest the last step that training has reached
 * @property {boolean} poor whether training goes badly
 * @property {number | undefined} testAccuracy
 * @property {number | undefined} trainAccuracy nothing where there are no training colours
 * @property {number} right training colours that are named right
 * @property {number} of training colours that are measured
 * @property {boolean} sampled whether they are a sample
 * @property {number} testRight test colours that are named right
 * @property {number} testOf test colours
 * @property {number} stopped gradients, not 0, that the gates behind the layer stopped
 * @property {number} passed gradients, not 0, that they let pass
 * @property {string} next the title of the column after
 * @property {boolean} gated whether gates stand behind the layer
 * @property {number} moved weights and biases that an update changed
 * @property {number} parameters
 * @property {number} learningRate
 * @property {number} taught how many colours the update has learned from
 * @property {number} trained training colours
 * @property {boolean} among whether the colour on display is one of those that it has learned from
 * @property {number} before loss of the pass before the update
 * @property {number} after
 * @property {number} trainBefore loss over the training colours that are measured, before the update
 * @property {number} trainAfter
 */

/**
 * What the sentence about a number's arithmetic is made with.
 * @typedef {object} Arithmetic
 * @property {string} address
 * @property {string | null} from where it was taken over from, unchanged; null where it is no copy
 * @property {{ rows: number, own: string | null } | null} mean over how many colours it is the mean, and what the one on display gives;
 * null where it is none
 * @property {string} value
 * @property {import('../explain/terms.js').Explanation['operation']['kind']} kind
 * @property {string[]} terms the largest first, with their values put in
 * @property {number[]} parts of all terms, in the order of their index
 * @property {number | null} floor of a logarithm, where it was taken of this in place of something smaller
 * @property {{ height: number, width: number, grids: number } | null} window the windows that it is a sum over; null where it is none
 * @property {number} index in a softmax: of the term that is divided by the sum
 * @property {number} place of the gradient of a max pooling's input: its place in its window
 */

/**
 * The words of a language, with those about each kind of input.
 * @template N
 * @param {unknown} words
 * @param {(noun: N) => unknown} about
 * @param {Record<InputKind, N>} nouns
 */
const withInputs = (words, about, { colour, picture }) => ({ colour: completed(words, about(colour)), picture: completed(words, about(picture)) });

/** A line each: the name of a language in itself, and its words by the kind of input. */
const LANGUAGES = {
  ja: { name: '日本語', words: bound(withInputs(ja, jaAbout, jaNouns)) },
  en: { name: 'English', words: withInputs(en, enAbout, enNouns) },
};

/** @typedef {keyof typeof LANGUAGES} Language */

/** The languages, each by its code with its name in itself. */
export const NAMES = /** @type {[Language, string][]} */ (Object.entries(LANGUAGES).map(([code, { name }]) => [code, name]));

/** The words of each language by the kind of input, in English where it has none. */
const WORDS = /** @type {Record<Language, Record<InputKind, Text>>} */ (Object.fromEntries(Object.entries(LANGUAGES).map(([code, { words }]) => [code, completed(words, LANGUAGES.en.words)])));

/** The words of each language where the inputs are colours. */
export const TEXT = /** @type {Record<Language, Text>} */ (Object.fromEntries(Object.entries(WORDS).map(([code, { colour }]) => [code, colour])));

/**
 * The words for inputs of a shape.
 * @param {Language} language
 * @param {readonly number[]} shape of one input
 */
export function textFor(language, shape) {
  return WORDS[language][isPicture(shape) ? 'picture' : 'colour'];
}

/**
 * Whether there are words for a code.
 * @param {string} code
 * @returns {code is Language}
 */
function isLanguage(code) {
  return Object.hasOwn(LANGUAGES, code);
}

/**
 * The language to begin with: the one that was chosen before, else the first of the browser's that there is.
 * @param {string | null} chosen
 * @param {readonly string[]} browser
 * @returns {Language} English where there is none of them
 */
export function languageFor(chosen, browser) {
  if (chosen !== null && isLanguage(chosen)) return chosen;
  return browser.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}
