// A grid of answers: the class at each place, and the innermost place of each class.

/**
 * The class with the highest probability at every place, the first of equals.
 * @param {Float32Array} probabilities
 * @param {number} classes
 */
export function answersOf(probabilities, classes) {
  const answers = new Uint8Array(probabilities.length / classes);
  for (let at = 0; at < answers.length; at += 1) {
    for (let i = 1; i < classes; i += 1) if (probabilities[at * classes + i] > probabilities[at * classes + answers[at]]) answers[at] = i;
  }
  return answers;
}

/**
 * The class with the highest probability, the first of equals.
 * @param {Float32Array} probabilities of one colour
 * @returns {number} −1 where one of them is no number
 */
export function bestOf(probabilities) {
  return probabilities.indexOf(Math.max(...probabilities));
}

/**
 * The neighbours of a place on a grid of the given sizes; the last dimension is the fastest.
 * @param {number} at
 * @param {readonly number[]} sizes
 */
export function neighbours(at, sizes) {
  const found = [];
  let step = 1;
  for (let d = sizes.length - 1; d >= 0; d -= 1) {
    const here = Math.floor(at / step) % sizes[d];
    if (here > 0) found.push(at - step);
    if (here < sizes[d] - 1) found.push(at + step);
    step *= sizes[d];
  }
  return found;
}

/**
 * For each class the place that is furthest from every other class; of equals the one nearest to the middle
 * of the grid. Null for a class without a place.
 * @param {Uint8Array} answers
 * @param {readonly number[]} sizes of the grid
 * @param {number} classes
 * @returns {(number | null)[]}
 */
export function depths(answers, sizes, classes) {
  const distances = new Int16Array(answers.length).fill(-1);
  let edge = [];
  for (let at = 0; at < answers.length; at += 1) {
    if (neighbours(at, sizes).some((other) => answers[other] !== answers[at])) {
      distances[at] = 0;
      edge.push(at);
    }
  }
  for (let distance = 1; edge.length > 0; distance += 1) {
    const next = [];
    for (const at of edge) {
      for (const other of neighbours(at, sizes)) {
        if (distances[other] >= 0) continue;
        distances[other] = distance;
        next.push(other);
      }
    }
    edge = next;
  }
  const middle = sizes.map((size) => (size - 1) / 2);
  const fromMiddle = (/** @type {number} */ at) => {
    let [rest, sum] = [at, 0];
    for (let d = sizes.length - 1; d >= 0; d -= 1) {
      sum += ((rest % sizes[d]) - middle[d]) ** 2;
      rest = Math.floor(rest / sizes[d]);
    }
    return sum;
  };
  return Array.from({ length: classes }, (_, label) => {
    let best = null;
    for (let at = 0; at < answers.length; at += 1) {
      if (answers[at] !== label) continue;
      if (best === null || distances[at] > distances[best] || (distances[at] === distances[best] && fromMiddle(at) < fromMiddle(best))) best = at;
    }
    return best;
  });
}
