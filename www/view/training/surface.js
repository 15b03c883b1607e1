// A canvas that is as fine as the screen and as large as its box, with the letters and the colours that hold there. What
// the style sheet says is read when the box or the theme changes, never in a frame of training.
import { h } from '../dom.js';
import { paletteAt } from '../stage/palette.js';

/**
 * @typedef {object} Surface
 * @property {HTMLCanvasElement} element
 * @property {CanvasRenderingContext2D} context
 * @property {() => number} width px; 0 while it can't be seen
 * @property {() => number} height px
 * @property {() => number} letters the size of its letters, px
 * @property {(model: Pick<import('../../app/view-model.js').Model, 'state' | 'dark' | 'paper'>) => boolean} dress reads the colours of
 * a theme; whether they are others than before
 * @property {() => import('../stage/palette.js').Palette} palette
 */

/**
 * @param {() => void} resized called when it has another size, and is empty
 * @returns {Surface}
 */
export function createSurface(resized) {
  const element = h('canvas', { 'aria-hidden': 'true' });
  const context = /** @type {CanvasRenderingContext2D} */ (element.getContext('2d'));
  let [width, height, letters, theme] = [0, 0, 12, ''];
  /** @type {import('../stage/palette.js').Palette | null} */
  let palette = null;

  /** @param {{ width: number, height: number }} box */
  function fit(box) {
    ({ width, height } = box);
    if (width === 0 || height === 0) return;
    const fine = devicePixelRatio;
    Object.assign(element, { width: Math.round(width * fine), height: Math.round(height * fine) });
    context.setTransform(fine, 0, 0, fine, 0, 0);
    const { fontFamily, fontSize } = getComputedStyle(element);
    letters = Math.max(12, parseFloat(fontSize));
    context.font = `${letters}px ${fontFamily}`;
  }

  new ResizeObserver(([{ contentRect }]) => {
    fit(contentRect);
    if (width > 0 && height > 0) resized();
  }).observe(element);

  return {
    element,
    context,
    width: () => width,
    height: () => height,
    letters: () => letters,
    dress({ state, dark, paper }) {
      // A page that was never seen has not been laid out before it is printed.
      if (paper && width === 0) fit({ width: element.clientWidth, height: element.clientHeight });
      const now = `${state.theme} ${dark}`;
      if (palette && now === theme) return false;
      theme = now;
      palette = paletteAt(element);
      return true;
    },
    palette: () => (palette ??= paletteAt(element)),
  };
}
