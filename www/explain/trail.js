// The trail of the blame: from a number to its largest cause, and on from there, down to a weight.
import { parse } from '../core/address.js';
import { blame } from './terms.js';

/** @typedef {(address: string) => import('./terms.js').Explanation} Explain */
/** @typedef {{ address: string, value: number }} Hop a number on the way */

/** The most hops of a trail, more than the deepest network has. */
const MOST = 99;

/**
 * The largest cause of a number. An output that the next layer has taken over goes by its own name, which its cell has.
 * @param {string} address
 * @param {Explain} explain
 * @param {string} firstLayer the layer that the input goes into
 * @returns {string | null} null where there is no further to go
 */
export function causeOf(address, explain, firstLayer) {
  const next = blame(explain(address), firstLayer);
  return next && ownName(next, explain);
}

/**
 * The numbers that the blame leads over from a number on, that one left out.
 * @param {string} address
 * @param {Explain} explain
 * @param {string} firstLayer
 * @returns {string[]}
 */
export function causesOf(address, explain, firstLayer) {
  const hops = [];
  let next = causeOf(address, explain, firstLayer);
  while (next && hops.length < MOST) {
    hops.push(next);
    next = causeOf(next, explain, firstLayer);
  }
  return hops;
}

/**
 * The end of a path of opened numbers on which each is the largest cause of the one before.
 * @param {readonly string[]} path the first one first
 * @param {Explain} explain
 * @param {string} firstLayer
 * @returns {Hop[]} the first one first; empty where the last number was not come to by the blame
 */
export function trailOf(path, explain, firstLayer) {
  const hops = path.slice(-1).map((address) => ownName(address, explain));
  for (const address of path.slice(0, -1).reverse()) {
    const before = ownName(address, explain);
    if (causeOf(before, explain, firstLayer) !== hops[0]) break;
    hops.unshift(before);
  }
  return hops.length > 1 ? hops.map((address) => ({ address, value: explain(address).value })) : [];
}

/**
 * @param {string} address
 * @param {Explain} explain
 */
function ownName(address, explain) {
  const { from } = explain(address);
  return from && parse(from)?.tensor === 'out' ? from : address;
}
