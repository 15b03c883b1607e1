// The card under the scene: the narration, next and back, and the selected number.
import { number } from '../../util/format.js';
import { story } from '../../explain/narration.js';
import { createCode } from '../microscope/code.js';
import { attribute, disable, h, say } from '../dom.js';
import { createLoupe } from '../microscope/loupe.js';
import { createMicroscope, meaningOf } from '../microscope/microscope.js';

/**
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {import('../index.js').Page} page
 */
export function createCard(dispatch, page) {
  const title = h('h2');
  const sentence = h('p', { class: 'sentence', 'aria-live': 'polite' });
  const back = h('button', { type: 'button', class: 'back', click: () => dispatch('back') });
  const next = h('button', { type: 'button', class: 'next', click: () => (playing ? dispatch('play') : dispatch('forward')) });
  const one = h('button', { type: 'button', click: () => dispatch('put', { scope: 'one' }) });
  const batch = h('button', { type: 'button', click: () => dispatch('put', { scope: 'batch' }) });
  // On a phone the training is far below the scene.
  const train = h('button', { type: 'button', class: 'train-here', click: () => dispatch('play') });
  // A newcomer may want the lesson.
  const lesson = h('button', { type: 'button', class: 'lesson-here', click: () => dispatch('lesson/toggle') });
  const scope = h('div', { class: 'segments', role: 'group' }, one, batch);
  let row = 0;
  let playing = false;
  const before = h('button', { type: 'button', class: 'quiet', click: () => dispatch('put', { row: row - 1 }) }, '‹');
  const after = h('button', { type: 'button', class: 'quiet', click: () => dispatch('put', { row: row + 1 }) }, '›');
  const which = h('span');
  const rows = h('div', { class: 'rows' }, before, which, after);
  const controls = h('div', { class: 'controls' }, back, next, lesson, h('span', { class: 'space' }), train, scope);
  const readout = createReadout();
  const microscope = createMicroscope(dispatch, page);
  const code = createCode();
  const told = h('div', { class: 'told' }, h('div', { class: 'over' }, title, rows), sentence);
  const element = h('section', { class: 'card' }, h('div', { class: 'story' }, told, microscope.element, controls), readout.element, code.element);

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    const { text, state, positions, position, samples, summary, mood, solo } = model;
    playing = model.playing;
    const { title: heading, sentence: words } = story(model);
    told.hidden = model.explanation !== null;
    element.classList.toggle('opened', model.explanation !== null);
    readout.update(model);
    microscope.update(model);
    code.update(model);
    const phase = playing || mood === 'trained' ? 'loss' : positions[position].phase;
    attribute(element, 'data-phase', phase);
    attribute(sentence, 'aria-live', playing ? 'off' : 'polite');
    say(title, heading);
    say(sentence, words);
    say(back, `◀ ${text.back}`);
    disable(back, playing || (solo !== null && state.scene !== 'whole' ? solo.stop === 0 : !model.canStepBack), next);
    const beforeUpdate = positions[position + 1]?.phase === 'update';
    const started = position > 0 || summary.step > 0;
    const label = playing ? text.pause : mood === 'trained' ? text.nextTrained : beforeUpdate ? text.nextUpdate : position === positions.length - 1 ? text.nextAgain : started ? text.next : text.start;
    // A scene by itself ends with its last stop.
    const bounded = solo !== null && state.scene !== 'whole';
    const over = bounded && solo.stop === solo.stops - 1;
    say(next, playing ? `❚❚ ${label}` : over ? `↺ ${text.sceneAgain}` : `${label} ▶`);
    // Between on and back alone there is nothing else to press.
    const bare = solo !== null && state.controls !== 'full';
    scope.hidden = bare;
    if (bare) train.hidden = true;
    say(lesson, text.lessonOpen);
    lesson.hidden = mood !== 'start' || state.lesson !== '' || solo !== null;
    say(train, `▶ ${text.play}`);
    train.disabled = playing;
    say(one, text.scopes.one);
    say(batch, text.scopes.batch(model.largestBatch));
    attribute(scope, 'aria-label', text.scope);
    attribute(one, 'aria-pressed', String(state.scope === 'one'));
    attribute(batch, 'aria-pressed', String(state.scope === 'batch'));
    row = model.row;
    rows.hidden = bare || samples.length < 2 || positions[position].phase === 'update';
    say(which, text.row(row, samples.length));
    attribute(before, 'aria-label', text.rowBack);
    attribute(after, 'aria-label', text.rowNext);
    before.disabled = row === 0;
    after.disabled = row >= samples.length - 1;
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function point(model) {
    readout.update(model);
    microscope.point(model);
  }

  return { element, update, point };
}

/** The number under the pointer or the keyboard. */
function createReadout() {
  const title = h('h2');
  const address = h('code');
  const size = h('span');
  const value = h('span', { class: 'value' });
  const what = h('p');
  const heard = h('p', { class: 'silent', 'aria-live': 'polite' });
  const loupe = createLoupe();
  const element = h('div', { class: 'readout' }, title, h('div', { class: 'where' }, address, size), value, what, loupe.element, heard);

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    const { text, pointed, playing } = model;
    element.hidden = model.explanation !== null;
    say(title, text.selected);
    if (!playing) say(heard, pointed ? `${pointed.address} = ${number(pointed.value)}` : '');
    element.classList.toggle('empty', pointed === null && model.spot === null);
    say(address, pointed?.address ?? '');
    say(size, pointed && pointed.shape.length > 0 ? `${text.shape} (${pointed.shape.join(', ')})` : '');
    say(value, pointed ? number(pointed.value) : '');
    const enlarged = loupe.update(model);
    element.classList.toggle('enlarged', enlarged);
    say(what, pointed ? meaningOf(text, pointed) : enlarged ? '' : text.selectedNone);
    attribute(value, 'data-address', pointed?.address ?? null);
    attribute(value, 'data-value', pointed ? String(pointed.value) : null);
  }

  return { element, update };
}
