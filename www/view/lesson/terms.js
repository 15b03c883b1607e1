// The glossary: the first occurrence of a term in a text shows its meaning when it is hovered or focused.
import { h } from '../dom.js';

/**
 * @param {HTMLElement} panel in which the meanings are shown
 */
export function createTerms(panel) {
  const tip = h('p', { class: 'tip', role: 'tooltip', id: 'term-means', hidden: true });
  panel.append(tip);

  /**
   * @param {HTMLElement} term
   * @param {string} means
   */
  function show(term, means) {
    tip.textContent = means;
    tip.hidden = false;
    const [outer, inner] = [panel.getBoundingClientRect(), term.getBoundingClientRect()];
    // Under the word, or over it where there is no room.
    const under = inner.bottom - outer.top + 4;
    const fits = under + tip.offsetHeight < outer.height;
    tip.style.top = `${fits ? under : Math.max(0, inner.top - outer.top - tip.offsetHeight - 4)}px`;
  }

  function hide() {
    tip.hidden = true;
  }

  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || tip.hidden) return;
    hide();
    event.stopPropagation();
  });
  tip.addEventListener('pointerleave', hide);

  /**
   * A text with its terms.
   * @param {string} text
   * @param {import('../../text/index.js').Text['glossary']} glossary
   * @returns {(Node | string)[]}
   */
  function termed(text, glossary) {
    /** @type {Map<string, string>} */
    const meanings = new Map(Object.values(glossary).flatMap(({ words, means }) => words.split('|').map((word) => [word, means])));
    // The longest first, so that “learning rate” is not taken for less. A Latin word is a whole one.
    const words = [...meanings.keys()].sort((a, b) => b.length - a.length);
    const pattern = new RegExp(words.map((word) => (/^[a-z]/i.test(word) ? `\\b${word}\\b` : word)).join('|'), 'gi');
    const told = new Set();
    /** @type {(Node | string)[]} */
    const parts = [];
    let from = 0;
    for (const match of text.matchAll(pattern)) {
      const means = meanings.get(match[0].toLowerCase()) ?? meanings.get(match[0]) ?? '';
      if (means === '' || told.has(means)) continue;
      told.add(means);
      parts.push(text.slice(from, match.index), termOf(match[0], means));
      from = match.index + match[0].length;
    }
    return [...parts, text.slice(from)];
  }

  /**
   * @param {string} word
   * @param {string} means
   */
  function termOf(word, means) {
    // Not a button element, which would not break with its line.
    const term = h('span', { class: 'glossed', role: 'button', tabIndex: 0, 'aria-describedby': 'term-means' }, word);
    for (const type of ['pointerenter', 'focus', 'click']) term.addEventListener(type, () => show(term, means));
    term.addEventListener('blur', hide);
    term.addEventListener('pointerleave', (event) => {
      if (event.relatedTarget !== tip && !term.matches(':focus')) hide();
    });
    return term;
  }

  return { termed, hide };
}
