// The learner's own layers: the functions that they have written compute the numbers of those layers in the scene, in
// the sandbox; each result is checked against the core.
import { EXERCISES } from '../layers/index.js';
import { run } from '../sandbox/run.js';
import { agrees } from '../util/agreement.js';

/** @typedef {import('../core/wasm.js').Lab} Lab */
/** @typedef {import('../app/view-model.js').ColumnModel} ColumnModel */
/** @typedef {{ columns: ColumnModel[], samples: unknown[], row: number, code: string }} Pass the pass on display, and the code for it */
/** @typedef {import('../layers/descriptor.js').Case & { column: string, direction: 'forward' | 'backward', by: string }} Call a call, and where its numbers are shown */

/**
 * @param {object} page
 * @param {() => Lab} page.lab
 * @param {() => { solved: Readonly<Record<string, string>> }} page.kept
 * @param {() => void} page.refresh called when numbers have been computed
 * @param {(exercise: string) => void} page.failed called when a function gave other numbers than the core
 */
export function createOwnLayers({ lab, kept, refresh, failed }) {
  /** The pass that the numbers are of. @type {Pass | null} */
  let present = null;
  /** The computed numbers, by column and direction. @type {Map<string, { values: Float32Array, by: string }>} */
  let computed = new Map();
  /** Whether a pass is being computed: one at a time, and then the latest. */
  let working = false;
  /** The code that was reported to give other numbers; once is enough. */
  let told = '';

  /**
   * The columns with the learner's numbers in them, as far as they have been computed; the missing ones are computed next.
   * @param {{ columns: ColumnModel[], samples: unknown[], row: number, playing: boolean }} moment
   * @returns {ColumnModel[]}
   */
  function applied({ columns, samples, row, playing }) {
    const { solved } = kept();
    const code = JSON.stringify(solved);
    if (code === '{}' || playing) return columns;
    if (present?.samples !== samples || present.row !== row || present.code !== code) {
      present = { columns, samples, row, code };
      computed = new Map();
      if (!working) work();
    }
    const found = columns.map((column) => (column.lit && computed.get(`${column.lit}:${column.name}`)) || null);
    // The layer that computed them is marked, also where they are shown beside it.
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
    // Read at once: a moment later the core may hold another pass.
    const tasks = Object.entries(kept().solved).map(([one, body]) => {
      const name = /** @type {string} */ (one);
      return { name, body, calls: callsOf(name, lab(), pass) };
    });
    for (const { name, body, calls } of tasks) {
      if (calls.length === 0) continue;
      const { problem, results } = await run({ name, parameters: [...EXERCISES[name].parameters], body, calls: calls.map(({ args }) => args) });
      if (present !== pass) return;
      // Where the browser was too busy the core's own numbers do.
      if (problem?.code === 'time' || problem?.code === 'worker') continue;
      if (problem || !calls.every(({ wanted, slack }, i) => agrees(results?.[i], wanted, slack))) {
        if (told !== body) failed(name);
        told = body;
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
  // Of many colours the scene shows the mean of their losses, which no call computes.
  if (ofLoss && samples.length > 1) return [];
  // A smaller probability is replaced by the core's floor; its logarithm is no case.
  const { floor } = /** @type {import('../explain/terms.js').Explanation} */ (lab.explain(`loss.loss[${row}]`)).operation;
  const calls = columns.flatMap(({ kind: one, name: layer }, i) => {
    if (one !== kind) return [];
    // Gradients that go back arrive at the layer before.
    const column = computes === 'dx' ? columns[i - 1].name : layer;
    return [{ ...caseOf(read, layer, row), column, direction: /** @type {'forward' | 'backward'} */ (computes === 'dx' ? 'backward' : 'forward'), by: layer }];
  });
  return calls.filter(({ wanted, args }) => {
    const finite = [wanted, ...args].flat(2).every(Number.isFinite);
    return finite && (!ofLoss || /** @type {number} */ (wanted) < -Math.log(/** @type {number} */ (floor)) * 0.999);
  });
}
