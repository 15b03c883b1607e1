// The card under the scene: what just happened in one sentence, the way on and back, and the selected number.
import { number } from '../format.js';
import { story } from '../story.js';
import { attribute, h, say } from './dom.js';

/**
 * @param {object} on
 * @param {() => void} on.forward
 * @param {() => void} on.back
 * @param {(scope: 'one' | 'batch') => void} on.scope
 * @param {(row: number) => void} on.row
 */
export function createCard(on) {
  const title = h('h2');
  const sentence = h('p', { class: 'sentence', 'aria-live': 'polite' });
  const back = h('button', { type: 'button', class: 'back', click: () => on.back() });
  const next = h('button', { type: 'button', class: 'next', click: () => on.forward() });
  const one = h('button', { type: 'button', click: () => on.scope('one') });
  const batch = h('button', { type: 'button', click: () => on.scope('batch') });
  const scope = h('div', { class: 'segments', role: 'group' }, one, batch);
  let row = 0;
  const before = h('button', { type: 'button', class: 'quiet', click: () => on.row(row - 1) }, '‹');
  const after = h('button', { type: 'button', class: 'quiet', click: () => on.row(row + 1) }, '›');
  const which = h('span');
  const rows = h('div', { class: 'rows' }, before, which, after);
  const controls = h('div', { class: 'controls' }, back, next, h('span', { class: 'space' }), scope);
  const readout = createReadout();
  const element = h('section', { class: 'card' }, h('div', { class: 'story' }, h('div', { class: 'over' }, title, rows), sentence, controls), readout.element);

  /** @param {import('../model.js').Model} model */
  function update(model) {
    const { text, state, walk, index, samples, playing, summary, mood } = model;
    const told = story(model);
    const phase = playing || mood === 'trained' ? 'loss' : walk[index].phase;
    attribute(element, 'data-phase', phase);
    attribute(sentence, 'aria-live', playing ? 'off' : 'polite');
    say(title, told.title);
    say(sentence, told.sentence);
    say(back, `◀ ${text.back}`);
    back.disabled = index === 0 && summary.step === 0;
    const beforeUpdate = walk[index + 1]?.phase === 'update';
    const started = index > 0 || summary.step > 0;
    const label = beforeUpdate ? text.nextUpdate : index === walk.length - 1 ? text.nextAgain : started ? text.next : text.start;
    say(next, `${label} ▶`);
    say(one, text.scopes.one);
    say(batch, text.scopes.batch(model.largestBatch));
    attribute(scope, 'aria-label', text.scope);
    attribute(one, 'aria-pressed', String(state.scope === 'one'));
    attribute(batch, 'aria-pressed', String(state.scope === 'batch'));
    row = model.row;
    rows.hidden = samples.length < 2;
    say(which, text.row(row, samples.length));
    attribute(before, 'aria-label', text.rowBack);
    attribute(after, 'aria-label', text.rowNext);
    before.disabled = row === 0;
    after.disabled = row >= samples.length - 1;
    readout.update(model);
  }

  return { element, update };
}

/** The number under the pointer or the keyboard, else the selected one. */
function createReadout() {
  const title = h('h2');
  const address = h('code');
  const size = h('span');
  const value = h('span', { class: 'value' });
  const what = h('p');
  const heard = h('p', { class: 'silent', 'aria-live': 'polite' });
  const element = h('div', { class: 'readout' }, title, h('div', { class: 'where' }, address, size), value, what, heard);

  /** @param {import('../model.js').Model} model */
  function update({ text, selected, playing }) {
    say(title, text.selected);
    if (!playing) say(heard, selected ? `${selected.address} = ${number(selected.value)}` : '');
    element.classList.toggle('empty', selected === null);
    if (!selected) {
      say(address, '');
      say(size, '');
      say(value, '');
      say(what, text.selectedNone);
      attribute(value, 'data-address', null);
      attribute(value, 'data-value', null);
      return;
    }
    const { layer, tensor, shape } = selected;
    say(address, selected.address);
    say(value, number(selected.value));
    attribute(value, 'data-address', selected.address);
    attribute(value, 'data-value', String(selected.value));
    attribute(value, 'title', String(selected.value));
    const special = tensor === 'out' ? text.tensorIn[/** @type {'data'} */ (layer)] : undefined;
    const meaning = special ?? text.tensors[/** @type {keyof typeof text.tensors} */ (tensor)];
    say(size, shape.length > 0 ? `${text.shape} (${shape.join(', ')})` : '');
    say(what, meaning);
  }

  return { element, update };
}
