// The maps of a column's nodes: which colours make each fire, drawn under its cell.
import { h } from '../dom.js';

/** How much finer than the page the pictures are drawn, at most. */
const FINEST = 2;

export function createNodeMaps() {
  const element = h('canvas', { class: 'seen', 'aria-hidden': 'true' });
  /** All pictures under one another, as they came. */
  const sheet = h('canvas');
  /** Where the cells are, in pixels of the drawing. @type {{ x: number, y: number, wide: number, tall: number }[]} */
  let places = [];
  /** The stamps of the maps on the sheet and on the element. */
  let [held, drawn] = [-1, -1];
  /** One picture, px. */
  let [width, height] = [0, 0];
  /** @type {HTMLElement | null} the cells that the pictures lie under */
  let over = null;
  // A column can become wider or narrower than it was, with the words over it.
  new ResizeObserver(() => {
    if (over) arrange(over);
  }).observe(element);

  /**
   * @param {import('../../app/view-model.js').Maps} maps
   * @param {string} layer
   * @param {boolean} visible
   */
  function update(maps, layer, visible) {
    element.classList.toggle('visible', visible);
    if (!visible || drawn === maps.stamp) return;
    if (held !== maps.stamp) hold(maps, layer);
    draw();
  }

  /**
   * @param {import('../../app/view-model.js').Maps} maps
   * @param {string} layer
   */
  function hold(maps, layer) {
    const pixels = maps.pixels(layer);
    [held, width, height] = [maps.stamp, maps.width, maps.height];
    const tall = pixels.length / (4 * width);
    if (sheet.width !== width || sheet.height !== tall) Object.assign(sheet, { width, height: tall });
    if (tall > 0) sheet.getContext('2d')?.putImageData(new ImageData(pixels, width), 0, 0);
  }

  function draw() {
    const context = element.getContext('2d');
    if (!context || places.length === 0) return;
    context.clearRect(0, 0, element.width, element.height);
    places.forEach(({ x, y, wide, tall }, node) => {
      context.drawImage(sheet, 0, node * height, width, height, x, y, wide, tall);
    });
    drawn = held;
  }

  /**
   * Lays the pictures under the cells, which have just been given their places. All sizes are asked for here:
   * asking while training would make the browser lay the page out at every frame.
   * @param {HTMLElement} cells
   */
  function arrange(cells) {
    over = cells;
    // A room that is shut has no sizes; its pictures stay as they are.
    if (element.clientWidth === 0) return;
    const fine = Math.min(FINEST, devicePixelRatio);
    const scaled = (/** @type {number} */ size) => Math.round(size * fine);
    Object.assign(element, { width: scaled(element.clientWidth), height: scaled(element.clientHeight) });
    places = [...cells.children].map((cell) => {
      const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = /** @type {HTMLElement} */ (cell);
      return { x: scaled(offsetLeft - cells.offsetLeft), y: scaled(offsetTop - cells.offsetTop), wide: scaled(offsetWidth), tall: scaled(offsetHeight) };
    });
    drawn = -1;
    if (held >= 0 && element.classList.contains('visible')) draw();
  }

  return { element, update, arrange };
}
