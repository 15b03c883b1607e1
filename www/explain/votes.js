// What each colour contributes to a mean, as a picture: the colours of a class side by side, the largest first. Pure sums.

/** @typedef {import('./terms.js').Contributions} Contributions */
/** @typedef {import('../core/wasm.js').Sample} Sample */

/**
 * One colour's vote.
 * @typedef {object} Vote
 * @property {number} place of it from the left
 * @property {number} height of it, a share of the largest of all: above 0 it stands above the line
 * @property {boolean} own whether it is of the colour on display
 */
/**
 * @typedef {object} Votes
 * @property {Vote[]} votes
 * @property {{ label: number, from: number, count: number }[]} groups the classes that have colours, and their places
 * @property {number} places all places, the empty ones between the classes too
 * @property {number} up how many stand above the line
 * @property {number} down how many hang below it
 * @property {number} mean height of the mean
 */

/** The places that stay empty between two classes. */
const GAP = 6;

/**
 * @param {Contributions} contributions
 * @param {readonly Sample[]} samples of the same colours
 * @param {boolean} wish whether a number below 0 stands above the line: a weight with such a gradient wants to be larger
 * @returns {Votes}
 */
export function votesOf({ values, own }, samples, wish) {
  const sign = wish ? -1 : 1;
  const most = Math.max(...values.map(Math.abs)) || 1;
  const heights = values.map((value) => (value === 0 ? 0 : (sign * value) / most));
  const labels = [...new Set(samples.map(({ label }) => label))].sort((a, b) => a - b);
  /** @type {Vote[]} */
  const votes = [];
  let place = 0;
  const groups = labels.map((label, i) => {
    if (i > 0) place += GAP;
    const from = place;
    const members = heights.flatMap((height, row) => (samples[row]?.label === label ? [{ height, own: row === own }] : []));
    members.sort((a, b) => b.height - a.height);
    for (const member of members) votes.push({ ...member, place: place++ });
    return { label, from, count: place - from };
  });
  return {
    votes,
    groups,
    places: place,
    up: heights.filter((height) => height > 0).length,
    down: heights.filter((height) => height < 0).length,
    mean: heights.reduce((sum, height) => sum + height, 0) / Math.max(1, heights.length),
  };
}
