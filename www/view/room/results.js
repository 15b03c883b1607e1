// The card with the room's answers, for the lecturer's screen and for a participant's page.
import { h, say } from '../dom.js';
import { createBars } from './bars.js';

/**
 * @typedef {object} Results
 * @property {string} title
 * @property {string} asked the question's title
 * @property {readonly import('./bars.js').Bar[]} bars
 * @property {string} others
 */

/**
 * @param {{ close: () => void, save: (() => void) | null }} acts
 */
export function createResults(acts) {
  const title = h('h2', { id: 'room-results' });
  const asked = h('p', { class: 'note' });
  const bars = createBars();
  const others = h('p', { class: 'note' });
  const save = h('button', { type: 'button', class: 'save', click: () => acts.save?.() });
  const close = h('button', { type: 'button', class: 'close', click: () => acts.close() });
  const element = h('section', { class: 'card-room results', hidden: true, 'aria-labelledby': 'room-results' }, title, asked, bars.element, others, h('div', { class: 'tools' }, ...(acts.save ? [save] : []), close));
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    acts.close();
  });

  /**
   * @param {Results | null} results null hides it
   * @param {import('../../room/words.js').Words} words
   */
  function update(results, words) {
    element.hidden = results === null;
    if (!results) return;
    say(title, results.title);
    say(asked, results.asked);
    bars.update(results.bars, words);
    say(others, results.others);
    others.hidden = results.others === '';
    say(save, words.save);
    say(close, words.close);
  }

  return { element, update };
}
