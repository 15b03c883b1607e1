// A choice about a table that is read: what was found, or what has to be chosen.
import { h, say } from '../dom.js';

/**
 * @param {string} name its class
 * @param {(value: string) => void} choose
 */
export function createImportMenu(name, choose) {
  const select = h('select', { change: () => choose(select.value) });
  const [word, question] = [h('span', {}), h('span', { class: 'note warning' })];
  const element = h('label', { class: `import-menu ${name}`, hidden: true }, word, select, question);

  /**
   * @param {import('../../text/index.js').Text} text
   * @param {boolean} visible
   * @param {{ name: string, options: string[][], value: string, question: string }} told `value` is empty where it has to be chosen,
   * and `question` where it has not
   */
  function update(text, visible, told) {
    element.hidden = !visible;
    say(word, told.name);
    say(question, told.question);
    const first = told.value === '' ? [['', text.tableChoose]] : [];
    select.replaceChildren(...[...first, ...told.options].map(([value, called]) => h('option', { value }, called)));
    select.value = told.value;
  }

  return { element, update };
}
