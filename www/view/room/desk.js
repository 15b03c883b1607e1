// The lecturer's line: who is here, who has answered, and what can be done with the room. Participants don't have it.
import { attribute, h, say } from '../dom.js';

/**
 * @typedef {object} DeskModel
 * @property {import('../../room/words.js').Words} words
 * @property {import('../../room/lead.js').Lead} lead
 * @property {boolean} connected
 * @property {number} here
 * @property {number} away
 * @property {number | null} answered null where no question is open
 * @property {boolean} paused
 * @property {boolean} results whether the card with the answers is shown
 * @property {boolean} answerable whether there are answers to show
 * @property {boolean} colours whether the round is shown
 */

/** @param {{ takeOver: () => void, pause: () => void, results: () => void, colours: () => void, print: () => void }} acts */
export function createDesk(acts) {
  const lead = h('p', { class: 'where', role: 'status' });
  const take = h('button', { type: 'button', class: 'take primary', click: () => acts.takeOver() });
  const counts = h('p', { class: 'crowd', 'aria-live': 'polite' });
  const results = h('button', { type: 'button', class: 'show-answers', 'aria-expanded': 'false', click: () => acts.results() });
  const colours = h('button', { type: 'button', class: 'show-colours', 'aria-expanded': 'false', click: () => acts.colours() });
  const pause = h('button', { type: 'button', class: 'pause', click: () => acts.pause() });
  const print = h('button', { type: 'button', class: 'print-room', click: () => acts.print() });
  const element = h('div', { class: 'room-line desk' }, lead, take, counts, results, colours, pause, print);
  /** When the counts were said last, ms: a screen reader is not told of every one who comes in. */
  let said = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  /** @param {string} text */
  function tell(text) {
    clearTimeout(waiting);
    const wait = said + 1000 - performance.now();
    if (counts.textContent === text) return;
    if (wait > 0) {
      waiting = setTimeout(() => tell(text), wait);
      return;
    }
    said = performance.now();
    say(counts, text);
  }

  /** @param {DeskModel} model */
  function update(model) {
    const { words } = model;
    say(lead, !model.connected ? words.lost : model.lead === 'other' ? words.other : model.lead === 'nobody' ? words.unled : words.leading);
    take.hidden = model.lead !== 'other' || !model.connected;
    say(take, words.takeOver);
    tell([words.counts(model.here, model.away), ...(model.answered === null ? [] : [words.answered(model.answered)])].join(' · '));
    say(results, words.answers);
    results.hidden = !model.answerable;
    attribute(results, 'aria-expanded', String(model.results));
    say(colours, words.colours);
    attribute(colours, 'aria-expanded', String(model.colours));
    say(pause, model.paused ? words.resume : words.pause);
    attribute(pause, 'aria-pressed', String(model.paused));
    attribute(pause, 'title', words.pauseHow);
    for (const button of [pause, colours]) button.disabled = model.lead === 'other';
    say(print, words.print);
    attribute(element, 'data-stance', model.paused ? 'paused' : model.lead);
  }

  return { element, update };
}
