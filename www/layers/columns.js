// The names of a network's columns before the core has loaded: a scene on a slide reports its number of stops at once.
// This is the only place where names are made from settings; a test compares them with the core's columns.
import { KINDS } from '../core/facts.js';

/** @typedef {Pick<import('../core/wasm.js').Settings, 'hidden' | 'layers'>} Shape */

/**
 * @param {Shape} settings
 * @returns {string[]} from `data` to `loss`
 */
export function columnsOf({ hidden, layers }) {
  const kinds = layers ? layers.map(({ kind }) => kind) : hidden.flatMap(() => ['affine', 'relu']);
  /** @type {Map<string, number>} */
  const counts = new Map();
  const named = [...kinds, 'affine'].map((kind) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${kind}${count}`;
  });
  return ['data', ...named, 'softmax', 'loss'];
}

/**
 * A name as its kind and its number: `affine1` → `['affine', '1']`.
 * @param {string} name
 * @returns {[string, string]} the number is empty where there is none
 */
export function kindAndNumber(name) {
  let end = name.length;
  while (end > 0 && name[end - 1] >= '0' && name[end - 1] <= '9') end -= 1;
  return [name.slice(0, end), name.slice(end)];
}

/**
 * The core's facts of a layer's kind, by its name.
 * @param {string} name `affine1`, `softmax`
 * @returns {import('../core/wasm.js').Kind | null} null where no layer can have that name
 */
export function kindOf(name) {
  const [kind, number] = kindAndNumber(name);
  const found = KINDS.find((one) => one.name === kind);
  const fits = found?.role === 'output' ? number === '' : /^[1-9]$/.test(number);
  return found && fits ? found : null;
}

/**
 * Whether the nodes of a kind have maps of the colours that they see.
 * @param {string} kind
 */
export function hasMaps(kind) {
  return KINDS.some(({ name, map }) => name === kind && map !== null);
}
