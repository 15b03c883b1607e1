// How often words follow a training: nobody can read sixty numbers a second, and each is a new layout of its line.

/** How long words stay while it trains, ms. */
const STAYS = 120;

/**
 * @returns {(model: Pick<import('../../app/view-model.js').Model, 'playing'>) => boolean} whether the words are to be written
 * now: whenever nothing trains, else a few times a second
 */
export function createPace() {
  let written = -Infinity;
  return ({ playing }) => {
    const now = performance.now();
    if (playing && now - written < STAYS) return false;
    written = now;
    return true;
  };
}
