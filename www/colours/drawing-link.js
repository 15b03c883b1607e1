// Own pictures in a link. A drawing has few colours, so it is written as its palette and, for each pixel, its colour's place in
// that: `0*` and a text of bytes (how many colours, their channels, the pixels bit after bit), where that is shorter than all
// bytes of the picture. Links from before have all bytes.
import { sizeOf } from '../core/tensor-shape.js';
import { LIMITS } from '../core/facts.js';
import { bytesOf, textOfBytes } from './pictures.js';

/** Behind the digit of the class: what follows is a palette. */
const PALETTE = '*';

/**
 * The text of a set's pictures as a link has it.
 * @param {string} text see drawings.js
 * @param {readonly number[]} shape of a picture
 */
export function packed(text, shape) {
  return text.split('.').map((record) => packedRecord(record, shape)).join('.');
}

/**
 * The text of a set's pictures from that of a link. A picture that can't be read becomes an empty text.
 * @param {string} word
 * @param {readonly number[]} shape
 */
export function unpacked(word, shape) {
  return word.split('.', LIMITS.mostDrawings).map((record) => (record[1] === PALETTE ? unpackedRecord(record, shape) : record)).join('.');
}

/**
 * @param {string} record
 * @param {readonly number[]} shape
 */
function packedRecord(record, shape) {
  const bytes = bytesOf(record.slice(1));
  if (bytes?.length !== sizeOf(shape)) return record;
  const pixels = bytes.length / shape[0];
  /** The place of each colour in the palette. @type {Map<string, number>} */
  const palette = new Map();
  const places = Array.from({ length: pixels }, (_, pixel) => {
    const colour = Array.from({ length: shape[0] }, (_, channel) => bytes[channel * pixels + pixel]).join();
    if (!palette.has(colour)) palette.set(colour, palette.size);
    return palette.get(colour) ?? 0;
  });
  const bits = bitsFor(palette.size);
  const coded = Array.from({ length: Math.ceil((pixels * bits) / 8) }, () => 0);
  places.forEach((place, pixel) => {
    for (let bit = 0; bit < bits; bit += 1) {
      const at = pixel * bits + bit;
      coded[at >> 3] |= ((place >> bit) & 1) << (at & 7);
    }
  });
  const short = record[0] + PALETTE + textOfBytes([palette.size, ...[...palette.keys()].flatMap((colour) => colour.split(',').map(Number)), ...coded]);
  return palette.size < 256 && short.length < record.length ? short : record;
}

/**
 * @param {string} record
 * @param {readonly number[]} shape
 */
function unpackedRecord(record, shape) {
  const bytes = bytesOf(record.slice(2));
  const [channels, pixels] = [shape[0], sizeOf(shape) / shape[0]];
  const [count = 0] = bytes ?? [];
  const [bits, start] = [bitsFor(count), 1 + count * channels];
  if (!bytes || count === 0 || bytes.length !== start + Math.ceil((pixels * bits) / 8)) return '';
  const picture = new Uint8Array(channels * pixels);
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    let place = 0;
    for (let bit = 0; bit < bits; bit += 1) {
      const at = pixel * bits + bit;
      place |= ((bytes[start + (at >> 3)] >> (at & 7)) & 1) << bit;
    }
    if (place >= count) return '';
    for (let channel = 0; channel < channels; channel += 1) picture[channel * pixels + pixel] = bytes[1 + place * channels + channel];
  }
  return record[0] + textOfBytes(picture);
}

/**
 * How many bits a place among so many takes.
 * @param {number} count
 */
function bitsFor(count) {
  return count > 1 ? Math.ceil(Math.log2(count)) : 0;
}
