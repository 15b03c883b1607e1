// The first rows of a table that is read, and over each column a menu of what it is.
import { ROLES } from '../../colours/table/columns.js';
import { attribute, h, say } from '../dom.js';

/** @typedef {import('../../colours/table/columns.js').Role} Role */

/** The most columns that are shown. */
const SHOWN = 30;
/** Roles that only one column can have. */
const SINGLE = ['red', 'green', 'blue', 'colour', 'label'];

/** @param {(roles: Role[]) => void} choose */
export function createImportColumns(choose) {
  const title = h('h3', {});
  const note = h('p', { class: 'note' });
  const confirm = h('button', { type: 'button', class: 'confirm', click: () => choose(roles) });
  const table = h('table', { class: 'first-rows' });
  const element = h('div', { class: 'import-columns', hidden: true }, title, h('div', { class: 'scroll' }, table), note, confirm);
  /** @type {Role[]} */
  let roles = [];

  /**
   * @param {number} index
   * @param {Role} role
   */
  function change(index, role) {
    // A role moves from the column that had it.
    choose(roles.map((one, i) => (i === index ? role : one === role && SINGLE.includes(role) ? 'ignored' : one)));
  }

  /**
   * @param {import('../../text/index.js').Text} text
   * @param {import('../../colours/table/read.js').Reading | null} reading
   */
  function update(text, reading) {
    element.hidden = reading === null || reading.roles.length === 0;
    if (!reading || element.hidden) return;
    roles = reading.roles;
    const asked = reading.questions.some(({ about }) => about === 'columns');
    say(title, text.tableColumns);
    say(note, asked ? text.tableAskColumns : reading.guessed ? text.tableGuessed : '');
    note.hidden = note.textContent === '';
    note.classList.toggle('warning', asked);
    say(confirm, text.tableConfirm);
    confirm.hidden = !asked || reading.refused !== null;
    const columns = roles.slice(0, SHOWN);
    const menus = columns.map((role, index) => {
      const menu = h('select', { change: () => change(index, /** @type {Role} */ (menu.value)) });
      menu.append(...ROLES.map((value) => h('option', { value }, text.tableRoles[value])));
      menu.value = role;
      attribute(menu, 'aria-label', text.tableColumn(index + 1, reading.head?.[index] ?? ''));
      return h('th', {}, menu);
    });
    const focused = [...table.querySelectorAll('select')].findIndex((menu) => menu.matches(':focus'));
    const row = (/** @type {'td' | 'th'} */ kind, /** @type {readonly string[]} */ cells) => h('tr', {}, ...columns.map((_, i) => h(kind, {}, (cells[i] ?? '').slice(0, SHOWN))));
    table.replaceChildren(h('thead', {}, h('tr', {}, ...menus), ...(reading.head ? [row('th', reading.head)] : [])), h('tbody', {}, ...reading.sample.map(({ cells }) => row('td', cells))));
    table.querySelectorAll('select')[focused]?.focus();
  }

  return { element, update };
}
