// The language that the learner has chosen, kept between visits.
import { shared } from './storage.js';

const KEY = 'lang';

/** The language chosen before; null where none was, or where the browser keeps nothing. */
export function language() {
  return shared().read(KEY);
}

/** @param {string} lang */
export function keepLanguage(lang) {
  // A browser that keeps nothing shows its own language next time.
  shared().write(KEY, lang);
}
