// All that is painted of the stage, at one moment of a movement.

/** @typedef {CanvasRenderingContext2D} Context */
/** @typedef {import('../../app/view-model.js').ColumnModel} ColumnModel */
/** @typedef {import('./geometry.js').Geometry} Geometry */
/** @typedef {import('./wires.js').Wire} Wire */
/** @typedef {import('./wires.js').Involved} Involved */
/** @typedef {import('./palette.js').Palette} Palette */
/** @typedef {{ kind: import('./motion.js').Kind, part: number } | null} Movement */

/** The moved weights into each column, and how many times larger their movements are drawn. @typedef {{ into: import('./wires.js').Move[][], times: number }} Moves */

/**
 * All that is painted.
 * @typedef {object} Picture
 * @property {readonly ColumnModel[]} columns
 * @property {readonly boolean[]} shown which columns are there
 * @property {Geometry} geometry
 * @property {Palette} palette
 * @property {readonly number[]} scales the number that fills a cell, one a column
 * @property {number} wishScale the gradient that fills a cell
 * @property {readonly Wire[][]} resting the wires into each column
 * @property {Moves | null} moves what an update has moved, in the place of the resting wires
 * @property {Involved | null} involved what belongs to the number in the spotlight
 * @property {boolean} open whether that number is open: then all else steps back
 * @property {readonly Wire[]} trail the wires of the blame that led to it
 * @property {boolean} backward whether it is told on the way back
 * @property {boolean} projector
 * @property {Movement} movement
 * @property {(context: Context, block: import('./block.js').Block) => void} input draws the picture that goes in
 * @property {(context: Context, block: import('./block.js').Block, column: ColumnModel) => boolean} maps draws the maps of a column's nodes in
 * their cells, where they are wanted; returns whether they are
 */

/**
 * A column's turn in a movement that goes through all of them.
 * @param {NonNullable<Movement>} movement
 * @param {number} i the column
 * @param {number} count of columns
 * @returns {NonNullable<Movement>}
 */
export function turnOf({ kind, part }, i, count) {
  return { kind, part: Math.min(1, Math.max(0, part * count - i + 1)) };
}
