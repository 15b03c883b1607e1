// The order in which a run looked at the training samples, where it did not look at all of them in each update.

/** A notebook holds so many numbers of samples at most. */
const MOST = 200_000;

/**
 * For each stretch of a run which samples its updates learned from, batch after batch, and the step at which it began; null for
 * a stretch that looked at all of them or at a single colour, and for all where there are too many.
 * @param {import('../../app/workbench.js').Workbench} workbench
 * @param {import('../../state/moves.js').Stretch[]} run
 * @param {number} began the step at which it began
 * @returns {import('./notebook.js').Order[]}
 */
export function ordersOf(workbench, run, began) {
  const n = workbench.data.train.length;
  const partly = run.map(({ batch }) => typeof batch === 'number' && batch < n);
  const count = run.reduce((sum, { steps, batch }, i) => sum + (partly[i] ? steps * Number(batch) : 0), 0);
  let next = began;
  return run.map((stretch, i) => {
    const first = next;
    next += stretch.steps;
    return partly[i] && count <= MOST ? { first, rows: workbench.batchRows(stretch, first) } : null;
  });
}
