// How long the present chapter has taken, for a lecturer who has planned so many minutes for it.
import { attribute, h, say } from '../dom.js';

/** @returns {number} seconds */
const now = () => performance.now() / 1000;

export function createTimer() {
  const words = h('span');
  const reset = h('button', { type: 'button', class: 'quiet', click: () => begin(chapter) }, '↺');
  const element = h('p', { class: 'timer' }, words, reset);
  let chapter = '';
  let since = now();
  let minutes = 0;
  let clock = 0;
  /** @type {import('../../text/index.js').Text | null} */
  let text = null;

  /** @param {string} id of the chapter whose time is taken */
  function begin(id) {
    [chapter, since] = [id, now()];
    tick();
  }

  function tick() {
    const spent = Math.floor(now() - since);
    const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
    say(words, text?.timerOf(`${two(Math.floor(spent / 60))}:${two(spent % 60)}`, minutes) ?? '');
    element.classList.toggle('late', spent > minutes * 60);
  }

  /**
   * @param {boolean} running
   * @param {import('../../lesson/step.js').Chapter} present
   * @param {import('../../text/index.js').Text} words
   */
  function update(running, present, words) {
    text = words;
    minutes = present.minutes;
    element.hidden = !running;
    attribute(element, 'aria-label', words.timer);
    attribute(reset, 'aria-label', words.timerReset);
    attribute(reset, 'title', words.timerReset);
    if (running && chapter !== present.id) begin(present.id);
    if (running && !clock) clock = setInterval(tick, 1000);
    if (running) tick();
    else {
      clearInterval(clock);
      [clock, chapter] = [0, ''];
    }
  }

  return { element, update };
}
