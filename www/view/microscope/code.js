// The code behind a number: the line of NumPy, and the Rust that ran, or the plain loop that stands for it.
import { parse } from '../../core/address.js';
import { EXERCISES } from '../../layers/index.js';
import { attribute, h, say } from '../dom.js';

export function createCode() {
  const mineTitle = h('h2');
  const mine = h('pre', { class: 'written-by' });
  const numpyTitle = h('h2', {}, 'NumPy');
  const numpy = h('pre', { class: 'numpy' });
  const rustTitle = h('h2');
  const stands = h('p', { class: 'stands' });
  const rust = h('pre', { class: 'rust', tabIndex: 0 });
  const element = h('div', { class: 'code' }, mineTitle, mine, numpyTitle, numpy, h('div', {}, rustTitle, stands), rust);
  let drawn = '';

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ explanation, text, columns, written }) {
    element.hidden = !explanation;
    if (!explanation) return;
    const own = writtenFor(explanation.address, columns, written);
    mineTitle.hidden = mine.hidden = own === null;
    say(mineTitle, text.codeTitle);
    say(mine, own ?? '');
    const { file, line, first, function: lines, standsFor } = explanation.rust;
    say(numpy, explanation.numpy.split('; ').join('\n'));
    say(rustTitle, `Rust · ${file}:${line}`);
    attribute(rustTitle, 'title', `${file}:${line}`);
    stands.hidden = !standsFor;
    say(stands, standsFor ? text.micro.stands(standsFor) : '');
    attribute(rust, 'aria-label', text.micro.rust(file, line));
    const signature = `${file}:${line}`;
    if (signature === drawn) return;
    drawn = signature;
    const marked = lines.map((words, i) => h(first + i === line ? 'mark' : 'span', {}, `${words}\n`));
    rust.replaceChildren(...marked);
    // The excerpt begins with a statement, as far above the marked one as that stays in sight.
    const ends = marked.map((one) => one.offsetTop + one.offsetHeight);
    const from = statementsIn(lines).filter((i) => i <= line - first);
    const top = from.find((i) => ends[line - first] - marked[i].offsetTop <= rust.clientHeight) ?? from[from.length - 1];
    rust.scrollTop = marked[top]?.offsetTop ?? 0;
  }

  return { element, update };
}

/**
 * The lines on which a statement of a function begins: the first, and each after the end of another or of a block's head.
 * @param {readonly string[]} lines
 * @returns {number[]} from 0
 */
export function statementsIn(lines) {
  const code = lines.map((line) => line.replace(/\/\/.*$/, '').trim());
  return lines.flatMap((_, i) => {
    const before = code.slice(0, i).findLast((line) => line !== '');
    const begins = before === undefined || /[;{}]$/.test(before);
    return begins && code[i] !== '' && !/^[})\].?]/.test(code[i]) ? [i] : [];
  });
}

/**
 * The learner's own function that computed a number, if one did.
 * @param {string} address
 * @param {import('../../app/view-model.js').ColumnModel[]} columns
 * @param {import('../../app/view-model.js').Model['written']} written
 */
function writtenFor(address, columns, written) {
  const parts = parse(address);
  const column = columns.find(({ name }) => name === parts?.layer);
  if (!column?.mine) return null;
  const exercise = Object.entries(EXERCISES).find(([, { kind, computes }]) => kind === column.kind && computes === parts?.tensor);
  return exercise ? (written[exercise[0]]?.code ?? null) : null;
}
