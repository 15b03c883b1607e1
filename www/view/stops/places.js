// Where the stops stand in their row, and which of their names have room. Pure sums, no page.

/** The least distance between two stops, and from a stop to the end of its row, px. */
const [LEAST, EDGE] = [20, 14];
/** Paper between two names, px. */
const GAP = 8;

/**
 * Places for stops in a row: those that are given, moved apart where they would touch; those without one stand evenly
 * between their neighbours.
 * @param {readonly (number | null)[]} given px from the left
 * @param {number} width of the row, px
 * @returns {number[]}
 */
export function spread(given, width) {
  const all = filled(given, width);
  const right = [...all];
  for (let i = 1; i < right.length; i += 1) right[i] = Math.max(right[i], right[i - 1] + LEAST);
  const left = [...all];
  for (let i = left.length - 2; i >= 0; i -= 1) left[i] = Math.min(left[i], left[i + 1] - LEAST);
  // Either alone would push all to one side.
  const between = right.map((x, i) => (x + left[i]) / 2);
  const inside = between.map((x, i) => Math.max(EDGE + i * LEAST, Math.min(x, width - EDGE - (between.length - 1 - i) * LEAST)));
  return inside.map(Math.round);
}

/**
 * @param {readonly (number | null)[]} given
 * @param {number} width
 */
function filled(given, width) {
  const known = given.flatMap((x, i) => (x === null ? [] : [{ i, x }]));
  const step = width / given.length;
  return given.map((x, i) => {
    if (x !== null) return x;
    const before = known.findLast((one) => one.i < i) ?? { i: -0.5, x: 0 };
    const after = known.find((one) => one.i > i) ?? { i: given.length - 0.5, x: width };
    return known.length === 0 ? (i + 0.5) * step : before.x + ((i - before.i) / (after.i - before.i)) * (after.x - before.x);
  });
}

/**
 * A shorter name: `Affine1` → `A1`. One without a number has none.
 * @param {string} name
 */
export function shortened(name) {
  const digits = /\d+$/.exec(name)?.[0] ?? '';
  return digits === '' ? name : name[0] + digits;
}

/**
 * The names that fit their row: whole, or shortened, or only those nearest to the present one. None overlaps another.
 * @param {readonly string[]} names
 * @param {readonly number[]} places of their middles, px
 * @param {number} now the index of the present one; −1 for none
 * @param {number} letter the width of a letter, px
 * @param {number} width of the row, px
 * @returns {string[]} empty for one that is left out
 */
export function labelsOf(names, places, now, letter, width) {
  const room = (/** @type {string} */ name) => (name.length * letter + GAP) / 2;
  const middle = (/** @type {number} */ i, /** @type {string} */ word) => nameAt(places[i], word, letter, width);
  const apart = (/** @type {number} */ i, /** @type {string} */ word, /** @type {number} */ j, /** @type {string} */ other) => Math.abs(middle(i, word) - middle(j, other)) >= room(word) + room(other);
  const fit = (/** @type {readonly string[]} */ words) => words.every((word, i) => i === 0 || apart(i, word, i - 1, words[i - 1]));
  if (fit(names)) return [...names];
  const short = names.map((name, i) => (i === now ? name : shortened(name)));
  if (fit(short)) return short;
  // The present one and its neighbours first, then from the left: of a pair that stands close, the first.
  const labels = names.map(() => '');
  const far = (/** @type {number} */ i) => Math.min(2, Math.abs(i - now));
  const order = names.map((_, i) => i).sort((a, b) => far(a) - far(b) || a - b);
  const free = (/** @type {number} */ i, /** @type {string} */ word) => labels.every((other, j) => other === '' || apart(i, word, j, other));
  for (const i of order) labels[i] = [names[i], short[i], ''].find((word, k) => word === '' || ((i === now || k === 1) && free(i, word))) ?? '';
  return labels;
}

/**
 * Where the middle of a name is: at its stop, but inside the row.
 * @param {number} place of the stop, px
 * @param {string} name
 * @param {number} letter the width of a letter, px
 * @param {number} width of the row, px
 */
export function nameAt(place, name, letter, width) {
  const half = (name.length * letter) / 2;
  return Math.min(Math.max(place, half), width - half);
}
