// The view model: plain values read from the core for one moment of the page. The views never
// see the core, and the core never sees a view.
import { format, parse } from '../core/address.js';
import { isPicture, sizeOf } from '../core/tensor-shape.js';
import { nodeAddress, pictureOf } from '../explain/spot.js';
import { inRows, isKernel, weightIndex } from '../explain/weight-index.js';
import { hasMaps } from '../layers/columns.js';
import { descriptorOf, titleOf } from '../layers/index.js';
import { endOf, indexOf, lit } from '../core/pass-positions.js';

/** Layers of at most this many nodes have cells that show their number. */
export const FEW = 6;

/** @typedef {import('../core/wasm.js').Lab} Lab */
/** @typedef {import('../state/schema.js').State} State */
/** @typedef {import('../core/pass-positions.js').Position} Position */

/**
 * @typedef {object} Weights
 * @property {string} layer
 * @property {string} tensor `w`, `dw` or `w_new`
 * @property {string} biasTensor `b`, `db` or `b_new`; empty where there are no biases
 * @property {readonly number[]} shape of the tensor, see explain/weight-index.js
 * @property {number} rows inputs of a node
 * @property {number} columns nodes of the layer
 * @property {Float32Array} values row after row
 * @property {Float32Array} biases
 * @property {Float32Array} w the weights of the pass, whichever tensor is shown
 * @property {Float32Array | null} before the weights before an update, where one was just made
 */

/**
 * @typedef {object} ColumnModel
 * @property {string} name as in addresses
 * @property {string} title as on the page
 * @property {import('../core/wasm.js').Column['kind']} kind
 * @property {import('../core/wasm.js').Column['role']} role
 * @property {number} width
 * @property {readonly number[]} shape of its numbers for one colour or picture: `[50]`, of pictures `[C, H, W]`
 * @property {boolean} few whether its cells have room for their numbers
 * @property {boolean} current whether the present position is on it
 * @property {'forward' | 'backward' | null} lit
 * @property {string} tensor which tensor the cells show
 * @property {Float32Array} values one for each node; empty while the column is not lit
 * @property {Float32Array | null} ghost its outputs, where the cells show gradients; null elsewhere
 * @property {string} backward which tensor they show on the way back
 * @property {import('../core/wasm.js').Column['params']} params
 * @property {Float32Array | null} blocked 1 where a node lets nothing through; null for a layer that never blocks
 * @property {Float32Array | null} losses of the loss: that of each colour of a batch; null for one colour, and elsewhere
 * @property {Weights | null} weights
 * @property {Weights | null} opened its weights, gradients or new weights, where the open number is one of them or made from them:
 * then the column shows these, so that a line ends at the number that it stands for
 * @property {number} learned how many numbers it learns
 * @property {number} moved how many of them the present update has changed
 * @property {boolean} mine whether the learner's own code has computed its numbers
 */

/**
 * @typedef {object} Selected
 * @property {string} address
 * @property {string} layer
 * @property {string} tensor
 * @property {number} value
 * @property {number[]} shape of the whole tensor
 */

/**
 * The number to look at closely.
 * @typedef {Selected & {
 *   explanation: import('../explain/terms.js').Explanation | null,
 *   contributions: import('../explain/terms.js').Contributions | null,
 *   move: { before: number, after: number } | null,
 * }} Spotlight its arithmetic, null while training goes on; where it is a mean over colours, what each contributes; where it
 * is the gradient of a weight that was just updated, how that has moved
 */

/**
 * The maps of all nodes: which colours make each fire, hue across, lightness down.
 * @typedef {object} Maps
 * @property {number} stamp changes whenever a picture does
 * @property {number} width of one picture
 * @property {number} height of one picture
 * @property {(layer: string) => Uint8ClampedArray<ArrayBuffer>} pixels of a layer's nodes, RGBA, one picture under another; to be
 * read at once
 */

/**
 * The classes over the wheel of one brightness.
 * @typedef {import('../view/wheel/borders.js').Grid & { stamp: number, value: number }} WheelGrid its `stamp` changes whenever
 * a class or a score does; its arrays are to be read at once
 */

