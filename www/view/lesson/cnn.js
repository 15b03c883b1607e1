// VGG16 as a table, beside the miniature of it that this page trains: which layers there are, and how many numbers each learns.
import { vgg16 } from '../../lesson/vgg16.js';
import { count } from '../../util/format.js';
import { h, say } from '../dom.js';

export function createCnn() {
  const title = h('h2');
  const note = h('p', { class: 'note' });
  const [head, body, foot] = [h('thead'), h('tbody'), h('tfoot')];
  const element = h('section', { class: 'cnn vgg' }, title, h('table', {}, head, body, foot), note);
  let written = '';

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, lesson }) {
    if (!lesson) return;
    say(title, text.cnnTitle);
    say(note, text.cnnMiniature);
    // What is asked for is shown once it is answered.
    const told = lesson.attempt.settled !== null || lesson.step.id !== 'cnn.vgg';
    const now = `${text.cnnTitle} ${told}`;
    if (now === written) return;
    written = now;
    const { stages, affine, total } = vgg16();
    const sum = (/** @type {import('../../lesson/vgg16.js').Learned[]} */ layers) => layers.reduce((all, { learned }) => all + learned, 0);
    const row = (/** @type {string} */ name, /** @type {string} */ sizes, /** @type {number | null} */ learned, kind = '') => h('tr', {}, h('th', { scope: 'row', class: kind }, name), h('td', {}, sizes), h('td', {}, learned === null ? '' : told ? count(learned) : '?'));
    head.replaceChildren(h('tr', {}, ...text.cnnHead.map((name) => h('th', { scope: 'col' }, name))));
    body.replaceChildren(
      ...stages.map((stage) => row(`${stage.length} × (Convolution → ReLU) → MaxPool`, `${count(stage[0].from)} → ${count(stage[stage.length - 1].to)}`, sum(stage), 'new')),
      ...affine.map(({ from, to, learned }, i) => row(`Affine${i < affine.length - 1 ? ' → ReLU' : ' → Softmax'}`, `${count(from)} → ${count(to)}`, learned)),
    );
    foot.replaceChildren(row(text.cnnTotal, '', total));
    foot.querySelectorAll('td')[1].textContent = count(total);
  }

  return { element, update };
}
