// The findings of the present network's diagnosis, each with the number that shows it.
import { isMeasured } from '../../core/wasm.js';
import { findings } from '../../experiments/diagnosis.js';
import { titleOf } from '../../layers/index.js';
import { loss, number, percent } from '../../util/format.js';
import { h, say } from '../dom.js';

/** The most dead nodes that are named. */
const NAMED = 6;

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createDiagnosis(dispatch) {
  const title = h('h2');
  const list = h('ul', { class: 'findings' });
  const element = h('section', { class: 'diagnosis' }, title, list);

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, diagnosis, summary, data, columns }) {
    say(title, text.diagnosis);
    if (!diagnosis) return;
    const found = isMeasured(summary) ? findings(diagnosis, summary, data.classes.length, columns) : [];
    const fine = summary.step === 0 || !isMeasured(summary) ? text.diagnosisNone : text.diagnosisFine;
    const words = found.map((finding) => ({ words: wordsOf(text, finding), address: finding.address }));
    const signature = words.map((one) => one.words).join('\n') || fine;
    if (list.dataset.told === signature) return;
    list.dataset.told = signature;
    const items = words.map(({ words: sentence, address }) => h('li', {}, sentence, ' ', h('button', { type: 'button', class: 'link', click: () => dispatch('open', address) }, address)));
    list.replaceChildren(...(items.length > 0 ? items : [h('li', { class: 'fine' }, fine)]));
  }

  return { element, update };
}

/**
 * @param {import('../../text/index.js').Text} text
 * @param {import('../../experiments/diagnosis.js').Finding} finding
 */
function wordsOf({ finding: words }, finding) {
  switch (finding.kind) {
    case 'dead': {
      const which = finding.nodes.slice(0, NAMED).join(', ') + (finding.nodes.length > NAMED ? ', …' : '');
      return words.dead(titleOf(finding.layer), finding.nodes.length, finding.of, which);
    }
    case 'fading': return words.fading(titleOf(finding.layer), number(finding.mean), titleOf(finding.last), number(finding.most));
    case 'exploding': return words.exploding(titleOf(finding.layer), number(finding.mean));
    case 'sure': return words.sure(percent(finding.share), finding.wrong > 0 ? percent(finding.wrong) : '');
    case 'even': return words.even(loss(finding.loss), loss(Math.log(finding.classes)), finding.classes);
    case 'alike': return words.alike(titleOf(finding.layer));
    case 'unusable': return words.unusable;
    default: return words.diverged(String(finding.step));
  }
}