/**
 * The network's decisions over all colours.
 * @typedef {object} Space
 * @property {Float32Array} losses of the training, then the test colours
 * @property {Uint8Array} colours of the pictures, `r, g, b`, row after row
 * @property {Float32Array} decision the probability of each class for every colour of the pictures
 * @property {{ picture: number, row: number, column: number, value: number }[]} patches for each channel of the first Convolution where in
 * the training pictures it is largest; empty for other networks
 * @property {number} side colours along each edge of the RGB cube
 * @property {Uint8Array} cube the class of each of them, red the slowest
 */

/**
 * @typedef {object} Model
 * @property {State} state
 * @property {import('../text/index.js').Text} text
 * @property {import('../core/wasm.js').Summary} summary
 * @property {import('../core/wasm.js').Data} data
 * @property {string[]} classNames of the data set's classes, in the reader's language; those of the custom set as they were written
 * @property {Uint8Array} answers classes given to the training, then the test colours
 * @property {Maps} maps of all nodes
 * @property {((value: number) => WheelGrid) | null} wheel the classes over the wheel of a brightness; null while the answer is not
 * computed
 * @property {import('./catching.js').Catch[]} catches colours that the network has named wrong
 * @property {Space | null} space only in the room of colours
 * @property {Float64Array} curve step, train loss, test loss, train accuracy, test accuracy; again and again
 * @property {number} furthest the furthest step of this run
 * @property {number | null} progress how much of the way to a step has been made again, 0 to 1; null otherwise
 * @property {import('../core/wasm.js').Diagnosis | null} diagnosis only in the room of experiments
 * @property {{ name: string, kept: import('./runs.js').Run[] }} runs the present run's name, and those that have ended
 * @property {Position[]} positions of the pass, in their order
 * @property {number} position the index of the one that is shown
 * @property {ColumnModel[]} columns
 * @property {import('../core/wasm.js').Sample[]} samples of the pass
 * @property {number} row the row on display
 * @property {import('../core/wasm.js').Sample} shown the colour on display, with its right class
 * @property {number} best the class with the highest probability, the first of equals; −1 where none is a number
 * @property {import('../core/wasm.js').Teacher | null} teacher the source of the right class; null where the learner has chosen it
 * @property {Float32Array} probabilities of the colour on display, with the present weights
 * @property {Target} spot what is under the pointer or the keyboard
 * @property {Selected | null} pointed its number, if it has one
 * @property {Selected | null} selected
 * @property {import('../explain/terms.js').Explanation | null} explanation of the selected number
 * @property {string} sentence the same in words
 * @property {import('../explain/terms.js').Contributions | null} contributions where the selected number is a mean over colours: what
 * each of them contributes, and which is the one on display
 * @property {string | null} named the number that the story speaks of by its place
 * @property {Spotlight | null} spotlight what is pointed at, else what the story speaks of
 * @property {string[]} path the numbers that led here, this one last
 * @property {import('../explain/trail.js').Hop[]} trail the end of that path on which each number is the largest cause of the one
 * before: followed from the loss, all of the blame; empty elsewhere, and while training
 * @property {boolean} canGoBack
 * @property {boolean} canGoOn
 * @property {boolean} canStepBack whether there is a step of the walk to go back to
 * @property {boolean} canUnedit whether an edit of the custom set can be undone
 * @property {boolean} canUndraw whether a change of the own pictures can be undone
 * @property {boolean} canUndo whether the message offers to take a new beginning back
 * @property {string | null} offer the label of another button of the message
 * @property {import('../core/wasm.js').Check | null} check of the selected gradient, where it was asked for
 * @property {number | null} nudge how far the check nudges; null while it is closed
 * @property {boolean} playing
 * @property {boolean} dark whether the page is dark
 * @property {boolean} paper whether it is drawn for paper
 * @property {'start' | 'walk' | 'trained'} mood what the learner did last
 * @property {boolean} opening whether the page is as on a first visit: the answer is shown, though no step was made
 * @property {boolean} answered whether the answer for the colour on display is computed where the learner stands
 * @property {import('../core/wasm.js').Effect | null} effect of the update just made
 * @property {{ samples: import('../core/wasm.js').Sample[], own: number | null } | null} taught the colours that the update just made
 * has learned from, and which of them is the one on display; null elsewhere
 * @property {number} learningRate of the update just made, else of the next
 * @property {string | null} message
 * @property {import('../lesson/attempt.js').LessonModel | null} lesson the question that is asked; null where the lesson is shut
 * @property {(import('../lesson/facts.js').Neuron & { known: boolean }) | null} neuron the one that is set by hand, where it is shown
 * @property {{ stop: number, stops: number } | null} solo where a scene by itself stands in its walk; null for the whole page
 * @property {Record<string, { code: string, parameters: readonly string[] }>} written the learner's functions that passed their examination, by exercise
 * @property {number} largestBatch how many colours a batch pass holds
 */

