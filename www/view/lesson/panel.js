// The panel of the lesson: the strip, the question, the verdict, and next and back.
import { CHAPTERS } from '../../lesson/index.js';
import { attribute, h, say } from '../dom.js';
import { download } from '../download.js';
import { createAsking } from './asking.js';
import { createStrip } from './strip.js';
import { createTerms } from './terms.js';
import { createTimer } from './timer.js';
import { titleOf, verdictOf, wordsOf } from './verdict.js';

/** How a verdict is marked, besides by words. */
const MARKS = { right: '✓', wrong: '✕', shown: '→', '': '' };

/**
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {import('../index.js').Page} page
 * @param {object} sheets
 * @param {() => void} sheets.summary
 * @param {() => void} sheets.plan
 * @param {boolean} sheets.opened whether the page was drawn before without it
 */
export function createPanel(dispatch, page, sheets) {
  const chapter = h('h2', { class: 'chapter' });
  const present = h('button', { type: 'button', class: 'present', click: () => dispatch('put', { present: !latest?.state.present }) });
  const plan = h('button', { type: 'button', class: 'plan', click: sheets.plan });
  const close = h('button', { type: 'button', class: 'quiet leave', click: () => dispatch('lesson/toggle') }, '✕');
  const strip = createStrip(dispatch);
  const timer = createTimer();
  const title = h('h3', { tabIndex: -1 });
  const ask = h('p', { class: 'asked' });
  const asking = createAsking(dispatch);
  const verdict = h('div', { class: 'verdicts', role: 'status' });
  const formula = h('code');
  const summary = h('summary');
  const formulas = h('details', { class: 'formula' }, summary, formula);
  const notebook = h('button', { type: 'button', class: 'notebook', click: () => void saveCourse() });
  const about = h('p', { class: 'note' });
  const taking = h('div', { class: 'taking' }, notebook, about);
  const body = h('div', { class: 'question' }, title, ask, asking.element, verdict, formulas, taking);
  const back = h('button', { type: 'button', class: 'previous', click: () => dispatch('lesson/go', -1) }, '◀');
  const skip = h('button', { type: 'button', class: 'skip', click: () => dispatch('lesson/show') });
  const next = h('button', { type: 'button', class: 'following', click: () => (latest?.lesson?.last ? sheets.summary() : dispatch('lesson/go', 1)) });
  const foot = h('div', { class: 'ways' }, back, timer.element, skip, next);
  const element = h('section', { class: 'lesson' }, h('div', { class: 'lesson-head' }, chapter, present, plan, close), strip.element, body, foot);
  const terms = createTerms(element);
  /** @type {import('../../app/view-model.js').Model | null} */
  let latest = null;
  async function saveCourse() {
    const { blob, name } = await page.file('course');
    download(blob, name);
  }

  /** The last verdict. */
  let told = '';
  /** The step that was shown last, and whether it was answered. */
  let shown = { id: '', settled: false };

  /**
   * Sets a text with its terms, where it has changed.
   * @param {HTMLElement} place
   * @param {string[]} lines
   * @param {import('../../text/index.js').Text} text
   */
  function tell(place, lines, text) {
    const words = lines.join('\n');
    if (place.dataset.words === words) return;
    place.dataset.words = words;
    terms.hide();
    const parts = lines.map((line) => terms.termed(line, text.glossary));
    place.replaceChildren(...(place.tagName === 'P' ? parts.flat() : parts.map((part) => h('p', {}, ...part))));
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    const { text, lesson, state } = model;
    const opened = sheets.opened || latest !== null;
    // A control that answers is gone afterwards, and the focus with it.
    const held = asking.element.matches(':focus-within') || skip.matches(':focus');
    latest = model;
    element.hidden = lesson === null;
    if (!lesson) {
      timer.stop();
      shown = { id: '', settled: false };
      return;
    }
    const { step, attempt } = lesson;
    const settled = attempt.settled !== null;
    const words = wordsOf(text, step);
    attribute(element, 'aria-label', text.lesson);
    say(chapter, text.chapterOf(CHAPTERS.findIndex(({ id }) => id === lesson.chapter.id) + 1, text.chapter[/** @type {'colour'} */ (lesson.chapter.id)]));
    say(present, text.presenter);
    attribute(present, 'aria-pressed', String(state.present));
    attribute(present, 'title', state.present ? text.presenterOff : text.presenterOn);
    say(plan, text.planShortly);
    attribute(plan, 'title', text.plan);
    attribute(close, 'aria-label', text.lessonClose);
    attribute(close, 'title', text.lessonClose);
    strip.update(lesson, text);
    timer.update(state.present, lesson.chapter, text);
    say(title, titleOf(text, step));
    tell(ask, [words.ask(lesson.told)], text);
    asking.update(lesson, text);
    const { mark, lines } = verdictOf(text, lesson);
    attribute(verdict, 'data-mark', mark);
    tell(verdict, lines.map((line, i) => (i === 0 && mark ? `${MARKS[mark]} ${line}` : line)), text);
    formulas.hidden = words.formula === undefined;
    say(summary, text.formula);
    say(formula, words.formula ?? '');
    taking.hidden = !(lesson.last && settled);
    say(notebook, text.notebookSave);
    notebook.disabled = model.data.train.length === 0;
    say(about, text.notebookHow);
    attribute(back, 'aria-label', text.lessonBack);
    attribute(back, 'title', text.lessonBack);
    back.disabled = lesson.first;
    say(skip, state.present ? text.presenterReveal : text.skip);
    // Where every choice is right there is no answer to show.
    skip.hidden = settled || (lesson.right === -1 && !state.present);
    skip.disabled = attempt.busy;
    say(next, lesson.last ? text.finish : `${state.present ? text.lessonOn : text.lessonNext} ▶`);
    next.classList.toggle('primary', settled);
    skip.classList.toggle('primary', state.present && !settled);
    attribute(skip, 'title', state.present ? text.presenterHow : null);
    // Before a room the answer comes first, and then the next question.
    next.hidden = state.present && !settled;
    attend({ id: step.id, settled }, opened, held);
  }

  /**
   * Keeps the keyboard where it is needed: at a new question on its title, after an answer on the next button.
   * @param {typeof shown} now
   * @param {boolean} opened whether the page was open before
   * @param {boolean} held whether the control that answered had the focus
   */
  function attend(now, opened, held) {
    const root = /** @type {ShadowRoot} */ (element.getRootNode());
    // The focus of a page that this one stands in is left to it.
    const free = root.activeElement !== null || [document.body, root.host].includes(/** @type {HTMLElement} */ (document.activeElement));
    if (now.id !== shown.id) {
      body.scrollTop = 0;
      formulas.open = false;
      // On a phone the page is long: the question begins at its top.
      if (opened && free && getComputedStyle(element).position === 'sticky') root.host.scrollIntoView({ block: 'start' });
      if (opened && free) title.focus({ preventScroll: true });
    } else if (held && now.settled && !shown.settled) next.focus({ preventScroll: true });
    shown = now;
    // Scroll the verdict into view, without moving the page.
    if (told === verdict.textContent) return;
    told = verdict.textContent ?? '';
    const [inner, outer] = [verdict.getBoundingClientRect(), body.getBoundingClientRect()];
    if (told !== '') body.scrollTop += Math.max(0, Math.min(inner.bottom - outer.bottom, inner.top - outer.top));
  }

  return { element, update, rest: timer.stop };
}
