// Planes in the cube of colours: that of one neuron set by hand, and those of a hidden layer with ready-made weights.

/** @typedef {(weights: Float32Array, bias: number, colours: Uint8Array) => Float32Array} Fire the core's neuron: five numbers a colour */

/** The answers at the places of a lattice in the cube, red the slowest: 0 where it fires, 1 where it is silent. @typedef {{ cube: Uint8Array, side: number }} Space */

/** Numbers that `fire` returns for each colour: three parts, sum, out. */
const NUMBERS = 5;
/** The places of the lattice on an edge of the cube. */
const SIDE = 17;
/** A channel at each of them. */
const LEVELS = Array.from({ length: SIDE }, (_, i) => Math.round((255 * i) / (SIDE - 1)));
const LATTICE = Uint8Array.from(LEVELS.flatMap((r) => LEVELS.flatMap((g) => LEVELS.flatMap((b) => [r, g, b]))));

/** Half the way between the spans of the two classes: a colour is vivid where two channels are at least 128 apart. */
const APART = 127.5;

/** The hidden layer: each neuron fires where one channel is clearly above another. `more` and `less` are channels. */
export const HIDDEN = /** @type {const} */ ([[0, 1], [1, 0], [1, 2], [2, 1], [2, 0], [0, 2]]).map(([more, less]) => ({
  more,
  less,
  weights: [0, 1, 2].map((channel) => Number(channel === more) - Number(channel === less)),
  bias: -APART,
}));

/** The mask of all its neurons. */
export const ALL = 2 ** HIDDEN.length - 1;

/**
 * Whether a neuron of the hidden layer is connected.
 * @param {number} mask
 * @param {number} neuron
 */
export const isOn = (mask, neuron) => ((mask >> neuron) & 1) === 1;

/**
 * @typedef {object} Bent
 * @property {number} mask of the neurons that are connected
 * @property {number[]} outs what each neuron puts out for the colour on display, connected or not
 * @property {number} sum of the connected ones: what the neuron behind them gets, whose weights are 1 and whose bias is 0
 * @property {boolean[]} fires for each training colour whether that sum is above 0
 * @property {number} hits how many training colours it classifies right: it should fire for the first class alone
 * @property {number} of training colours
 * @property {Space} space
 */

/**
 * Computes planes by the core's neuron, and keeps the latest lattice of each kind.
 * @param {Fire} fire
 */
export function createPlanes(fire) {
  const ready = new Map(/** @type {[string, Space][]} */ ([]));
  /** What a neuron puts out for the lattice. @param {readonly number[]} weights @param {number} bias */
  const outs = (weights, bias) => outsOf(fire, weights, bias, LATTICE);

  /**
   * The latest answers; the same object as long as nothing has changed.
   * @param {string} key
   * @param {() => Float32Array} sums
   */
  function kept(key, sums) {
    const found = ready.get(key);
    if (found) return found;
    ready.clear();
    const made = { cube: Uint8Array.from(sums(), (sum) => Number(!(sum > 0))), side: SIDE };
    ready.set(key, made);
    return made;
  }

  return {
    fire,
    /** @param {readonly number[]} neuron three weights and a bias */
    single: ([r, g, b, bias]) => kept(`${[r, g, b, bias]}`, () => outs([r, g, b], bias)),
    /**
     * The hidden layer, connected as the mask says.
     * @param {number} mask
     * @param {readonly number[]} rgb
     * @param {readonly import('../core/wasm.js').Sample[]} train
     * @returns {Bent}
     */
    bent(mask, rgb, train) {
      const colours = Uint8Array.from([rgb, ...train.map((sample) => sample.rgb)].flat());
      const all = HIDDEN.map(({ weights, bias }) => outsOf(fire, weights, bias, colours));
      const sums = sumOf(all, mask, train.length + 1);
      const fires = train.map((_, i) => sums[i + 1] > 0);
      const hits = train.filter((sample, i) => fires[i] === (sample.label === 0)).length;
      const space = kept(`${mask}`, () => sumOf(HIDDEN.map(({ weights, bias }) => outs(weights, bias)), mask, LATTICE.length / 3));
      return { mask, outs: all.map((one) => one[0]), sum: sums[0], fires, hits, of: train.length, space };
    },
  };
}

/**
 * What a neuron puts out for each colour, after ReLU.
 * @param {Fire} fire
 * @param {readonly number[]} weights
 * @param {number} bias
 * @param {Uint8Array} colours
 */
function outsOf(fire, weights, bias, colours) {
  return fire(Float32Array.from(weights), bias, colours).filter((_, at) => at % NUMBERS === NUMBERS - 1);
}

/**
 * The sum of the connected neurons, colour by colour.
 * @param {readonly Float32Array[]} outs
 * @param {number} mask
 * @param {number} colours
 */
function sumOf(outs, mask, colours) {
  const connected = outs.filter((_, i) => isOn(mask, i));
  return Float32Array.from({ length: colours }, (_, at) => connected.reduce((sum, one) => sum + one[at], 0));
}

/** @typedef {ReturnType<typeof createPlanes>} Planes */
