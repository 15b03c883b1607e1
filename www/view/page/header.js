// The head of the page: its name, its rooms, the way into the lesson, the language, the brightness, the keys.
import { NAMES } from '../../text/index.js';
import { attribute, h, say } from '../dom.js';
import { createRooms } from './rooms.js';

/**
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {{ share: () => void, help: () => void }} dialogs
 */
export function createHeader(dispatch, dialogs) {
  const brand = h('b', { class: 'brand' });
  const tagline = h('span', { class: 'tagline' });
  const languages = NAMES.map(([code, name]) => h('button', { type: 'button', lang: code, click: () => dispatch('lang', code) }, name));
  const theme = h('select', { change: () => dispatch('put', { theme: /** @type {'auto'} */ (theme.value) }) });
  const options = ['auto', 'light', 'dark', 'projector'].map((value) => h('option', { value }));
  theme.append(...options);
  const lesson = h('button', { type: 'button', class: 'lesson-button', click: () => dispatch('lesson/toggle') });
  const share = h('button', { type: 'button', class: 'link-button', click: () => dialogs.share() });
  const present = h('button', { type: 'button', class: 'present-button', click: () => dispatch('put', { present: true }) });
  const help = h('button', { type: 'button', class: 'quiet', click: () => dialogs.help() }, '?');
  // On a phone what is needed now and then unfolds.
  const more = h('button', { type: 'button', class: 'quiet more-button', 'aria-expanded': 'false', click: () => unfold(!element.classList.contains('unfolded')) }, '⋯');
  const rooms = createRooms(dispatch);
  const element = h('header', { class: 'head' }, h('h1', {}, brand), rooms.element, lesson, tagline, present, share, h('div', { class: 'switch' }, ...languages), theme, help, more);

  /** @param {boolean} open */
  function unfold(open) {
    element.classList.toggle('unfolded', open);
    attribute(more, 'aria-expanded', String(open));
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    const { text, state } = model;
    rooms.update(model);
    say(brand, text.brand);
    say(tagline, text.tagline);
    // A newcomer may want the lesson.
    say(lesson, model.opening ? text.lessonOpen : text.lesson);
    attribute(lesson, 'aria-pressed', String(state.lesson !== ''));
    say(present, text.presenter);
    attribute(present, 'title', text.presenterOn);
    present.hidden = state.room !== 'network' || state.lesson !== '';
    say(share, text.shareShort);
    attribute(share, 'title', text.share);
    languages.forEach((button) => attribute(button, 'aria-pressed', String(state.lang === button.lang)));
    attribute(theme, 'aria-label', text.theme);
    options.forEach((option) => say(option, text.themes[/** @type {'auto'} */ (option.value)]));
    theme.value = state.theme;
    attribute(more, 'aria-label', text.more);
    attribute(help, 'aria-label', text.help);
    attribute(help, 'title', text.help);
  }

  return { element, update };
}
