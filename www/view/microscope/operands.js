// The parts of an equation, as elements: operands, products, terms.
import { hex, number, operand, short } from '../../util/format.js';
import { h } from '../dom.js';

/** @typedef {import('../../explain/terms.js').Term} Term */

/**
 * An operand: a button where the number has an address.
 * @param {import('../../explain/terms.js').Factor} factor
 * @param {boolean} [brief] whether its value is written short, and in full on hovering only
 */
export function operandOf({ address, value }, brief = false) {
  const sign = value < 0 ? ' minus' : '';
  const shown = brief ? short(value) : operand(value);
  if (!address) return h('span', { class: `constant${sign}` }, shown);
  const title = brief ? `${address} = ${number(value)}` : address;
  return h('button', { type: 'button', class: `operand${sign}`, 'data-address': address, 'data-value': String(value), 'aria-label': `${address} = ${brief ? shown : number(value)}`, title }, shown);
}

/** @param {HTMLElement[]} chips */
export function joined(chips) {
  return chips.flatMap((one, i) => (i > 0 ? [h('span', { class: 'sign' }, '+'), one] : [one]));
}

/**
 * A term over its part of the result.
 * @param {(Node | string)[]} above
 * @param {number | null} part
 */
export function chip(above, part) {
  const top = h('span', { class: 'above' }, ...above);
  if (part === null) return h('span', { class: 'term' }, top);
  return h('span', { class: 'term' }, top, h('small', { class: part < 0 ? 'part minus' : 'part', 'data-part': String(part) }, number(part)));
}

/**
 * Which colour a term of a mean is of.
 * @param {number} i
 * @param {import('../../explain/terms.js').Contributions} contributions
 * @param {import('../../core/wasm.js').Sample[]} samples
 * @param {import('../../text/index.js').Text} text
 */
export function whose(i, { own }, samples, { micro }) {
  const mark = h('i', { class: 'whose', title: micro.colour(i) });
  mark.style.background = hex(samples[i]?.rgb ?? [0, 0, 0]);
  return i === own ? [mark, h('b', { class: 'own' }, micro.own)] : [mark];
}

/**
 * Whether a gate lets a number pass; the word for it opens the mask.
 * @param {Term} mask
 * @param {import('../../text/index.js').Text} text
 */
export function gateOf({ part, factors }, { micro }) {
  const closed = part !== 0;
  const state = h('button', { type: 'button', class: 'link gate', 'data-address': factors[0].address }, micro.gateState(closed));
  return [h('span', { class: 'words' }, micro.gate(closed)), state];
}

/**
 * Where a number was taken over from, unchanged.
 * @param {import('../../explain/terms.js').Explanation} explanation
 * @param {import('../../text/index.js').Text} text
 */
export function sourceOf({ from }, text) {
  if (!from) return [];
  return [h('span', { class: 'words' }, text.micro.from), h('button', { type: 'button', class: 'link from', 'data-address': from }, from)];
}

/** @param {Term} term */
export function product({ factors }) {
  return factors.flatMap((factor, i) => (i > 0 ? [' × ', operandOf(factor)] : [operandOf(factor)]));
}
