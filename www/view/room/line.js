// The quiet line over a participant's page: whether it follows the lecturer, and one press to leave and to come back.
import { attribute, h, say } from '../dom.js';

/**
 * @typedef {object} LineModel
 * @property {import('../../room/words.js').Words} words
 * @property {import('../../room/follower.js').Stance} stance
 * @property {boolean} led whether there is a moment to follow
 * @property {boolean} connected
 * @property {boolean} paused
 * @property {boolean} naming whether a round of colours is open that isn't shown
 * @property {string} note what else is to be said, as that the answer has arrived; empty for nothing
 */

/** @param {{ stand: (stance: import('../../room/follower.js').Stance) => void, name: () => void }} acts */
export function createLine(acts) {
  const told = h('p', { class: 'where', role: 'status' });
  const note = h('p', { class: 'line-note', role: 'status' });
  const name = h('button', { type: 'button', class: 'name-colours primary', click: () => acts.name() });
  const follow = h('button', { type: 'button', class: 'follow', click: () => go('following', leave) });
  const leave = h('button', { type: 'button', class: 'leave', click: () => go('own', follow) });
  const element = h('div', { class: 'room-line' }, told, note, name, follow, leave);

  /**
   * The button that was pressed goes away: the keyboard stays on the one that leads back.
   * @param {import('../../room/follower.js').Stance} stance
   * @param {HTMLButtonElement} back
   */
  function go(stance, back) {
    const held = element.contains(/** @type {ShadowRoot} */ (element.getRootNode()).activeElement);
    acts.stand(stance);
    if (held && !back.hidden) back.focus();
  }

  /** @param {LineModel} model */
  function update({ words, stance, led, connected, paused, naming, note: more }) {
    const where = stance === 'own' ? words.own : !led ? words.nobody : words[stance];
    say(told, !connected ? words.lost : paused ? words.paused : where);
    say(note, paused ? words.pausedLong : more);
    note.hidden = note.textContent === '';
    say(follow, words.follow);
    follow.hidden = stance === 'following' || !led || paused;
    say(leave, stance === 'apart' ? words.home : words.leave);
    leave.hidden = stance === 'own' || !led || paused;
    say(name, words.padOpen);
    name.hidden = !naming || paused;
    attribute(element, 'data-stance', paused ? 'paused' : stance);
  }

  return { element, update };
}
