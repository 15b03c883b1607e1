// The learner's own layers: what they have written computes the numbers of those layers in the scene, in the sandbox,
// and is held against the core each time.
import { run } from '../sandbox/run.js';
import { agrees, rowsOf } from './exam.js';
import { EXERCISES } from './exercises.js';

/** @typedef {import('../core.js').Lab} Lab */
/** @typedef {import('../model.js').ColumnModel} ColumnModel */
/** @typedef {import('./exercises.js').ExerciseName} ExerciseName */

/** What a function computes in a scene: where its numbers are shown, what it is called with, and what the core has.
 * @typedef {{ column: string, direction: 'forward' | 'backward', by: string, args: unknown[], wanted: number | number[] }} Call */

/**
 * @param {object} page
 * @param {() => Lab} page.lab
 * @param {() => { solved: readonly string[], code: Readonly<Record<string, string>> }} page.kept
 * @param {() => void} page.refresh shows what has come
 * @param {(exercise: ExerciseName) => void} page.failed tells that a function gave other numbers than the core
 */
export function createMine({ lab, kept, refresh, failed }) {
  /** The pass that the numbers are of. @type {{ samples: unknown, row: number, code: string } | null} */
  let present = null;
  /** What has been computed, by column and direction. @type {Map<string, { values: Float32Array, by: string }>} */
  let computed = new Map();

  /**
   * Puts the learner's numbers into the columns, and has them computed where they are still missing.
   * @param {{ columns: ColumnModel[], samples: unknown[], row: number, playing: boolean }} moment
   */
  function dress({ columns, samples, row, playing }) {
    const { solved, code } = kept();
    if (solved.length === 0 || playing) return;
    const words = JSON.stringify(solved.map((name) => code[name]));
    if (present?.samples !== samples || present.row !== row || present.code !== words) {
      present = { samples, row, code: words };
      computed = new Map();
      compute(columns, samples.length, row, present);
    }
    for (const column of columns) {
      const own = column.lit && computed.get(`${column.lit}:${column.name}`);
      if (!own) continue;
      column.values = own.values;
      // The layer that computed them is marked, also where they are shown beside it.
      const by = columns.find(({ name }) => name === own.by);
      if (by) by.mine = true;
    }
  }

  /**
   * @param {ColumnModel[]} columns
   * @param {number} rows
   * @param {number} row
   * @param {object} mine the pass it is for
   */
  async function compute(columns, rows, row, mine) {
    const { solved, code } = kept();
    // Read at once: a moment later the core may hold another pass.
    const work = solved.map((name) => ({ name: /** @type {ExerciseName} */ (name), calls: callsOf(/** @type {ExerciseName} */ (name), lab(), columns, rows, row) }));
    for (const { name, calls } of work) {
      if (calls.length === 0) continue;
      const outcome = await run({ name, parameters: [...EXERCISES[name].parameters], body: code[name], calls: calls.map((call) => call.args) });
      if (present !== mine) return;
      const results = /** @type {unknown[]} */ (outcome.results ?? []);
      if (!calls.every((call, i) => agrees(results[i], call.wanted))) {
        failed(name);
        return;
      }
      calls.forEach(({ column, direction, by }, i) => computed.set(`${direction}:${column}`, { values: Float32Array.from(/** @type {number[]} */ ([results[i]].flat())), by }));
    }
    if (computed.size > 0) refresh();
  }

  return { dress };
}

/**
 * The calls of a function in a pass.
 * @param {ExerciseName} name
 * @param {Lab} lab
 * @param {ColumnModel[]} columns
 * @param {number} rows of the pass
 * @param {number} row
 * @returns {Call[]}
 */
function callsOf(name, lab, columns, rows, row) {
  const read = (/** @type {string} */ address) => [...lab.tensor(address)];
  const layers = columns.filter((column) => column.kind === kindOf(name));
  /** @type {(layer: string, i: number) => Call} */
  const call = (layer) => {
    const forward = { column: layer, direction: /** @type {const} */ ('forward'), by: layer };
    if (name === 'affine') {
      const b = read(`${layer}.b`);
      return { ...forward, args: [read(`${layer}.x[${row}]`), rowsOf(read(`${layer}.w`), b.length), b], wanted: read(`${layer}.out[${row}]`) };
    }
    if (name === 'cross_entropy') return { ...forward, args: [read(`softmax.out[${row}]`), read(`softmax.t[${row}]`)], wanted: lab.value(`loss.loss[${row}]`) };
    if (name === 'relu_backward') {
      // Its numbers arrive at the layer before it.
      const before = columns[columns.findIndex((column) => column.name === layer) - 1].name;
      return { column: before, direction: 'backward', by: layer, args: [read(`${layer}.dout[${row}]`), read(`${layer}.x[${row}]`)], wanted: read(`${layer}.dx[${row}]`) };
    }
    return { ...forward, args: [read(`${layer}.x[${row}]`)], wanted: read(`${layer}.out[${row}]`) };
  };
  // Of many colours the scene shows the mean of their losses, which no call computes.
  if (name === 'cross_entropy' && rows > 1) return [];
  return layers.map(({ name: layer }, i) => call(layer, i));
}

/** @param {ExerciseName} name */
function kindOf(name) {
  return { affine: 'affine', relu: 'relu', softmax: 'softmax', cross_entropy: 'loss', relu_backward: 'relu' }[name];
}
