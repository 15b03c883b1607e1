// The card of the story: what just happened, in a sentence, and the way on and back.
import { story } from '../../explain/narration.js';
import { attribute, disable, h, say } from '../dom.js';
import { createScope } from './scope.js';
import { waysOf } from './ways.js';

/** From this many columns of letters on, a sentence is set smaller. */
const LONG = 150;

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createStory(dispatch) {
  const title = h('h2');
  const sentence = h('p', { class: 'sentence', 'aria-live': 'polite' });
  /** @type {import('./ways.js').Ways | null} */
  let ways = null;
  const back = h('button', { type: 'button', class: 'back', click: () => dispatch('back') });
  const next = h('button', { type: 'button', class: 'next', click: () => ways && go(ways.next.act) });
  const other = h('button', { type: 'button', class: 'other', click: () => ways?.other && go(ways.other.act) });
  /** @param {import('./ways.js').Act} act */
  function go(act) {
    if (act === 'play') dispatch('play');
    else if (act === 'teach') dispatch('teach');
    else dispatch('forward');
  }
  const leave = h('button', { type: 'button', class: 'quiet unpresent', click: () => dispatch('put', { present: false }) }, '✕');
  const scope = createScope(dispatch);
  const told = h('div', { class: 'told' }, h('div', { class: 'over' }, title, scope.element), sentence);
  const element = h('section', { class: 'story' }, told, h('div', { class: 'controls' }, back, next, other, scope.rows, leave));

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    const { text, positions, position, playing, mood, state } = model;
    const { title: heading, sentence: words } = story(model);
    attribute(element, 'data-phase', playing || mood === 'trained' ? 'loss' : positions[position].phase);
    attribute(element, 'data-long', widthOf(words) > LONG ? '' : null);
    attribute(sentence, 'aria-live', playing ? 'off' : 'polite');
    attribute(element, 'aria-label', text.story);
    say(title, heading);
    say(sentence, words);
    ways = waysOf(model);
    say(next, ways.next.label);
    back.hidden = !ways.back;
    say(back, `◀ ${text.back}`);
    disable(back, !ways.canGoBack, next);
    other.hidden = ways.other === null;
    say(other, ways.other?.label ?? '');
    other.classList.toggle('link', ways.aside);
    attribute(leave, 'aria-label', text.presenterOff);
    attribute(leave, 'title', text.presenterOff);
    leave.hidden = !state.present || model.lesson !== null || model.solo !== null;
    scope.update(model);
  }

  return { element, update };
}

/**
 * How many columns of Latin letters a text takes: a Chinese or Japanese letter is two wide.
 * @param {string} text
 */
function widthOf(text) {
  let width = 0;
  for (const letter of text) width += letter > '\u2e7f' ? 2 : 1;
  return width;
}
