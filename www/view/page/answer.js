// The network's answer for the colour on display, and the teacher's.
import { percent } from '../../util/format.js';
import { attribute, h, say, style } from '../dom.js';

/** Up to so many classes the bars have room between them. */
const FEW = 6;

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createAnswer(dispatch) {
  const title = h('h2');
  const bars = h('ul', { class: 'bars' });
  const verdict = h('p', { class: 'verdict' });
  const teacher = h('h2');
  const labels = h('div', { class: 'segments', role: 'group' });
  const tie = h('p', { class: 'note' });
  /** The choice of the right class: it can stand elsewhere, where the stage shows the answer itself. */
  const choice = h('div', { class: 'choice' }, teacher, labels, tie);
  const element = h('section', { class: 'answer' }, title, bars, verdict, choice);
  /** @type {string} */
  let built = '';

  /** @param {string[]} classes */
  function build(classes) {
    built = classes.join();
    bars.replaceChildren(...classes.map(() => h('li', {}, h('span'), h('i', {}, h('s')), h('span', { class: 'share' }))));
    bars.classList.toggle('many', classes.length > FEW);
    labels.classList.toggle('many', classes.length > 3);
    labels.replaceChildren(...classes.map((_, i) => h('button', { type: 'button', click: () => dispatch('put', { label: i }) })));
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, data, classNames, probabilities, shown, state, teacher: said, best, positions, position, row, answered }) {
    if (built !== data.classes.join()) build(data.classes);
    say(title, text.answer);
    say(teacher, text.teacher);
    attribute(labels, 'aria-label', text.teacher);
    classNames.forEach((name, i) => {
      const [label, track, share] = bars.children[i].children;
      say(label, name);
      attribute(label, 'title', name);
      // Nothing is shown before it is computed.
      say(share, answered ? percent(probabilities[i]) : '?');
      attribute(share, 'data-value', answered ? String(probabilities[i]) : null);
      // After an update the answer is the new weights', not the pass's.
      attribute(share, 'data-address', !answered || positions[position].phase === 'update' ? null : `softmax.out[${row},${i}]`);
      style(/** @type {HTMLElement} */ (track.firstElementChild), 'transform', `scaleX(${answered ? (probabilities[i] || 0).toFixed(4) : 0})`);
      attribute(bars.children[i], 'class', answered && i === best ? 'best' : '');
      const button = labels.children[i];
      say(button, name);
      attribute(button, 'title', name);
      attribute(button, 'aria-pressed', String(i === shown.label));
      /** @type {HTMLButtonElement} */ (button).disabled = state.scope === 'batch';
    });
    const right = best === shown.label;
    attribute(verdict, 'class', right || !answered ? 'verdict' : 'verdict wrong');
    say(verdict, !answered || said?.why.kind === 'nobody' ? '' : `${right ? '✓' : '✕'} ${right ? text.answerRight : text.answerWrong(classNames[shown.label])}`);
    const doubt = doubtOf(text, data, said, shown.rgb);
    say(tie, doubt);
    tie.hidden = doubt === '';
  }

  return { element, choice, update };
}

/**
 * How the right answer is known, in words; empty where a rule or the learner gives it.
 * @param {import('../../text/index.js').Text} text
 * @param {import('../../core/wasm.js').Data} data
 * @param {import('../../core/wasm.js').Teacher | null} teacher
 * @param {readonly number[]} rgb
 */
function doubtOf(text, data, teacher, rgb) {
  const kind = teacher?.why.kind;
  if (kind === 'tie') return text.tie;
  if (kind === 'nobody') return text.nobody;
  if (kind !== 'like') return '';
  const index = teacher?.why.index ?? 0;
  const near = data.train[index] ?? data.test[index - data.train.length];
  if (near.rgb.every((channel, i) => channel === rgb[i])) return '';
  return text.like(data.names[index] ? text.likeName(data.names[index]) : '');
}
