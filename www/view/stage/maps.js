// The maps of the nodes in their cells: which colours make each fire.
import { cellBox } from './block.js';

/** The pictures of a layer, one under another, with the stamp of when they were drawn. @typedef {{ canvas: HTMLCanvasElement, stamp: number }} Sheet */

export function createMapSheets() {
  /** @type {Map<string, Sheet>} */
  const sheets = new Map();

  /**
   * @param {import('../../app/view-model.js').Maps} maps
   * @param {string} layer
   * @returns {HTMLCanvasElement}
   */
  function sheetOf(maps, layer) {
    const sheet = sheets.get(layer) ?? { canvas: document.createElement('canvas'), stamp: -1 };
    sheets.set(layer, sheet);
    const { canvas } = sheet;
    if (sheet.stamp === maps.stamp) return canvas;
    sheet.stamp = maps.stamp;
    const pixels = maps.pixels(layer);
    Object.assign(canvas, { width: maps.width, height: pixels.length / (4 * maps.width) });
    if (canvas.height > 0) canvas.getContext('2d')?.putImageData(new ImageData(pixels, maps.width), 0, 0);
    return canvas;
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {import('./block.js').Block} block
   * @param {import('../../app/view-model.js').Maps} maps
   * @param {string} layer
   */
  return function paintMaps(context, block, maps, layer) {
    const sheet = sheetOf(maps, layer);
    // Of nodes that share a cell, the first is seen.
    for (let node = 0; node < block.count && (node + 1) * maps.height <= sheet.height; node += block.group) {
      const { x, y, width, height } = cellBox(block, node);
      context.drawImage(sheet, 0, node * maps.height, maps.width, maps.height, x, y, width, height);
    }
  };
}