/**
 * The columns of the pass, as the learner may see them from where they stand.
 * @param {{ lab: Lab, columns: import('../core/wasm.js').Column[], positions: Position[] }} workbench
 * @param {State} state
 * @param {number} row
 * @param {boolean} opening whether all of forward is shown, wherever the learner stands
 * @param {import('../explain/terms.js').Explanation | null} [explanation] of the open number
 * @returns {ColumnModel[]}
 */
export function columns({ lab, columns: all, positions }, state, row, opening, explanation = null) {
  const here = positions[indexOf(positions, state.at)];
  const index = opening ? endOf(positions, 'loss') : positions.indexOf(here);
  const asked = explanation ? parametersIn(explanation) : [];
  return all.map(({ name, kind, role, width: given, tensors, params }) => {
    const direction = lit(positions, index, name);
    const shapes = new Map(tensors);
    // No gradient comes to the last layer from another: it shows its own.
    const backward = shapes.has('dout') ? 'dout' : 'dx';
    const tensor = direction === 'backward' ? backward : 'out';
    const one = role === 'loss';
    const { blocks } = descriptorOf(kind);
    return {
      name,
      title: titleOf(name),
      kind,
      role,
      width: one ? 1 : given,
      shape: one ? [1] : (shapes.get('out') ?? [1, given]).slice(1),
      few: one || (given <= FEW && !isPicture((shapes.get('out') ?? []).slice(1))),
      current: here.column === name,
      lit: direction,
      tensor,
      ghost: direction === 'backward' ? lab.tensor(format(name, 'out', [row])) : null,
      backward,
      params,
      values: direction ? lab.tensor(format(name, tensor, one ? [] : [row])) : new Float32Array(0),
      blocked: direction && blocks ? lab.tensor(format(name, blocks, [row])) : null,
      losses: one && direction && state.scope === 'batch' ? lab.tensor(format(name, 'loss')) : null,
      weights: weights(lab, name, shapes, params, here, stageAt(here, direction)),
      opened: opened(lab, name, shapes, params, here, asked),
      learned: params.reduce((sum, param) => sum + (shapes.get(param.name) ?? []).reduce((product, n) => product * n, 1), 0),
      moved: here.phase === 'update' ? moved(lab, name, params) : 0,
      mine: false,
    };
  });
}

/**
 * Whether a column's cells show the maps of its nodes: where the learner wants it and they are computed.
 * @param {Pick<Model, 'state'>} moment
 * @param {ColumnModel} column
 */
export function sees({ state }, { kind, lit: direction }) {
  return hasMaps(kind) && state.maps && direction !== null;
}

/** Which of the tensors of a parameter. @typedef {'name' | 'gradient' | 'updated'} Stage */

/**
 * What a column shows of its parameters: their values; once the gradient has come by, their gradients; after an update
 * the new values.
 * @param {Position} position
 * @param {'forward' | 'backward' | null} direction
 * @returns {Stage}
 */
function stageAt(position, direction) {
  return position.phase === 'update' ? 'updated' : direction === 'backward' ? 'gradient' : 'name';
}

/**
 * The numbers of an explanation that can be parameters: the explained one, and those of its first term, which the others
 * are like.
 * @param {import('../explain/terms.js').Explanation} explanation
 */
