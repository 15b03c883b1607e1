// The page's state: one table has the default and the allowed values of each key.
//
// The state is a plain object. A wrong value in a given one is replaced by the nearest allowed value and
// named, so that nothing a caller writes can break the page.

import { LEFT_EDGES, WEIGHTS } from '../lesson/kernel.js';
import { pictureText } from '../colours/pictures.js';
import { cleanedCatches } from '../colours/catches.js';
import { cleanedDrawings } from '../colours/drawings.js';
import { NONE, cleanedCustomSet } from '../colours/custom-set.js';
import { LIMITS, SETS, SETTINGS } from '../core/facts.js';
import { keptWeights, withShape } from '../core/shape.js';
import { weightsText } from '../core/weights-text.js';
import { colour, copied, isDictionary, oneOf, orNull, positive, text, whole, yesNo } from '../util/readers.js';
import { kindOf } from '../layers/columns.js';
import { ALL } from '../lesson/planes.js';
import { NUDGES } from '../lesson/tiny.js';
import { NAMES } from '../text/index.js';

/** @typedef {import('../core/wasm.js').Settings} Settings */

/**
 * @typedef {object} State
 * @property {import('../text/index.js').Language} lang
 * @property {'auto' | 'light' | 'dark' | 'projector'} theme
 * @property {[number, number, number]} color the picked colour, 0 to 255 each
 * @property {string} picture the picture on display, where the data are pictures, see colours/pictures.js
 * @property {number | null} label the teacher's class for it; null: by the rule of the data set
 * @property {'one' | 'batch'} scope whether a pass is of the picked colour or of the training batch
 * @property {'all' | 'one'} update whether the update of a pass of one colour learns from the batch, or from that colour alone
 * @property {number} row the row of the batch on display
 * @property {string} at the position in the pass: `forward:affine1`, `backward:relu3`, `update`
 * @property {string | null} selected the address of the selected number
 * @property {number} step how many updates have been made
 * @property {string} moves the moves up to the step, see state/moves.js; empty: all by the settings
 * @property {'slow' | 'normal' | 'fast'} speed of training
 * @property {'network' | 'colours' | 'experiments'} room which part of the page is open
 * @property {number} slice saturation of the maps of the nodes, percent
 * @property {boolean} maps whether the nodes show those maps even where they have a number to show
 * @property {import('../colours/custom-set.js').CustomSet} own the custom set
 * @property {import('../colours/drawings.js').Drawings} drawn the learner's own pictures, by data set
 * @property {import('../colours/catches.js').Rgb[]} catches colours that the trained network has named wrong
 * @property {boolean} log whether the loss axis is logarithmic
 * @property {string} lesson the step of the lesson that is open, see lesson/index.js; empty where none is
 * @property {string} chapters the chosen ones of the lesson, separated by points; empty for all
 * @property {boolean} present whether the lesson is shown to a room: large, the answers hidden, led by a remote
 * @property {'whole' | 'forward' | 'backward' | 'one-layer' | 'kernel' | 'colours' | 'loss' | 'neuron' | 'cube'} scene the part of the page
 * that is shown alone, see embed/scenes.js
 * @property {'none' | 'step' | 'full'} controls of that scene: none, only on and back, or all
 * @property {string} layer the one that the scene of one layer, or of a kernel, shows
 * @property {[number, number, number, number]} neuron weights and bias of the neuron that is set by hand
 * @property {readonly number[]} kernel the nine weights of the kernel that is set by hand, see lesson/kernel.js
 * @property {number} planes which neurons of the hidden layer with ready-made weights are connected, a bit each, see lesson/planes.js
 * @property {number} nudged how far the number of the tiny network is nudged, see lesson/tiny.js
 * @property {Settings} settings
 */

/** A part of a state, and of its settings. @typedef {Partial<Omit<State, 'settings'>> & { settings?: Partial<Settings> }} Change */

/** The largest sizes of the weights and the bias of the neuron that is set by hand. */
export const MOST = [1, 1, 1, 150];

/** The most steps that a state may have replayed, and the longest text of moves. */
const STEPS = 1_000_000;
const TEXT = 100_000;
/** The most names of wrong keys that are reported, and the longest of them. */
const [REPORTED, LONGEST] = [10, 40];

/**
 * For each key: its default, and a function that gives the nearest allowed value, or `undefined`.
 * @type {{ [K in keyof State]: { initial: State[K], nearest: (value: unknown) => State[K] | undefined } }}
 */
