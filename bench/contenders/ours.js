// This project: the page's own WebAssembly, called as the page calls it.
import { Lab } from '../../www/wasm/irozuku.js';
import { settings } from '../problem.js';

/**
 * @param {import('../problem.js').Problem} problem
 * @returns {import('../problem.js').Contender}
 */
export function ours({ batches }) {
  const chosen = settings(batches[0].labels.length);
  let lab = new Lab(chosen, undefined);
  return {
    begin() {
      lab.free();
      lab = new Lab(chosen, undefined);
    },
    train(steps) {
      const made = lab.train(steps, Infinity);
      if (made !== steps) throw new Error(`the core made ${made} updates instead of ${steps}`);
    },
    loss: () => lab.summary().trainLoss,
  };
}
