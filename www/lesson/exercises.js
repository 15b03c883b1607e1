// What the learner can write: a function of a few lines, the line of NumPy that it stands for, and a way to write it.

/** @typedef {'affine' | 'relu' | 'softmax' | 'cross_entropy' | 'relu_backward'} ExerciseName */

/**
 * @typedef {object} Exercise
 * @property {readonly string[]} parameters
 * @property {string} numpy
 * @property {string} frame lines to begin with, that do not work yet
 * @property {string} solution
 */

/** @type {Record<ExerciseName, Exercise>} */
export const EXERCISES = {
  affine: {
    parameters: ['x', 'w', 'b'],
    numpy: 'out = x.dot(w) + b',
    frame: 'const out = [];\nfor (let j = 0; j < b.length; j += 1) {\n  let sum = 0;\n  for (let i = 0; i < x.length; i += 1) {\n    // x[i], w[i][j]\n  }\n  out.push(sum);\n}\nreturn out;',
    solution: 'const out = [];\nfor (let j = 0; j < b.length; j += 1) {\n  let sum = b[j];\n  for (let i = 0; i < x.length; i += 1) {\n    sum += x[i] * w[i][j];\n  }\n  out.push(sum);\n}\nreturn out;',
  },
  relu: {
    parameters: ['x'],
    numpy: 'out = np.maximum(0, x)',
    frame: 'return x.map((value) => value);',
    solution: 'return x.map((value) => Math.max(0, value));',
  },
  softmax: {
    parameters: ['x'],
    numpy: 'e = np.exp(x - x.max());  out = e / e.sum()',
    frame: 'const e = x.map((score) => Math.exp(score));\nreturn e;',
    solution: 'const most = Math.max(...x);\nconst e = x.map((score) => Math.exp(score - most));\nlet sum = 0;\nfor (const part of e) sum += part;\nreturn e.map((part) => part / sum);',
  },
  cross_entropy: {
    parameters: ['y', 't'],
    numpy: 'loss = -np.log((y * t).sum())',
    frame: 'let right = 0;\nfor (let i = 0; i < y.length; i += 1) {\n  // y[i], t[i]\n}\nreturn right;',
    solution: 'let right = 0;\nfor (let i = 0; i < y.length; i += 1) {\n  right += y[i] * t[i];\n}\nreturn -Math.log(right);',
  },
  relu_backward: {
    parameters: ['dout', 'x'],
    numpy: 'dx = dout.copy();  dx[x <= 0] = 0',
    frame: 'return dout.map((gradient, i) => gradient);',
    solution: 'return dout.map((gradient, i) => (x[i] <= 0 ? 0 : gradient));',
  },
};

/**
 * Lines in front of what the learner has written, which stays as a comment, so that nothing is lost.
 * @param {string} lines
 * @param {string} written
 */
export function inFront(lines, written) {
  return written.trim() === '' ? lines : `${lines}\n\n/* ${written.replaceAll('*/', '* /')} */`;
}

export const EXERCISE_NAMES = /** @type {ExerciseName[]} */ (Object.keys(EXERCISES));
