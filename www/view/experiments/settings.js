// The hyperparameters: chosen, not learned. Learning rate and batch act at once; everything else
// waits for a new beginning, which says so.
import { LIMITS } from '../../core/facts.js';
import { SETTINGS } from '../../core/facts.js';
import { BEGINNINGS, withShape } from '../../core/shape.js';
import { isPicture } from '../../core/tensor-shape.js';
import { attribute, h, say } from '../dom.js';
import { createLayerList } from './layer-list.js';

/** @typedef {import('../../core/wasm.js').Settings} Settings */

/** The ends of the learning rate's slider, as powers of ten. */
const RATES = [-5, 2];
const INPUTS = /** @type {const} */ (['raw', 'scaled', 'standardised']);
const INITS = /** @type {const} */ (['zeros', 'gaussian', 'he']);

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createSettings(dispatch) {
  /** Changes that wait for a new beginning. @type {Partial<Settings>} */
  let draft = {};
  /** @type {import('../../app/view-model.js').Model | null} */
  let latest = null;

  const put = (/** @type {Partial<Settings>} */ change) => {
    draft = { ...draft, ...change };
    // Either stands for all hidden layers.
    if (change.hidden) delete draft.layers;
    if (change.layers) delete draft.hidden;
    if (latest) update(latest);
  };
  const now = () => withShape(latest?.state.settings ?? SETTINGS, draft);

  /** The row in which something was written that can't be used. */
  let refused = '';
  /**
   * A box whose row shows the allowed range, after an input that can't be used.
   * @param {string} row
   * @param {(value: number) => unknown} use
   */
  const boxIn = (row, use) => numberBox((value) => {
    const done = use(value);
    refused = done === false ? row : '';
    if (latest) update(latest);
    return done;
  });

  const rate = boxIn('learningRate', (value) => Math.fround(value) > 0 && value <= LIMITS.largestLearningRate && dispatch('settings', { learningRate: value }));
  const slider = h('input', { type: 'range', min: String(RATES[0]), max: String(RATES[1]), step: '0.05', input: () => dispatch('settings', { learningRate: round(10 ** Number(slider.value)) }) });
  const batches = ['1', '20', 'full'].map((value) => choice(value, () => dispatch('settings', { batch: value === 'full' ? 'full' : Number(value) })));
  const batch = boxIn('batch', (value) => Number.isInteger(value) && value >= 1 && value <= LIMITS.mostColours && dispatch('settings', { batch: value }));
  const layers = h('div', { class: 'layers' });
  // Without any layer the network is one of no hidden nodes.
  const list = createLayerList((given) => put(given.length > 0 ? { layers: given } : { hidden: [] }));
  const more = h('button', { type: 'button', class: 'quiet', click: () => put({ hidden: [...now().hidden, 16].slice(0, LIMITS.mostLayers) }) }, '＋');
  const fewer = h('button', { type: 'button', class: 'quiet', click: () => put({ hidden: now().hidden.slice(0, -1) }) }, '−');
  const inits = INITS.map((kind) => choice(kind, () => put({ init: kind === 'gaussian' ? { kind, std: now().init.std ?? 0.1 } : { kind }, weights: '' })));
  // Those of a file, while they are in force.
  const given = choice('given', () => {
    for (const key of /** @type {const} */ (['weights', ...BEGINNINGS])) delete draft[key];
    put({});
  });
  const std = boxIn('init', (value) => value >= 0 && value <= LIMITS.largestStd && put({ init: { kind: 'gaussian', std: value }, weights: '' }));
  const inputs = INPUTS.map((input) => choice(input, () => put({ input })));
  const seed = boxIn('seed', (value) => Number.isInteger(value) && value >= 0 && value <= LIMITS.largestSeed && put({ seed: value }));
  const train = boxIn('amount', (value) => Number.isInteger(value) && value >= 1 && value <= LIMITS.mostColours && put({ train: value }));
  const test = boxIn('amount', (value) => Number.isInteger(value) && value >= 0 && value <= LIMITS.mostColours && put({ test: value }));

  const segments = (/** @type {HTMLButtonElement[]} */ buttons) => h('div', { class: 'segments', role: 'group' }, ...buttons);
  const rows = /** @type {const} */ (['learningRate', 'batch', 'hidden', 'init', 'input', 'seed', 'amount']);
  const groups = { batch: segments(batches), init: segments([...inits, given]), input: segments(inputs) };
  const controls = {
    learningRate: [slider, rate],
    batch: [groups.batch, batch],
    hidden: [layers, fewer, more, list.element],
    init: [groups.init, std],
    input: [groups.input],
    seed: [seed],
    amount: [train, h('span', { class: 'plus' }, '/'), test],
  };
  const parts = rows.map((row) => {
    const [label, note] = [h('h3'), h('p', { class: 'note', role: 'status' })];
    return { row, label, note, element: h('div', { class: 'setting', 'data-setting': row }, label, h('div', { class: 'control' }, ...controls[row]), note) };
  });
  const heads = [h('h2'), h('h2')];
  const start = h('button', { type: 'button', class: 'primary begin', click: () => dispatch('begin', draft) });
  const drop = h('button', { type: 'button', class: 'discard', click: () => {
    draft = {};
    if (latest) update(latest);
  } });
  const warning = h('p', { class: 'note', role: 'status' });
  const apply = h('div', { class: 'apply', hidden: true }, h('div', { class: 'tools' }, start, drop), warning);
  const element = h('section', { class: 'settings' }, heads[0], ...parts.slice(0, 2).map((one) => one.element), heads[1], ...parts.slice(2).map((one) => one.element));

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    if (latest && latest.data !== model.data) draft = {};
    latest = model;
    const { text, state, summary, data } = model;
    const present = state.settings;
    const other = (/** @type {[string, unknown]} */ [key, value]) => (key === 'hidden' && present.layers !== undefined) || JSON.stringify(value) !== JSON.stringify(present[/** @type {'seed'} */ (key)]);
    draft = Object.fromEntries(Object.entries(draft).filter(other));
    const shown = now();
    const changed = Object.keys(draft);
    say(heads[0], text.settingsNow);
    say(heads[1], text.settingsLater);
    for (const { row, label, note, element: part } of parts) {
      const layered = row === 'hidden' && (shown.layers !== undefined || isPicture(data.shape));
      say(label, layered ? text.hidden : text.setting[row]);
      const range = row === refused && row !== 'input' ? text.settingRange[row] : '';
      say(note, range || (layered ? text.layersNote : text.settingNote[row]));
      note.classList.toggle('warning', range !== '');
      part.classList.toggle('changed', row === 'amount' ? changed.includes('train') || changed.includes('test') : changed.includes(row) || (row === 'hidden' && changed.includes('layers')) || (row === 'init' && changed.includes('weights')));
    }
    fill(rate, present.learningRate, text.setting.learningRate);
    attribute(slider, 'aria-label', text.setting.learningRate);
    attribute(slider, 'aria-valuetext', String(present.learningRate));
    const power = Math.log10(present.learningRate);
    if (Math.abs(Number(slider.value) - power) > 0.03) slider.value = String(power);
    slider.style.setProperty('--share', `${(Math.min(1, Math.max(0, (power - RATES[0]) / (RATES[1] - RATES[0])))) * 100}%`);
    for (const [row, group] of Object.entries(groups)) attribute(group, 'aria-label', text.setting[/** @type {'init'} */ (row)]);
    batches.forEach((button) => {
      say(button, button.value === 'full' ? text.batchAll : button.value);
      attribute(button, 'aria-pressed', String(String(present.batch) === button.value));
    });
    fill(batch, present.batch === 'full' ? data.train.length : present.batch, text.setting.batch);
    const listed = shown.layers !== undefined || isPicture(data.shape);
    for (const one of [layers, fewer, more]) one.hidden = listed;
    list.element.hidden = !listed;
    if (listed) list.update(shown.layers ?? shown.hidden.flatMap((nodes) => [{ kind: 'affine', nodes }, { kind: 'relu' }]), text);
    lay(shown.hidden, text);
    more.disabled = shown.hidden.length >= LIMITS.mostLayers;
    fewer.disabled = shown.hidden.length === 0;
    attribute(more, 'aria-label', text.layerMore);
    attribute(fewer, 'aria-label', text.layerFewer);
    inits.forEach((button) => {
      say(button, text.inits[/** @type {'he'} */ (button.value)]);
      attribute(button, 'aria-pressed', String(shown.weights === '' && shown.init.kind === button.value));
    });
    say(given, text.inits.given);
    attribute(given, 'aria-pressed', String(shown.weights !== ''));
    given.hidden = present.weights === '';
    std.hidden = shown.weights !== '' || shown.init.kind !== 'gaussian';
    fill(std, shown.init.std ?? 0, text.std);
    inputs.forEach((button) => {
      say(button, text.inputs[/** @type {'raw'} */ (button.value)]);
      attribute(button, 'aria-pressed', String(shown.input === button.value));
    });
    fill(seed, shown.seed, text.seed);
    fill(train, shown.train, text.amountTrain);
    fill(test, shown.test, text.amountTest);
    for (const box of [train, test]) box.disabled = present.data === 'own';
    say(start, text.settingsBegin);
    say(drop, text.settingsDrop);
    apply.hidden = changed.length === 0;
    say(warning, changed.length === 0 ? '' : text.settingsWarn(summary.step));
  }

  /**
   * A box for the nodes of each hidden layer.
   * @param {number[]} hidden
   * @param {import('../../text/index.js').Text} text
   */
  function lay(hidden, text) {
    while (layers.children.length > hidden.length) layers.lastElementChild?.remove();
    while (layers.children.length < hidden.length) {
      const i = layers.children.length;
      layers.append(boxIn('hidden', (value) => Number.isInteger(value) && value >= 1 && value <= LIMITS.mostNodes && put({ hidden: now().hidden.map((width, at) => (at === i ? value : width)) })));
    }
    hidden.forEach((width, i) => fill(/** @type {HTMLInputElement} */ (layers.children[i]), width, text.layerNodes(i + 1)));
    layers.dataset.none = hidden.length === 0 ? text.hiddenNone : '';
  }

  return { element, apply, update };
}

/**
 * A box for a number, used when it is left or Enter is pressed; an input that can't be used is replaced by the value in force.
 * @param {(value: number) => unknown} use
 */
function numberBox(use) {
  const box = h('input', { type: 'number', step: 'any', inputMode: 'decimal', change: () => {
    const value = box.value === '' ? NaN : Number(box.value);
    if (use(value) === false) box.value = box.dataset.shown ?? '';
  } });
  return box;
}

/**
 * @param {HTMLInputElement} box
 * @param {number} value
 * @param {string} label
 */
function fill(box, value, label) {
  attribute(box, 'aria-label', label);
  const word = String(value);
  const changed = box.dataset.shown !== word;
  box.dataset.shown = word;
  if (changed || !box.matches(':focus')) box.value = word;
}

/**
 * @param {string} value
 * @param {() => void} click
 */
function choice(value, click) {
  return h('button', { type: 'button', value, click });
}

/**
 * Two digits are enough for a slider.
 * @param {number} value
 */
function round(value) {
  return Number(value.toPrecision(2));
}
