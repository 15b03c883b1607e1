// What is drawn on: the picture, large. The pointer draws lines; for the keyboard and the screen reader it is a grid with one
// live cell, which the arrow keys move over the pixels; Space paints the pixel, and Shift with an arrow draws on.
import { inkAt } from '../../colours/brush.js';
import { hex } from '../../util/format.js';
import { attribute, h, say, style } from '../dom.js';
import { paintPicture } from './thumb.js';

/** @typedef {import('../../colours/brush.js').Point} Point */

/** Keys that move, in rows and columns. @type {Record<string, [number, number]>} */
const KEYS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/**
 * @param {object} on
 * @param {() => void} on.begin called before a stroke
 * @param {(from: Point, to: Point) => void} on.draw called for each part of it
 * @param {() => void} on.end called after it
 */
export function createSurface({ begin, draw, end }) {
  const canvas = h('canvas', { 'aria-hidden': 'true' });
  const cell = h('div', { class: 'pen', role: 'gridcell', tabIndex: 0 });
  const element = h('div', { class: 'surface', role: 'grid' }, canvas, h('div', { role: 'row' }, cell));
  const told = h('span', { class: 'silent', 'aria-live': 'polite' });
  /** The shape of the picture. @type {readonly number[]} */
  let shape = [1, 1, 1];
  /** @type {ArrayLike<number>} */
  let bytes = new Uint8Array(1);
  /** The words. @type {import('../../text/index.js').Text['pad'] | null} */
  let words = null;
  /** The pixel under the keyboard. */
  let [row, column] = [0, 0];
  /** The pointer that draws, and where it was last. */
  let held = -1;
  /** @type {Point} */
  let last = [0, 0];

  /**
   * @param {MouseEvent} event
   * @returns {Point}
   */
  function pointOf({ clientX, clientY }) {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return [((clientX - left) / width) * shape[2], ((clientY - top) / height) * shape[1]];
  }

  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || held >= 0) return;
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    held = event.pointerId;
    last = pointOf(event);
    begin();
    draw(last, last);
  });
  element.addEventListener('pointermove', (event) => {
    if (event.pointerId !== held) return;
    // Where the hand was between two frames.
    const moves = event.getCoalescedEvents?.() ?? [];
    for (const move of moves.length > 0 ? moves : [event]) {
      const to = pointOf(move);
      draw(last, to);
      last = to;
    }
  });
  for (const name of /** @type {const} */ (['pointerup', 'pointercancel'])) {
    element.addEventListener(name, (event) => {
      if (event.pointerId !== held) return;
      held = -1;
      end();
    });
  }
  cell.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = middle();
    const [down, right] = KEYS[event.key] ?? [0, 0];
    if (!KEYS[event.key] && event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    row = Math.min(shape[1] - 1, Math.max(0, row + down));
    column = Math.min(shape[2] - 1, Math.max(0, column + right));
    if (!KEYS[event.key] || event.shiftKey) {
      if (!event.repeat) begin();
      draw(here, middle());
      end();
    }
    place();
    if (words) say(told, words.pixel(row + 1, column + 1, nameOf()));
  });

  /** @returns {Point} the middle of the pixel under the keyboard */
  const middle = () => [column + 0.5, row + 0.5];

  /** The colour of that pixel in characters. */
  function nameOf() {
    const ink = inkAt(bytes, shape, row, column);
    return ink.length === 1 ? String(ink[0]) : hex(ink);
  }

  /** Puts the live cell over its pixel, and names it. */
  function place() {
    const [, height, width] = shape;
    style(cell, 'left', `${(column / width) * 100}%`);
    style(cell, 'top', `${(row / height) * 100}%`);
    style(cell, 'width', `${100 / width}%`);
    style(cell, 'height', `${100 / height}%`);
    attribute(cell, 'aria-rowindex', String(row + 1));
    attribute(cell, 'aria-colindex', String(column + 1));
    if (words) attribute(cell, 'aria-label', words.pixel(row + 1, column + 1, nameOf()));
  }

  return {
    element,
    told,
    /** Whether a pointer draws. */
    drawing: () => held >= 0,
    /**
     * Shows a picture.
     * @param {ArrayLike<number>} next
     */
    paint(next) {
      bytes = next;
      paintPicture(canvas, bytes, shape);
      place();
    },
    /**
     * @param {readonly number[]} next the shape of the pictures
     * @param {import('../../text/index.js').Text['pad']} text
     */
    update(next, text) {
      [shape, words] = [next, text];
      [row, column] = [Math.min(row, shape[1] - 1), Math.min(column, shape[2] - 1)];
      attribute(element, 'aria-label', text.label(shape[1], shape[2]));
      attribute(element, 'aria-rowcount', String(shape[1]));
      attribute(element, 'aria-colcount', String(shape[2]));
    },
  };
}