const TABLE = {
  lang: { initial: 'ja', nearest: oneOf(...NAMES.map(([code]) => code)) },
  theme: { initial: 'auto', nearest: oneOf('auto', 'light', 'dark', 'projector') },
  color: { initial: [122, 66, 94], nearest: colour },
  picture: { initial: '', nearest: pictureText },
  label: { initial: null, nearest: orNull(whole(0, LIMITS.mostClasses - 1)) },
  scope: { initial: 'one', nearest: oneOf('one', 'batch') },
  update: { initial: 'all', nearest: oneOf('all', 'one') },
  row: { initial: 0, nearest: whole(0, LIMITS.mostColours - 1) },
  at: { initial: 'forward:data', nearest: text(TEXT) },
  selected: { initial: null, nearest: orNull(text(TEXT)) },
  step: { initial: 0, nearest: whole(0, STEPS) },
  moves: { initial: '', nearest: text(TEXT) },
  speed: { initial: 'normal', nearest: oneOf('slow', 'normal', 'fast') },
  room: { initial: 'network', nearest: oneOf('network', 'colours', 'experiments') },
  slice: { initial: 100, nearest: whole(0, 100) },
  maps: { initial: false, nearest: yesNo },
  own: { initial: { ...NONE, classes: [...NONE.classes] }, nearest: cleanedCustomSet },
  drawn: { initial: {}, nearest: cleanedDrawings },
  catches: { initial: [], nearest: cleanedCatches },
  log: { initial: false, nearest: yesNo },
  lesson: { initial: '', nearest: name },
  chapters: { initial: '', nearest: name },
  present: { initial: false, nearest: yesNo },
  scene: { initial: 'whole', nearest: oneOf('whole', 'forward', 'backward', 'one-layer', 'kernel', 'colours', 'loss', 'neuron', 'cube') },
  controls: { initial: 'full', nearest: oneOf('none', 'step', 'full') },
  layer: { initial: 'affine1', nearest: layer },
  neuron: { initial: [0.1, 0.2, 0.3, 0.5], nearest: neuron },
  planes: { initial: 1, nearest: whole(0, ALL) },
  nudged: { initial: 0, nearest: nudge },
  kernel: { initial: LEFT_EDGES.map(() => 0), nearest: kernel },
  settings: { initial: /** @type {Settings} */ (structuredClone(SETTINGS)), nearest: (value) => settings(value, SETTINGS) },
};

/**
 * The initial state.
 * @returns {State}
 */
export function initial() {
  const entries = Object.entries(TABLE).map(([key, row]) => [key, structuredClone(row.initial)]);
  return Object.fromEntries(entries);
}

/**
 * The allowed part of a given state, and the names of the wrong keys. Never throws.
 * @param {unknown} given
 * @param {State} present settings that are left out stay as they are
 * @returns {{ change: Partial<State>, wrong: string[] }}
 */
export function cleaned(given, present) {
  /** @type {Record<string, unknown>} */
  const change = {};
  const wrong = [];
  const plain = copied(given);
  if (!isDictionary(plain)) return { change, wrong: ['state'] };
  for (const [key, value] of Object.entries(plain)) {
    const row = Object.hasOwn(TABLE, key) ? TABLE[/** @type {keyof State} */ (key)] : undefined;
    // Ignore the present step, even beyond the limit: it is no change.
    if (key === 'step' && value === present.step) continue;
    const nearest = key === 'settings' ? settings(value, present.settings) : row?.nearest(value);
    if (nearest === undefined) wrong.push(key);
    else {
      change[key] = nearest;
      if (!fits(value, nearest)) wrong.push(key);
    }
  }
  return { change, wrong };
}

/**
 * The names of wrong keys for a message: each once, at most REPORTED of them, each cut to LONGEST characters.
 * @param {string[]} wrong
 */
export function listed(wrong) {
  const names = [...new Set(wrong)].map((name) => (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name));
  return names.length > REPORTED ? `${names.slice(0, REPORTED).join(', ')}, …` : names.join(', ');
}

/**
 * The name of a step, or of chapters.
 * @param {unknown} value
 */
function name(value) {
  return typeof value === 'string' && /^[a-z.]{0,200}$/.test(value) ? value : undefined;
}

/**
 * The name of a layer.
 * @param {unknown} value
 */
function layer(value) {
  return typeof value === 'string' && kindOf(value) ? value : undefined;
}

/**
 * Three weights and a bias; values beyond the sliders are moved to their ends.
 * @param {unknown} value
 * @returns {[number, number, number, number] | undefined}
 */
