// Facts of the core that are known before it has loaded. `cargo run -- build` makes the module that this one opens.
import * as facts from '../wasm/facts.js';

/** The limits that the core checks. */
export const LIMITS = Object.freeze(facts.LIMITS);
/** The lecture's settings. Its first weights are drawn, none are given. */
export const SETTINGS = Object.freeze({ ...facts.SETTINGS, weights: '' });
/** The names of all data sets, in the order in which the page offers them. */
export const SETS = Object.freeze(facts.SETS);
/** The shapes of the inputs, `[C, H, W]`, of the data sets of pictures. */
export const PICTURES = Object.freeze(facts.PICTURES);
/** The files of the data sets that have one, see data-file.js. */
export const FILES = Object.freeze(facts.FILES);
/** The kinds of layers that a network can have. */
export const KINDS = Object.freeze(facts.KINDS);
