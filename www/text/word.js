// Looking up a word by a name that comes from elsewhere: from the core, or from an address.

/**
 * @param {Readonly<Record<string, string>>} words
 * @param {string} name
 * @returns {string} the name itself where there is no word for it
 */
export function wordOf(words, name) {
  return Object.hasOwn(words, name) ? words[name] : name;
}
