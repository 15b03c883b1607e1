// A sheet to be printed: the learner's summary, or the lecturer's plan.
import { CHAPTERS, LONG, SHORT, chaptersOf } from '../../lesson/index.js';
import { attribute, h, say } from '../dom.js';
import { MARKS } from './strip.js';
import { titleOf } from './verdict.js';

/**
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {import('../index.js').Page} page
 */
export function createSheet(dispatch, page) {
  const title = h('h2', { id: 'sheet-title' });
  const content = h('div', { class: 'sheet-content' });
  const kinds = /** @type {const} */ (['summary', 'plan']);
  const tabs = kinds.map((which) => h('button', { type: 'button', 'data-sheet': which, click: () => turn(which) }));
  const reset = h('button', { type: 'button', class: 'forget', click: forget });
  const print = h('button', { type: 'button', class: 'primary', click: () => window.print() });
  const close = h('button', { type: 'button', click: () => element.close() });
  const element = h('dialog', { class: 'sheet', 'aria-labelledby': 'sheet-title' }, h('div', { class: 'segments no-print', role: 'group' }, ...tabs), title, content, h('div', { class: 'tools no-print' }, print, reset, h('span', { class: 'space' }), close));
  /** @type {import('../../app/view-model.js').Model | null} */
  let latest = null;
  /** @type {'summary' | 'plan' | null} */
  let kind = null;
  /** Whether the next press forgets everything. */
  let sure = false;
  element.addEventListener('close', () => ([kind, sure] = [null, false]));

  /** @param {import('../../app/view-model.js').Model} model */
  function summary({ text, lesson, written }) {
    const results = lesson?.results ?? {};
    const all = CHAPTERS.flatMap(({ steps }) => steps).filter(({ optional }) => !optional);
    const done = all.filter(({ id }) => results[id]).length;
    const chapters = CHAPTERS.map(({ id, steps }, i) =>
      h('section', {}, h('h3', {}, text.chapterOf(i + 1, text.chapter[/** @type {'colour'} */ (id)])), h('ul', {}, ...steps.map((step) => {
        const result = results[step.id];
        return h('li', {}, h('span', { class: 'tick', 'aria-hidden': 'true' }, result ? MARKS[result] : '·'), ` ${titleOf(text, step)} `, h('small', {}, text.result[result ?? 'none']));
      }))));
    const codes = Object.entries(written).map(([name, { code, parameters }]) => h('pre', {}, `function ${name}(${parameters.join(', ')}) {\n${code.replace(/^/gm, '  ')}\n}`));
    return [
      h('p', {}, `${text.summaryDate(new Date())} · ${text.summaryOf(done, all.length)}`),
      h('div', { class: 'sheet-columns' }, ...chapters),
      ...(codes.length > 0 ? [h('h3', {}, text.summaryCode), h('div', { class: 'sheet-codes' }, ...codes)] : []),
    ];
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function plan({ text, state }) {
    const chosen = chaptersOf(state.chapters);
    const boxes = CHAPTERS.map((chapter) => h('input', { type: 'checkbox', 'data-plan': chapter.id, checked: chosen.some(({ id }) => id === chapter.id), change: choose }));
    /** @param {Event} event */
    function choose({ target }) {
      const ids = CHAPTERS.filter((_, i) => boxes[i].checked).map(({ id }) => id);
      // A plan of nothing is none: the last chapter stays.
      if (ids.length === 0) /** @type {HTMLInputElement} */ (target).checked = true;
      else dispatch('lesson/chapters', ids.length === CHAPTERS.length ? '' : ids.join('.'));
    }
    const rows = CHAPTERS.map(({ id, minutes }, i) => {
      const kept = chosen.find((one) => one.id === id);
      return h('tr', { class: kept ? '' : 'left-out' },
        h('td', {}, h('label', {}, boxes[i], ` ${text.chapterOf(i + 1, text.chapter[/** @type {'colour'} */ (id)])}`)),
        h('td', { class: 'figure' }, text.planMinutes(kept?.minutes ?? minutes)),
        h('td', {}, text.planAim[/** @type {'colour'} */ (id)]));
    });
    const minutes = chosen.reduce((sum, chapter) => sum + chapter.minutes, 0);
    const link = h('input', { type: 'text', readOnly: true, value: linkOf(page.link(), chosen[0].id, state.chapters, state.lang), 'aria-label': text.planLink });
    const reach = page.reach();
    const presets = [h('button', { type: 'button', click: () => dispatch('lesson/chapters', '') }, text.planWhole), h('button', { type: 'button', click: () => dispatch('lesson/chapters', LONG) }, text.planLong), h('button', { type: 'button', click: () => dispatch('lesson/chapters', SHORT) }, text.planShort)];
    return [
      h('p', {}, text.planBefore),
      h('div', { class: 'tools no-print' }, ...presets),
      h('table', {}, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, text.planChapter), h('th', { scope: 'col' }, text.planTime), h('th', { scope: 'col' }, text.planAims))), h('tbody', {}, ...rows)),
      h('p', { class: 'result-line' }, text.planTotal(minutes)),
      h('p', { class: 'note' }, text.planOptional),
      h('p', { class: 'note' }, text.planHow),
      h('label', { class: 'plan-link' }, h('span', {}, text.planLink), link),
      ...(reach === 'everybody' ? [] : [h('p', { class: 'note' }, text.codeUseless[reach])]),
    ];
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    latest = model;
    const { text } = model;
    say(print, text.print);
    say(close, text.close);
    kinds.forEach((which, i) => {
      say(tabs[i], text[which]);
      attribute(tabs[i], 'aria-pressed', String(which === kind));
    });
    say(reset, sure ? text.lessonResetSure : text.lessonReset);
    reset.hidden = kind !== 'summary';
    if (!kind || !element.open) return;
    const signature = JSON.stringify([kind, model.state.lang, model.state.chapters, model.lesson?.results]);
    if (element.dataset.signature === signature) return;
    element.dataset.signature = signature;
    say(title, kind === 'plan' ? text.plan : text.summary);
    const root = /** @type {ShadowRoot} */ (element.getRootNode());
    const held = root.activeElement?.getAttribute('data-plan');
    content.replaceChildren(...(kind === 'plan' ? plan(model) : summary(model)));
    attribute(element, 'data-kind', kind);
    // A box that was ticked is made anew, and keeps the keyboard.
    if (held) /** @type {HTMLElement | null} */ (content.querySelector(`[data-plan='${held}']`))?.focus();
  }

  /** Forgets the learner's progress, if that is asked for twice. */
  function forget() {
    sure = !sure;
    if (!sure) dispatch('lesson/reset');
    if (latest) update(latest);
  }

  /** @param {'summary' | 'plan'} which */
  function turn(which) {
    [kind, sure] = [which, false];
    delete element.dataset.signature;
    if (latest) update(latest);
  }

  /** @param {'summary' | 'plan'} which */
  function show(which) {
    element.showModal();
    turn(which);
    print.focus({ preventScroll: true });
    element.scrollTop = 0;
  }

  return { element, update, summary: () => show('summary'), plan: () => show('plan') };
}

/**
 * The address that opens chosen chapters at their beginning.
 * @param {string} here the address of the page as it is now
 * @param {string} first
 * @param {string} chapters
 * @param {string} lang
 */
function linkOf(here, first, chapters, lang) {
  return `${here.split('#')[0]}#lang=${lang}&lesson=${first}${chapters ? `&chapters=${chapters}` : ''}`;
}
