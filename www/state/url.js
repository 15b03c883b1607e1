// The text of a state in a URL, behind the #: its differences from the initial state.
import { catchesOf, textOfCatches } from '../colours/catches.js';
import { settingsFor } from '../colours/datasets.js';
import { packed, unpacked } from '../colours/drawing-link.js';
import { drawnIn } from '../colours/drawings.js';
import { PICTURES } from '../core/facts.js';
import { RECORD_CLASSES, samplesOf, customSetOf } from '../colours/custom-set.js';
import { kindAndNumber } from '../layers/columns.js';
import { setupOf, stepOf } from '../lesson/index.js';
import { colourOf, numberOf, placeOf, yesNoOf } from './parse.js';
import { initial } from './schema.js';

/** @typedef {import('./schema.js').State} State */
/** @typedef {import('../core/wasm.js').Settings} Settings */

/** The digits of the custom set, six bits each. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/**
 * Digits of one colour, 30 bits: the upper bits of its class, 24 for the colour, the 3 lower ones of its class. Links from
 * before there could be more than 8 classes have zeros in front.
 */
const SIZE = 5;
/** The placeholder for a colour that can't be read. */
const WRONG = '???????';

const number = { to: String, from: numberOf };
const text = { to: String, from: String };
const yes = { to: (/** @type {boolean} */ value) => (value ? '1' : '0'), from: yesNoOf };
const orNull = { to: (/** @type {unknown} */ value) => String(value ?? ''), from: (/** @type {string} */ word) => (word === '' ? null : numberOf(word)) };
const batch = { to: String, from: (/** @type {string} */ word) => (word === 'full' ? word : numberOf(word)) };
const list = { to: (/** @type {number[]} */ value) => value.join('.'), from: (/** @type {string} */ word) => (word === '' ? [] : word.split('.').map(numberOf)) };
/** Layers one by one: `affine50.relu.affine20.relu`. */
const layers = {
  to: (/** @type {Settings['layers']} */ value) => (value || []).map(({ kind, nodes = '' }) => kind + nodes).join('.'),
  from: (/** @type {string} */ word) =>
    word.split('.').filter(Boolean).map((one) => {
      const [kind, nodes] = kindAndNumber(one);
      return nodes === '' ? { kind } : { kind, nodes: Number(nodes) };
    }),
};
const colour = { to: list.to, from: colourOf };
const init = {
  to: (/** @type {Settings['init']} */ { kind, std }) => (kind === 'gaussian' ? `gaussian.${std}` : kind),
  from: (/** @type {string} */ word) => {
    const [kind, ...std] = word.split('.');
    if (kind === 'gaussian') return { kind, std: numberOf(std.join('.')) };
    return { kind: word };
  },
};
const reals = { to: (/** @type {number[]} */ value) => value.join('_'), from: (/** @type {string} */ word) => word.split('_').map(numberOf) };
const own = { to: encodeSet, from: decodeSet };
const catches = { to: textOfCatches, from: catchesOf };
/** Own pictures: those of the set in use, whose name is known only once all words are read. */
const drawn = text;

/** How each key of the state, and of its settings, is written and read. @type {Record<string, { to: (value: any) => string, from: (word: string) => unknown }>} */
const STATE = { lang: text, theme: text, room: text, color: colour, picture: text, label: orNull, scope: text, update: text, row: number, at: text, selected: text, step: number, moves: text, speed: text, slice: number, maps: yes, catches, log: yes, lesson: text, chapters: text, present: yes, scene: text, controls: text, layer: text, neuron: reals, planes: number, nudged: number, kernel: reals, own, drawn };
/** @type {typeof STATE} */
const SETTINGS = { hidden: list, layers, learningRate: number, batch, init, input: text, seed: number, data: text, train: number, test: number, weights: text };

/**
 * The text of a state.
 * @param {State} state
 * @returns {string} `lang=en&at=backward:affine2&step=777&moves=777*full@0.01&seed=7`
 */
export function textOf(state) {
  const first = baseOf(state.lesson);
  const words = new URLSearchParams();
  /**
   * @param {typeof STATE} table
   * @param {Record<string, any>} now
   * @param {Record<string, any>} before
   */
  const write = (table, now, before) => {
    for (const [key, { to }] of Object.entries(table)) {
      // The custom set belongs to the link only while it is in use.
      if (key === 'own' && state.settings.data !== 'own') continue;
      // Leave out how the page is presented: a link from a slide opens the whole page.
      // So do own pictures; they belong to the set in use.
      if (key === 'drawn') {
        if (Object.hasOwn(PICTURES, state.settings.data)) words.set(key, packed(drawnIn(now.drawn, state.settings.data), PICTURES[state.settings.data]));
        continue;
      }
      if (['present', 'scene', 'controls', 'layer'].includes(key) || (key === 'theme' && now.theme === 'projector')) continue;
      const word = to(now[key] ?? '');
      // A link to an update says of whom it is, see `byBatch`.
      const named = key === 'update' && state.at === 'update' && state.scope === 'one';
      if (key === 'lang' || key === 'own' || named || word !== to(before[key] ?? '')) words.set(key, word);
    }
  };
  write(STATE, state, first);
  write(SETTINGS, state.settings, { ...settingsIn(state.settings.data, first.settings), data: first.settings.data });
  return words.toString().replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%5B', '[').replaceAll('%5D', ']').replaceAll('%40', '@');
}

