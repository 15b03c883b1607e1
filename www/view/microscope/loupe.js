// One node's picture enlarged: the colours that make it fire, with the picked colour's place in it.
import { hasMaps } from '../../layers/columns.js';
import { place } from '../../colours/predictions.js';
import { attribute, h, say } from '../dom.js';

/** How much of the enlarged picture's side the ring takes, px. */
const RING = 5;
/** The drawing's own size, px. */
const SIZE = { width: 288, height: 108 };

export function createLoupe() {
  const canvas = h('canvas', { ...SIZE, role: 'img' });
  const caption = h('p');
  const element = h('figure', { class: 'loupe', hidden: true }, canvas, caption);
  const tile = h('canvas');

  /**
   * @param {import('../../app/view-model.js').Model} model
   * @returns {boolean} whether there is a picture to show
   */
  function update(model) {
    const { spot, maps, columns, text, shown } = model;
    const column = typeof spot === 'object' && spot?.kind === 'cell' ? columns[spot.column] : null;
    const mapped = column !== null && spot !== null && typeof spot === 'object' && hasMaps(column.kind);
    element.hidden = !mapped;
    if (!mapped || !column) return false;
    const { width, height } = maps;
    const size = width * height * 4;
    const pixels = maps.pixels(column.name).slice(spot.node * size, (spot.node + 1) * size);
    if (pixels.length !== size) {
      element.hidden = true;
      return false;
    }
    Object.assign(tile, { width, height });
    tile.getContext('2d')?.putImageData(new ImageData(pixels, width), 0, 0);
    const context = canvas.getContext('2d');
    if (context) {
      context.drawImage(tile, 0, 0, SIZE.width, SIZE.height);
      ring(context, place(shown.rgb), SIZE);
    }
    const words = column.role === 'activation' ? text.seenBy(text.node(column.title, [spot.node])) : text.seenAs(model.classNames[spot.node]);
    attribute(canvas, 'aria-label', words);
    say(caption, words);
    return true;
  }

  return { element, update };
}

/**
 * Rings the place of a colour, seen on any colour.
 * @param {CanvasRenderingContext2D} context
 * @param {{ x: number, y: number }} at 0 to 1
 * @param {{ width: number, height: number }} size
 */
export function ring(context, { x, y }, { width, height }) {
  for (const [style, line] of /** @type {[string, number][]} */ ([['#fff', 4], ['#000', 2]])) {
    context.beginPath();
    context.arc(x * width, y * height, RING, 0, 2 * Math.PI);
    Object.assign(context, { strokeStyle: style, lineWidth: line });
    context.stroke();
  }
}
