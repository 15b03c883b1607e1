// What the network has answered, over the wheel in ink: its borders, while it learns the last ones too, and its names.
// Drawn anew only where something of it has changed.
import { h } from '../dom.js';
import { bordersOf } from './borders.js';
import { createNames } from './names.js';
import { addGhost, paintBorder, paintSlips, pathOf, slipOf } from './painting.js';

/**
 * @typedef {object} Moment
 * @property {import('../../app/view-model.js').WheelGrid | null} grid null where there is no answer yet
 * @property {boolean} playing
 * @property {readonly string[]} names of the classes
 * @property {number} answer the class of the picked colour; −1 where it has none
 * @property {readonly [number, number, number]} mark its middle and radius, where the disc is 2 wide
 * @property {string} theme changes whenever the page's colours do
 */

export function createInk() {
  const canvas = h('canvas', { class: 'ink', 'aria-hidden': 'true' });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const places = createNames();
  /** The older borders, fading. */
  const ghosts = /** @type {CanvasRenderingContext2D} */ (h('canvas').getContext('2d'));
  /** The newest border. @type {Path2D | null} */
  let path = null;
  /** Whether there are older ones. */
  let trailing = false;
  /** What the newest was made of. */
  let [stamp, value, ratio] = [-1, -1, 1];
  /** What was drawn last, and the look it was drawn in. */
  let [drawn, themed] = ['', ''];
  /** @type {import('./painting.js').Look} */
  let look = { ink: '', paper: '', font: '', size: 0 };
  /** The names of the classes, and their widths and heights where the disc is 2 wide. @type {import('./painting.js').Slip[]} */
  let slips = [];
  /** @type {[number, number][]} */
  let sizes = [];
  let named = '';

  /**
   * @param {number} size device pixels
   * @param {number} density device pixels of a px
   */
  function resize(size, density) {
    for (const one of [canvas, ghosts.canvas]) one.width = one.height = size;
    trailing = false;
    ratio = density;
    [drawn, themed, named] = ['', '', ''];
  }

  /** @param {Moment} moment */
  function update({ grid, playing, names, answer, mark, theme }) {
    if (canvas.width < 2) return;
    if (!grid || grid.side === 0) {
      if (drawn !== 'empty') context.clearRect(0, 0, canvas.width, canvas.height);
      [drawn, stamp, path] = ['empty', -1, null];
      clear();
      return;
    }
    dress(theme, names);
    // Borders of another brightness are no older ones of this.
    if (!playing || grid.value !== value) clear();
    if (grid.stamp !== stamp) {
      if (playing && path && grid.value === value) {
        addGhost(ghosts, path, look, ratio);
        trailing = true;
      }
      path = pathOf(bordersOf(grid));
      [stamp, value] = [grid.stamp, grid.value];
    }
    const placed = places.place(grid, { sizes, mark, glide: playing });
    const now = JSON.stringify([stamp, trailing, placed, answer]);
    if (now === drawn || !path) return;
    drawn = now;
    context.clearRect(0, 0, canvas.width, canvas.height);
    if (trailing) context.drawImage(ghosts.canvas, 0, 0);
    paintBorder(context, path, look, ratio);
    paintSlips(context, placed.map(({ label, x, y }) => ({ picture: label === answer ? slips[label].turned : slips[label].plain, x, y })));
  }

  /** Forgets the older borders. */
  function clear() {
    if (trailing) ghosts.clearRect(0, 0, canvas.width, canvas.height);
    trailing = false;
  }

  /**
   * Reads the look of the page, and draws the names in it, where one of them has changed.
   * @param {string} theme
   * @param {readonly string[]} names
   */
  function dress(theme, names) {
    if (theme !== themed) {
      const { color, borderTopColor, fontFamily, fontSize } = getComputedStyle(canvas);
      const size = parseFloat(fontSize);
      look = { ink: color, paper: borderTopColor, font: `600 ${size}px ${fontFamily}`, size };
      [themed, named, drawn] = [theme, '', ''];
    }
    if (names.join('\n') === named) return;
    [named, drawn] = [names.join('\n'), ''];
    slips = names.map((name) => slipOf(name, look, ratio));
    sizes = slips.map(({ plain: { width, height } }) => [(2 * width) / canvas.width, (2 * height) / canvas.width]);
  }

  return { canvas, resize, update };
}