/**
 * The state of a text, not yet cleaned. Keys that it leaves out have their initial values
 * (those of the step of the lesson, where it names one), but for the language, the custom set, and the embedding.
 * @param {string} given
 * @returns {Record<string, unknown> | null} null where it is empty
 */
export function givenBy(given) {
  // Of a full URL read only the part behind the #.
  const all = [...new URLSearchParams(given.replace(/^(?:[a-z]+:[^#]*|[^#=&]*)#/i, ''))];
  // For the room alone, see element/room.js.
  const words = all.filter(([key]) => key !== 'lead');
  if (words.length === 0) return null;
  // A link without a custom set or own pictures leaves the present ones alone.
  const { lang: _, own: __, scene: ___, controls: ____, drawn: _____, ...first } = baseOf(words.findLast(([key]) => key === 'lesson' || key === 'chapter')?.[1] ?? '');
  const scene = words.some(([key]) => key === 'scene');
  /** @type {Record<string, unknown>} */
  const state = { ...first };
  /** @type {Record<string, unknown>} */
  const settings = { ...settingsIn(words.findLast(([key]) => key === 'data')?.[1], first.settings) };
  /** Keys that no state has, to be reported. @type {[string, string][]} */
  const unknown = [];
  for (const [key, word] of words) {
    // For the frame alone, see embed/frame.js.
    if (key === 'allow-origin') continue;
    // `chapter` is an alias of `lesson`, as in the element's attributes.
    if (key === 'chapter') state.lesson = word;
    else if (key === 'at') {
      const { layer, ...place } = placeOf(word);
      Object.assign(state, place, layer && scene ? { layer } : {});
    }
    else if (Object.hasOwn(STATE, key)) state[key] = STATE[key].from(word);
    else if (Object.hasOwn(SETTINGS, key)) settings[key] = SETTINGS[key].from(word);
    else unknown.push([key, word]);
  }
  // None: as `hidden` says.
  if (Array.isArray(settings.layers) && settings.layers.length === 0) delete settings.layers;
  if (typeof state.drawn === 'string') state.drawn = drawnOf(state.drawn, String(settings.data));
  if (state.at === 'update' && !words.some(([key]) => key === 'update') && byBatch(String(state.moves))) state.scope = 'batch';
  // Not by assignment: a key may be `__proto__`.
  return { ...state, ...Object.fromEntries(unknown), settings };
}

/**
 * The own pictures of a link.
 * @param {string} word
 * @param {string} set whose pictures they are
 */
function drawnOf(word, set) {
  return { [set]: Object.hasOwn(PICTURES, set) ? unpacked(word, PICTURES[set]) : word };
}

/**
 * What a link's settings differ from: those that suit a set of pictures, where it is of one.
 * @param {string | undefined} data
 * @param {Settings} first
 */
function settingsIn(data, first) {
  return data !== undefined && Object.hasOwn(PICTURES, data) ? settingsFor(data, first) : first;
}

/**
 * Whether the last of the moves was made by a batch. A link to such an update that does not say which update it means is
 * older than the choice, and showed a pass of that batch.
 * @param {string} moves empty: all by the settings
 */
function byBatch(moves) {
  return !/\*[0-9a-f]{6}[0-9a-z]@[^_]*$/.test(moves);
}

/**
 * The base state of a link: the initial state, with the setup of the step of the lesson.
 * @param {string} lesson
 * @returns {State}
 */
function baseOf(lesson) {
  const [first, step] = [initial(), stepOf(lesson)];
  return step ? { ...first, ...setupOf(step, first, first.own.classes) } : first;
}

/**
 * The custom set: the names of the classes, then five digits a colour.
 * @param {import('../colours/custom-set.js').CustomSet} value
 */
function encodeSet(value) {
  const names = value.classes.map((name) => encodeURIComponent(name).replaceAll('.', '%2E').replaceAll('~', '%7E')).join('.');
  const colours = samplesOf(value).map(({ rgb: [r, g, b], label }) => {
    const bits = ((label >> 3) * 2 ** 24 + r * 65536 + g * 256 + b) * 8 + (label % 8);
    return Array.from({ length: SIZE }, (_, i) => DIGITS[Math.floor(bits / 64 ** (SIZE - 1 - i)) % 64]).join('');
  });
  return `${names}~${colours.join('')}`;
}

/**
 * The custom set of a link, not yet cleaned: a record that is no colour becomes the placeholder.
 * @param {string} word
 */
function decodeSet(word) {
  const [names, ...rest] = word.split('~');
  const digits = rest.join('~');
  const records = Array.from({ length: Math.ceil(digits.length / SIZE) }, (_, i) => record(digits.slice(i * SIZE, (i + 1) * SIZE)));
  return { classes: names.split('.').map(decodeName), colours: records.join('') };
}

/**
 * The record of one colour; WRONG where the digits are invalid.
 * @param {string} digits
 */
function record(digits) {
  const values = Array.from(digits, (digit) => DIGITS.indexOf(digit));
  const bits = values.reduce((sum, value) => sum * 64 + value, 0);
  const label = Math.floor(bits / 2 ** 27) * 8 + (bits % 8);
  if (values.length !== SIZE || values.includes(-1) || label >= RECORD_CLASSES) return WRONG;
  const rgb = [16, 8, 0].map((shift) => Math.floor(bits / 8 / 2 ** shift) % 256);
  return customSetOf([], [{ rgb, label }]).colours;
}

/** @param {string} name */
function decodeName(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
