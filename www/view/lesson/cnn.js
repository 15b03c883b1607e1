// A network for images in one picture: which of its layers one knows already, and which are new.
import { attribute, h, say } from '../dom.js';

/** The layers in their order; how high each is drawn, as a share; `new` where today's network has none. */
const LAYERS = /** @type {const} */ ([
  ['image', 1, ''],
  ['Convolution', 1, 'new'],
  ['ReLU', 1, ''],
  ['max pooling', 0.6, 'new'],
  ['again', 0, ''],
  ['Affine', 0.36, ''],
  ['ReLU', 0.36, ''],
  ['Affine', 0.22, ''],
  ['Softmax', 0.22, ''],
  ['answer', 0, ''],
]);

export function createCnn() {
  const title = h('h2');
  const names = LAYERS.map(() => h('span'));
  const layers = LAYERS.map(([name, size, kind], i) => {
    const block = h('i', { 'aria-hidden': 'true' });
    block.style.setProperty('--size', String(size));
    return h('li', { 'data-layer': name, 'data-kind': kind }, ...(size > 0 ? [block] : []), names[i]);
  });
  const list = h('ol', { class: 'layers-row' }, ...layers);
  const [known, fresh] = [h('span', { class: 'key' }), h('span', { class: 'key new' })];
  const keys = h('p', { class: 'keys-row' }, known, fresh);
  const element = h('section', { class: 'cnn' }, title, list, keys);

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, lesson }) {
    if (!lesson) return;
    say(title, text.cnnTitle);
    attribute(list, 'aria-label', text.cnnLabel);
    const words = { image: text.cnnImage, again: `… ${text.cnnAgain} …`, answer: text.cnnAnswer };
    LAYERS.forEach(([name], i) => say(names[i], words[/** @type {'image'} */ (name)] ?? name));
    // The new layers are the answer: mark them only afterwards.
    const told = lesson.attempt.settled !== null && lesson.step.kind === 'choose';
    element.classList.toggle('told-new', told);
    keys.hidden = !told;
    say(known, text.cnnKnown);
    say(fresh, text.cnnNew);
  }

  return { element, update };
}
