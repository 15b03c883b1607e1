// The words of all languages, for tests that need some before a page has asked for them.
import { NAMES, fetchWords, textFor } from '../../www/text/index.js';

await Promise.all(NAMES.map(([language]) => fetchWords(language, true)));

/** The words of each language where the inputs are colours. */
export const TEXT = { ja: textFor('ja', [3]), en: textFor('en', [3]) };
