// The registry of the kinds of layers, one line each. The core describes a column; a descriptor adds the page's part.
import { affine } from './affine.js';
import { kindAndNumber } from './columns.js';
import { conv } from './conv.js';
import { data } from './data.js';
import { loss } from './loss.js';
import { pool } from './pool.js';
import { relu } from './relu.js';
import { softmax } from './softmax.js';

/** @typedef {import('./descriptor.js').Descriptor} Descriptor */
/** @typedef {import('./descriptor.js').Exercise} Exercise */

/** @type {readonly Descriptor[]} */
const KINDS = [data, affine, relu, softmax, conv, pool, loss];

/**
 * The descriptor of a kind; an unknown kind gets a title made from its name.
 * @param {string} kind
 * @returns {Descriptor}
 */
export function descriptorOf(kind) {
  return KINDS.find((one) => one.kind === kind) ?? { kind, title: kind.charAt(0).toUpperCase() + kind.slice(1) };
}

/**
 * The title of a column: `relu3` → `ReLU3`.
 * @param {string} name
 */
export function titleOf(name) {
  const [kind, number] = kindAndNumber(name);
  return descriptorOf(kind).title + number;
}

/**
 * The kinds that have a class in NumPy, in their order.
 * @returns {(Descriptor & { numpy: NonNullable<Descriptor['numpy']> })[]}
 */
export function numpyKinds() {
  return KINDS.flatMap((one) => (one.numpy ? [{ ...one, numpy: one.numpy }] : []));
}

/** Every exercise by its name, with the kind of layer that it computes. @type {Readonly<Record<string, Exercise & { kind: string }>>} */
export const EXERCISES = Object.fromEntries(KINDS.flatMap(({ kind, exercises }) => Object.entries(exercises ?? {}).map(([name, one]) => [name, { ...one, kind }])));
