// The findings of a diagnosis, with the numbers that show them and their addresses. No words.
import { format } from '../core/address.js';
import { indexAt } from '../core/tensor-shape.js';

/** @typedef {import('../core/wasm.js').Diagnosis} Diagnosis */
/**
 * @typedef {{ kind: 'dead', layer: string, nodes: number[], of: number, address: string }
 *   | { kind: 'fading', layer: string, mean: number, last: string, most: number, address: string }
 *   | { kind: 'exploding', layer: string, mean: number, address: string }
 *   | { kind: 'sure', share: number, wrong: number, address: string }
 *   | { kind: 'even', loss: number, classes: number, address: string }
 *   | { kind: 'alike', layer: string, address: string }
 *   | { kind: 'unusable', address: string }
 *   | { kind: 'diverged', step: number, address: string }} Finding
 */

/** From this share of a layer on dead nodes are a finding. */
const MANY = 0.25;
/** A gradient this much smaller than the last layer's is fading; one larger than this is exploding. */
const FADING = 1e-3;
const EXPLODING = 10;
/** From this share of the colours on sure answers are a finding. */
const SURE = 0.5;
/** The largest distance of the loss to that of even answers. */
const EVEN = 0.01;

/**
 * @param {Diagnosis} diagnosis
 * @param {import('../core/wasm.js').Measured} summary
 * @param {number} classes
 * @param {readonly Pick<import('../app/view-model.js').ColumnModel, 'name' | 'shape' | 'weights'>[]} [columns] of the network; without them every
 * layer is taken for a row of nodes
 * @returns {Finding[]}
 */
export function findings({ dead, gradients, sure, wrongly, alike }, summary, classes, columns = []) {
  const columnOf = (/** @type {string} */ layer) => columns.find(({ name }) => name === layer);
  const firstOf = (/** @type {string} */ layer, /** @type {string} */ tensor) => format(layer, tensor, (columnOf(layer)?.weights?.shape ?? [0, 0]).map(() => 0));
  const outOf = (/** @type {string} */ layer, /** @type {number} */ node) => format(layer, 'out', [0, ...indexAt(node, columnOf(layer)?.shape ?? [node + 1])]);
  /** @type {Finding[]} */
  const found = [];
  if (!Number.isFinite(summary.trainLoss)) found.push({ kind: 'unusable', address: 'loss.out' });
  if (summary.diverged !== undefined) found.push({ kind: 'diverged', step: summary.diverged, address: 'loss.out' });
  if (Math.abs(summary.trainLoss - Math.log(classes)) < EVEN) found.push({ kind: 'even', loss: summary.trainLoss, classes, address: 'loss.out' });
  for (const layer of alike) found.push({ kind: 'alike', layer, address: firstOf(layer, 'w') });
  for (const { layer, of, nodes } of dead) {
    if (nodes.length >= MANY * of) found.push({ kind: 'dead', layer, nodes, of, address: outOf(layer, nodes[0]) });
  }
  const last = gradients.at(-1);
  for (const { layer, mean } of gradients) {
    if (mean > EXPLODING) found.push({ kind: 'exploding', layer, mean, address: firstOf(layer, 'dw') });
    else if (last && layer !== last.layer && mean < FADING * last.mean) found.push({ kind: 'fading', layer, mean, last: last.layer, most: last.mean, address: firstOf(layer, 'dw') });
  }
  if (sure >= SURE) found.push({ kind: 'sure', share: sure, wrong: wrongly, address: 'softmax.out[0,0]' });
  return found;
}
