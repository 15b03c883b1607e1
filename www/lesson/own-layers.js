// The layers that the learner has written: their functions run in the sandbox and compute those layers' numbers in the
// scene; each result is checked against the core.
import { EXERCISES } from '../layers/index.js';
import { agrees } from '../util/agreement.js';

/** @typedef {import('../core/wasm.js').Lab} Lab */
/** @typedef {import('../app/view-model.js').ColumnModel} ColumnModel */
/** @typedef {{ columns: ColumnModel[], samples: unknown[], row: number, code: string }} Pass the pass on display, and the code for it */
/** @typedef {import('../layers/descriptor.js').Case & { column: string, direction: 'forward' | 'backward', by: string }} Call a call, and where its numbers are shown */

/**
 * @param {object} page
 * @param {() => Lab} page.lab
 * @param {() => { solved: Readonly<Record<string, string>> }} page.readProgress
 * @param {() => void} page.refresh called after numbers have been computed
 * @param {(exercise: string) => void} page.failed called when a function's numbers differ from the core's
 */
export function createOwnLayers({ lab, readProgress, refresh, failed }) {
  /** The pass of the computed numbers. @type {Pass | null} */
  let present = null;
  /** The computed numbers, by column and direction. @type {Map<string, { values: Float32Array, by: string }>} */
  let computed = new Map();
  /** Whether a pass is being computed: one at a time, and then the latest. */
  let working = false;
  /** The code that was reported to give other numbers; once is enough. */
  let reported = '';

  /**
   * The columns with the learner's numbers, as far as computed; starts computing the missing ones.
   * @param {{ columns: ColumnModel[], samples: unknown[], row: number, playing: boolean }} moment
   * @returns {ColumnModel[]}
   */
  function applied({ columns, samples, row, playing }) {
    const { solved } = readProgress();
    const code = JSON.stringify(solved);
    if (code === '{}' || playing) return columns;
    if (present?.samples !== samples || present.row !== row || present.code !== code) {
      present = { columns, samples, row, code };
      computed = new Map();
      if (!working) work();
    }
    const found = columns.map((column) => (column.lit && computed.get(`${column.lit}:${column.name}`)) || null);
    // Mark the layer that computed them, even where the column before shows them.
    const by = new Set(found.map((one) => one?.by));
    return columns.map((column, i) => ({ ...column, values: found[i]?.values ?? column.values, mine: by.has(column.name) }));
  }

  /** Computes the pass on display, and then the one that has replaced it meanwhile. */
  async function work() {
    working = true;
    for (let done = null; present && present !== done; ) {
      done = present;
      await compute(present);
    }
    working = false;
  }

  /** @param {Pass} pass */
  async function compute(pass) {
    // Read before the first await: the core may hold another pass after it.
    const tasks = Object.entries(readProgress().solved).map(([one, body]) => {
      const name = /** @type {string} */ (one);
      return { name, body, calls: callsOf(name, lab(), pass) };
    });
    for (const { name, body, calls } of tasks) {
      if (calls.length === 0) continue;
      const { problem, results } = await (await import('../sandbox/run.js')).run({ name, parameters: [...EXERCISES[name].parameters], body, calls: calls.map(({ args }) => args) });
      if (present !== pass) return;
      // If the browser was too busy, keep the core's numbers.
      if (problem?.code === 'time' || problem?.code === 'worker') continue;
      if (problem || !calls.every(({ wanted, slack }, i) => agrees(results?.[i], wanted, slack))) {
        if (reported !== body) failed(name);
        reported = body;
        continue;
      }
      calls.forEach(({ column, direction, by }, i) => computed.set(`${direction}:${column}`, { values: Float32Array.from(/** @type {number[]} */ ([results?.[i]].flat())), by }));
    }
    if (computed.size > 0) refresh();
  }

  return { applied };
}

/**
 * The calls of a function in a pass.
 * @param {string} name of the exercise
 * @param {Lab} lab
 * @param {Pass} pass
 * @returns {Call[]}
 */
function callsOf(name, lab, { columns, samples, row }) {
  const read = (/** @type {string} */ address) => [...lab.tensor(address)];
  const { kind, computes, caseOf } = EXERCISES[name];
  const loss = columns.findLast(({ role }) => role === 'loss');
  const ofLoss = loss?.kind === kind;
  // Of several samples the scene shows the mean loss, which no single call computes.
  if (ofLoss && samples.length > 1) return [];
  // The core raises a smaller probability to its floor, so its logarithm can't be compared.
  const { floor } = /** @type {import('../explain/terms.js').Explanation} */ (lab.explain(`loss.loss[${row}]`)).operation;
  const calls = columns.flatMap(({ kind: one, name: layer }, i) => {
    if (one !== kind) return [];
    // A layer's dx is shown at the column before.
    const column = computes === 'dx' ? columns[i - 1].name : layer;
    return [{ ...caseOf(read, layer, row), column, direction: /** @type {'forward' | 'backward'} */ (computes === 'dx' ? 'backward' : 'forward'), by: layer }];
  });
  return calls.filter(({ wanted, args }) => {
    const finite = [wanted, ...args].flat(2).every(Number.isFinite);
    return finite && (!ofLoss || /** @type {number} */ (wanted) < -Math.log(/** @type {number} */ (floor)) * 0.999);
  });
}
