// Weights from a file, as settings to begin anew with.
import { textOfWeights } from '../core/weights-text.js';
import { count } from '../util/format.js';
import { word } from '../app/runs.js';
import { fitted } from './fit.js';
import { arraysIn, checkBytes } from './open.js';

/** The longest name of a file that is told. */
const LONGEST = 40;

/**
 * @param {File} file
 * @param {import('../app/store.js').Store} store with the present network
 * @returns {Promise<{ settings: Partial<import('../core/wasm.js').Settings>, told: Record<string, string> }>} settings that begin with
 * them, of another network where they describe one, and what the message about them says
 * @throws {import('../core/wasm.js').CoreError} where they can't be read, or fit no network of these data
 */
export async function beginningWith(file, store) {
  checkBytes(file.size);
  const arrays = await arraysIn(new Uint8Array(await file.arrayBuffer()));
  const { workbench, data } = store;
  const { weights, settings } = fitted(arrays, { tensors: workbench.parameters(), inputs: data.shape, classes: data.classes.length });
  const { hidden, layers } = settings;
  const told = { file: file.name.slice(0, LONGEST), numbers: count(weights.length), ...(hidden || layers ? { hidden: nodesIn(hidden, layers) } : {}) };
  return { settings: { ...settings, weights: textOfWeights(weights) }, told };
}

/**
 * Hidden layers in short; empty where there are none.
 * @param {import('../core/wasm.js').Settings['hidden']} [hidden]
 * @param {import('../core/wasm.js').Settings['layers']} [layers]
 */
function nodesIn(hidden = [], layers) {
  if (layers) return layers.map(({ kind, nodes = '' }) => kind + nodes).join(' · ');
  return hidden.length > 0 ? word(hidden) : '';
}
