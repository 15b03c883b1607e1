// The shape of a network in its settings: `hidden` has the nodes of its hidden layers, `layers` has them one by one.
import { SETTINGS } from './facts.js';

/** @typedef {import('./wasm.js').Settings} Settings */

/** Hidden layers to choose from by one press. */
export const SHAPES = [[], [16], [...SETTINGS.hidden]];

/**
 * Settings with a change: nodes of hidden layers take the place of layers that were given one by one.
 * @param {Readonly<Settings>} present
 * @param {Partial<Settings>} change
 * @returns {Settings}
 */
export function withShape({ layers, ...present }, change) {
  return { ...present, ...(layers && change.hidden === undefined ? { layers } : {}), ...change };
}
