// The room's sheets for paper: the day's checklist for the lecturer, and a handout for everybody.
import { attribute, h, say, svg } from '../dom.js';
import { draw } from '../share/code.js';

/**
 * @typedef {object} Sheets
 * @property {import('../../room/words.js').Words} words
 * @property {string | null} address at which others open the page; null where it is not known
 * @property {Uint8Array} code its QR code, row after row of a square; empty where there is none
 */

export function createSheets() {
  const kinds = /** @type {const} */ (['checklist', 'handout']);
  const tabs = kinds.map((which) => h('button', { type: 'button', 'data-sheet': which, click: () => turn(which) }));
  const title = h('h2', { id: 'room-sheet' });
  const content = h('div', { class: 'sheet-content' });
  const print = h('button', { type: 'button', class: 'primary', click: () => window.print() });
  const close = h('button', { type: 'button', click: () => element.close() });
  const element = h('dialog', { class: 'sheet room-sheet', 'aria-labelledby': 'room-sheet' }, h('div', { class: 'segments no-print', role: 'group' }, ...tabs), title, content, h('div', { class: 'tools no-print' }, print, h('span', { class: 'space' }), close));
  /** @type {Sheets | null} */
  let latest = null;
  /** @type {typeof kinds[number]} */
  let kind = 'checklist';
  element.addEventListener('keydown', (event) => event.stopPropagation());

  /**
   * @param {readonly [string, string[]][]} parts
   * @param {boolean} boxes whether each line has a box to tick
   */
  const listed = (parts, boxes) => parts.map(([name, lines]) => h('section', {}, h('h3', {}, name), h('ul', { class: boxes ? 'boxes' : '' }, ...lines.map((line) => h('li', {}, line)))));

  /** @param {Sheets} sheets */
  function handout({ words, address, code }) {
    const picture = svg('svg', { class: 'code-picture', role: 'img', 'aria-label': address ?? '' });
    draw(picture, code);
    picture.toggleAttribute('hidden', code.length === 0);
    const join = address === null ? [h('p', {}, words.handoutNoAddress)] : [picture, h('div', {}, h('p', { class: 'address' }, address), h('p', {}, words.handoutScan), h('p', { class: 'blank' }, `${words.handoutWifi}: `, h('span')))];
    return [h('p', { class: 'lead' }, words.handoutLead), h('section', {}, h('h3', {}, words.handoutJoin), h('div', { class: 'joining' }, ...join)), h('div', { class: 'handout-columns' }, ...listed(words.handoutParts, false)), h('section', { class: 'handout-notes' }, h('h3', {}, words.handoutNotes))];
  }

  /** @param {Sheets} sheets */
  function update(sheets) {
    latest = sheets;
    const { words } = sheets;
    say(print, words.printNow);
    say(close, words.close);
    kinds.forEach((which, i) => {
      say(tabs[i], words[which]);
      attribute(tabs[i], 'aria-pressed', String(which === kind));
    });
    const signature = JSON.stringify([kind, sheets.address, words.printNow, words.checklistTitle]);
    if (element.dataset.signature === signature) return;
    element.dataset.signature = signature;
    say(title, kind === 'checklist' ? words.checklistTitle : words.handoutTitle);
    content.replaceChildren(...(kind === 'checklist' ? [h('div', { class: 'checklist-columns' }, ...listed(words.checklistParts, true))] : handout(sheets)));
    attribute(element, 'data-kind', kind);
  }

  /** @param {typeof kind} which */
  function turn(which) {
    kind = which;
    if (latest) update(latest);
  }

  return {
    element,
    update,
    show() {
      element.showModal();
      if (latest) update(latest);
      print.focus({ preventScroll: true });
    },
  };
}
