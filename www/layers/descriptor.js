// The descriptor of a kind of layer, with the facts that only the page needs: plain data and pure functions.

/** @typedef {number | number[]} Numbers */
/** @typedef {(number[] | number[][])[]} Arguments of a call */
/** @typedef {{ args: Arguments, wanted: Numbers, slack?: number }} Case a call, what the core has computed, and how far off a result may be because its terms cancel each other */

/**
 * A function that the learner can write, whose numbers are then those of the layer.
 * @typedef {object} Exercise
 * @property {readonly string[]} parameters
 * @property {string} numpy the line of NumPy that it stands for
 * @property {string} frame lines to begin with, which don't work yet
 * @property {string} solution
 * @property {'out' | 'dx'} computes which numbers of the layer; those of `dx` are shown at the layer before
 * @property {(read: (address: string) => number[], layer: string, row: number) => Case} caseOf the arguments of the function in a
 * layer of a pass, and the result of the core
 * @property {(args: Arguments, got: Numbers, wanted: Numbers) => string | null} [slipOf] the known slip that a wrong result is
 * @property {readonly { weights: number[], bias: number, rgb: number[] }[]} [first] neurons by hand that are tried first
 * @property {boolean} [tame] whether it is tried on tame numbers only
 */

/**
 * @typedef {object} Descriptor
 * @property {string} kind as the core spells it
 * @property {string} title on the page; a number is put behind it
 * @property {string} [forward] the key of its sentence in the text table
 * @property {string} [backward] the key of its sentence on the way back
 * @property {string} [blocks] the tensor that it keeps, 1 where a node lets nothing through
 * @property {Readonly<Record<string, Exercise>>} [exercises] by name
 * @property {{ name: string, code: string }} [numpy] its class in NumPy: what it is called, and the code
 */

export {};