function neuron(value) {
  if (!Array.isArray(value) || value.length !== 4 || !value.every(Number.isFinite)) return undefined;
  return /** @type {[number, number, number, number]} */ (value.map((one, i) => Math.min(MOST[i], Math.max(-MOST[i], one))));
}

/**
 * Nine weights, each of those that a kernel by hand can have.
 * @param {unknown} value
 * @returns {number[] | undefined}
 */
function kernel(value) {
  return Array.isArray(value) && value.length === LEFT_EDGES.length && value.every((weight) => WEIGHTS.includes(weight)) ? [...value] : undefined;
}

/**
 * The nearest of the nudges.
 * @param {unknown} value
 */
function nudge(value) {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return NUDGES.reduce((best, one) => (Math.abs(one - value) < Math.abs(best - value) ? one : best));
}

/**
 * Settings, with the present value where one is missing or wrong. The core checks them again.
 * @param {unknown} value
 * @param {Readonly<Settings>} present
 * @returns {Settings | undefined}
 */
function settings(value, present) {
  if (!isDictionary(value)) return undefined;
  const given = /** @type {Partial<Settings>} */ (value);
  const widths = Array.isArray(given.hidden) ? given.hidden.slice(0, LIMITS.mostLayers).map(whole(1, LIMITS.mostNodes)) : [undefined];
  return {
    ...shape(given, present),
    weights: weightsText(given.weights) ?? keptWeights(present, given),
    hidden: widths.includes(undefined) ? [...present.hidden] : /** @type {number[]} */ (widths),
    learningRate: positive(LIMITS.largestLearningRate)(given.learningRate) ?? present.learningRate,
    batch: given.batch === 'full' ? 'full' : (whole(1, LIMITS.mostColours)(given.batch) ?? present.batch),
    init: init(given.init) ?? { ...present.init },
    input: oneOf('raw', 'scaled', 'standardised')(given.input) ?? present.input,
    seed: whole(0, LIMITS.largestSeed)(given.seed) ?? present.seed,
    data: oneOf(...SETS)(given.data) ?? present.data,
    train: whole(1, LIMITS.mostColours)(given.train) ?? present.train,
    test: whole(0, LIMITS.mostColours)(given.test) ?? present.test,
  };
}

/**
 * Hidden layers one by one, which take the place of `hidden`. The core checks their kinds and sizes.
 * @param {Partial<Settings>} given
 * @param {Readonly<Settings>} present
 * @returns {Pick<Settings, 'layers'>} empty where `hidden` applies
 */
function shape({ hidden, layers }, present) {
  const specs = Array.isArray(layers) ? layers.slice(0, 2 * LIMITS.mostLayers).map(spec) : undefined;
  const unchanged = withShape(present, { hidden }).layers;
  const chosen = specs && !specs.includes(undefined) ? /** @type {Settings['layers']} */ (specs) : unchanged;
  return chosen && chosen.length > 0 ? { layers: chosen } : {};
}

/** @param {unknown} value */
function spec(value) {
  if (!isDictionary(value)) return undefined;
  const [kind, nodes] = [text(LONGEST)(value.kind), whole(1, LIMITS.mostNodes)(value.nodes)];
  return kind === undefined ? undefined : nodes === undefined ? { kind } : { kind, nodes };
}

/**
 * The initialisation of the weights.
 * @param {Partial<Settings['init']> | null | undefined} given
 * @returns {Settings['init'] | undefined}
 */
function init(given) {
  const kind = oneOf('zeros', 'gaussian', 'he')(given?.kind);
  if (kind !== 'gaussian') return kind && { kind };
  const std = given?.std;
  return typeof std === 'number' && std >= 0 && std <= LIMITS.largestStd ? { kind, std } : undefined;
}

/**
 * Whether a given value equals the cleaned one, as far as it was given. Never reads the given value
 * deeper than the cleaned one goes.
 * @param {unknown} given
 * @param {unknown} clean
 * @returns {boolean}
 */
function fits(given, clean) {
  if (typeof clean !== 'object' || clean === null) return Object.is(given, clean);
  if (typeof given !== 'object' || given === null) return false;
  if (Array.isArray(clean)) return Array.isArray(given) && given.length === clean.length && clean.every((one, i) => fits(given[i], one));
  const known = new Map(Object.entries(clean));
  return Object.entries(given).every(([key, value]) => known.has(key) && fits(value, known.get(key)));
}
