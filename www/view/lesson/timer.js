// How long the present chapter has taken, for a lecturer who has planned so many minutes for it.
import { attribute, h, say } from '../dom.js';

/** @returns {number} seconds */
const now = () => performance.now() / 1000;

export function createTimer() {
  const element = h('button', { type: 'button', class: 'timer', click: reset });
  let chapter = '';
  let since = now();
  /** Seconds that each chapter has taken before. @type {Map<string, number>} */
  const spent = new Map();
  let minutes = 0;
  let clock = 0;
  /** @type {import('../../text/index.js').Text | null} */
  let text = null;

  /** @param {string} id of the chapter whose time is taken */
  function begin(id) {
    pause();
    [chapter, since] = [id, now()];
    tick();
  }

  function reset() {
    spent.delete(chapter);
    since = now();
    tick();
  }

  /** Keeps the time of the chapter so far: a lecturer may come back to it. */
  function pause() {
    if (chapter !== '') spent.set(chapter, taken());
  }

  const taken = () => (spent.get(chapter) ?? 0) + now() - since;

  function stop() {
    pause();
    clearInterval(clock);
    [clock, chapter] = [0, ''];
  }

  function tick() {
    // An element that was taken out takes no time; its next drawing begins anew.
    if (!element.isConnected) stop();
    const seconds = Math.floor(taken());
    const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
    say(element, text?.timerOf(`${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`, minutes) ?? '');
    element.classList.toggle('late', seconds > minutes * 60);
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
    attribute(element, 'title', words.timerReset);
    if (running && chapter !== present.id) begin(present.id);
    if (running && !clock) clock = window.setInterval(tick, 1000);
    if (running) tick();
    else stop();
  }

  return { element, update, stop };
}
