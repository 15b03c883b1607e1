// The keys that put a colour into a class: those of the row of digits, from its left end to its right.
import { LIMITS } from '../core/facts.js';

const KEYS = '1234567890-='.slice(0, LIMITS.mostClasses);
/** Up to this key they are digits in their order. */
const DIGITS = 9;

/** All of them in short: `1–9, 0, -, =`. */
export const ALL_KEYS = [`1–${DIGITS}`, ...KEYS.slice(DIGITS)].join(', ');

/**
 * The class of a key; −1 where it has none.
 * @param {string} key as in a keyboard event
 */
export function classOfKey(key) {
  return key.length === 1 ? KEYS.indexOf(key) : -1;
}

/**
 * The key of a class.
 * @param {number} label
 */
export function keyOfClass(label) {
  return KEYS[label] ?? '';
}
