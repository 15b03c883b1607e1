// The descriptor of a kind of layer, with the facts that only the page needs: plain data and pure functions.

/** @typedef {number | number[]} Numbers */
/** @typedef {(number[] | number[][])[]} Arguments of a call */
/** @typedef {{ args: Arguments, wanted: Numbers, slack?: number }} Case a call, the core's result, and the tolerance where terms cancel each other */

/**
 * A function that the learner can write, which then computes the layer's numbers.
 * @typedef {object} Exercise
 * @property {readonly string[]} parameters
 * @property {string} numpy the equivalent line of NumPy
 * @property {string} frame incomplete lines to begin with
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
 * @property {string} title on the page; a number follows it
 * @property {string} [forward] the key of its sentence in the text table
 * @property {string} [backward] the key of its sentence in the backward pass
 * @property {string} [blocks] its tensor that is 1 where a node blocks its input
 * @property {Readonly<Record<string, Exercise>>} [exercises] by name
 * @property {{ name: string, code: string }} [numpy] its class in NumPy: what it is called, and the code
 */

export {};
