// The shape of a network in its settings: `hidden` has the nodes of its hidden layers, `layers` has them one by one.
import { same } from '../util/same.js';
import { SETTINGS } from './facts.js';

/** @typedef {import('./wasm.js').Settings} Settings */

/** Hidden layers to choose from by one press. */
export const SHAPES = [[], [16], [...SETTINGS.hidden]];

/** With another of them, given first weights are no more those of the network. */
export const BEGINNINGS = /** @type {const} */ (['hidden', 'layers', 'init', 'seed', 'data']);

/**
 * Settings with a change: nodes of hidden layers take the place of layers that were given one by one, and given first weights
 * go (see `keptWeights`).
 * @param {Readonly<Settings>} present
 * @param {Partial<Settings>} change
 * @returns {Settings}
 */
export function withShape(present, change) {
  const { layers, ...rest } = present;
  return { ...rest, ...(layers && change.hidden === undefined ? { layers } : {}), weights: keptWeights(present, change), ...change };
}

/**
 * The given first weights after a change that says nothing of them: none with another shape, seed or data, or where others are to
 * be drawn.
 * @param {Readonly<Settings>} present
 * @param {Partial<Settings>} change
 */
export function keptWeights(present, change) {
  const flat = present.layers !== undefined && change.hidden !== undefined;
  const kept = !flat && BEGINNINGS.every((key) => change[key] === undefined || same(change[key], present[key]));
  return kept ? present.weights : '';
}
