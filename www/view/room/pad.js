// A participant's part in a round of colours: one colour large, and a button for each class.
import { attribute, h, say } from '../dom.js';
import { shapeOf } from './shapes.js';

/**
 * @typedef {object} PadModel
 * @property {import('../../room/words.js').Words} words
 * @property {string} round its id
 * @property {readonly string[]} names of the classes
 * @property {readonly (readonly number[])[]} colours in the order in which this page shows them
 * @property {readonly (number | null)[]} voted the class that was given to each
 * @property {boolean} ended
 */

/** @param {{ vote: (place: number, label: number) => void, close: () => void }} acts */
export function createPad(acts) {
  const title = h('h2', { id: 'pad-title', tabIndex: -1 });
  const place = h('p', { class: 'pad-place', role: 'status' });
  const swatch = h('div', { class: 'pad-swatch', role: 'img' });
  const choices = h('div', { class: 'pad-choices', role: 'group', 'aria-labelledby': 'pad-title' });
  const told = h('p', { class: 'pad-told' });
  const keys = h('span', { class: 'note pad-keys' });
  const back = h('button', { type: 'button', class: 'pad-back', click: () => go(at - 1) });
  const close = h('button', { type: 'button', class: 'pad-close', click: () => acts.close() });
  const element = h('section', { class: 'pad-room', hidden: true, 'aria-labelledby': 'pad-title' }, title, place, swatch, told, choices, h('div', { class: 'tools' }, back, keys, h('span', { class: 'space' }), close));
  /** @type {PadModel | null} */
  let latest = null;
  let at = 0;
  let built = '';

  /** @param {number} next */
  function go(next) {
    at = Math.max(0, next);
    if (latest) update(latest);
  }

  /** @param {number} label */
  function vote(label) {
    if (!latest || latest.ended || at >= latest.colours.length || label >= latest.names.length) return;
    const place = at;
    at += 1;
    acts.vote(place, label);
    if (latest) update(latest);
    // The buttons are gone when all have been named.
    if (choices.hidden && !element.hidden) close.focus();
  }

  /**
   * A key, wherever the focus is: the digits are the classes.
   * @param {KeyboardEvent} event
   */
  function press(event) {
    if (element.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
    const label = '123456'.indexOf(event.key);
    if (event.key.length === 1 && label >= 0) vote(label);
    else if (event.key === 'Backspace') go(at - 1);
    else if (event.key === 'Escape') acts.close();
    else if (['Tab', 'Enter', ' ', 'Shift'].includes(event.key) || /^F\d/.test(event.key)) return event.stopPropagation();
    else return event.stopPropagation();
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {PadModel | null} model null hides it */
  function update(model) {
    const opened = model !== null && element.hidden;
    element.hidden = model === null;
    latest = model;
    if (!model) return;
    const { words, round, names, colours, voted, ended } = model;
    const signature = JSON.stringify([round, names]);
    if (built !== signature) {
      built = signature;
      // After a reload it goes on where no colour was named yet.
      at = Math.max(0, voted.indexOf(null));
      choices.replaceChildren(...names.map((name, label) => h('button', { type: 'button', click: () => vote(label) }, shapeOf(label), h('span', {}, name))));
    }
    at = Math.min(at, colours.length);
    const done = at >= colours.length || ended;
    const rgb = colours[at] ?? [0, 0, 0];
    say(title, ended ? words.colours : done ? words.padDone(voted.filter((label) => label !== null).length) : words.padTitle);
    say(place, ended ? words.padEnded : done ? words.padDoneHow : words.padPlace(at + 1, colours.length));
    swatch.hidden = choices.hidden = done;
    swatch.style.background = `rgb(${rgb.join(', ')})`;
    attribute(swatch, 'aria-label', words.padColour(rgb));
    const before = voted[at] ?? null;
    say(told, done || before === null ? '' : words.padCalled(names[before]));
    [...choices.children].forEach((button, label) => attribute(button, 'aria-pressed', String(before === label)));
    say(keys, words.padKeys(names.length));
    keys.hidden = done;
    say(back, words.padBack);
    back.hidden = ended;
    back.disabled = at === 0;
    say(close, done ? words.close : words.padLater);
    if (opened) title.focus({ preventScroll: true });
  }

  return { element, update, press };
}
