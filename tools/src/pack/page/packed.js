// What packing puts beside the modules: in the place of this file stands the real one then.

/** The stylesheets: their texts, or their names. @type {string[]} */
export const SHEETS = [];
/** The WebAssembly: as base64 of a gzip file, or its name. */
export const CORE = '';
