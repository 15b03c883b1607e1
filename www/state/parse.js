// Parsers of handwritten values, in an attribute or a URL: a colour, a number, a place.
import { isGradient } from '../core/address.js';
import { kindOf } from '../layers/columns.js';

/**
 * Parses a position in a pass, the address of a number, or the name of a layer; returns the position, and the layer and
 * address if given. Anything else is returned as `at`.
 * @param {string} value
 * @returns {{ at: string, layer?: string, selected?: string }}
 */
export function placeOf(value) {
  const [, direction, layer = '', tensor] = /^(?:(forward|backward):)?(\w+)(?:\.(\w+)(?:[^\w\s]\S*)?)?$/.exec(value) ?? [];
  if (!kindOf(layer) || (direction && tensor)) return { at: value };
  if (direction) return { at: value, layer };
  if (!tensor) return { layer, at: `forward:${layer}` };
  return { layer, at: `${isGradient(tensor) ? 'backward' : 'forward'}:${layer}`, selected: value };
}

/**
 * `#e93f7f`, `#e37` or `233, 63, 127`. Anything else is returned as it is, to be reported as wrong.
 * @param {string} value
 */
export function colourOf(value) {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value.trim())?.[1];
  if (digits) {
    const size = digits.length / 3;
    return [0, 1, 2].map((i) => parseInt(digits.slice(i * size, (i + 1) * size).repeat(3 - size), 16));
  }
  const channels = value.split(/[\s,.]+/).filter(Boolean).map(Number);
  return channels.length === 3 && channels.every(Number.isFinite) ? channels : value;
}

/**
 * A number; anything else is returned as it is.
 * @param {string} value
 */
export function numberOf(value) {
  return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
}

/**
 * Yes or no, as `1` or `0`; anything else is returned as it is.
 * @param {string} value
 */
export function yesNoOf(value) {
  return value === '1' || value === '0' ? value === '1' : value;
}
