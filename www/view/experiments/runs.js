// Every run side by side: how it was laid out, where it ended, and in what it differs from another.
import { drawnIn } from '../../colours/drawings.js';
import { count, loss, percent } from '../../util/format.js';
import { difference, table, word } from '../../app/runs.js';
import { attribute, h, say } from '../dom.js';
import { download } from '../download.js';
import { wordOf } from '../../text/word.js';

/** The longest name. */
const LONGEST = 40;

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createRuns(dispatch) {
  const title = h('h2');
  const save = h('button', { type: 'button', class: 'save-runs', click: () => {
    if (latest) download(new Blob([table(all(latest))], { type: 'text/csv' }), 'irozuku-runs.csv');
  } });
  const heads = Array.from({ length: 7 }, () => h('th', { scope: 'col' }));
  const body = h('tbody');
  const note = h('p', { class: 'note' });
  const element = h('section', { class: 'runs' }, h('div', { class: 'titles' }, title, save), h('table', {}, h('thead', {}, h('tr', {}, ...heads, h('td'))), body), note);
  /** The run that the others are compared with; 0 is the present one. */
  let base = 0;
  /** @type {import('../../app/view-model.js').Model | null} */
  let latest = null;
  /** @type {Map<number, ReturnType<typeof row>>} */
  let rows = new Map();

  /**
   * All runs, the present one first.
   * @param {import('../../app/view-model.js').Model} model
   */
  function all({ runs, state, summary, text }) {
    const present = { id: 0, name: runs.name || text.runNow, settings: state.settings, own: state.own, drawn: drawnIn(state.drawn, state.settings.data), summary, visible: true };
    return [present, ...runs.kept.map((run) => ({ ...run, name: run.name || text.runName(run.id) }))];
  }

  /** @param {number} id */
  function row(id) {
    const shown = h('input', { type: 'checkbox', change: () => dispatch('reveal', id, shown.checked) });
    const name = h('input', { type: 'text', maxLength: LONGEST, autocomplete: 'off', change: () => dispatch('rename', id, name.value.trim()) });
    const cells = Array.from({ length: 3 }, () => h('td', { class: 'figure' }));
    const compare = h('input', { type: 'radio', name: 'base', change: () => {
      base = id;
      if (latest) update(latest);
    } });
    const differs = h('td', { class: 'differs' });
    const open = h('button', { type: 'button', click: () => dispatch('resume', id) });
    const drop = h('button', { type: 'button', class: 'quiet', click: () => dispatch('drop', id) }, '✕');
    const acts = h('td', { class: 'acts' }, ...(id === 0 ? [] : [open, drop]));
    const element = h('tr', {}, h('td', {}, ...(id === 0 ? [] : [shown])), h('td', {}, name), ...cells, h('td', { class: 'compare' }, compare), differs, acts);
    return { element, shown, name, cells, compare, differs, open, drop };
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    latest = model;
    const { text } = model;
    const runs = all(model);
    if (!runs.some(({ id }) => id === base)) base = 0;
    const from = runs.find(({ id }) => id === base) ?? runs[0];
    say(title, text.runs);
    say(save, text.runsSave);
    [text.runShown, text.runNamed, text.stepAxis, text.lossTitle, text.accuracyTitle, text.runCompare, text.runDiffers].forEach((head, i) => say(heads[i], head));
    // Chromium keeps a radio button of a shadow tree in its group when it is gone, and the row around it, too.
    for (const [id, { compare }] of rows) if (!runs.some((run) => run.id === id)) compare.name = '';
    rows = new Map(runs.map(({ id }) => [id, rows.get(id) ?? row(id)]));
    const order = runs.map(({ id }) => /** @type {ReturnType<typeof row>} */ (rows.get(id)).element);
    if (order.length !== body.children.length || order.some((one, i) => body.children[i] !== one)) body.replaceChildren(...order);
    for (const run of runs) {
      const { id, name, summary, visible } = run;
      const one = /** @type {ReturnType<typeof row>} */ (rows.get(id));
      one.shown.checked = visible;
      attribute(one.shown, 'aria-label', text.runShow(name));
      attribute(one.name, 'aria-label', text.runNamed);
      if (!one.name.matches(':focus') && one.name.value !== name) one.name.value = name;
      const { step, trainLoss, testLoss, trainAccuracy, testAccuracy, diverged } = summary;
      say(one.cells[0], count(step) + (diverged === undefined ? '' : ` ${text.runDiverged}`));
      say(one.cells[1], text.pair(loss(trainLoss), loss(testLoss)));
      say(one.cells[2], text.pair(percent(trainAccuracy), percent(testAccuracy)));
      one.compare.checked = id === base;
      attribute(one.compare, 'aria-label', text.runBase(name));
      say(one.differs, id === base ? text.runIsBase : differs(from, run, text) || text.runSame);
      say(one.open, text.runOpen);
      attribute(one.drop, 'aria-label', text.runDrop(name));
    }
    say(note, runs.length === 1 ? text.runsNone : '');
  }

  return { element, update };
}

/**
 * The differences of a run from another, in words; empty where there are none.
 * @param {Pick<import('../../app/runs.js').Run, 'settings' | 'own' | 'drawn'>} from
 * @param {Pick<import('../../app/runs.js').Run, 'settings' | 'own' | 'drawn'>} run
 * @param {import('../../text/index.js').Text} text
 */
function differs(from, { settings, own, drawn }, text) {
  const words = difference(from.settings, settings).map((key) => `${text.runSetting[key]} ${worded(key, settings, text)}`);
  const others = settings.data === 'own' && from.settings.data === 'own' && own !== from.own;
  const redrawn = settings.data === from.settings.data && drawn !== from.drawn;
  return [...words, ...(others ? [text.runOthers] : []), ...(redrawn ? [text.pad.others] : [])].join(text.comma);
}

/**
 * A setting in the reader's words.
 * @param {typeof import('../../app/runs.js').KEYS[0]} key
 * @param {import('../../core/wasm.js').Settings} settings
 * @param {import('../../text/index.js').Text} text
 */
function worded(key, settings, text) {
  const { data, input, init, batch, weights } = settings;
  switch (key) {
    case 'data': return wordOf(text.set, data);
    case 'input': return text.inputs[input];
    case 'init': return weights !== '' ? text.inits.given : init.kind === 'gaussian' ? `${text.inits.gaussian} ${init.std}` : text.inits[init.kind];
    case 'batch': return batch === 'full' ? text.batchAll : count(batch);
    default: return word(settings[key]);
  }
}
