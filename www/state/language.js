// The language that the learner has chosen, kept between visits.
import { shared } from './storage.js';

const KEY = 'lang';

/** The language chosen before; null where none was, or where the browser forbids storing. */
export function language() {
  return shared().read(KEY);
}

/** @param {string} lang */
export function keepLanguage(lang) {
  // Ignore a failure: the next visit then starts in the browser's language.
  shared().write(KEY, lang);
}
