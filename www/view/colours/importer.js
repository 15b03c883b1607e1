// Reading a table of colours: pasted, dropped or opened. Lines that can't be used are listed before anything changes.
import { parse } from '../../colours/csv.js';
import { count } from '../../util/format.js';
import { NONE, countOf, joined } from '../../colours/custom-set.js';
import { attribute, h, say } from '../dom.js';

/** @typedef {import('../../colours/custom-set.js').CustomSet} CustomSet */

/** The most bad lines that are named one by one. */
const NAMED = 12;

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createImporter(dispatch) {
  const title = h('h2', { id: 'table-title' });
  const how = h('p', { class: 'about' });
  const box = h('textarea', { rows: 8, spellcheck: false, input: () => read() });
  const file = h('input', { type: 'file', accept: '.csv,.txt,.tsv,text/csv,text/plain', change: () => open(file.files?.[0]) });
  const result = h('p', { class: 'result-line', role: 'status' });
  const bad = h('ul', { class: 'bad' });
  const replace = h('button', { type: 'button', class: 'primary', click: () => use((_, given) => given) });
  const add = h('button', { type: 'button', click: () => use(joined) });
  const cancel = h('button', { type: 'button', click: () => element.close() });
  const element = h('dialog', { class: 'importer', 'aria-labelledby': 'table-title' }, title, how, box, file, result, bad, h('div', { class: 'tools' }, replace, add, cancel));
  /** @type {CustomSet | null} */
  let own_ = null;
  /** The colours there are. @type {CustomSet} */
  let mine = NONE;
  /** @type {import('../../text/index.js').Text | null} */
  let words = null;

  element.addEventListener('close', () => {
    box.value = '';
    file.value = '';
    read();
  });

  function read() {
    const { own, bad: lines } = parse(box.value);
    own_ = own;
    const usable = own ? countOf(own) : 0;
    const empty = box.value.trim() === '';
    if (words) {
      const text = words;
      say(result, empty ? '' : text.tableResult(usable, own?.classes.length ?? 0, lines.length));
      const named = lines.slice(0, NAMED).map((line) => h('li', {}, text.badLine(count(line.line), text.badWhy[line.why], line.text)));
      if (lines.length > NAMED) named.push(h('li', {}, text.badMore(lines.length - NAMED)));
      bad.replaceChildren(...named);
    }
    replace.disabled = add.disabled = own === null;
    bad.hidden = lines.length === 0;
  }

  /** @param {(own: CustomSet, given: CustomSet) => CustomSet | null} how combines the present set and the given one */
  function use(how) {
    const given = own_;
    if (!given) return;
    // Where there is no room, keep the pasted text, to be shortened.
    if (!how(mine, given)) {
      if (words) say(result, words.problems.noRoom());
      return;
    }
    dispatch('edit', (own) => how(own, given));
    element.close();
  }

  /** @param {File | undefined} given */
  async function open(given) {
    if (!given) return;
    try {
      show(await given.text());
    } catch {
      show('');
      if (words) say(result, words.tableUnread(given.name));
    }
  }

  /**
   * Opens the dialog, with a table where there is one already.
   * @param {string} [text]
   */
  function show(text) {
    if (text !== undefined) box.value = text;
    if (!element.open) element.showModal();
    read();
    box.focus();
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, state }) {
    [words, mine] = [text, state.own];
    say(title, text.ownTable);
    say(how, text.tableHow);
    attribute(box, 'aria-label', text.tableBox);
    attribute(box, 'placeholder', text.tableExample);
    attribute(file, 'aria-label', text.tableFile);
    say(replace, state.own.colours === '' ? text.tableUse : text.tableReplace);
    say(add, text.tableAdd);
    add.hidden = state.own.colours === '';
    say(cancel, text.cancel);
    if (element.open) return;
    read();
  }

  return { element, update, show, open };
}
