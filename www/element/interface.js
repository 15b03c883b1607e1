// The JavaScript interface of the element: what a script on the page around it may ask of a session.
import { answersOf } from '../colours/regions.js';
import { badRows, channelsOf, dataOf, customSetFrom } from '../colours/records.js';
import { ROLES } from '../colours/table/columns.js';
import { ENCODINGS, decoded } from '../colours/table/encoding.js';
import { readingText } from '../colours/table/read.js';
import { SCALES } from '../colours/table/scale.js';
import { inSlices } from '../colours/table/slices.js';
import { toldTable } from '../colours/table/told.js';
import { isPicture, sizeOf } from '../core/tensor-shape.js';
import { CoreError } from '../core/wasm.js';
import { sentenceOf } from '../explain/narration.js';
import { unknownIn } from '../lesson/index.js';
import { addressIn, copied, isDictionary } from '../util/readers.js';
import { cleaned, listed } from '../state/schema.js';
import { textOf } from '../state/url.js';
import { fetchWords, textFor } from '../text/index.js';

/** @typedef {import('../app/session.js').Session} Session */

/** @typedef {{ summary: import('../core/wasm.js').Summary, finished: boolean }} Trained where training stands, and whether it came to its end */

/**
 * Makes so many updates.
 * @param {Session} session
 * @param {number} steps
 * @returns {Promise<Trained>}
 */
export async function train(session, steps) {
  await session.arrival;
  const finished = await session.dispatch('train', steps);
  return { summary: session.store.workbench.summary(), finished };
}

/** @param {number} steps */
export function checkSteps(steps) {
  if (!Number.isFinite(steps)) throw new CoreError('setting', { field: 'steps', allowed: 'a finite number' }, 'train needs a finite number of steps');
}

/**
 * Goes to a training step: exactly where this run has been there, else on by training.
 * @param {Session} session
 * @param {number} step
 */
export async function goto(session, step) {
  await session.arrival;
  session.dispatch('step', Math.min(step, session.store.lab.furthest()));
  return train(session, step - session.state.step);
}

/** @param {number} step */
export function checkStep(step) {
  if (!Number.isInteger(step) || step < 0) throw new CoreError('setting', { field: 'step', allowed: '0, 1, 2, …' }, 'goto needs a whole number of 0 or more');
}

/**
 * The text of a link to a state, but for a change.
 * @param {import('../state/schema.js').State} state
 * @param {import('../state/schema.js').Change} but
 * @throws {Error} where something of the change is not allowed in a state
 */
export function linkText(state, but) {
  const { change, wrong } = cleaned(but, state);
  wrong.push(...unknownIn(change));
  if (wrong.length > 0) throw new CoreError('badState', { keys: listed(wrong) }, `link can't be given these values: ${listed(wrong)}`);
  return textOf({ ...state, ...change });
}

/**
 * One number of the pass.
 * @param {Session} session
 * @param {string} address
 * @returns {number}
 * @throws {Error} where there is no such number
 */
export function value({ store }, address) {
  return store.lab.value(addressIn(address));
}

/**
 * A tensor of the pass, or a part of it.
 * @param {Session} session
 * @param {string} address
 * @returns {{ shape: number[], data: Float32Array }} `data` in row order
 * @throws {Error} where there is no such tensor
 */
export function tensor({ store: { lab } }, address) {
  const named = addressIn(address);
  return { shape: [...lab.shape(named)], data: lab.tensor(named) };
}

/**
 * How a number of the pass came about.
 * @param {Session} session
 * @param {string} address
 * @throws {Error} where there is no such number
 */
export function explain({ store: { lab, state, data } }, address) {
  /** @type {import('../explain/terms.js').Explanation} */
  const explanation = lab.explain(addressIn(address));
  const { from = null, mean = null, operation, terms, numpy, rust } = explanation;
  const { kind, ...more } = operation;
  const sentence = sentenceOf(textFor(state.lang, data.shape), { ...explanation, address }, state.row);
  return { address, from, mean, value: explanation.value, operation: kind, ...more, sentence, terms, code: { numpy, ...rust } };
}

/**
 * The colours, to learn from and to test with; those of a custom set in the order in which they came.
 * @param {Session} session
 */
export function data({ store }) {
  return dataOf(store.state, store.data);
}

