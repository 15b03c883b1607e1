// The lines that put a scene of this moment into a slide or another page.
import { isPicture } from '../../core/tensor-shape.js';
import { attribute, h, say } from '../dom.js';

/** @type {import('../../state/schema.js').State['scene'][]} */
const SCENES = ['whole', 'forward', 'backward', 'one-layer', 'kernel', 'colours', 'loss', 'neuron', 'cube'];

/** @param {(box: HTMLInputElement) => void} copied copies the text of a box, and confirms it */
export function createEmbed(copied) {
  const title = h('h2');
  const what = h('p', { class: 'note' });
  const scene = h('select', { change: () => write() });
  const options = SCENES.map((value) => h('option', { value }));
  scene.append(...options);
  const box = h('input', { type: 'text', readOnly: true, class: 'frame-code' });
  const copy = h('button', { type: 'button', click: () => copied(box) });
  const element = h('section', { class: 'embed' }, title, what, h('div', { class: 'tools' }, scene, box, copy));
  let link = '';
  /** The room that was open when the lines were written last. */
  let from = 'network';
  let name = '';

  function write() {
    const address = `${link}&scene=${scene.value}&controls=step`.replaceAll('&', '&amp;').replaceAll('"', '%22');
    box.value = `<iframe src="${address}" title="${name}" width="800" height="450"></iframe>`;
  }

  /**
   * @param {string} now the link to the page as it is, without the lesson
   * @param {string} room that is open
   */
  function show(now, room) {
    link = now;
    // The scene of the room that is shared; within a room the choice stays.
    if (room !== from) scene.value = room === 'colours' ? 'colours' : 'whole';
    from = room;
    write();
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, data }) {
    name = text.brand;
    // A kernel goes over pictures.
    for (const option of options) option.hidden = option.value === 'kernel' && !isPicture(data.shape);
    say(title, text.embedTitle);
    say(what, text.embedHow);
    attribute(scene, 'aria-label', text.embedScene);
    options.forEach((option) => say(option, text.scenes[/** @type {'whole'} */ (option.value)]));
    attribute(box, 'aria-label', text.embedTitle);
    say(copy, text.copy);
  }

  return { element, update, show };
}
