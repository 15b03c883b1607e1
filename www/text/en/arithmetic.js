// The sentence about a number's arithmetic. Same keys as in ../ja/.
import { count, number } from '../../util/format.js';

/** @typedef {import('../index.js').Arithmetic} Arithmetic */

/** Where a number was taken over from, unchanged. @param {Arithmetic} a */
const taken = ({ from }) => (from === null ? '' : `It is taken over unchanged from ${from}. `);

/** Over which window it is a sum. @param {Arithmetic} a */
const over = ({ window }) => (window === null ? '' : `It is a sum over a window of ${window.height} × ${window.width} in ${window.grids} ${window.grids === 1 ? 'channel' : 'channels'}. `);

/** @type {(noun: Pick<import('./about.js').Noun, 'many'>) => ReturnType<typeof import('../ja/arithmetic.js').arithmetic>} */
export function arithmetic({ many }) {
  /** Over how many a number is the mean. @param {Arithmetic} a */
  const mean = ({ mean: of }) => (of === null ? '' : `It is the mean over ${count(of.rows)} ${many}${of.own === null ? '' : `; this one alone gives ${of.own}`}. `);

  return (a) =>
    ({
      given: `${a.address} is ${a.value}. ${taken(a)}It was there before this computation.`,
      gate: `${a.address} is ${a.value}. ${taken(a)}${a.parts[1] === 0 ? `${a.terms[0]} passes unchanged.` : `${a.terms[0]} is cut and becomes 0.`}`,
      atMostZero: `${a.address} is ${a.value}. ${taken(a)}${a.terms[0]} is ${a.parts[0] <= 0 ? '0 or less, so it is cut.' : 'more than 0, so it passes.'}`,
      softmax: `${a.address} is ${a.value}. ${taken(a)}That is ${number(a.parts[a.index])} divided by the sum of ${a.parts.map(number).join(' and ')}.`,
      minusLog: `${a.address} is ${a.value}. ${taken(a)}That is minus the logarithm of ${a.terms.join(' + ')}${a.floor === null ? '' : ` (less than ${number(a.floor)} counts as ${number(a.floor)})`}.`,
      max: `${a.address} is ${a.value}. ${taken(a)}It is the largest of ${a.terms.join(', ')}.`,
      place: `${a.address} is ${a.value}. ${taken(a)}It tells which of ${a.terms.join(', ')} is the largest, counted from 0.`,
      at: `${a.address} is ${a.value}. ${taken(a)}${a.parts[1] === a.place ? `${a.terms[0]} goes back to it, because it was the largest of its window.` : 'It was not the largest of its window, so no gradient goes back to it.'}`,
      sum: `${a.address} is ${a.value}. ${taken(a)}${mean(a)}${over(a)}That is ${a.terms.join(' + ')}.`,
    })[a.kind];
}