/**
 * Makes given colours the custom set, and lets the network begin to learn them. The rows that can't be used are named
 * in a message.
 * @param {Session} session
 * @param {unknown} given
 */
export function setData(session, given) {
  const { own, bad, whys, refused } = customSetFrom(given);
  if (own) session.dispatch('replace', own);
  if (refused) session.commit(() => (session.store.problem = new CoreError('refusedData', { why: refused })));
  else if (bad.length > 0) session.commit(() => (session.store.problem = new CoreError(own ? 'badData' : 'noData', badRows(bad, whys))));
}

/**
 * Reads a table and changes nothing.
 * @param {string | ArrayBuffer | ArrayBufferView} given
 * @param {import('../colours/table/told.js').Given} options
 * @param {import('../text/index.js').Language} lang of the reasons
 * @throws {Error} where it is neither a text nor bytes
 */
export async function readTable(given, options, lang) {
  await fetchWords(lang);
  const { encoding = null, columns: roles = null, range: scale = null } = copiedOptions(options);
  const bytes = bytesOf(given);
  if (bytes === null && typeof given !== 'string') throw new CoreError('setting', { field: 'table', allowed: 'a string or an ArrayBuffer' }, 'readTable needs a string or an ArrayBuffer');
  const file = bytes ? decoded(bytes, encoding) : { text: String(given), encoding: null, sure: true, refused: null };
  const reading = file.refused ? null : await inSlices(readingText(file.text, { roles, scale }));
  return toldTable(textFor(lang, [3]), file, reading);
}

/**
 * The options of a reading, checked.
 * @param {unknown} options
 * @returns {import('../colours/table/told.js').Given}
 * @throws {Error} where one is not allowed
 */
function copiedOptions(options) {
  const given = copied(options ?? {});
  const wrong = (/** @type {string} */ field, /** @type {readonly string[]} */ allowed) => new CoreError('setting', { field, allowed: allowed.join(', ') }, `the option ${field} of readTable can be ${allowed.join(', ')}`);
  if (!isDictionary(given)) throw wrong('options', ['{ encoding, columns, range }']);
  const { encoding, columns, range } = /** @type {Record<string, any>} */ (given);
  if (encoding !== undefined && !ENCODINGS.includes(encoding)) throw wrong('encoding', ENCODINGS);
  if (range !== undefined && !SCALES.includes(range)) throw wrong('range', SCALES);
  if (columns !== undefined && !(Array.isArray(columns) && columns.every((role) => ROLES.includes(role)))) throw wrong('columns', ROLES);
  return { encoding, columns, range };
}

/**
 * @param {unknown} given
 * @returns {Uint8Array | null} null where it is no bytes
 */
function bytesOf(given) {
  if (given instanceof ArrayBuffer) return new Uint8Array(given);
  return ArrayBuffer.isView(given) ? new Uint8Array(given.buffer, given.byteOffset, given.byteLength) : null;
}

/**
 * Inputs of the data set's shape as one list of bytes.
 * @param {unknown} given
 * @param {readonly number[]} shape
 * @throws {Error} where something is no colour, or no picture of that shape
 */
function checkInputs(given, shape) {
  const size = sizeOf(shape);
  const channels = channelsOf(given, size);
  if (channels) return channels;
  const [field, form] = isPicture(shape) ? ['pictures', `[picture, …], each a list of ${size} numbers (${shape.join(' × ')})`] : ['colours', '[[r, g, b], …]'];
  throw new CoreError('setting', { field, allowed: `${form}, 0 to 255` }, `predict needs ${form} with whole numbers from 0 to 255`);
}

/**
 * The answers to colours or pictures, with the present weights.
 * @param {Session} session
 * @param {unknown} given `[[r, g, b], …]`, or pictures as lists of all their numbers
 * @throws {Error} where something is no input of the data set
 */
export function predict({ store }, given) {
  const { lab, data: { classes, shape } } = store;
  const channels = checkInputs(given, shape);
  const [flat, n] = [lab.predict(channels), classes.length];
  const answers = answersOf(flat, n);
  return Array.from({ length: channels.length / sizeOf(shape) }, (_, row) => ({ label: classes[answers[row]], probabilities: [...flat.subarray(row * n, (row + 1) * n)] }));
}
