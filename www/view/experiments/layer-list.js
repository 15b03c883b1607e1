// The hidden layers one by one: each with its nodes, a button that moves it one place earlier and one that removes it; and
// buttons that add a layer at the end. Whether they fit together the core says.
import { KINDS, LIMITS } from '../../core/facts.js';
import { descriptorOf } from '../../layers/index.js';
import { attribute, h, say } from '../dom.js';

/** @typedef {NonNullable<import('../../core/wasm.js').Settings['layers']>} Layers */

/** The kinds in the order in which a network of pictures uses them. */
const ORDER = ['conv', 'relu', 'pool', 'affine'];
/** The kinds of hidden layers. */
const HIDDEN = KINDS.filter(({ role }) => role !== 'output').sort((one, other) => ORDER.indexOf(one.name) - ORDER.indexOf(other.name));
/** How many nodes or kernels a new layer has. */
const NODES = 8;
/** The most layers of a list: an activation for each with weights. */
const MOST = 2 * LIMITS.mostLayers;

/** @param {string} kind */
const sized = (kind) => HIDDEN.some(({ name, params }) => name === kind && params.length > 0);

/** @param {(layers: Layers) => void} changed */
export function createLayerList(changed) {
  const list = h('ol', { class: 'layer-list' });
  const adders = HIDDEN.map(({ name }) => h('button', { type: 'button', class: 'add', 'data-kind': name, click: () => changed([...layers, sized(name) ? { kind: name, nodes: NODES } : { kind: name }]) }));
  const element = h('div', { class: 'layer-by-layer' }, list, h('div', { class: 'tools' }, ...adders));
  /** @type {Layers} */
  let layers = [];
  /** What the list was made for. */
  let made = '';

  /**
   * @param {Layers[0]} layer
   * @param {number} i
   * @param {import('../../text/index.js').Text} text
   */
  function item({ kind, nodes }, i, text) {
    const { title } = descriptorOf(kind);
    const named = (/** @type {string} */ words) => ({ 'aria-label': words, title: words });
    const earlier = h('button', { type: 'button', class: 'quiet earlier', ...named(text.layerEarlier(title, i + 1)), disabled: i === 0, click: () => changed(layers.toSpliced(i - 1, 2, layers[i], layers[i - 1])) }, '◀');
    const remove = h('button', { type: 'button', class: 'quiet remove', ...named(text.layerRemove(title, i + 1)), click: () => changed(layers.toSpliced(i, 1)) }, '✕');
    const box = h('input', { type: 'number', min: '1', max: String(LIMITS.mostNodes), value: String(nodes), 'aria-label': text.layerNodesOf(title, i + 1), change: () => {
      const value = Number(box.value);
      if (box.value !== '' && Number.isInteger(value) && value >= 1 && value <= LIMITS.mostNodes) changed(layers.with(i, { kind, nodes: value }));
      else box.value = String(nodes);
    } });
    return h('li', {}, earlier, h('span', {}, title), ...(nodes === undefined ? [] : [box]), remove);
  }

  /**
   * @param {Layers} now
   * @param {import('../../text/index.js').Text} text
   */
  function update(now, text) {
    layers = now;
    const word = JSON.stringify([now, text.layerRemove('', 0)]);
    if (word !== made) {
      made = word;
      const held = [...list.querySelectorAll('button, input')].findIndex((one) => one.matches(':focus'));
      list.replaceChildren(...now.map((layer, i) => item(layer, i, text)));
      const all = /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll('button, input'));
      if (held >= 0) (all[Math.min(held, all.length - 1)] ?? adders[0]).focus();
    }
    HIDDEN.forEach(({ name }, i) => {
      const { title } = descriptorOf(name);
      say(adders[i], `＋ ${title}`);
      attribute(adders[i], 'aria-label', text.layerAdd(title));
      adders[i].disabled = now.length >= MOST;
    });
  }

  return { element, update };
}
