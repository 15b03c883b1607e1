// The scales that the stage holds: one for a layer and its activation, so that what passes keeps its size, and one for
// all gradients, so that their fading is seen.
import { largest } from '../../util/tint.js';
import { heldScale, round } from './scale.js';

export function createScales() {
  /** The number that fills a cell, by the column. @type {Map<string, number>} */
  const scales = new Map();
  /** The gradient that fills a cell; null where none is shown. @type {number | null} */
  let wish = null;

  return {
    /** @param {readonly import('../../app/view-model.js').ColumnModel[]} columns */
    update(columns) {
      columns.forEach(({ name, role, values, ghost, lit }, i) => {
        if (!lit) {
          // On the way back and on again it is found as at first.
          scales.delete(name);
          return;
        }
        const pair = role === 'activation' ? columns[i - 1] : null;
        const own = largest(ghost ?? values);
        scales.set(name, pair ? (scales.get(pair.name) ?? round(own)) : heldScale(scales.get(name), own));
      });
      const gradients = columns.filter(({ ghost, few }) => ghost && !few).map(({ values }) => largest(values));
      wish = gradients.length === 0 ? null : heldScale(wish ?? undefined, Math.max(...gradients));
    },
    /** Forgets them, for another network. */
    clear() {
      scales.clear();
      wish = null;
    },
    of: (/** @type {string} */ name) => scales.get(name),
    wish: () => wish,
  };
}
