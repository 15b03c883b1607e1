// Finds `import(…)` and `import.meta` in JavaScript. They are syntax, so removing globals doesn't disable them.

const WORD = 'import';
const WHITE = /\s/;
const NAME = /[\w$]/;
const LINE_END = /[\n\r\u2028\u2029]/;

/**
 * Where an `import` begins that is followed by `(` or `.`, over white space and comments. It may also stand in a comment
 * or in a text: comments and texts can't be distinguished from a regular expression without parsing the
 * whole, so it finds too much rather than too little. Its time is linear in the length.
 * @param {string} text
 * @returns {number} −1 where there is none
 */
export function importIn(text) {
  const leads = leadingOn(text);
  for (let at = text.indexOf(WORD); at >= 0; at = text.indexOf(WORD, at + 1)) {
    const begins = at === 0 || !NAME.test(text[at - 1]);
    if (begins && leads[at + WORD.length]) return at;
  }
  return -1;
}

/**
 * For each place of the text, whether white space and comments lead from it to `(` or `.`. Computed from the
 * end, so that each place depends only on places that are known already.
 * @param {string} text
 * @returns {Uint8Array}
 */
function leadingOn(text) {
  const leads = new Uint8Array(text.length + 1);
  /** The index behind the next end of a block comment; −1 where there is none. */
  let blockEnd = -1;
  /**
   * Whether any place from here to the end of the line leads on. A line comment is assumed to end anywhere in
   * its line: if it is no comment after all, its text is code.
   */
  let line = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const character = text[at];
    if (LINE_END.test(character)) line = 0;
    if (character === '(' || character === '.') leads[at] = 1;
    else if (WHITE.test(character)) leads[at] = leads[at + 1];
    else if (text.startsWith('//', at) || text.startsWith('-->', at) || text.startsWith('<!--', at)) leads[at] = line;
    else if (text.startsWith('/*', at) && blockEnd >= 0) leads[at] = leads[blockEnd];
    line |= leads[at];
    if (text.startsWith('*/', at + 1)) blockEnd = at + 3;
  }
  return leads;
}
