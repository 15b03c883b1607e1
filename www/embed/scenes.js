// Scenes: parts of the page that are shown alone, on a slide or in a text, and their stops. Knows
// names only, no numbers.
import { settingsFor } from '../colours/datasets.js';
import { PICTURES } from '../core/facts.js';
import { positionsOf } from '../core/pass-positions.js';
import { columnsOf, kindAndNumber, kindOf } from '../layers/columns.js';

/** @typedef {import('../state/schema.js').State} State */
/** @typedef {Pick<State, 'scene' | 'controls' | 'layer' | 'at' | 'selected' | 'step' | 'lesson' | 'settings'>} Standing */
/** @typedef {{ at: string, selected?: string } | { step: number }} Stop a place in a pass, with the number that is open there, or so many updates */

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
export function stopsOf({ scene, layer, selected, settings }) {
  if (LEARNING.includes(scene)) return LEARNED.map((step) => ({ step }));
  if (scene === 'neuron') return [{ step: 0 }];
  const positions = positionsOf(columnsOf(settings));
  if (scene === 'forward') return positions.filter(({ phase }) => phase === 'forward' || phase === 'loss');
  if (scene === 'backward') return positions.filter(({ phase, at }) => at === 'forward:loss' || phase === 'backward');
  if (scene === 'one-layer') {
    const [before, shown] = shownOf({ layer, settings });
    return [`forward:${before}`, `forward:${shown}`, `backward:${shown}`, ...(kindOf(shown)?.params.length ? ['update'] : [])].map((at) => ({ at }));
  }
  if (scene === 'kernel') return windowStops({ layer, selected, settings });
  return positions;
}

/**
 * The window of a Convolution on its way along a row of the picture: the row and the channel of the number that is open.
 * @param {Pick<State, 'layer' | 'selected' | 'settings'>} state
 * @returns {Stop[]}
 */
function windowStops({ layer, selected, settings }) {
  const shown = convolutionIn({ layer, settings });
  if (shown === null) return [{ at: 'forward:data' }];
  const columns = columnsOf(settings);
  const pools = columns.slice(0, columns.indexOf(shown)).filter((name) => kindAndNumber(name)[0] === 'pool').length;
  const [, height, width] = PICTURES[settings.data].map((side) => Math.max(1, Math.floor(side / 2 ** pools)));
  const [, name, row, channel, line] = /^(\w+)\.out\[(\d+),(\d+),(\d+),\d+\]$/.exec(selected ?? '') ?? [];
  const place = name === shown ? `${row},${channel},${line}` : `0,0,${Math.floor((height - 1) / 2)}`;
  return Array.from({ length: width }, (_, column) => ({ at: `forward:${shown}`, selected: `${shown}.out[${place},${column}]` }));
}

/**
 * The Convolution of that name, or the first one.
 * @param {Pick<State, 'layer' | 'settings'>} state
 * @returns {string | null} null where there is none, or no pictures
 */
function convolutionIn({ layer, settings }) {
  const found = Object.hasOwn(PICTURES, settings.data) ? columnsOf(settings).filter((name) => kindAndNumber(name)[0] === 'conv') : [];
  return found.includes(layer) ? layer : (found[0] ?? null);
}

/**
 * The stop that the state is on; between two, the one before.
 * @param {Standing} state
 * @returns {number}
 */
export function stopOf(state) {
  const stops = stopsOf(state);
  if (state.scene === 'kernel') return Math.max(0, stops.findIndex((stop) => 'at' in stop && stop.selected === state.selected));
  const order = positionsOf(columnsOf(state.settings)).map(({ at }) => at);
  const here = order.indexOf(state.at);
  const passed = (/** @type {Stop} */ stop) => ('step' in stop ? stop.step <= state.step : order.indexOf(stop.at) <= here);
  return Math.max(0, stops.findLastIndex(passed));
}

/** The scenes that show a layer with the one before it. */
const OF_ONE_LAYER = ['one-layer', 'kernel'];

/**
 * Whether a scene shows a layer with the one before it.
 * @param {Pick<State, 'scene'>} state
 */
export const isOfOneLayer = ({ scene }) => OF_ONE_LAYER.includes(scene);

/**
 * The layer that is shown by itself, and the column before it.
 * @param {Pick<State, 'layer' | 'settings'> & Partial<Pick<State, 'scene'>>} state
 * @returns {[string, string]}
 */
export function shownOf({ layer, settings, scene }) {
  const columns = columnsOf(settings).slice(0, -1);
  const at = Math.max(1, columns.indexOf(scene === 'kernel' ? (convolutionIn({ layer, settings }) ?? layer) : layer));
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
  // A kernel needs a Convolution, and pictures.
  if (scene === 'kernel' && convolutionIn(next) === null) {
    const settings = settingsFor('patterns', next.settings);
    return placed({ ...change, settings, picture: change.picture ?? '' }, present);
  }
  const room = scene === 'colours' || scene === 'cube' ? 'colours' : 'network';
  const stop = stopsOf(next)[stopOf(next)];
  const stands = 'step' in stop || stop.at === 'update' || (stop.at === next.at && (stop.selected ?? next.selected) === next.selected);
  return { ...change, room, ...(stands ? {} : stop) };
}

/**
 * Whether there is a layer of that name.
 * @param {Pick<State, 'layer' | 'settings'>} state
 */
export function hasLayer({ layer, settings }) {
  return columnsOf(settings).slice(1, -1).includes(layer);
}
