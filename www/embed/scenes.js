// Scenes: parts of the page that are shown alone, on a slide or in a text, and their stops. Knows
// names only, no numbers.
import { columnsOf, kindOf } from '../layers/columns.js';
import { positionsOf } from '../core/pass-positions.js';

/** @typedef {import('../state/schema.js').State} State */
/** @typedef {Pick<State, 'scene' | 'controls' | 'layer' | 'at' | 'step' | 'lesson' | 'settings'>} Standing */
/** @typedef {{ at: string } | { step: number }} Stop a place in a pass, or so many updates */

/** The scenes that show how the network learns, and how many updates have been made at each of their stops. */
const LEARNING = ['colours', 'loss', 'cube'];
const LEARNED = [0, 1, 10, 30, 100, 300, 1000];

/**
 * Whether only a scene is shown. A chapter of the lesson needs the whole page.
 * @param {Pick<State, 'scene' | 'controls' | 'lesson'>} state
 */
export function alone({ scene, controls, lesson }) {
  return lesson === '' && (scene !== 'whole' || controls !== 'full');
}

/**
 * The stops of a scene, in their order.
 * @param {Standing} state
 * @returns {Stop[]} at least one
 */
export function stopsOf({ scene, layer, settings }) {
  if (LEARNING.includes(scene)) return LEARNED.map((step) => ({ step }));
  if (scene === 'neuron') return [{ step: 0 }];
  const positions = positionsOf(columnsOf(settings));
  if (scene === 'forward') return positions.filter(({ phase }) => phase === 'forward' || phase === 'loss');
  if (scene === 'backward') return positions.filter(({ phase, at }) => at === 'forward:loss' || phase === 'backward');
  if (scene === 'one-layer') {
    const [before, shown] = shownOf({ layer, settings });
    return [`forward:${before}`, `forward:${shown}`, `backward:${shown}`, ...(kindOf(shown)?.params.length ? ['update'] : [])].map((at) => ({ at }));
  }
  return positions;
}

/**
 * The stop that the state is on; between two, the one before.
 * @param {Standing} state
 * @returns {number}
 */
export function stopOf(state) {
  const stops = stopsOf(state);
  const order = positionsOf(columnsOf(state.settings)).map(({ at }) => at);
  const here = order.indexOf(state.at);
  const passed = (/** @type {Stop} */ stop) => ('step' in stop ? stop.step <= state.step : order.indexOf(stop.at) <= here);
  return Math.max(0, stops.findLastIndex(passed));
}

/**
 * The layer that is shown by itself, and the column before it.
 * @param {Pick<State, 'layer' | 'settings'>} state
 * @returns {[string, string]}
 */
export function shownOf({ layer, settings }) {
  const columns = columnsOf(settings).slice(0, -1);
  const at = Math.max(1, columns.indexOf(layer));
  return [columns[at - 1], columns[at]];
}

/**
 * A change of the state as it fits the scene: in its room, and on one of its stops.
 * @param {Partial<State>} change every value of it allowed
 * @param {State} present
 * @returns {Partial<State>}
 */
export function placed(change, present) {
  const next = { ...present, ...change };
  const touched = /** @type {const} */ (['scene', 'controls', 'room', 'at', 'lesson', 'layer']).some((key) => change[key] !== undefined);
  if (!touched || !alone(next)) return change;
  const { scene } = next;
  const room = scene === 'colours' || scene === 'cube' ? 'colours' : 'network';
  const stop = stopsOf(next)[stopOf(next)];
  const stands = 'step' in stop || stop.at === 'update' || stop.at === next.at;
  return { ...change, room, ...(stands ? {} : { at: stop.at }) };
}

/**
 * Whether there is a layer of that name.
 * @param {Pick<State, 'layer' | 'settings'>} state
 */
export function hasLayer({ layer, settings }) {
  return columnsOf(settings).slice(1, -1).includes(layer);
}
