// The words of the page, by language. Only a few are there from the beginning; the others come when a language is wanted: first
// those of the page, then those that its first screen doesn't need.
import { bound } from './bound.js';
import { completed } from './completed.js';
import { isPicture } from '../core/tensor-shape.js';
import { first as enFirst } from './en/first.js';
import { first as jaFirst } from './ja/first.js';

/** @typedef {typeof import('./ja/index.js')} Page */
/** @typedef {typeof import('./ja/later.js')} Later */
/** @typedef {Page['ja'] & Later['later'] & ReturnType<Page['about']>} Text */
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
 * A language: its name in itself, the words that are there from the beginning, the others, and what is done with all of them
 * before they are shown. One that lacks some words says so; they are in English then.
 * @typedef {object} Speech
 * @property {string} name
 * @property {typeof jaFirst} first
 * @property {() => Promise<{ words: object, about: (noun: any) => object, nouns: Record<InputKind, unknown> }>} page
 * @property {() => Promise<{ later: object }>} later
 * @property {<T>(words: T) => T} [finish]
 * @property {boolean} [lacking]
 */

/** A line each. */
const LANGUAGES = {
  ja: speech({ name: '日本語', first: jaFirst, page: () => import('./ja/index.js').then(({ ja: words, ...more }) => ({ words, ...more })), later: () => import('./ja/later.js'), finish: bound }),
  en: speech({ name: 'English', first: enFirst, page: () => import('./en/index.js').then(({ en: words, ...more }) => ({ words, ...more })), later: () => import('./en/later.js') }),
};

/** @param {Speech} language */
function speech(language) {
  return language;
}

/** @typedef {keyof typeof LANGUAGES} Language */

/** The languages, each by its code with its name in itself. */
export const NAMES = /** @type {[Language, string][]} */ (Object.entries(LANGUAGES).map(([code, { name }]) => [code, name]));

/**
 * The words that are there from the beginning.
 * @param {Language} language
 */
export const firstWords = (language) => LANGUAGES[language].first;

/** What has come so far. @type {{ page: Map<Language, Awaited<ReturnType<Speech['page']>>>, later: Map<Language, object> }} */
const come = { page: new Map(), later: new Map() };
/** The words of a language about a kind of input, put together. @type {Map<string, Text>} */
const made = new Map();

/** Whether those that the first screen doesn't need have been wanted: then they are in every language. */
const wantsAll = () => come.later.size > 0;

/**
 * Fetches the words of the page, and those that its first screen doesn't need where they have been wanted before, or where it is so
 * asked.
 * @param {Language} language
 * @param {boolean} [all]
 * @returns {Promise<void>} rejected where they can't be had
 */
export async function fetchWords(language, all = wantsAll()) {
  const { page, later, lacking } = LANGUAGES[language];
  const known = come.later.get(language);
  const [words, more] = await Promise.all([come.page.get(language) ?? page(), known || !all ? known : later().then((module) => module.later), lacking && fetchWords('en', all)]);
  // Only both together: what is shown may need all of them.
  come.page.set(language, words);
  if (more) come.later.set(language, more);
  made.clear();
}

/**
 * Whether the words of a language have come, as many as are wanted by now.
 * @param {Language} language
 */
export function hasWords(language) {
  return come.page.has(language) && (!wantsAll() || come.later.has(language));
}

/**
 * The words for inputs of a shape, in another language as long as those of this one have not come.
 * @param {Language} language
 * @param {readonly number[]} shape of one input
 * @returns {Text} without those that have not come
 * @throws {Error} where none have come
 */
export function textFor(language, shape) {
  const there = hasWords(language) ? language : [...come.page.keys()].find(hasWords);
  if (there === undefined) throw new Error('no words have been fetched');
  return wordsFor(there, isPicture(shape) ? 'picture' : 'colour');
}

/**
 * @param {Language} language
 * @param {InputKind} kind
 * @returns {Text}
 */
function wordsFor(language, kind) {
  const key = `${language} ${kind}`;
  const page = come.page.get(language);
  if (!page || made.has(key)) return /** @type {Text} */ (made.get(key));
  const words = completed({ ...page.words, ...come.later.get(language) }, page.about(page.nouns[kind]));
  const { lacking, finish = (/** @type {unknown} */ all) => all } = LANGUAGES[language];
  const text = /** @type {Text} */ (lacking ? completed(finish(words), wordsFor('en', kind)) : finish(words));
  made.set(key, text);
  return text;
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
