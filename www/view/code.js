// The code behind a number: the line of NumPy, and the Rust that ran.
import { h, say } from './dom.js';

export function createCode() {
  const numpyTitle = h('h2', {}, 'NumPy');
  const numpy = h('pre', { class: 'numpy' });
  const rustTitle = h('h2');
  const rust = h('pre', { class: 'rust', tabIndex: 0 });
  const element = h('div', { class: 'code' }, numpyTitle, numpy, rustTitle, rust);
  let drawn = '';

  /** @param {import('../model.js').Model} model */
  function update({ explanation, text }) {
    element.hidden = !explanation;
    if (!explanation) return;
    const { file, line, first, function: lines } = explanation.rust;
    say(numpy, explanation.numpy.split('; ').join('\n'));
    say(rustTitle, `Rust · ${file}:${line}`);
    rust.setAttribute('aria-label', text.micro.rust(file, line));
    const signature = `${file}:${line}`;
    if (signature === drawn) return;
    drawn = signature;
    const marked = lines.map((words, i) => h(first + i === line ? 'mark' : 'span', {}, `${words}\n`));
    rust.replaceChildren(...marked);
    const mark = rust.querySelector('mark');
    // The statement stands a little below the top, but all of it in sight.
    if (mark) rust.scrollTop = mark.offsetTop - Math.max(0, Math.min(rust.clientHeight / 3, rust.clientHeight - mark.offsetHeight));
  }

  return { element, update };
}
