// The scales of the ink: how large a number is that fills a cell. A scale is a round number, and is held while numbers
// change, so that sizes can be compared from step to step.
import { roundUp } from '../../util/scale.js';

/** A scale is given up once it is this many times too large. */
const TOO_LARGE = 6;

/** How far a number may be past a scale and still count as it, so that rounding does not change it. */
const SLACK = 1e-6;

/**
 * The scale for numbers of which the largest is `most`.
 * @param {number} most
 * @returns {number} 1 where `most` is not a positive number
 */
export function round(most) {
  return Number(roundUp(most, SLACK).toPrecision(1));
}

/**
 * The scale for the present numbers: the one that is held, unless they outgrew it or have become far too small for it.
 * @param {number | undefined} held
 * @param {number} most the largest size among them; 0 where there is none
 */
export function heldScale(held, most) {
  if (held !== undefined && most <= held && (most === 0 || most * TOO_LARGE > held)) return held;
  return round(most);
}

/**
 * The side of the square whose area stands for a number.
 * @param {number} value
 * @param {number} scale the number that fills a cell
 * @param {number} cell its side, px
 * @returns {number} px; 0 for 0
 */
export function sideOf(value, scale, cell) {
  return cell * Math.sqrt(Math.min(1, Math.abs(value) / scale));
}