function parametersIn({ address, terms }) {
  const factors = terms[0]?.factors ?? [];
  return [address, ...factors.map((factor) => factor.address ?? '')].flatMap((one) => parse(one) ?? []);
}

/**
 * The matrix of a layer that the open number belongs to, or is made from.
 * @param {Lab} lab
 * @param {string} layer
 * @param {Map<string, number[]>} shapes
 * @param {ColumnModel['params']} params
 * @param {Position} position
 * @param {import('../core/address.js').Address[]} asked
 * @returns {Weights | null} null where it does neither
 */
function opened(lab, layer, shapes, params, position, asked) {
  const stages = /** @type {const} */ (['name', 'gradient', 'updated']);
  const found = asked.filter((one) => one.layer === layer).flatMap(({ tensor }) => stages.filter((stage) => params.some((param) => param[stage] === tensor)));
  return found.length > 0 ? weights(lab, layer, shapes, params, position, found[0]) : null;
}

/**
 * The matrix of weights, gradients or new weights of a column.
 * @param {Lab} lab
 * @param {string} layer
 * @param {Map<string, number[]>} shapes
 * @param {ColumnModel['params']} params
 * @param {Position} position
 * @param {Stage} stage
 * @returns {Weights | null} null for a layer without a matrix of weights
 */
function weights(lab, layer, shapes, params, position, stage) {
  const updated = stage === 'updated' && position.phase === 'update';
  const matrix = params.find(({ name }) => (shapes.get(name)?.length ?? 0) > 1);
  const vector = params.find(({ name }) => shapes.get(name)?.length === 1);
  if (!matrix) return null;
  const read = (/** @type {string | undefined} */ tensor) => (tensor ? lab.tensor(format(layer, tensor)) : new Float32Array(0));
  const shape = shapes.get(matrix.name) ?? [0, 0];
  const columns = isKernel(shape) ? shape[0] : shape[1];
  const rows = sizeOf(shape) / (columns || 1);
  const [tensor, biasTensor] = [matrix[stage], vector ? vector[stage] : ''];
  const [values, biases] = [inRows(read(tensor), shape), read(biasTensor)];
  const w = tensor === matrix.name ? values : inRows(read(matrix.name), shape);
  return { layer, tensor, biasTensor, shape, rows, columns, values, biases, w, before: updated ? w : null };
}

/**
 * How many parameters of a layer an update has changed.
 * @param {Lab} lab
 * @param {string} layer
 * @param {ColumnModel['params']} params
 */
export function moved(lab, layer, params) {
  return params.reduce((sum, { name, updated }) => {
    const [before, after] = [lab.tensor(format(layer, name)), lab.tensor(format(layer, updated))];
    return after.reduce((count, value, i) => count + (value === before[i] ? 0 : 1), sum);
  }, 0);
}

/**
 * What can be pointed at: a place in the scene, whose number changes with the position, or an address.
 * @typedef {string | import('../explain/spot.js').Spot | null} Target
 */

/**
 * The address of a target as the columns are now.
 * @param {Target} target
 * @param {readonly ColumnModel[]} columns
 * @param {number} row
 * @returns {string | null} null where the column shows nothing yet
 */
export function addressOf(target, columns, row) {
  if (target === null || typeof target === 'string') return target;
  const column = columns[target.column];
  if (!column) return null;
  if (target.kind === 'cell') return column.values.length > target.node ? nodeAddress(column, target.node, row) : null;
  const picture = pictureOf(column);
  if (!picture) return null;
  const { layer, tensor, biasTensor, shape } = picture;
  return target.row < 0 ? format(layer, biasTensor, [target.node]) : format(layer, tensor, weightIndex(shape, target.row, target.node));
}

/**
 * The number at an address, with its tensor and the shape of that.
 * @param {Lab} lab
 * @param {string | null} address
 * @returns {Selected | null} null where there is no such number in the pass
 */
export function number(lab, address) {
  const parts = address === null ? null : parse(address);
  if (address === null || !parts) return null;
  const { layer, tensor } = parts;
  try {
    return { address, layer, tensor, value: lab.value(address), shape: [...lab.shape(format(layer, tensor))] };
  } catch {
    return null;
  }
}
