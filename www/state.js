// The page's state: one table says, for each key, its default and what is allowed.
//
// The state is a plain object. What is wrong in a given one is replaced by the nearest allowed value and
// named, so that nothing a caller writes can break the page.

/** @typedef {import('./core.js').Settings} Settings */

/**
 * @typedef {object} State
 * @property {'ja' | 'en'} lang
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {[number, number, number]} color the picked colour, 0 to 255 each
 * @property {number | null} label the teacher's class for it; null: by its largest channel
 * @property {'one' | 'batch'} scope whether a pass is of the picked colour or of the training batch
 * @property {number} row the row of the batch on display
 * @property {string} at where the learner stands: `forward:affine1`, `backward:relu3`, `update`
 * @property {string | null} selected the address of the selected number
 * @property {number} step how many updates have been made
 * @property {'slow' | 'normal' | 'fast'} speed of training
 * @property {boolean} log whether the loss axis is logarithmic
 * @property {Settings} settings
 */

/** The lecture's program. */
export const SETTINGS = Object.freeze({
  hidden: Object.freeze([50, 100, 50]),
  learningRate: 0.01,
  batch: 'full',
  init: Object.freeze({ kind: 'gaussian', std: 0.1 }),
  input: 'raw',
  seed: 42,
  train: 240,
  test: 20,
});

/** The steps a state may ask to be replayed, at most. */
const STEPS = 20_000;

/**
 * For each key: its default, and a function that gives the nearest allowed value, or `undefined`.
 * @type {{ [K in keyof State]: { initial: State[K], nearest: (value: unknown) => State[K] | undefined } }}
 */
const TABLE = {
  lang: { initial: 'ja', nearest: oneOf('ja', 'en') },
  theme: { initial: 'auto', nearest: oneOf('auto', 'light', 'dark') },
  color: { initial: [122, 66, 94], nearest: colour },
  label: { initial: null, nearest: (value) => (value === null ? null : whole(0, 5)(value)) },
  scope: { initial: 'one', nearest: oneOf('one', 'batch') },
  row: { initial: 0, nearest: whole(0, 9999) },
  at: { initial: 'forward:data', nearest: (value) => (typeof value === 'string' ? value : undefined) },
  selected: { initial: null, nearest: (value) => (value === null || typeof value === 'string' ? value : undefined) },
  step: { initial: 0, nearest: whole(0, STEPS) },
  speed: { initial: 'normal', nearest: oneOf('slow', 'normal', 'fast') },
  log: { initial: false, nearest: (value) => (typeof value === 'boolean' ? value : undefined) },
  settings: { initial: /** @type {Settings} */ (structuredClone(SETTINGS)), nearest: settings },
};

/**
 * A state to begin with.
 * @returns {State}
 */
export function initial() {
  const entries = Object.entries(TABLE).map(([key, row]) => [key, structuredClone(row.initial)]);
  return Object.fromEntries(entries);
}

/**
 * What of a given object can be put into the state, and the names of what was wrong in it.
 * @param {unknown} given
 * @returns {{ change: Partial<State>, wrong: string[] }}
 */
export function cleaned(given) {
  /** @type {Record<string, unknown>} */
  const change = {};
  const wrong = [];
  if (typeof given !== 'object' || given === null) return { change, wrong: ['state'] };
  for (const [key, value] of Object.entries(given)) {
    const row = Object.hasOwn(TABLE, key) ? TABLE[/** @type {keyof State} */ (key)] : undefined;
    const nearest = row?.nearest(value);
    if (nearest === undefined) wrong.push(key);
    else {
      change[key] = nearest;
      if (JSON.stringify(nearest) !== JSON.stringify(value)) wrong.push(key);
    }
  }
  return { change, wrong };
}

/**
 * @template {string} T
 * @param {...T} allowed
 * @returns {(value: unknown) => T | undefined}
 */
function oneOf(...allowed) {
  return (value) => allowed.find((word) => word === value);
}

/**
 * A whole number in a range; what lies outside is moved to its edge.
 * @param {number} least
 * @param {number} most
 * @returns {(value: unknown) => number | undefined}
 */
function whole(least, most) {
  return (value) => {
    if (typeof value !== 'number' || Number.isNaN(value)) return undefined;
    return Math.min(most, Math.max(least, Math.round(value)));
  };
}

/**
 * @param {unknown} value
 * @returns {[number, number, number] | undefined}
 */
function colour(value) {
  if (!Array.isArray(value) || value.length !== 3) return undefined;
  const channels = value.map(whole(0, 255));
  return channels.includes(undefined) ? undefined : /** @type {[number, number, number]} */ (channels);
}

/**
 * Settings with the lecture's where something is missing or wrong. The core checks their ranges.
 * @param {unknown} value
 * @returns {Settings | undefined}
 */
function settings(value) {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = /** @type {Partial<Settings>} */ (value);
  const positive = (/** @type {unknown} */ x) => (typeof x === 'number' && x > 0 && x <= 1e6 ? x : undefined);
  const widths = Array.isArray(given.hidden) ? given.hidden.slice(0, 6).map(whole(1, 256)) : [undefined];
  const kind = oneOf('zeros', 'gaussian', 'he')(given.init?.kind);
  const std = typeof given.init?.std === 'number' && given.init.std >= 0 && given.init.std <= 1e6 ? given.init.std : 0.1;
  return {
    hidden: widths.includes(undefined) ? [...SETTINGS.hidden] : /** @type {number[]} */ (widths),
    learningRate: positive(given.learningRate) ?? SETTINGS.learningRate,
    batch: given.batch === 'full' ? 'full' : (whole(1, 10_000)(given.batch) ?? 'full'),
    init: kind === 'zeros' || kind === 'he' ? { kind } : { kind: 'gaussian', std },
    input: oneOf('raw', 'scaled', 'standardised')(given.input) ?? 'raw',
    seed: whole(0, 0xffff_ffff)(given.seed) ?? SETTINGS.seed,
    train: whole(1, 10_000)(given.train) ?? SETTINGS.train,
    test: whole(0, 10_000)(given.test) ?? SETTINGS.test,
  };
}
